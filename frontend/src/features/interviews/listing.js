/** The parts of the list, as each side of the table wants to see them. A preference of display: replies are the same. Pure. */
import { parted } from "./rules.js";

/** @typedef {import("./rules.js").Interview} Interview */
/** @typedef {"candidate" | "interviewer"} Side */
/** @template T @typedef {{ title: string, note: string, rows: T[] }} Section */

/**
 * A candidate's list shows what is their own: interviews for hiring are on the other side, unless asked for.
 *
 * @template {Pick<Interview, "purpose">} T
 * @param {readonly T[]} rows
 * @param {Side} side
 * @param {readonly string[]} purposes that the filter names
 * @returns {T[]}
 */
export const shownOn = (rows, side, purposes) => rows.filter(({ purpose }) => side === "interviewer" || purpose !== "hiring" || purposes.includes("hiring"));

/** Whether it is under way here: it has its own part of the list, and is neither ahead nor past. @param {Pick<Interview, "purpose" | "state">} interview */
export const isHeld = ({ purpose, state }) => purpose !== "tracked" && (state === "in_progress" || state === "awaiting_feedback");

/**
 * @template {Pick<Interview, "purpose" | "state" | "starts_at" | "ends_at">} T
 * @param {readonly T[]} rows
 * @param {number} now
 * @param {Side} side
 * @returns {Section<T>[]}
 */
export function sectionsOf(rows, now, side) {
  const { ahead, waiting, past } = parted(
    rows.filter((row) => !isHeld(row)),
    now,
  );
  const sections = [
    { title: "Running", note: "", rows: rows.filter((row) => isHeld(row) && row.state === "in_progress") },
    { title: "Waiting for scorecards", note: "The debrief opens when every card is in.", rows: rows.filter((row) => isHeld(row) && row.state === "awaiting_feedback") },
    { title: "Over, and waiting for a word", note: "Say whether they took place.", rows: waiting },
    { title: "Ahead", note: "", rows: ahead },
    { title: "Past", note: "", rows: past },
  ];
  return side === "interviewer" ? sections.map((section) => ({ ...section, rows: hiringFirst(section.rows) })) : sections;
}

/** @template {Pick<Interview, "purpose">} T @param {readonly T[]} rows @returns {T[]} */
const hiringFirst = (rows) => [...rows].sort((one, other) => Number(other.purpose === "hiring") - Number(one.purpose === "hiring"));
