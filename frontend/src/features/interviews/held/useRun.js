/** What this device is at in the course of an interview: the current question, and the pauses. Kept over a reload. */
import { useState } from "preact/hooks";
import { CLOSING, OPENING, paused, placeOf } from "./clock.js";

/** @typedef {{ current: string, since: number }} Place since: when this stretch began, in milliseconds since 1970 */
/** @typedef {Place & { pauses: import("./clock.js").Pause[] }} Run */
/** @typedef {Partial<Place> & { pauses: import("./clock.js").Pause[] }} Kept without a place until one has moved */

/** @param {string} id of the interview */
const place = (id) => `vivavoce.run.${id}`;

/** @param {string} id @returns {Kept} */
function kept(id) {
  try {
    return { pauses: [], ...JSON.parse(localStorage.getItem(place(id)) ?? "{}") };
  } catch {
    return { pauses: [] };
  }
}

/** @param {string} id @param {Kept} run */
function keep(id, run) {
  try {
    localStorage.setItem(place(id), JSON.stringify(run));
  } catch {
    // The place in the kit then lasts as long as the page does.
  }
}

/**
 * One's own place once one has moved; before that, and for the clock of everybody but the one who
 * keeps the time, the place that follows from what was noted of the questions.
 *
 * @param {string} id of the interview
 * @param {number} startedAt
 * @param {readonly import("./clock.js").Timed[]} items
 * @param {{ timing: boolean, onLeave: (key: string, since: number) => void }} ways timing: whether this device keeps the time; onLeave: a stretch was left, which began then
 */
export function useRun(id, startedAt, items, { timing, onLeave }) {
  const [own, setOwn] = useState(() => kept(id));
  const noted = placeOf(items, startedAt);
  const keys = [OPENING, ...items.map((item) => item.id), CLOSING];
  const moved = Boolean(own.since) && keys.includes(own.current ?? "");
  /** @type {Run} */
  const run = { ...noted, ...(moved ? own : {}), pauses: own.pauses };
  const put = (/** @type {Partial<Run>} */ part) => {
    const next = { ...own, ...part };
    keep(id, next);
    setOwn(next);
  };
  // A place that was only read off the questions says nothing of how long this device was at it.
  const leave = () => moved && onLeave(run.current, run.since);
  const go = (/** @type {string} */ key) => {
    if (key === run.current) return;
    leave();
    put({ current: key, since: Date.now() });
  };
  const move = (/** @type {number} */ by) => go(keys[Math.max(0, Math.min(keys.length - 1, keys.indexOf(run.current) + by))]);
  return { run, moved, leave, table: timing ? run : noted, go, move, pause: () => put({ pauses: paused(run.pauses, Date.now()) }) };
}
