/** The one listener behind all keyboard shortcuts. */
import { useEffect } from "preact/hooks";
import { allShortcuts, isTyping, match, pressed } from "../lib/keys.js";
import { prefs } from "../lib/prefs.js";

const SEQUENCE = 1000;

/** Keys that a focused control answers to itself. */
const OWN_KEYS = new Set(["Enter", " ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);
const CONTROLS = "a, button, summary, input, select, textarea, [role=option], [role=tab]";

/** @param {KeyboardEvent} event */
function belongsElsewhere(event) {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return true;
  return !isModified(event) && singleKeyBelongsElsewhere(event);
}

/** @param {KeyboardEvent} event */
const isModified = (event) => event.ctrlKey || event.metaKey || event.altKey || event.key === "F6";

/** @param {KeyboardEvent} event */
function singleKeyBelongsElsewhere(event) {
  if (isTyping(event.target) || !prefs.get().singleKeys) return true;
  return OWN_KEYS.has(event.key) && event.target instanceof Element && event.target.closest(CONTROLS) !== null;
}

export function useShortcutListener() {
  useEffect(() => {
    /** @type {string[]} */
    let sequence = [];
    let since = 0;
    /** @param {KeyboardEvent} event */
    const listen = (event) => {
      if (belongsElsewhere(event) || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      const before = event.timeStamp - since < SEQUENCE ? sequence : [];
      const now = pressed(event);
      const shortcuts = allShortcuts();
      let { hit, begins } = match(shortcuts, before, now);
      if (!hit && !begins && before.length > 0) ({ hit, begins } = match(shortcuts, [], now));
      sequence = begins ? [...before, ...now] : [];
      since = event.timeStamp;
      if (!hit?.run) return;
      event.preventDefault();
      hit.run(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
