/** What the list's address means, which steps an interview can take, and why not. Pure. */
import { moment } from "../../lib/format.js";
import { readList, toggled, writeQuery } from "../../lib/query.js";

/** What is optional to send is always there in a reply. @typedef {Required<import("../../api/models.d.ts").Schema["Interview"]>} Interview */

/** @type {Record<string, string>} */
export const STATES = { draft: "No time yet", scheduled: "Scheduled", in_progress: "Running", awaiting_feedback: "Awaiting feedback", complete: "Took place", cancelled: "Cancelled", no_show: "No show" };

/** @type {Record<string, string>} */
export const PURPOSES = { hiring: "Hiring", mock: "Mock", tracked: "Tracked" };

/** @type {Record<string, string>} */
export const STAGES = { saved: "Saved", applied: "Applied", screening: "Screening", interviewing: "Interviewing", offer: "Offer", accepted: "Accepted", rejected: "Rejected", withdrawn: "Withdrawn" };

/** @type {Record<string, string>} */
export const ROUNDS = { screen: "First call", technical: "Technical", coding: "Live coding", system_design: "System design", behavioural: "Behavioural", take_home: "Take-home review", final: "Final", other: "Other" };

/** @type {Record<string, string>} */
export const PARTS = { lead: "Lead", interviewer: "Interviewer", observer: "Observer", candidate: "Candidate", recruiter: "Recruiter" };

/** @type {Record<string, string>} */
export const FEELINGS = { badly: "Badly", mixed: "Mixed", well: "Well", very_well: "Very well" };

/** @param {Record<string, string>} words */
export const optionsOf = (words) => Object.entries(words).map(([value, label]) => ({ value, label }));

/**
 * @typedef {object} ListState
 * @property {string} q
 * @property {string} organization text inside its name
 * @property {string[]} purpose
 * @property {string[]} state
 * @property {string[]} stage
 * @property {string} from a day, "2026-11-01"
 * @property {string} to
 */

/** @param {string} search of an address @returns {ListState} */
export function readState(search) {
  const params = new URLSearchParams(search);
  const day = (/** @type {string} */ name) => (/^\d{4}-\d\d-\d\d$/.test(params.get(name) ?? "") ? (params.get(name) ?? "") : "");
  return {
    q: params.get("q") ?? "",
    organization: params.get("organization") ?? "",
    purpose: readList(search, "purpose").filter((value) => value in PURPOSES),
    state: readList(search, "state").filter((value) => value in STATES),
    stage: readList(search, "stage").filter((value) => value in STAGES),
    from: day("from"),
    to: day("to"),
  };
}

/** @typedef {"purpose" | "state" | "stage"} Group of values of which any may be chosen */

/** @param {ListState} state */
export function listAddress(state) {
  const query = writeQuery({ ...state });
  return query ? `/interviews?${query}` : "/interviews";
}

/** @param {ListState} state @param {Group} group @param {string} value @returns {ListState} */
export const withToggled = (state, group, value) => ({ ...state, [group]: toggled(state[group], value) });

/** @param {ListState} state */
export const filterCount = (state) => state.purpose.length + state.state.length + state.stage.length + [state.organization, state.from, state.to].filter(Boolean).length;

/**
 * The filters as the API takes them; days are whole days of the reader's zone.
 *
 * @param {ListState} state
 * @param {(wall: string) => string | undefined} instant of a wall time in the reader's zone
 */
export function listQuery(state, instant) {
  return {
    q: state.q.trim() || undefined,
    organization__contains: state.organization.trim() || undefined,
    purpose: state.purpose,
    state: state.state,
    stage: state.stage,
    starts_at__gte: state.from ? instant(`${state.from}T00:00`) : undefined,
    starts_at__lte: state.to ? instant(`${state.to}T23:59`) : undefined,
  };
}

const OPEN = new Set(["draft", "scheduled", "in_progress", "awaiting_feedback"]);

/**
 * What is ahead (soonest first, without a time last), what is over and waits for a word, and what is past.
 *
 * @template {Pick<Interview, "state" | "starts_at" | "ends_at">} T
 * @param {readonly T[]} interviews
 * @param {number} now
 */
