/** How scores stand beside each other: letters, places on the axis, who is apart, and all of it in words. Pure. */
import { counted, initials, listed } from "../../lib/format.js";

/** @typedef {import("./shapes.d.ts").Debrief} Debrief */
/** @typedef {import("./shapes.d.ts").Criterion} Criterion */
/** @typedef {import("./shapes.d.ts").Score} Score */
/** @typedef {import("./shapes.d.ts").Panellist} Panellist */

export const SCORES = /** @type {const} */ ([1, 2, 3, 4]);

/** @type {Record<number, string>} */
export const SCORE_WORDS = { 1: "Not shown", 2: "Partial", 3: "Solid", 4: "Outstanding" };

/** @type {Record<string, string>} */
export const RECOMMENDATIONS = { strong_no: "Strong no", no: "No", yes: "Yes", strong_yes: "Strong yes" };

/** @type {Record<string, string>} */
export const DECISIONS = { advance: "Advance", hold: "Hold", reject: "Reject", offer: "Offer" };

/** @type {Record<string, string>} */
export const LEVELS = { junior: "junior", mid: "mid", senior: "senior", lead: "lead" };

/** The shortest mark that nobody else has. @param {readonly Panellist[]} people @returns {Map<string, string>} by id */
export function letters(people) {
  const first = people.map(({ name }) => initials(name).charAt(0));
  return new Map(
    people.map(({ id, name }, index) => {
      const alone = first.filter((letter) => letter === first[index]).length === 1;
      const two = initials(name);
      const twins = people.slice(0, index).filter((other) => initials(other.name) === two).length;
      return [id, alone ? first[index] : twins > 0 ? `${two}${twins + 1}` : two];
    }),
  );
}

/** "Nora" of "Nora Riis"; whole where somebody else has it too. @param {readonly Panellist[]} people @returns {Map<string, string>} by id */
export function shortNames(people) {
  const first = people.map(({ name }) => name.split(" ")[0]);
  return new Map(people.map(({ id, name }, index) => [id, first.filter((one) => one === first[index]).length > 1 ? name : first[index]]));
}

/** Weights are shares: 2 counts twice as much as 1. Of each criterion its part of 100. @param {readonly Criterion[]} criteria @returns {Map<string, number>} by slug */
export function percentages(criteria) {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return new Map(criteria.map(({ criterion, weight }) => [criterion.slug, sum > 0 ? Math.round((weight / sum) * 1000) / 10 : 0]));
}

/** Where a score stands on the axis from 1 to 4, as a share of its width. @param {number} score */
export const share = (score) => `${((score - 0.5) * 25).toFixed(2)}%`;

const PER_LINE = 4;
const STEP = 21;

/**
 * Marks of one score stand side by side around it, in lines of four at most.
 *
 * @param {readonly Score[]} scores
 * @returns {{ person: string, score: number, dx: number, dy: number }[]}
 */
export function places(scores) {
  return SCORES.flatMap((score) => {
    const same = scores.filter((one) => one.score === score);
    return same.map(({ person }, index) => {
      const line = Math.floor(index / PER_LINE);
      const inLine = Math.min(PER_LINE, same.length - line * PER_LINE);
      return { person, score, dx: ((index % PER_LINE) - (inLine - 1) / 2) * STEP, dy: line * STEP };
    });
  });
}

/** How many lines of marks a row needs. @param {readonly Score[]} scores */
export const linesOf = (scores) => Math.max(1, ...places(scores).map(({ dy }) => dy / STEP + 1));

/** The outermost scores; nothing where nobody gave one. @param {readonly Score[]} scores */
export function range(scores) {
  const given = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  return given.length > 0 ? { low: Math.min(...given), high: Math.max(...given) } : undefined;
}

/** "2.5", "3". @param {number | null} median */
export const medianWords = (median) => (median === null ? "none" : String(median));

/** "2 scores apart", where it is two or more. @param {Criterion} criterion */
export const apartWords = ({ disagreement, spread }) => (disagreement ? `${spread} scores apart` : "");

/** Missing is said, not drawn as nought. @param {Criterion} criterion @param {Map<string, string>} names */
export function missingWords({ scores }, names) {
  const missing = scores.filter(({ score }) => score === null).map(({ person }) => names.get(person) ?? "");
  return missing.length > 0 ? `${listed(missing)} did not assess it` : "";
}

/** A row for those who do not see it. @param {Criterion} criterion @param {Map<string, string>} names */
export function spoken(criterion, names) {
  const scores = criterion.scores.filter(({ score }) => score !== null).map(({ person, score }) => `${names.get(person)} ${score}`);
  const parts = [scores.join(", ") || "nobody gave a score", criterion.median !== null && `median ${criterion.median}`, apartWords(criterion), missingWords(criterion, names)];
  return `${criterion.criterion.name}: ${parts.filter(Boolean).join("; ")}`;
}

