/** Versions of Django: which one a person works with, and what applies to it. Pure. */

/** What a project may run today. */
export const DJANGOS = /** @type {const} */ (["5.2", "6.0", "6.1"]);

const PREFIX = "django:";

/** @param {string} version empty: any @returns {string[]} as the API's filter reads it */
export const appliesTo = (version) => (version ? [PREFIX + version] : []);

/** @param {readonly string[]} filter as in an address @returns {string} the one Django it names, or nothing */
export const djangoOf = (filter) => (filter.length === 1 && filter[0].startsWith(PREFIX) ? filter[0].slice(PREFIX.length) : "");

/** @param {string} one @param {string} other @returns {number} below nothing when the first is older; "6" is "6.0" */
export function compared(one, other) {
  const [left, right] = [one, other].map((version) => version.split(".").map(Number));
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/** @type {Record<string, { holds: (difference: number) => boolean, words: (version: string) => string }>} */
const SIGNS = {
  ">=": { holds: (difference) => difference >= 0, words: (version) => `${version} or newer` },
  "<=": { holds: (difference) => difference <= 0, words: (version) => `${version} or older` },
  "==": { holds: (difference) => difference === 0, words: (version) => version },
  "!=": { holds: (difference) => difference !== 0, words: (version) => `not ${version}` },
  ">": { holds: (difference) => difference > 0, words: (version) => `newer than ${version}` },
  "<": { holds: (difference) => difference < 0, words: (version) => `older than ${version}` },
};

/** @param {string} range as a pack writes it: ">=5.2,<6.1" @returns {Array<[sign: string, version: string]>} */
const parts = (range) => Array.from(range.matchAll(/(>=|<=|==|!=|>|<)\s*([\d.]+)/g), ([, sign, version]) => [sign, version]);

/** @param {string} range @param {string} version */
export const holds = (range, version) => parts(range).every(([sign, bound]) => SIGNS[sign].holds(compared(version, bound)));

/** @param {string} range @returns {string} ">=6.1" is "6.1 or newer" */
export const rangeWords = (range) => parts(range).map(([sign, version]) => SIGNS[sign].words(version)).join(", ") || range;

/**
 * What a list leaves out for a version, and why.
 *
 * @param {number} hidden how many
 * @param {ReadonlyArray<Record<string, string> | null | undefined>} ranges of all questions, hidden or not
 * @param {string} version the Django that was chosen
 */
export function hiddenWords(hidden, ranges, version) {
  if (hidden === 0) return `Nothing is hidden: all of them apply to Django ${version}.`;
  const needed = new Set(ranges.map((range) => range?.django ?? "").filter((range) => range && !holds(range, version)));
  const why = needed.size > 0 ? `: ${hidden === 1 ? "it needs" : "they need"} Django ${[...needed].sort().map(rangeWords).join(" or ")}` : "";
  return `${hidden.toLocaleString("en-GB")} hidden${why}.`;
}

/**
 * @param {Record<string, string> | undefined} since package to the first version of which a key point is true
 * @param {string} version the reader's Django; empty when not said
 * @returns {{ words: string, applies: boolean } | undefined} nothing where it is true of every version
 */
export function sinceWords(since, version) {
  const first = since?.django;
  if (!first) return undefined;
  const applies = !version || compared(version, first) >= 0;
  return { words: applies ? `since Django ${first}` : `not in your Django ${version}: since ${first}`, applies };
}
