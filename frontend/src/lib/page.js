/**
 * What the screen in view says about itself to the shell around it, and where focus goes after a
 * navigation: to the one h1, whenever it appears.
 */
import { createStore } from "./store.js";

/**
 * @typedef {object} PageHead
 * @property {string} title short, for the tab and the bar of small screens
 * @property {{ href: string, label: string }} [back] where the arrow on small screens leads
 * @property {import("./prefs.js").Prefs["side"]} [side] of the table, for a page that belongs to one whatever is preferred
 * @property {boolean} [focused] the page stands alone, with a bar of its own: practice
 */

/** @type {import("./store.js").Store<PageHead>} */
export const pageHead = createStore({ title: "Vivavoce" });

let headingWaits = false;

/** Called by the shell when the path has changed: the next heading drawn takes the focus. */
export function focusNextHeading() {
  headingWaits = true;
}

/** @param {HTMLElement} heading */
export function headingAppeared(heading) {
  if (!headingWaits) return;
  headingWaits = false;
  // Coming back, a list takes the focus to the row one left from; its effects have run by then.
  if (byHistory && document.activeElement !== document.body) return;
  heading.focus({ preventScroll: true });
}

/** Gives the focus to the heading when what had it is gone: a filter that removed itself. */
export function focusHeading() {
  document.querySelector("h1")?.focus({ preventScroll: true });
}

let byHistory = false;

/** @param {boolean} back whether the browser's back or forward brought us to this page */
export function noteArrival(back) {
  byHistory = back;
}

/** Whether this page was reached by going back (or forward): then focus and place are restored, not reset. */
export const cameBack = () => byHistory;
