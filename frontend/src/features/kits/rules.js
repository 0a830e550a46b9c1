/** When what happens in a planned interview. Pure. */

/** @type {Record<string, string>} */
export const PURPOSES = { mock: "Rehearsal", hiring: "Hiring" };

/** @type {Record<string, string>} */
export const LEVELS = { junior: "Junior", mid: "Mid", senior: "Senior", lead: "Lead" };

/** "00:25" on the clock of the interview. @param {number} minutes */
export const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * The stretches of an interview one after another, each with the minute at which it begins.
 *
 * @template {{ minutes: number, pause: number }} T
 * @param {{ opening_minutes: number, items: readonly T[], closing_minutes: number }} kit
 * @returns {{ items: Array<{ item: T, at: number }>, closingAt: number, ends: number }}
 */
export function timetable({ opening_minutes: opening, items, closing_minutes: closing }) {
  let at = opening;
  const timed = items.map((item) => {
    const begins = at + item.pause;
    at = begins + item.minutes;
    return { item, at: begins };
  });
  return { items: timed, closingAt: at, ends: at + closing };
}
