/** What practice shows and how: grades, times, the axis, the strip. Pure. */

/** @typedef {import("./records.js").Grade} Grade */

export const GRADES = /** @type {const} */ (["again", "hard", "good", "easy"]);

/** The grades in words. @type {Record<Grade, string>} */
export const GRADE_WORDS = { again: "Again", hard: "Hard", good: "Good", easy: "Easy" };

/** The keys that tick key points, in the order of the points. */
export const TICK_KEYS = ["Q", "W", "E", "R", "T"];

/** What each score means on a rubric's scale. @type {Record<number, string>} */
export const SCORES = { 1: "Not shown", 2: "Partial", 3: "Solid", 4: "Outstanding" };

/** @type {Record<string, string>} */
export const LEVELS = { junior: "Junior", mid: "Mid", senior: "Senior", lead: "Lead" };

/** @type {Record<string, string>} */
export const WHYS = { due: "due", weak: "a weak spot", new: "new", lapsed: "forgotten last time", chosen: "chosen by you" };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @type {ReadonlyArray<readonly [upTo: number, unit: number, one: string, many: string]>} */
const UNITS = [
  [HOUR, MINUTE, "min", "min"],
  [DAY, HOUR, "hour", "hours"],
  [60 * DAY, DAY, "day", "days"],
  [730 * DAY, 30.44 * DAY, "month", "months"],
  [Infinity, 365.25 * DAY, "year", "years"],
];

/** "10 min", "6 days", "4 months". @param {number} ms */
export function span(ms) {
  // What rounds up to the next unit is said in it: 23.8 hours is a day.
  const [, unit, one, many] = UNITS.find(([upTo, size]) => Math.round(ms / size) * size < upTo) ?? UNITS[4];
  const count = Math.max(1, Math.round(ms / unit));
  return `${count} ${count === 1 ? one : many}`;
}

/** "1:42" @param {number} seconds */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** "1 min 42 s" @param {number} seconds */
export const took = (seconds) => [seconds >= 60 && `${Math.floor(seconds / 60)} min`, (seconds % 60 > 0 || seconds < 60) && `${Math.floor(seconds % 60)} s`].filter(Boolean).join(" ");

/**
 * How long each grade keeps a question away, from the times that the server reckoned.
 *
 * @param {Record<Grade, string> | null} next
 * @param {string} asked when it reckoned
 * @returns {Record<Grade, number> | null} milliseconds
 */
export function distances(next, asked) {
  if (!next) return null;
  const away = (/** @type {Grade} */ grade) => Math.max(MINUTE, Date.parse(next[grade]) - Date.parse(asked));
  return { again: away("again"), hard: away("hard"), good: away("good"), easy: away("easy") };
}

