/** What a rubric says about itself. Pure. */
import { QUALITY_ORDER } from "../../ui/EightBar.jsx";

/** What each score means, on every rubric. */
export const SCORES = /** @type {const} */ ([
  { score: 1, name: "Not shown" },
  { score: 2, name: "Partial" },
  { score: 3, name: "Solid" },
  { score: 4, name: "Outstanding" },
]);

/** @type {Record<string, string>} */
export const LEVELS = { junior: "Junior", mid: "Mid", senior: "Senior", lead: "Lead" };

/** @typedef {{ quality: { slug: string, name: string }, weight: number, target: number }} Weighed */

/**
 * @template {Weighed} T
 * @param {readonly T[]} criteria
 * @returns {T[]} in the one order of the eight qualities; any others after them
 */
export function inQualityOrder(criteria) {
  const place = (/** @type {T} */ one) => {
    const at = QUALITY_ORDER.indexOf(one.quality.slug);
    return at < 0 ? QUALITY_ORDER.length : at;
  };
  return [...criteria].sort((one, other) => place(one) - place(other));
}

/**
 * A weight is a share of the whole: its words, and the length of its bar beside the heaviest.
 *
 * @param {Weighed} criterion
 * @param {readonly Weighed[]} all
 * @returns {{ said: string, length: number }} length from 0 to 100
 */
export function weightOf(criterion, all) {
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  const heaviest = Math.max(...all.map(({ weight }) => weight));
  return { said: `${criterion.weight} of ${sum} shares`, length: Math.round((criterion.weight / heaviest) * 100) };
}

/**
 * The sentence about the weights under the matrix.
 *
 * @param {readonly Weighed[]} criteria
 */
export function weightSentence(criteria) {
  const weights = new Set(criteria.map(({ weight }) => weight));
  if (weights.size < 2) return "All qualities weigh the same.";
  return "Weights are shares of the whole: a quality with two counts twice as much as one with one.";
}

/**
 * One line of the comparison: what each rubric aims for in a quality.
 *
 * @typedef {{ slug: string, name: string, targets: Array<number | undefined> }} TargetLine
 */

/**
 * @param {ReadonlyArray<{ criteria: readonly Weighed[] }>} rubrics
 * @returns {TargetLine[]} by quality, with a target for each rubric in the order given
 */
export function targetLines(rubrics) {
  const qualities = new Map(rubrics.flatMap(({ criteria }) => criteria).map(({ quality }) => [quality.slug, quality.name]));
  const lines = [...qualities].map(([slug, name]) => ({
    quality: { slug, name },
    weight: 1,
    target: 1,
    targets: rubrics.map(({ criteria }) => criteria.find((one) => one.quality.slug === slug)?.target),
  }));
  return inQualityOrder(lines).map(({ quality, targets }) => ({ ...quality, targets }));
}

/** @param {string | null | undefined} text of an address @returns {number | undefined} */
export function versionFrom(text) {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
