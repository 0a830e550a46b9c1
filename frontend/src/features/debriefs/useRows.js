/** Moving through the rows of the plot by J and K, opening one by Enter, going to the decision by D. */
import { useState } from "preact/hooks";
import { useKeys } from "../../lib/keys.js";

/** @param {number} index */
const focusRow = (index) => /** @type {HTMLElement | undefined} */ (document.querySelectorAll(".score-table__name")[index])?.focus();

/** The first thing to choose, or the words where there is nothing to choose. */
function focusDecision() {
  const found = [".decision input:checked", ".decision input", ".decision button", "#decision"].map((selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector)));
  found.find(Boolean)?.focus();
}

/** @param {readonly { criterion: { slug: string } }[]} criteria */
export function useRows(criteria) {
  const [current, setCurrent] = useState(-1);
  const [open, setOpen] = useState(/** @type {string | undefined} */ (undefined));
  const go = (/** @type {number} */ by) => focusRow(Math.max(0, Math.min(criteria.length - 1, current + by)));
  useKeys([
    { keys: ["J"], label: "next quality", group: "Debrief", status: { at: 1, label: "quality" }, run: () => go(1) },
    { keys: ["K"], label: "quality before", group: "Debrief", status: { at: 1, label: "quality" }, run: () => go(-1) },
    // The name of the row is a button, and Enter presses it.
    { keys: ["Enter"], label: "all evidence for a quality", group: "Debrief", status: { at: 2, label: "all evidence" } },
    { keys: ["D"], label: "to the decision", group: "Debrief", status: { at: 3, label: "decide" }, run: focusDecision },
  ]);
  return { current, open, onOpen: (/** @type {string} */ slug) => setOpen(open === slug ? undefined : slug), onFocus: setCurrent };
}
