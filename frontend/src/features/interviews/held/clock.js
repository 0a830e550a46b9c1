/** The clock of an interview and its plan: what was meant to happen when, and what did. Pure. */

/** @typedef {{ from: number, to: number | null }} Pause in milliseconds since 1970; to: null while it lasts */
/** @typedef {{ startedAt: number, finishedAt: number | null, pauses: readonly Pause[] }} Course */
/** @typedef {{ key: string, label: string, start: number, length: number, running?: boolean }} Stretch in seconds on the interview's clock */

export const OPENING = "opening";
export const CLOSING = "closing";

/** "26:05", beyond the hour "71:05". @param {number} seconds */
export function spell(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "041": as people quote it. @param {number | null | undefined} number of a question */
export const numbered = (number) => (number ? String(number).padStart(3, "0") : "");

/**
 * The seconds on the interview's clock at a moment; what was paused does not count.
 *
 * @param {Course} course
 * @param {number} moment
 */
export function clockAt({ startedAt, finishedAt, pauses }, moment) {
  const end = Math.min(moment, finishedAt ?? moment);
  const paused = pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? end, end) - Math.max(from, startedAt)), 0);
  return Math.max(0, Math.floor((end - startedAt - paused) / 1000));
}

/** @param {readonly Pause[]} pauses */
export const isPaused = (pauses) => pauses.at(-1)?.to === null;

/** Begins a pause or ends it. @param {readonly Pause[]} pauses @param {number} now @returns {Pause[]} */
export function paused(pauses, now) {
  const last = pauses.at(-1);
  return last?.to === null ? [...pauses.slice(0, -1), { from: last.from, to: now }] : [...pauses, { from: now, to: null }];
}

/**
 * The plan: opening, the planned questions and the breaks before them, closing, one after another.
 *
 * @param {{ opening_minutes: number, closing_minutes: number } | undefined} kit
 * @param {ReadonlyArray<{ id: string, number: number | null, minutes: number, pause: number, planned: boolean }>} items
 * @returns {Stretch[]}
 */
export function planOf(kit, items) {
  const named = [
    { key: OPENING, label: "Hello", minutes: kit?.opening_minutes ?? 0 },
    ...items.filter(({ planned }) => planned).flatMap(({ id, number, minutes, pause }) => [
      { key: `pause-${id}`, label: "Break", minutes: pause },
      { key: id, label: numbered(number), minutes },
    ]),
    { key: CLOSING, label: "Theirs", minutes: kit?.closing_minutes ?? 0 },
  ].filter(({ minutes }) => minutes > 0);
  let start = 0;
  return named.map(({ key, label, minutes }) => {
    const stretch = { key, label, start, length: minutes * 60 };
    start += stretch.length;
    return stretch;
  });
}

/** @param {readonly Stretch[]} plan @returns {number} seconds */
export const planned = (plan) => plan.reduce((sum, { length }) => sum + length, 0);

/** @typedef {{ id: string, number: number | null, asked: string | null, asked_at: string | null, seconds: number }} Timed */

/**
 * Where the conversation is, by what was noted of the questions: at the one that was asked last,
 * and once its time is known, at what comes after it.
 *
 * @param {readonly Timed[]} items in their order
 * @param {number} startedAt
 * @returns {{ current: string, since: number }}
 */
export function placeOf(items, startedAt) {
  const asked = items.flatMap(({ id, asked, asked_at: at, seconds }, index) => (at && asked !== "no" ? [{ id, index, open: seconds === 0, end: Date.parse(at) + seconds * 1000 }] : []));
  const last = asked.sort((one, other) => other.end - one.end)[0];
  if (!last) return { current: OPENING, since: startedAt };
  if (last.open) return { current: last.id, since: last.end };
  return { current: items.slice(last.index + 1).find(({ asked }) => !asked)?.id ?? CLOSING, since: last.end };
}

/**
 * What happened: each question from when it was asked, for as long as it took; before the first the
 * hello, and last what runs now, or at the end their questions.
 *
 * @param {readonly Timed[]} items
 * @param {Course} course
 * @param {{ current: string, since: number }} place where the conversation is
 * @param {number} now
 * @returns {Stretch[]}
 */
export function actualOf(items, course, place, now) {
  const elapsed = clockAt(course, now);
  const asked = items
    .filter(({ asked_at: at }) => at)
    .map(({ id, number, asked_at: at, seconds }) => ({ key: id, label: numbered(number), start: clockAt(course, Date.parse(at ?? "")), length: seconds }))
    .sort((one, other) => one.start - other.start);
  const ended = Math.max(0, ...asked.map(({ start, length }) => start + length));
  const over = course.finishedAt !== null;
  const key = over ? CLOSING : place.current;
  const begun = Math.min(elapsed, over ? ended : clockAt(course, place.since));
  const last = { key, label: nameOf(key, items.find(({ id }) => id === key)?.number), start: begun, length: elapsed - begun, running: !over };
  const first = Math.min(...asked.map(({ start }) => start), begun);
  const hello = first > 0 ? [{ key: OPENING, label: "Hello", start: 0, length: first }] : [];
  return [...hello, ...asked, last].filter(({ length }) => length > 0);
}

/** @param {string} key @param {number | null | undefined} number */
const nameOf = (key, number) => ({ [OPENING]: "Hello", [CLOSING]: "Theirs" })[key] ?? numbered(number);

/**
 * How far behind the plan (above 0) or ahead of it (below 0), in seconds: by when the current
 * stretch began, and by how far it has run over its end.
 *
 * @param {readonly Stretch[]} plan
 * @param {{ current: string, begun: number }} run begun: on the interview's clock
 * @param {number} elapsed
 */
export function behind(plan, { current, begun }, elapsed) {
  const stretch = plan.find(({ key }) => key === current);
  if (!stretch) return Math.max(0, elapsed - planned(plan));
  return Math.max(begun - stretch.start, elapsed - stretch.start - stretch.length);
}

/** @param {number} seconds as `behind` gives them */
export function courseWords(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return "on plan";
  return `${minutes} min ${seconds > 0 ? "behind plan" : "ahead of plan"}`;
}
