/**
 * Marked text: the server says which spans matched, counted in code points of plain text
 * (JavaScript counts UTF-16 units, so an emoji before a match would shift it).
 */

/** @typedef {{ text: string, marked: boolean }} Piece */

/**
 * @param {string} text
 * @param {ReadonlyArray<readonly number[]>} spans [start, end) in code points; may overlap
 * @returns {Piece[]} the text cut where marks begin and end, nothing lost
 */
export function pieces(text, spans) {
  const points = Array.from(text);
  const sorted = spans
    .map(([start = 0, end = 0]) => [Math.max(0, start), Math.min(points.length, end)])
    .filter(([start, end]) => end > start)
    .sort((one, other) => one[0] - other[0]);
  /** @type {Piece[]} */
  const out = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) out.push({ text: points.slice(at, from).join(""), marked: false });
    out.push({ text: points.slice(from, end).join(""), marked: true });
    at = end;
  }
  if (at < points.length) out.push({ text: points.slice(at).join(""), marked: false });
  return out;
}

/**
 * @param {string[]} points
 * @param {number} from
 * @param {number} limit
 */
function nextWord(points, from, limit) {
  let at = from;
  while (at > 0 && at < limit && points[at - 1] !== " ") at += 1;
  return at;
}

/**
 * @param {string[]} points
 * @param {number} to
 * @param {number} limit
 */
function wordBefore(points, to, limit) {
  let at = to;
  while (at < points.length && at > limit && points[at] !== " ") at -= 1;
  return at;
}

/**
 * A stretch of a long text around its first mark, cut at words, with spans moved along.
 *
 * @param {string} text
 * @param {ReadonlyArray<readonly number[]>} spans
 * @param {number} [before] code points of context in front of the first mark
 * @param {number} [length] code points in all
 * @returns {{ text: string, spans: number[][] }}
 */
export function excerpt(text, spans, before = 40, length = 160) {
  const points = Array.from(text.replace(/\s/g, " "));
  const [first, end] = [...spans].sort((one, other) => one[0] - other[0])[0] ?? [0, 0];
  const from = nextWord(points, Math.max(0, first - before), first);
  const to = wordBefore(points, Math.min(points.length, from + length), Math.min(end, from + length));
  const lead = from > 0 ? "…" : "";
  const tail = to < points.length ? "…" : "";
  const shift = Array.from(lead).length - from;
  return {
    text: lead + points.slice(from, to).join("") + tail,
    spans: spans.filter(([start]) => start < to).map(([start, stop]) => [start + shift, Math.min(stop, to) + shift]),
  };
}
