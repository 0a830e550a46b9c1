/** Finding words of an advert. Pure. */

/** @typedef {{ term: string, aliases: readonly string[], note: string }} Keyword */

/**
 * Keywords with a word of their name, another name or their note that begins so; by their name first.
 *
 * @template {Keyword} T
 * @param {readonly T[]} keywords
 * @param {string} text
 * @returns {T[]}
 */
export function matching(keywords, text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [...keywords];
  const begins = (/** @type {string} */ where) => ` ${where.toLowerCase()}`.search(new RegExp(`[^\\p{L}\\p{N}]${escaped(wanted)}`, "u")) >= 0;
  const rank = (/** @type {T} */ { term, aliases, note }) => (begins(term) ? 0 : aliases.some(begins) ? 1 : begins(note) ? 2 : 3);
  return keywords
    .map((keyword) => ({ keyword, at: rank(keyword) }))
    .filter(({ at }) => at < 3)
    .sort((one, other) => one.at - other.at)
    .map(({ keyword }) => keyword);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @type {Record<string, string>} */
export const LEVELS = { junior: "Junior", mid: "Mid", senior: "Senior", lead: "Lead" };

/**
 * Where an advert's word leads in the bank.
 *
 * @param {{ topic: string | null, quality: string | null }} keyword
 */
export function bankPath({ topic, quality }) {
  if (topic) return `/questions?topic=${topic}`;
  return quality ? `/questions?quality=${quality}` : undefined;
}
