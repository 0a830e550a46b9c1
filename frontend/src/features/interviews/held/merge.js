/**
 * Two versions of one scorecard that grew from a third: what each device wrote stays. A scorecard
 * is taken apart by criterion, by note, by tick and by text; only where both devices changed the
 * same part does a person have to choose, and until then both versions are kept. Pure.
 */
import { bodyOf, emptyCard, TEXTS } from "./card.js";

/** @typedef {import("./card.js").Content} Content */
/** @typedef {import("./card.js").Note} Note */
/** @typedef {Record<string, any>} Parts what stands at each address: "ratings/security", "evidence/<id>", "marks/<item>/heard/<point>", "key_takeaways" */
/** @typedef {{ key: string, mine: any, theirs: any }} Clash */

/** @param {Content} content @returns {Parts} */
export function partsOf(content) {
  /** @type {Parts} */
  const parts = {};
  for (const [slug, rating] of Object.entries(content.ratings)) parts[`ratings/${slug}`] = rating;
  for (const note of content.evidence) if (note.text.trim()) parts[`evidence/${note.id}`] = note;
  for (const [item, { heard, probes }] of Object.entries(content.marks)) {
    for (const point of heard) parts[`marks/${item}/heard/${point}`] = true;
    for (const probe of probes) parts[`marks/${item}/probes/${probe}`] = true;
  }
  for (const name of TEXTS) if (content[name]) parts[name] = content[name];
  return parts;
}

/** @param {Parts} parts @returns {Content} */
export function assemble(parts) {
  const content = emptyCard();
  for (const [key, value] of Object.entries(parts)) {
    const [kind, id, list, tick] = key.split("/");
    if (kind === "ratings") content.ratings[id] = value;
    else if (kind === "evidence") content.evidence.push(value);
    else if (kind === "marks") mark(content, id, list, tick);
    else content[/** @type {(typeof TEXTS)[number]} */ (kind)] = value;
  }
  return content;
}

/** @param {Content} content @param {string} item @param {string} list @param {string} tick */
function mark(content, item, list, tick) {
  const marks = (content.marks[item] ??= { heard: [], probes: [] });
  if (list === "heard") marks.heard.push(tick);
  else marks.probes.push(Number(tick));
}

/** As the server keeps it: without the space at the ends, times to the second. @param {any} value @returns {any} */
function plain(value) {
  if (typeof value === "string") return value.trim();
  if (typeof value !== "object" || value === null) return value;
  const at = value.at ? Math.floor(Date.parse(value.at) / 1000) : null;
  return { ...value, ...("at" in value ? { at } : {}), ...("text" in value ? { text: value.text.trim() } : {}), ...("not_assessed_reason" in value ? { not_assessed_reason: value.not_assessed_reason.trim() } : {}) };
}

/** @param {any} one @param {any} other @returns {boolean} whether they say the same */
export function same(one, other) {
  const [left, right] = [plain(one), plain(other)];
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return (left ?? "") === (right ?? "");
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => left[name] === right[name]);
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {string | undefined} the text that holds every word of both, if one of them does
 */
function holding(one, other) {
  if (one.includes(other.trim())) return one;
  return other.includes(one.trim()) ? other : undefined;
}

/** @typedef {{ value: any, clash: boolean }} Merged */

/** @param {any} value @returns {Merged} */
const settled = (value) => ({ value, clash: false });

/**
 * One part, changed on both sides in different ways.
 *
 * @param {string} key
 * @param {any} base
 * @param {any} mine
 * @param {any} theirs
 * @returns {Merged}
 */
function bothChanged(key, base, mine, theirs) {
  // Who removed it did not know what the other would write into it.
  if (mine === undefined || mine === "") return settled(theirs);
  if (theirs === undefined || theirs === "") return settled(mine);
  if (key.startsWith("evidence/")) return mergeNote(base ?? {}, mine, theirs);
  const whole = typeof mine === "string" && key !== "recommendation" ? holding(mine, theirs) : undefined;
  return whole === undefined ? { value: mine, clash: true } : settled(whole);
}

