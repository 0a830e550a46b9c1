/** What this device is at in the course of an interview: the current question, and the pauses. Kept over a reload. */
import { useState } from "preact/hooks";
import { OPENING, paused } from "./clock.js";

/** @typedef {{ current: string, since: number, pauses: import("./clock.js").Pause[] }} Run since: when the current stretch began, in milliseconds since 1970 */

/** @param {string} id of the interview */
const place = (id) => `vivavoce.run.${id}`;

/** @param {string} id @param {number} startedAt @returns {Run} */
function kept(id, startedAt) {
  const fresh = { current: OPENING, since: startedAt, pauses: [] };
  try {
    return { ...fresh, ...JSON.parse(localStorage.getItem(place(id)) ?? "{}") };
  } catch {
    return fresh;
  }
}

/** @param {string} id @param {Run} run */
function keep(id, run) {
  try {
    localStorage.setItem(place(id), JSON.stringify(run));
  } catch {
    // The place in the kit then lasts as long as the page does.
  }
}

/**
 * @param {string} id of the interview
 * @param {number} startedAt
 * @param {readonly string[]} keys of all stretches, in order
 * @param {(key: string, since: number) => void} onLeave a stretch was left, which began then
 */
export function useRun(id, startedAt, keys, onLeave) {
  const [run, setRun] = useState(() => kept(id, startedAt));
  const put = (/** @type {Partial<Run>} */ part) => {
    const next = { ...run, ...part };
    keep(id, next);
    setRun(next);
  };
  const go = (/** @type {string} */ key) => {
    if (key === run.current || !keys.includes(key)) return;
    onLeave(run.current, run.since);
    put({ current: key, since: Date.now() });
  };
  const move = (/** @type {number} */ by) => go(keys[Math.max(0, Math.min(keys.length - 1, keys.indexOf(run.current) + by))]);
  return { run, go, move, pause: () => put({ pauses: paused(run.pauses, Date.now()) }) };
}
