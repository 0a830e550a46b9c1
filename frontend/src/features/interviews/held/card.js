/** What an interviewer writes on a scorecard, as the page holds it, and as the API takes it. Pure. */

/** @typedef {{ score: number | null, not_assessed_reason: string }} Rating */
/** @typedef {{ id: string, criterion: string | null, item: string | null, kind: string, text: string, at: string | null }} Note a piece of evidence */
/** @typedef {{ heard: string[], probes: number[] }} Marks */

/**
 * @typedef {object} Content
 * @property {Record<string, Rating>} ratings by the criterion's slug; what was not touched is not there
 * @property {Note[]} evidence
 * @property {Record<string, Marks>} marks by the item's id
 * @property {string} recommendation "" for none yet
 * @property {string} key_takeaways
 * @property {string} note_for_next
 * @property {string} private_note
 * @property {string} shareable_feedback
 */

/** @typedef {Required<import("../../../api/models.d.ts").Schema["Scorecard"]>} Scorecard */

export const TEXTS = /** @type {const} */ (["recommendation", "key_takeaways", "note_for_next", "private_note", "shareable_feedback"]);

/** @type {Record<string, string>} */
export const KINDS = { said: "Said", did: "Did", wrote: "Wrote", impression: "Impression" };

/** @type {Record<string, string>} */
export const RECOMMENDATIONS = { strong_no: "Strong no", no: "No", yes: "Yes", strong_yes: "Strong yes", no_decision: "No decision" };

/** What each score means, on every rubric. */
export const SCORES = /** @type {const} */ ([
  { score: 1, name: "Not shown" },
  { score: 2, name: "Partial" },
  { score: 3, name: "Solid" },
  { score: 4, name: "Outstanding" },
]);

/** @returns {Content} nothing is pre-filled */
export const emptyCard = () => ({ ratings: {}, evidence: [], marks: {}, recommendation: "", key_takeaways: "", note_for_next: "", private_note: "", shareable_feedback: "" });

/** @param {Scorecard} card @returns {Content} */
export function contentOf(card) {
  const touched = card.ratings.filter(({ score, not_assessed_reason: reason }) => score !== null || reason);
  return {
    ratings: Object.fromEntries(touched.map(({ criterion, score, not_assessed_reason: reason }) => [slugOf(criterion), { score, not_assessed_reason: reason ?? "" }])),
    evidence: card.evidence.map(({ id, criterion, item, kind, text, at }) => ({ id: id ?? "", criterion: slugOf(criterion), item: item ?? null, kind: kind ?? "said", text, at: at ?? null })),
    marks: Object.fromEntries(card.marks.map(({ item, heard, probes }) => [item, { heard: heard ?? [], probes: probes ?? [] }])),
    recommendation: card.recommendation ?? "",
    key_takeaways: card.key_takeaways ?? "",
    note_for_next: card.note_for_next ?? "",
    private_note: card.private_note ?? "",
    shareable_feedback: card.shareable_feedback ?? "",
  };
}

/** @param {any} criterion a slug, or the criterion itself */
const slugOf = (criterion) => criterion?.slug ?? criterion ?? null;

/** The members of a request; a list replaces the whole list. @param {Content} content @returns {Record<string, unknown>} */
export function bodyOf({ ratings, evidence, marks, recommendation, ...texts }) {
  return {
    ratings: Object.entries(ratings).map(([criterion, rating]) => ({ criterion, ...rating })),
    evidence: evidence.filter(({ text }) => text.trim()),
    marks: Object.entries(marks).map(([item, { heard, probes }]) => ({ item, heard, probes })),
    recommendation: recommendation || null,
    ...texts,
  };
}

/** @param {Content} content @param {string} criterion @param {number} score @returns {Content} */
export const scored = (content, criterion, score) => ({ ...content, ratings: { ...content.ratings, [criterion]: { score, not_assessed_reason: "" } } });

/** @param {Content} content @param {string} criterion @param {string} reason @returns {Content} */
export const notAssessed = (content, criterion, reason) => ({ ...content, ratings: { ...content.ratings, [criterion]: { score: null, not_assessed_reason: reason } } });

/** Takes the score back. @param {Content} content @param {string} criterion @returns {Content} */
export function unscored(content, criterion) {
  const ratings = Object.fromEntries(Object.entries(content.ratings).filter(([slug]) => slug !== criterion));
  return { ...content, ratings };
}

/** A note that is new, or what became of one that was there. @param {Content} content @param {Note} note @returns {Content} */
export function withNote(content, note) {
  const known = content.evidence.some(({ id }) => id === note.id);
  return { ...content, evidence: known ? content.evidence.map((one) => (one.id === note.id ? note : one)) : [...content.evidence, note] };
}

/** @param {Content} content @param {string} id @returns {Content} */
export const withoutNote = (content, id) => ({ ...content, evidence: content.evidence.filter((one) => one.id !== id) });

/**
 * Ticks a key point or a probe of an item, or takes the tick away.
 *
 * @template {keyof Marks} K
 * @param {Content} content
 * @param {string} item
 * @param {K} kind
 * @param {Marks[K][number]} value
 * @returns {Content}
 */
export function ticked(content, item, kind, value) {
  const before = content.marks[item] ?? { heard: [], probes: [] };
  const list = /** @type {(string | number)[]} */ (before[kind]);
  const after = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return { ...content, marks: { ...content.marks, [item]: { ...before, [kind]: after } } };
}

/** @typedef {{ what: string, detail: string, criterion: string }} Missing criterion: "" when it belongs to none */

/** Whether a score stands on something said, done or written. @param {Content} content @param {string} criterion */
export const hasGrounds = (content, criterion) => content.evidence.some((note) => note.criterion === criterion && note.kind !== "impression" && note.text.trim());

/** What a score asks for at once, in words; "" for nothing. @param {Rating | undefined} rating @param {readonly Note[]} notes of its criterion */
export function missingWords(rating, notes) {
  if (!rating || rating.score === null) return "";
  const written = notes.filter(({ text }) => text.trim());
  if (written.some(({ kind }) => kind !== "impression")) return "";
  return written.length > 0 ? "An impression is not enough: note what was said, done or written." : `A ${rating.score} needs what it stands on: note what was said, done or written.`;
}

/**
 * What submitting still needs, as the server will judge it.
 *
 * @param {Content} content
 * @param {ReadonlyArray<{ slug: string, name: string }>} criteria
 * @returns {Missing[]}
 */
export function missingOf(content, criteria) {
  const parts = criteria.flatMap(({ slug, name }) => {
    const rating = content.ratings[slug];
    if (!rating || (rating.score === null && !rating.not_assessed_reason.trim())) return [{ what: name, detail: "a score, or why there is none", criterion: slug }];
    if (rating.score !== null && !hasGrounds(content, slug)) return [{ what: name, detail: `evidence for the ${rating.score}: something said, done or written`, criterion: slug }];
    return [];
  });
  return content.recommendation ? parts : [...parts, { what: "Recommendation", detail: "one of the five", criterion: "" }];
}

/** How many of the criteria have a score or a reason. @param {Content} content @param {ReadonlyArray<{ slug: string }>} criteria */
export const ratedCount = (content, criteria) => criteria.filter(({ slug }) => content.ratings[slug] && (content.ratings[slug].score !== null || content.ratings[slug].not_assessed_reason.trim())).length;
