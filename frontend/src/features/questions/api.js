/** The calls of this feature. */
import { api, follow, take } from "../../api/client.js";
import { bankQuery, everyVersionQuery, paperQuery } from "./rules.js";

/** @typedef {import("../../api/models.d.ts").QuestionPage} QuestionPage */

/**
 * @param {import("./rules.js").BankState} state
 * @param {AbortSignal} signal
 * @returns {Promise<import("../../api/client.js").Taken<QuestionPage>>}
 */
export async function listQuestions(state, signal) {
  const taken = await take(api.GET("/api/v1/questions/", { params: { query: bankQuery(state) }, signal }));
  return /** @type {import("../../api/client.js").Taken<any>} */ (taken);
}

/**
 * @param {string} next as a page of the list gave it
 * @returns {Promise<import("../../api/client.js").Taken<QuestionPage>>}
 */
export const nextQuestions = (next) => follow(next);

/**
 * How many questions there are in all, without any filter.
 *
 * @param {AbortSignal} signal
 */
export function countQuestions(signal) {
  return take(api.GET("/api/v1/questions/", { params: { query: { kind: ["interview"], fields: ["id"], page_size: 1 } }, signal }));
}

/**
 * @param {string} name slug, number or id
 * @param {AbortSignal} signal
 * @returns {Promise<import("../../api/client.js").Taken<import("../../api/models.d.ts").Question>>}
 */
export async function getQuestion(name, signal) {
  const taken = await take(api.GET("/api/v1/questions/{id}/", { params: { path: { id: name }, query: { expand: ["answers"] } }, signal }));
  // expand=answers makes each of them whole.
  return /** @type {import("../../api/client.js").Taken<any>} */ (taken);
}

/**
 * The neighbours of a question that was not reached through a list: its category, by number.
 *
 * @param {string} category
 * @param {AbortSignal} signal
 */
export function listCategory(category, signal) {
  return take(api.GET("/api/v1/questions/", { params: { query: { kind: ["interview"], category: [category], fields: ["number", "slug", "prompt"], page_size: 100 } }, signal }));
}

/**
 * The same questions whatever version they apply to, with what each applies to.
 *
 * @param {import("./rules.js").BankState} state
 * @param {AbortSignal} signal
 */
export const listEveryVersion = (state, signal) => take(api.GET("/api/v1/questions/", { params: { query: everyVersionQuery(state) }, signal }));

/** @typedef {import("../../api/models.d.ts").Question} Question */

/**
 * Everything that stands on paper: one call for up to 200 questions, one more for each 200 after.
 *
 * @param {import("./rules.js").BankState} state
 * @param {boolean} answers
 * @param {AbortSignal} signal
 * @returns {Promise<import("../../api/client.js").Taken<Question[]>>}
 */
export async function listPaper(state, answers, signal) {
  const taken = await take(api.GET("/api/v1/questions/", { params: { query: paperQuery(state, answers) }, signal }));
  /** @type {any[]} */
  const questions = [...taken.data.results];
  for (let { next } = taken.data; next; ) {
    const { data } = await follow(next, signal);
    questions.push(...data.results);
    next = data.next;
  }
  return { ...taken, data: questions };
}

/** @typedef {{ slug: string, name: string, summary: string, count: number, topics: import("../../api/models.d.ts").FacetCount[] }} Shelf */

/**
 * The bank as an index: its categories, each with its topics and their counts. One call for the
 * categories, one more for each of them.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<import("../../api/client.js").Taken<Shelf[]>>}
 */
export async function listShelves(signal) {
  const taken = await take(api.GET("/api/v1/categories/", { params: { query: { fields: ["slug", "name", "summary"], ordering: ["position"] } }, signal }));
  const shelves = await Promise.all(
    taken.data.results.map(async ({ slug, name, summary }) => {
      const { data } = await take(api.GET("/api/v1/questions/", { params: { query: { kind: ["interview"], category: [slug], facets: ["topic"], fields: ["id"], page_size: 1 } }, signal }));
      const topics = /** @type {any[]} */ (data.facets?.topic ?? []).filter(({ count }) => count > 0);
      return { slug, name, summary, count: data.count, topics: topics.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, "en")) };
    }),
  );
  return { ...taken, data: shelves.filter(({ count }) => count > 0) };
}