/** Both ends of a disagreement, the lower first. @param {Criterion} criterion @returns {Score[]} */
export function bothSides({ scores }) {
  const ends = range(scores);
  if (!ends) return [];
  return [...scores.filter(({ score }) => score === ends.low), ...scores.filter(({ score }) => score === ends.high && ends.high !== ends.low)];
}

/** @param {readonly Criterion[]} criteria */
export const apart = (criteria) => criteria.filter(({ disagreement }) => disagreement);

/** Where nobody is apart, the lowest is what to talk about. @param {readonly Criterion[]} criteria */
export function lowest(criteria) {
  const known = criteria.filter(({ median }) => median !== null);
  return known.toSorted((one, other) => (one.median ?? 0) - (other.median ?? 0))[0];
}

/** What follows from the plain counts. @param {import("./shapes.d.ts").Agreement} agreement @param {readonly Criterion[]} criteria */
export function agreementWords({ pairs, within_one: within }, criteria) {
  if (pairs === 0) return "No two people scored the same quality: there is nothing to compare.";
  const far = pairs - within;
  if (far === 0) return "Nobody is two scores apart from anybody.";
  const where = apart(criteria).length;
  const others = far === 1 ? "The one that is not lies" : `The ${far} that are not lie`;
  return `${others} in ${counted(where, "quality", "qualities")}: talk about ${where === 1 ? "that" : "those"} before you decide.`;
}

/** "0.31 below", "as the others". @param {number} difference */
export function strictWords(difference) {
  if (Math.abs(difference) < 0.005) return "as the others";
  return `${Math.abs(difference).toFixed(2)} ${difference < 0 ? "below" : "above"}`;
}

/** What a difference from the others looks like on a line from 2 below to 2 above. @param {number} difference */
export const strictShare = (difference) => `${(50 + Math.max(-2, Math.min(2, difference)) * 23).toFixed(2)}%`;

/** "22:15" into the interview. @param {number | null} seconds */
export const clock = (seconds) => (seconds === null ? "" : `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`);

/** Where a piece of evidence comes from: "118, 22:15". @param {import("./shapes.d.ts").Evidence} evidence */
export function whence({ number, seconds, kind }) {
  const question = number === null ? "" : String(number).padStart(3, "0");
  return [question, clock(seconds), kind === "impression" ? "impression" : ""].filter(Boolean).join(", ");
}

/** "Waiting for Priya and Tom. Scores open when all are in." @param {Pick<Debrief, "waiting_for" | "people">} debrief */
export function waitingWords({ waiting_for: waiting, people }) {
  const mine = waiting.some(({ id }) => people.some((one) => one.id === id && one.is_me));
  const others = waiting.filter(({ id }) => !people.some((one) => one.id === id && one.is_me)).map(({ name }) => name.split(" ")[0]);
  if (mine && others.length === 0) return "Only your scorecard is missing. Scores open when it is in.";
  if (mine) return `Waiting for you and ${listed(others)}. Scores open when yours is in.`;
  return others.length > 0 ? `Waiting for ${listed(others)}. Scores open when all are in.` : "Scores are not open to you.";
}

/** "24 and 25 Nov 2026". @param {Debrief["interviews"]} interviews */
export function heldOn(interviews) {
  const days = [...new Set(interviews.flatMap(({ starts_at: starts }) => (starts ? [new Date(starts).toLocaleDateString("en-GB", { day: "numeric", month: "long" })] : [])))];
  return listed(days);
}

/** What is being talked about: "Debrief, Django developer, mid. Interviewed 24 November". @param {Debrief} debrief */
export function about({ purpose, opening, level, interviews }) {
  const what = [purpose === "mock" ? "Debrief of a mock interview" : "Debrief", opening?.name, LEVELS[level ?? ""]].filter(Boolean).join(", ");
  const when = heldOn(interviews);
  return when ? `${what}. Interviewed ${when}` : what;
}

/**
 * Which side of the table one sat on; nothing for who rehearsed alone and sat on both.
 *
 * @param {Pick<Debrief, "purpose" | "people" | "candidate_name">} debrief
 * @returns {"candidate" | "interviewer" | undefined}
 */
export function sideOf({ purpose, people, candidate_name: candidate }) {
  const me = people.find((one) => one.is_me);
  if (purpose === "hiring") return "interviewer";
  if (!me) return "candidate";
  return me.name === candidate ? undefined : "interviewer";
}

/** In the order of what is to be done: decide, wait, look up. @template {Pick<Debrief, "decision" | "waiting_for" | "purpose">} T @param {readonly T[]} debriefs */
export function parted(debriefs) {
  const settled = (/** @type {T} */ one) => Boolean(one.decision) || (one.purpose === "mock" && one.waiting_for.length === 0);
  return {
    ready: debriefs.filter((one) => !settled(one) && one.waiting_for.length === 0),
    waiting: debriefs.filter((one) => !settled(one) && one.waiting_for.length > 0),
    settled: debriefs.filter(settled),
  };
}
