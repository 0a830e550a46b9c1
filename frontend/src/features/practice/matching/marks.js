/**
 * What the wording of an answer says about its key points, and the grade that follows: as the server
 * does it (backend/vivavoce/practice/grading_rules.py). Advice, never a judgement.
 */
import { countWords, findFlag, findPoint, isStuffed, sentences } from "./wording.js";

/** @typedef {{ id: string, text: string, crucial: boolean, match: string[][] }} KeyPoint */
/** @typedef {{ id: string, text: string, why: string, pattern: string }} RedFlag */
/** @typedef {"found" | "not_found" | "cannot_tell"} PointState */
/** @typedef {{ id: string, state: PointState, sentence: string | null }} FoundPoint */
/** @typedef {{ id: string, sentence: string }} FoundFlag */
/** @typedef {{ found: FoundPoint[], flags: FoundFlag[] }} Marks */
/** @typedef {"again" | "hard" | "good" | "easy"} Grade */

/** Below it an answer is a note to oneself: what it leaves out was perhaps said, or perhaps not known. */
const ENOUGH_WORDS = 20;
/** An answer is fast within a third of the planned minutes, and long beyond all of them. */
const FAST_SHARE = 3;

/**
 * @param {ReadonlyArray<Pick<KeyPoint, "id" | "match">>} points
 * @param {ReadonlyArray<Pick<RedFlag, "id" | "pattern">>} flags
 * @param {string} body
 * @returns {Marks}
 */
export function mark(points, flags, body) {
  const spoken = sentences(body);
  const tellable = countWords(spoken) >= ENOUGH_WORDS && !isStuffed(spoken);
  return {
    found: points.map(({ id, match }) => {
      if (!tellable) return { id, state: "cannot_tell", sentence: null };
      const hit = findPoint(match, spoken);
      return hit ? { id, state: "found", sentence: hit.text } : { id, state: "not_found", sentence: null };
    }),
    flags: flags.flatMap(({ id, pattern }) => {
      const sentence = findFlag(pattern, spoken);
      return sentence === undefined ? [] : [{ id, sentence }];
    }),
  };
}

/** @type {Partial<Record<PointState, boolean>>} */
const SAID = { found: true, not_found: false };

/**
 * Which points count as said: as the person left it, else as it was found; undefined where it cannot be told.
 *
 * @param {Marks} marks
 * @param {Record<string, boolean>} overrules
 * @returns {Record<string, boolean | undefined>}
 */
export const said = ({ found }, overrules) => ({ ...Object.fromEntries(found.map(({ id, state }) => [id, SAID[state]])), ...overrules });

/**
 * Whether a red flag was said: one that was found and not taken back, or one that the person owned up to.
 *
 * @param {ReadonlyArray<{ id: string }>} points
 * @param {Marks} marks
 * @param {Record<string, boolean>} overrules
 */
function hasFlag(points, marks, overrules) {
  const flags = { ...Object.fromEntries(marks.flags.map(({ id }) => [id, true])), ...overrules };
  return Object.entries(flags).some(([id, state]) => state && points.every((point) => point.id !== id));
}

/**
 * @param {ReadonlyArray<Pick<KeyPoint, "id" | "crucial">>} points
 * @param {Marks} marks
 * @param {Record<string, boolean>} overrules
 * @param {{ seconds: number, minutes: number }} time seconds 0: nobody measured
 * @returns {Grade | null} what the marks suggest, if they do
 */
export function suggest(points, marks, overrules, { seconds, minutes }) {
  const known = said(marks, overrules);
  if (hasFlag(points, marks, overrules) || points.some(({ id, crucial }) => crucial && known[id] === false)) return "again";
  if (points.length === 0 || points.some(({ id }) => known[id] === undefined)) return null;
  if (points.some(({ id }) => known[id] === false) || seconds > minutes * 60) return "hard";
  return seconds > 0 && seconds * FAST_SHARE <= minutes * 60 ? "easy" : "good";
}
