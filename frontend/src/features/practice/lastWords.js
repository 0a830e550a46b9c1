/**
 * The words typed just before a page is closed: its database may not answer any more, so they are
 * laid down at once where that needs no answer, and taken up by the next page.
 */
import { keep, kept } from "../../lib/device.js";
import { isBefore } from "./records.js";

/** @typedef {import("./records.js").Attempt} Attempt */

const NAME = "vivavoce.words.";

/** @param {Attempt} attempt */
export function layDown(attempt) {
  try {
    localStorage.setItem(NAME + attempt.id, JSON.stringify(attempt));
  } catch {
    // Forbidden or full: the database is asked all the same.
  }
}

/** @param {string} id of an attempt that the database has after all */
export function clearWords(id) {
  try {
    localStorage.removeItem(NAME + id);
  } catch {
    // Forbidden: then nothing is there.
  }
}

/** @returns {Attempt[]} */
function laidDown() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(NAME));
    return names.map((name) => JSON.parse(localStorage.getItem(name) ?? "null")).filter(Boolean);
  } catch {
    return [];
  }
}

/** Moves them to where all attempts are kept. What went on since in another page is not turned back. */
export async function takeUpWords() {
  for (const attempt of laidDown()) {
    const now = /** @type {Attempt | undefined} */ (await kept("attempts", attempt.id));
    if (!now || !isBefore(attempt.state, now.state)) await keep("attempts", { ...attempt, server: now?.server ?? attempt.server, theirs: now?.theirs ?? attempt.theirs });
    clearWords(attempt.id);
  }
}
