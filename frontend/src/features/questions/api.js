/** The calls of this feature. */
import { api, follow, take } from "../../api/client.js";
import { bankQuery } from "./rules.js";

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
