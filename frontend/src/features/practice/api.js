/** The calls of this feature. */
import { api, take } from "../../api/client.js";
import { callBehindView, showCall } from "../../api/lastCall.js";

/** @template T @typedef {import("../../api/client.js").Taken<T>} Taken */
/** @typedef {import("../../api/models.d.ts").Question} Question */
/** @typedef {import("./matching/marks.js").Grade} Grade */
/** @typedef {Record<Grade, string>} NextTimes when a question returns, for each grade */
/** @typedef {{ id: string, slug: string, name: string, url: string }} Related */

/**
 * @typedef {object} Choice what to practise; left out: what is due, weak or new
 * @property {string[]} [question] slugs
 * @property {string} [category]
 * @property {string} [quality]
 * @property {number} [limit]
 * @property {number} [new]
 */

/** @param {Choice} choice */
export const beginSession = (choice) => take(api.POST("/api/v1/practice-sessions/", { body: /** @type {any} */ (choice) }));

/** @param {string} id */
export const endSession = (id) => take(api.POST("/api/v1/practice-sessions/{id}/end/", { params: { path: { id } } }));

/**
 * Whole questions with their example answers, so that a session goes on without a network.
 *
 * @param {readonly string[]} slugs
 * @returns {Promise<Question[]>} in the order asked for; what does not exist is missing
 */
export async function getQuestions(slugs) {
  if (slugs.length === 0) return [];
  // Only what interviewers ask is graded: a guest's grade of anything else could never be claimed.
  const kind = /** @type {["interview"]} */ (["interview"]);
  const query = { slug: [...slugs], kind, expand: /** @type {["answers"]} */ (["answers"]), page_size: slugs.length };
  const { data, call } = await take(api.GET("/api/v1/questions/", { params: { query } }));
  if (!callBehindView.get()) showCall(call);
  const found = /** @type {Question[]} */ (/** @type {unknown} */ (data.results));
  return slugs.flatMap((slug) => found.find((question) => question.slug === slug) ?? []);
}

/**
 * What a newcomer may begin with: the most asked first.
 *
 * @param {Choice} choice
 * @returns {Promise<Array<{ slug: string, category: { slug: string } }>>}
 */
export async function listMostAsked({ category, quality }) {
  const query = {
    kind: /** @type {["interview"]} */ (["interview"]),
    category: category ? [category] : undefined,
    quality: quality ? [quality] : undefined,
    ordering: "-importance",
    fields: ["slug", "category"],
    page_size: 60,
  };
  const { data } = await take(api.GET("/api/v1/questions/", { params: { query: /** @type {any} */ (query) } }));
  return /** @type {any} */ (data.results);
}

/**
 * The anchors of these levels, on which one scores oneself.
 *
 * @param {readonly string[]} levels
 * @returns {Promise<Array<import("../../api/models.d.ts").Schema["Rubric"]>>}
 */
export async function listRubrics(levels) {
  const query = /** @type {any} */ ({ level: levels.map((level) => (level === "lead" ? "senior" : level)), page_size: 20 });
  const { data } = await take(api.GET("/api/v1/rubrics/", { params: { query } }));
  return /** @type {any} */ (data.results);
}

/**
 * @param {ReadonlyArray<{ grade: Grade, reviewed_at: string }>} reviews of one question, kept in this browser
 * @returns {Promise<{ due_at: string | null, next: NextTimes }>}
 */
export async function preview(reviews) {
  const body = { reviews: reviews.map(({ grade, reviewed_at }) => ({ grade, reviewed_at })) };
  const { data, call } = await take(api.POST("/api/v1/practice/preview/", { body: /** @type {any} */ (body) }));
  showCall(call);
  return /** @type {any} */ (data);
}

/** @param {{ attempts: object[], reviews: object[] }} brought */
export const claim = (brought) => take(api.POST("/api/v1/practice/claim/", { body: /** @type {any} */ (brought) }));

/** The next interview with a date. @returns {Promise<{ name: string, organization: string, starts_at: string } | null>} */
export async function nextInterview() {
  const { data } = await take(api.GET("/api/v1/today/next-interview/"));
  const next = /** @type {any} */ (data);
  return next ? { name: next.interview.name, organization: next.organization, starts_at: next.starts_at } : null;
}

/** A draft of this question that was begun before, here or on another device. @param {string} question slug */
export async function openDraft(question) {
  const query = /** @type {any} */ ({ question: [question], state: ["drafting"], page_size: 1 });
  const { data } = await take(api.GET("/api/v1/attempts/", { params: { query } }));
  return data.results[0];
}

/** @param {object} body */
export const beginAttempt = (body) => take(api.POST("/api/v1/attempts/", { body: /** @type {any} */ (body) }));

/** @param {string} id */
export const getAttempt = (id) => take(api.GET("/api/v1/attempts/{id}/", { params: { path: { id } } }));

/** @param {string} id @param {object} body @param {string | undefined} etag */
export const changeAttempt = (id, body, etag) => take(api.PATCH("/api/v1/attempts/{id}/", { params: { path: { id }, header: etag ? { "If-Match": etag } : {} }, body: /** @type {any} */ (body) }));

const STEPS = /** @type {const} */ ({ commit: "/api/v1/attempts/{id}/commit/", reveal: "/api/v1/attempts/{id}/reveal/", grade: "/api/v1/attempts/{id}/grade/" });

/** @param {string} id @param {keyof typeof STEPS} step */
export const stepAttempt = (id, step) => take(api.POST(STEPS[step], { params: { path: { id } }, body: {} }));

/** @param {object} body with an id of our own, so that it arrives once */
export const sendReview = (body) => take(api.POST("/api/v1/reviews/", { body: /** @type {any} */ (body) }));

/**
 * How one graded these questions before, the latest first.
 *
 * @param {readonly string[]} slugs
 * @returns {Promise<Array<{ question: string, grade: Grade, seconds: number, reviewed_at: string }>>}
 */
export async function listReviews(slugs) {
  const query = /** @type {any} */ ({ question: [...slugs], ordering: "-reviewed_at", fields: ["question", "grade", "seconds", "reviewed_at", "undone_at"], page_size: 200 });
  const { data } = await take(api.GET("/api/v1/reviews/", { params: { query } }));
  const counted = /** @type {any[]} */ (data.results).filter(({ undone_at: undone }) => !undone);
  return counted.map((review) => ({ ...review, question: review.question.slug }));
}

/** @param {string} id */
export const undoReview = (id) => take(api.DELETE("/api/v1/reviews/{id}/", { params: { path: { id } } }));

/** The card of a question that was graded before in this session. @param {string} id */
export const getCard = (id) => take(api.GET("/api/v1/cards/{id}/", { params: { path: { id } } }));