/** Its words, its kind and its place are settled each on its own. @param {Partial<Note>} base @param {Note} mine @param {Note} theirs @returns {Merged} */
function mergeNote(base, mine, theirs) {
  const note = /** @type {Note} */ (
    Object.fromEntries(Object.keys(mine).map((name) => [name, choose(/** @type {any} */ (base)[name], /** @type {any} */ (mine)[name], /** @type {any} */ (theirs)[name])]))
  );
  if (same(mine.text, base.text) || same(theirs.text, base.text) || same(mine.text, theirs.text)) return settled(note);
  const whole = holding(mine.text, theirs.text);
  return { value: { ...note, text: whole ?? mine.text }, clash: whole === undefined };
}

/** @param {any} base @param {any} mine @param {any} theirs */
const choose = (base, mine, theirs) => (same(mine, base) ? theirs : mine);

/** @param {string} key @param {any} base @param {any} mine @param {any} theirs @returns {Merged} */
function threeWay(key, base, mine, theirs) {
  if (same(mine, theirs) || same(theirs, base)) return settled(mine);
  if (same(mine, base)) return settled(theirs);
  return bothChanged(key, base, mine, theirs);
}

/**
 * What this device shows once another version has been read. A part in `held` clashes: this device
 * shows its own, the server keeps the other, and nothing is sent of it until a person has chosen.
 *
 * @param {Content} base what both started from
 * @param {Content} mine
 * @param {Content} theirs
 * @param {readonly string[]} [held] parts that already clashed
 * @returns {{ content: Content, held: string[] }}
 */
export function merge(base, mine, theirs, held = []) {
  const [was, own, other] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  /** @type {Parts} */
  const parts = {};
  /** @type {string[]} */
  const clashes = [];
  for (const key of new Set([...Object.keys(other), ...Object.keys(own)])) {
    const { value, clash } = threeWay(key, was[key], own[key], other[key]);
    if (value !== undefined) parts[key] = value;
    if (clash || (held.includes(key) && !same(value, other[key]))) clashes.push(key);
  }
  const content = assemble(parts);
  // A note that was just stamped has no words yet and is nobody else's.
  const blank = mine.evidence.filter(({ id, text }) => !text.trim() && !content.evidence.some((note) => note.id === id));
  return { content: { ...content, evidence: [...content.evidence, ...blank] }, held: clashes };
}

/**
 * What may be sent: one's own, but of the parts that clash what the server already has.
 *
 * @param {Content} mine
 * @param {Content} server
 * @param {readonly string[]} held
 * @returns {Content}
 */
export function sendable(mine, server, held) {
  const [parts, known] = [partsOf(mine), partsOf(server)];
  for (const key of held) {
    if (known[key] === undefined) delete parts[key];
    else parts[key] = known[key];
  }
  return assemble(parts);
}

/** The parts in which two contents differ. @param {Content} one @param {Content} other @returns {string[]} */
export function changedParts(one, other) {
  const [left, right] = [partsOf(one), partsOf(other)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => !same(left[key], right[key]));
}

/** The members of a PATCH that turns one into the other. @param {Content} server @param {Content} wanted @returns {Record<string, unknown>} */
export function patchOf(server, wanted) {
  const members = new Set(changedParts(server, wanted).map((key) => key.split("/")[0]));
  return Object.fromEntries(Object.entries(bodyOf(wanted)).filter(([name]) => members.has(name)));
}

/** @param {Content} mine @param {Content} server @param {readonly string[]} held @returns {Clash[]} */
export function clashesOf(mine, server, held) {
  const [own, other] = [partsOf(mine), partsOf(server)];
  return held.map((key) => ({ key, mine: own[key], theirs: other[key] }));
}

/**
 * A person has chosen. "both" joins the words; scores cannot be joined.
 *
 * @param {Content} mine
 * @param {Content} server
 * @param {string} key
 * @param {"mine" | "theirs" | "both"} choice
 * @returns {Content}
 */
export function resolved(mine, server, key, choice) {
  const [parts, other] = [partsOf(mine), partsOf(server)];
  if (choice === "theirs") parts[key] = other[key];
  if (choice === "both") parts[key] = joined(other[key], parts[key]);
  const blank = mine.evidence.filter(({ text }) => !text.trim());
  const content = assemble(parts);
  return { ...content, evidence: [...content.evidence, ...blank] };
}

/** @param {any} one @param {any} other */
const joined = (one, other) => (typeof one === "string" ? `${one}\n${other}` : { ...other, text: `${one.text}\n${other.text}` });

/** Whether both versions can be kept in one. @param {string} key */
export const canJoin = (key) => key.startsWith("evidence/") || (TEXTS.includes(/** @type {any} */ (key)) && key !== "recommendation");
