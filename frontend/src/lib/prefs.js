/**
 * What a person prefers on this device: never sent to the server, never needed by it.
 * Storage may be forbidden or full; then the choice lasts as long as the page.
 */
import { createStore } from "./store.js";

/**
 * @typedef {object} Prefs
 * @property {"candidate" | "interviewer"} side which side of the table the site shows
 * @property {"system" | "light" | "dark"} theme
 * @property {boolean} singleKeys whether single-key shortcuts work (WCAG 2.1.4)
 * @property {boolean} docked whether the call stands beside the list where there is room
 * @property {boolean} shutAnswers whether example answers stay shut until asked for
 * @property {"httpie" | "curl" | "python"} language how the call is written out
 */

/** @type {Prefs} */
const defaults = {
  side: "candidate",
  theme: "system",
  singleKeys: true,
  docked: true,
  shutAnswers: false,
  language: "httpie",
};

const NAME = "vivavoce";

/** @returns {Prefs} */
function kept() {
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(NAME) ?? "{}") };
  } catch {
    return { ...defaults };
  }
}

/** @type {import("./store.js").Store<Prefs>} */
export const prefs = createStore(kept());

/** @param {Partial<Prefs>} change */
export function prefer(change) {
  prefs.set((before) => ({ ...before, ...change }));
  try {
    localStorage.setItem(NAME, JSON.stringify(prefs.get()));
  } catch {
    // The choice then lasts as long as the page does.
  }
}