export function parted(interviews, now) {
  const over = (/** @type {T} */ one) => Boolean(one.ends_at) && Date.parse(one.ends_at ?? "") <= now;
  const time = (/** @type {T} */ one) => (one.starts_at ? Date.parse(one.starts_at) : Number.MAX_SAFE_INTEGER);
  const sorted = [...interviews].sort((one, other) => time(one) - time(other));
  return {
    ahead: sorted.filter((one) => OPEN.has(one.state) && !over(one)),
    waiting: sorted.filter((one) => OPEN.has(one.state) && over(one)),
    past: sorted.filter((one) => !OPEN.has(one.state)).reverse(),
  };
}

/**
 * "in 4 days", "tomorrow", "in 3 hours"; nothing beyond a week or in the past.
 *
 * @param {string | null | undefined} iso
 * @param {number} now
 */
export function soon(iso, now) {
  if (!iso) return "";
  const minutes = Math.round((Date.parse(iso) - now) / 60000);
  if (minutes < 0 || minutes > 7 * 24 * 60) return "";
  const format = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
  if (minutes < 90) return format.format(minutes, "minute");
  if (minutes < 36 * 60) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / (24 * 60)), "day");
}

/** @typedef {{ verb: string, label: string, why: string }} Step why: the reason that it cannot be taken now; "" when it can */

/** The steps of an interview held elsewhere, in the order of its life. */
const STEPS = /** @type {const} */ ([
  ["reschedule", "Reschedule"],
  ["complete", "It took place"],
  ["no-show", "Somebody did not come"],
  ["cancel", "Cancel"],
]);

/** @type {Record<string, string>} */
const FINAL = {
  complete: "It took place, so this is closed.",
  cancelled: "It is cancelled. If it takes place after all, add it anew.",
  no_show: "It is closed as a no show. For another try, add a new one.",
};

/**
 * Every step with what stands against it.
 *
 * @param {Pick<Interview, "state" | "allowed_transitions" | "starts_at" | "ends_at" | "time_zone">} interview
 * @param {number} now
 * @returns {Step[]}
 */
export function stepsOf(interview, now) {
  return STEPS.map(([verb, label]) => ({ verb, label: verb === "reschedule" && !interview.starts_at ? "Give it a time" : label, why: against(interview, verb, now) }));
}

/**
 * @param {Parameters<typeof stepsOf>[0]} interview
 * @param {string} verb
 * @param {number} now
 */
function against(interview, verb, now) {
  if (!interview.allowed_transitions.includes(verb)) return FINAL[interview.state] ?? "It needs a time first.";
  if (verb === "complete" && interview.ends_at && Date.parse(interview.ends_at) > now) return `Possible once it has ended, ${moment(interview.ends_at, interview.time_zone)}.`;
  if (verb === "no-show" && interview.starts_at && Date.parse(interview.starts_at) > now) return `Possible once it should have begun, ${moment(interview.starts_at, interview.time_zone)}.`;
  return "";
}

/**
 * Whether there is something to look back on.
 *
 * @param {Pick<Interview, "state" | "starts_at">} interview
 * @param {number} now
 */
export const mayLookBack = ({ state, starts_at }, now) => state === "complete" || (OPEN.has(state) && Boolean(starts_at) && Date.parse(starts_at ?? "") <= now);

/** One line of the history in words. @param {{ verb: string, starts_at: string | null }} event @param {string} timeZone */
export function eventWords({ verb, starts_at }, timeZone) {
  const time = starts_at ? moment(starts_at, timeZone) : "";
  /** @type {Record<string, string>} */
  const words = { start: "Started", finish: "Finished", "all-in": "Every scorecard is in", create: time ? `Noted for ${time}` : "Noted, without a time", reschedule: `Moved to ${time}`, cancel: "Cancelled", complete: "Took place", "no-show": "Somebody did not come" };
  return words[verb] ?? verb;
}

/** Where two versions of the same thing differ. @param {Record<string, unknown>} mine @param {Record<string, unknown>} theirs */
export function differences(mine, theirs) {
  return Object.keys(mine).filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]));
}
