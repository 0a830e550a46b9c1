/** The people of a debrief as every part needs them: letter, short name, who is oneself. Pure. */
import { letters, shortNames } from "./rules.js";

/** @typedef {ReturnType<typeof panelOf>} Panel */

/** @param {readonly import("./shapes.d.ts").Panellist[]} people */
export function panelOf(people) {
  const byLetter = letters(people);
  const names = shortNames(people);
  const me = people.find(({ is_me: mine }) => mine)?.id;
  return {
    people,
    names,
    letter: (/** @type {string} */ id) => byLetter.get(id) ?? "?",
    name: (/** @type {string} */ id) => names.get(id) ?? "Somebody",
    isMe: (/** @type {string} */ id) => id === me,
  };
}
