/**
 * Finds the wording of key points and red flags in an answer, on the device: the same rules as the
 * server's, in the same words (backend/vivavoce/questions/rules.py; shared vectors hold for both).
 * What is found is wording, not truth: the screen says "found wording for".
 */
import { stem } from "./stem.js";

/** Sentences: one thought often takes two of them, seldom three. */
const WINDOW = 2;
/** Longer sentences are cut for patterns, which bounds the time of any pattern. */
const MAX_SENTENCE = 600;
/** A list of keywords has almost no function words; speech has about half. */
const STUFFED_BELOW = 0.2;
const STUFFING_NEEDS = 8;

// What Python calls \w and \d: letters and digits of every script.
const W = String.raw`[\p{L}\p{N}_]`;
const EDGE = String.raw`(?:(?<=${W})(?!${W})|(?<!${W})(?=${W}))`;

const FENCE = /^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1`*~*\s*$/gm;
const LINK = /\[([^[\]]*)\]\([^)\s]{0,500}\)/g;
const EMPHASIS = new RegExp(String.raw`(?<!${W}|\*)(\*{1,3})(?=[^\s*])([\s\S]{1,300}?)(?<=[^\s*])\1(?!${W}|\*)`, "gu");
const BULLET = /^[^\S\n]*(?:[-*+]|\p{Nd}+[.)])\s+/gmu;
const BREAK = /\n\s*\n|(?<=[.!?])["')\]]*\s+/;
const ABBREVIATION = new RegExp(String.raw`${EDGE}(?:[eE]\.[gG]|[iI]\.[eE]|[eE][tT][cC]|[vV][sS]|[cC][fF]|[aA][pP][pP][rR][oO][xX]|[A-Z])\.$`, "u");
const WORD = new RegExp(String.raw`${W}+(?:'(?:t|s|re|ve|ll|d|m)${EDGE})?`, "gu");
const LITERAL = /^-|[^\p{L}\p{N}_\s'-]|_|\p{Nd}/u;
const NOT = new RegExp(String.raw`(?<=${W})n't${EDGE}`, "gu");
/** @type {Record<string, string>} */
const NEGATED = { "can't": "can", cannot: "can", "won't": "will", "shan't": "shall" };
const IRREGULAR = new RegExp(`${EDGE}(${Object.keys(NEGATED).join("|")})${EDGE}`, "gu");
const ASCII = /^[\0-\x7f]*$/;
const FUNCTION_WORDS = new Set(
  `a about after all also am an and any are as at be because been before but by can could did do does doing don't for
  from get had has have he her here him his how i if in into is isn't it it's its just like me more most my no not
  now of off on one only or other our out over own she should so some still such than that that's the their them
  then there these they this those through to too under until up us very was we were what when where which while
  who why will with without would you your`.split(/\s+/),
);

/**
 * @param {string} text
 * @returns {string[]} the sentences of an answer, without code fences and Markdown's marks
 */
export function sentences(text) {
  const plain = text.replace(FENCE, "\n\n").replace(LINK, "$1").replace(BULLET, "\n\n").replace(EMPHASIS, "$2").replaceAll("`", "").replaceAll("’", "'");
  /** @type {string[]} */
  const joined = [];
  for (const rough of plain.split(BREAK)) {
    const piece = rough.trim().replace(/\s+/g, " ");
    if (!piece) continue;
    const last = joined.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Lower case without accents. @param {string} text */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() || character).join("");
}

/** "Doesn't" as "does not": what is denied in short is denied. @param {string} folded */
const spelledOut = (folded) => folded.replace(IRREGULAR, (short) => `${NEGATED[short]} not`).replace(NOT, " not");

/** @param {string} text */
const stems = (text) => (spelledOut(fold(text)).match(WORD) ?? []).map(stem);

/** An identifier, which is compared as it stands. @param {string} alternative */
export const isLiteral = (alternative) => LITERAL.test(alternative);

/** @param {string} alternative */
function literal(alternative) {
  const folded = fold(alternative).trim().replace(/\s+/g, " ");
  const before = /^[\p{L}\p{N}_]/u.test(folded) ? `(?<!${W})` : "";
  const after = /[\p{L}\p{N}_]$/u.test(folded) ? `(?!${W})` : "";
  return new RegExp(before + folded.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) + after, "u");
}

/**
 * @param {string} alternative a word, a phrase or an identifier
 * @param {string} sentence
 * @returns {boolean} whether the sentence holds it
 */
export function says(alternative, sentence) {
  if (isLiteral(alternative)) return literal(alternative).test(fold(sentence));
  const wanted = stems(alternative);
  const there = stems(sentence);
  return wanted.length > 0 && there.some((_, start) => wanted.every((word, index) => there[start + index] === word));
}

/**
 * @param {ReadonlyArray<ReadonlyArray<string>>} match groups of alternatives, each of which needs a hit
 * @param {readonly string[]} spoken
 * @returns {{ text: string, first: number, last: number } | undefined} the first and narrowest window that has them all
 */
export function findPoint(match, spoken) {
  const hits = match.map((group) => spoken.map((sentence) => group.some((alternative) => says(alternative, sentence))));
  if (hits.length === 0) return undefined;
  for (let width = 1; width <= WINDOW; width += 1) {
    for (let first = 0; first + width <= spoken.length; first += 1) {
      if (hits.every((row) => row.slice(first, first + width).some(Boolean))) return { text: spoken.slice(first, first + width).join(" "), first, last: first + width - 1 };
    }
  }
  return undefined;
}

/**
 * @param {string} pattern of a red flag
 * @param {readonly string[]} spoken
 * @returns {string | undefined} the first sentence in which it is found
 */
export function findFlag(pattern, spoken) {
  const compiled = new RegExp(pattern, "i");
  return spoken.find((sentence) => compiled.test(Array.from(sentence).slice(0, MAX_SENTENCE).join("")));
}

/** How many words the sentences have; code in fences has none. @param {readonly string[]} spoken */
export const countWords = (spoken) => spoken.reduce((sum, sentence) => sum + (sentence.match(WORD)?.length ?? 0), 0);

/** A list of keywords says nothing about understanding. @param {readonly string[]} spoken */
export function isStuffed(spoken) {
  const words = spoken.flatMap((sentence) => sentence.toLowerCase().match(WORD) ?? []);
  if (words.length < STUFFING_NEEDS) return false;
  return words.filter((word) => FUNCTION_WORDS.has(word)).length / words.length < STUFFED_BELOW;
}