/** "this session" or "Mon 30 Nov" @param {number} ms from now @param {number} now */
export function returns(ms, now) {
  if (ms < HOUR) return "this session";
  const then = new Date(now + ms);
  if (ms < DAY / 2) return then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return then.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

const TICKS = /** @type {const} */ ([
  [MINUTE, "1 min"],
  [10 * MINUTE, "10 min"],
  [HOUR, "1 hour"],
  [DAY, "1 day"],
  [3 * DAY, "3 days"],
  [7 * DAY, "1 week"],
  [30.44 * DAY, "1 month"],
  [182 * DAY, "6 months"],
  [365.25 * DAY, "1 year"],
]);

/** How near two marks may stand, in shares of the axis, before they would cover each other. */
const NEAR = 0.024;

/**
 * A logarithmic axis of time that holds all the grades and, if there is one, the interview.
 *
 * @param {Record<Grade, number>} away milliseconds
 * @param {number} [interview] milliseconds from now
 */
export function timeAxis(away, interview) {
  const values = [...Object.values(away), ...(interview && interview > 0 ? [interview] : [])];
  const low = Math.log(Math.min(5 * MINUTE, Math.min(...values) * 0.6));
  const high = Math.log(Math.max(45 * DAY, Math.max(...values) * 1.6));
  const at = (/** @type {number} */ ms) => (Math.log(ms) - low) / (high - low);
  return {
    ticks: TICKS.map(([ms, label]) => ({ x: at(ms), label })).filter(({ x }) => x > 0.02 && x < 0.985),
    marks: spread(GRADES.map((grade) => ({ grade, x: at(away[grade]) }))),
    interview: interview && interview > 0 ? at(interview) : undefined,
  };
}

/**
 * Marks that would cover each other stand side by side around where they belong.
 *
 * @param {ReadonlyArray<{ grade: Grade, x: number }>} marks
 */
function spread(marks) {
  /** @type {Array<Array<{ grade: Grade, x: number }>>} */
  const groups = [];
  for (const mark of [...marks].sort((one, other) => one.x - other.x)) {
    const group = groups.at(-1);
    if (group && mark.x - (group.at(-1)?.x ?? 0) < NEAR) group.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => {
    const middle = group.reduce((sum, { x }) => sum + x, 0) / group.length;
    return group.map(({ grade }, index) => ({ grade, x: middle, step: index - (group.length - 1) / 2 }));
  });
}

/** @typedef {{ grade: Grade, at: string, seconds: number | undefined }} Habit the last grade of a question, when, and how long one usually takes */

/**
 * @param {ReadonlyArray<{ question: string, grade: Grade, seconds: number, reviewed_at: string }>} reviews
 * @returns {Map<string, Habit>} by question
 */
export function habits(reviews) {
  /** @type {Map<string, Array<typeof reviews[number]>>} */
  const piles = new Map();
  for (const review of reviews) piles.set(review.question, [...(piles.get(review.question) ?? []), review]);
  return new Map(
    [...piles].map(([question, pile]) => {
      const last = pile.reduce((one, other) => (one.reviewed_at > other.reviewed_at ? one : other));
      const times = pile.map(({ seconds }) => seconds).filter(Boolean).sort((one, other) => one - other);
      // Once is no habit.
      return [question, { grade: last.grade, at: last.reviewed_at, seconds: times.length > 1 ? times[Math.floor((times.length - 1) / 2)] : undefined }];
    }),
  );
}

/** "last seen 12 days ago: Hard" @param {Habit} habit @param {number} now */
export const lastSeen = ({ grade, at }, now) => `last seen ${span(now - Date.parse(at))} ago: ${GRADE_WORDS[grade]}`;

/** What is left when the server does not know some of them. @param {readonly string[]} slugs @param {ReadonlyArray<{ detail: string }>} errors */
export const withoutUnknown = (slugs, errors) => slugs.filter((slug) => !errors.some(({ detail }) => detail.startsWith(`"${slug}"`)));

/**
 * One of each kind in turn, in the order in which they came.
 *
 * @template T
 * @param {readonly T[]} list
 * @param {(one: T) => string} kind
 * @returns {T[]}
 */
export function mixed(list, kind) {
  /** @type {Map<string, T[]>} */
  const piles = new Map();
  for (const one of list) piles.set(kind(one), [...(piles.get(kind(one)) ?? []), one]);
  const rounds = Math.max(0, ...[...piles.values()].map((pile) => pile.length));
  return Array.from({ length: rounds }, (_, round) => [...piles.values()].flatMap((pile) => pile[round] ?? [])).flat();
}

/**
 * The strip in words: "Card 7 of 14. So far: 1 again, 3 good".
 *
 * @param {ReadonlyArray<{ grade: Grade | null }>} items
 * @param {number} at
 */
export function stripWords(items, at) {
  const counts = gradeCounts(items);
  const far = GRADES.filter((grade) => counts[grade] > 0).map((grade) => `${counts[grade]} ${grade}`);
  return `Card ${Math.min(at + 1, items.length)} of ${items.length}.${far.length > 0 ? ` So far: ${far.join(", ")}.` : ""}`;
}

/** @param {ReadonlyArray<{ grade: Grade | null }>} items @returns {Record<Grade, number>} */
export function gradeCounts(items) {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const { grade } of items) if (grade) counts[grade] += 1;
  return counts;
}

/**
 * The quality whose questions were graded lowest, if any was below Good.
 *
 * @param {ReadonlyArray<{ grade: Grade | null, qualities: ReadonlyArray<{ quality: { slug: string, name: string }, strength: number }> }>} graded
 */
export function weakest(graded) {
  /** @type {Map<string, { slug: string, name: string, sum: number, weight: number }>} */
  const byQuality = new Map();
  for (const { grade, qualities } of graded) {
    if (!grade) continue;
    for (const { quality, strength } of qualities) {
      const before = byQuality.get(quality.slug) ?? { slug: quality.slug, name: quality.name, sum: 0, weight: 0 };
      byQuality.set(quality.slug, { ...before, sum: before.sum + GRADES.indexOf(grade) * strength, weight: before.weight + strength });
    }
  }
  const [lowest] = [...byQuality.values()].map((one) => ({ slug: one.slug, name: one.name, mean: one.sum / one.weight })).sort((one, other) => one.mean - other.mean);
  return lowest && lowest.mean < 2 ? { slug: lowest.slug, name: lowest.name } : null;
}

/** One letter of a sentence as the text may have it. @param {string} letter */
function letterPattern(letter) {
  if (letter === " ") return "[\\s`*]+";
  if (letter === "'") return "['’]";
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
}

/**
 * Where sentences stand in the text they were taken from, whatever its white space and Markdown.
 *
 * @param {string} text
 * @param {ReadonlyArray<string | null>} sentences
 * @returns {number[][]} spans in code points
 */
export function placesOf(text, sentences) {
  const points = (/** @type {number} */ end) => Array.from(text.slice(0, end)).length;
  return sentences.flatMap((sentence) => {
    if (!sentence) return [];
    const hit = new RegExp(Array.from(sentence, letterPattern).join("[`*]*"), "u").exec(text);
    return hit ? [[points(hit.index), points(hit.index + hit[0].length)]] : [];
  });
}
