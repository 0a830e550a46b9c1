/** What an interview that is held here means for who looks at it. Pure. */
import { QUALITY_ORDER } from "../../../ui/EightBar.jsx";

/** @typedef {import("../rules.js").Interview} Interview */

/** Below this a question was not even looked at. In seconds. */
const GLANCE = 5;

/** From here on it was asked, not only looked at. In seconds. */
export const ASKED = 30;

/** What one stretch can take at most: a page that was left open over days has not asked for days. */
const LONGEST = 86_400;

/** Whether this person is expected to rate. @param {Pick<Interview, "participants" | "my_scorecard">} interview @param {string} person id */
export const isOwnCard = ({ participants, my_scorecard: card }, person) => card !== null || participants.some((one) => one.person?.id === person && one.scorecard !== null);

/**
 * Which side of the table one sits on; nothing for who rehearses alone and sits on both.
 *
 * @param {Pick<Interview, "purpose" | "my_roles">} interview
 * @returns {"candidate" | "interviewer" | undefined}
 */
export function sideOf({ purpose, my_roles: roles }) {
  if (purpose === "hiring") return "interviewer";
  if (!roles.includes("candidate")) return "interviewer";
  return roles.length > 1 ? undefined : "candidate";
}

/** One of the panel keeps the time, so that two devices do not count it twice. @param {Pick<Interview, "participants" | "my_roles">} interview */
export function keepsTime({ participants, my_roles: roles }) {
  const led = participants.some(({ role }) => role === "lead");
  return roles.includes("lead") || (!led && roles.includes("interviewer"));
}

/**
 * What is kept of a question when the next one is begun.
 *
 * @param {import("./items.js").Item | undefined} item
 * @param {number} spent seconds
 * @param {number} since when it was begun
 * @returns {import("./items.js").Change | undefined}
 */
export function leftItem(item, spent, since) {
  if (!item || spent < GLANCE) return undefined;
  const begun = item.asked_at ?? (spent >= ASKED || item.asked ? new Date(since).toISOString() : null);
  return { seconds: Math.min(LONGEST, item.seconds + spent), ...(begun && item.asked !== "no" ? { asked: item.asked ?? "yes", asked_at: begun } : {}) };
}

/**
 * The criteria of a rubric in the one order of the qualities, with their weights in words.
 *
 * @param {import("./api.js").Rubric} rubric
 * @returns {import("./CriterionRow.jsx").Criterion[]}
 */
export function criteriaOf({ criteria }) {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const alike = new Set(criteria.map(({ weight }) => weight)).size < 2;
  const place = (/** @type {string} */ slug) => (QUALITY_ORDER.includes(slug) ? QUALITY_ORDER.indexOf(slug) : QUALITY_ORDER.length);
  return criteria
    .map(({ quality, weight, anchors }) => ({ slug: quality.slug, name: quality.name, share: alike ? "" : `${weight} of ${sum} shares`, anchors }))
    .sort((one, other) => place(one.slug) - place(other.slug));
}

/** Whose card is not in, by name. @param {Pick<Interview, "participants">} interview */
export const missingCards = ({ participants }) => participants.filter(({ scorecard }) => scorecard === "not_yet").map(({ name, person }) => name || person?.name || "");
