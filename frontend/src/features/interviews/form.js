/** The fields of an interview as a form holds them, and the body that they become. Pure. */
import { instantOf, wallTime } from "./zones.js";

/** @typedef {import("./rules.js").Interview} Interview */
/** @typedef {{ role: string, name: string, note: string }} Participant */

/**
 * @typedef {object} Entered
 * @property {string} application id, "" for none
 * @property {string} organization
 * @property {string} title
 * @property {string} round
 * @property {string} day "2026-11-26"
 * @property {string} time "14:00"
 * @property {string} zone
 * @property {string} minutes
 * @property {string} place
 * @property {string} video
 * @property {Participant[]} participants
 * @property {string} notes
 */

/** @param {string} zone @returns {Entered} */
export const emptyForm = (zone) => ({ application: "", organization: "", title: "", round: "technical", day: "", time: "", zone, minutes: "60", place: "", video: "", participants: [], notes: "" });

/** @param {Interview} interview @returns {Entered} */
export function formOf(interview) {
  const { time_zone: zone, starts_at: start } = interview;
  const [day, time] = start ? wallTime(start, zone).split("T") : ["", ""];
  return {
    application: interview.application?.id ?? "",
    organization: interview.organization,
    title: interview.title,
    round: interview.round,
    day,
    time,
    zone,
    minutes: String(interview.minutes),
    place: interview.place,
    video: interview.video_link,
    participants: interview.participants.map(({ role = "interviewer", name = "", note = "" }) => ({ role, name, note })),
    notes: interview.notes,
  };
}

/** What may change at any time; times have their own step. @param {Entered} entered */
export function detailsBody(entered) {
  return {
    application: entered.application || null,
    ...(entered.application ? {} : { organization: entered.organization.trim() }),
    title: entered.title.trim(),
    round: entered.round,
    place: entered.place.trim(),
    video_link: entered.video.trim(),
    participants: entered.participants.map((person) => ({ ...person, name: person.name.trim() })).filter(({ name }) => name),
    notes: entered.notes,
  };
}

/** @param {Entered} entered */
export function timesBody({ day, time, zone, minutes }) {
  return { starts_at: instantOf(`${day}T${time}`, zone), time_zone: zone, minutes: Number(minutes) };
}

/** A new interview; without a day it is a draft. @param {Entered} entered */
export function newBody(entered) {
  const { starts_at: start, ...rest } = timesBody(entered);
  return { ...detailsBody(entered), ...rest, ...(start ? { starts_at: start } : {}) };
}

/**
 * What is wrong with the times before anything is sent.
 *
 * @param {Entered} entered
 * @param {boolean} needed whether a time has to be there
 * @returns {Record<string, string>}
 */
export function timeFaults({ day, time, zone, minutes }, needed) {
  const length = Number(minutes);
  const fits = Number.isInteger(length) && length >= 5 && length <= 720;
  return { ...startFaults(day, time, zone, needed), ...(fits ? {} : { minutes: "A whole number from 5 to 720." }) };
}

/**
 * @param {string} day
 * @param {string} time
 * @param {string} zone
 * @param {boolean} needed
 * @returns {Record<string, string>}
 */
function startFaults(day, time, zone, needed) {
  if (day && time) return skipped(`${day}T${time}`, zone);
  /** @type {Record<string, string>} */
  const faults = {};
  if (!day && (needed || time)) faults.day = time ? "A time needs its day." : "Choose the day.";
  if (!time && (needed || day)) faults.time = "Say at what time.";
  return faults;
}

/** @param {string} wall @param {string} zone @returns {Record<string, string>} */
const skipped = (wall, zone) => (instantOf(wall, zone) ? {} : { time: "The clocks skip this time on that day. Choose another." });

/** The server's names of fields as this form's. @param {Record<string, string>} errors */
export function fieldNames(errors) {
  /** @type {Record<string, string>} */
  const names = { starts_at: "time", time_zone: "zone", video_link: "video" };
  return Object.fromEntries(Object.entries(errors).map(([name, words]) => [names[name] ?? name, words]));
}
