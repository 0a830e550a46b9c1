/** Which of the ways to prepare somebody has done: ticked on Today and on the page of the ways themselves. */
import { api, take } from "./client.js";

/** @typedef {{ step: { id: string, slug: string, name: string, url: string }, done_at: string | null }} StepMark */

/** @param {AbortSignal} signal @returns {Promise<import("./client.js").Taken<StepMark[]>>} */
export async function listMarks(signal) {
  return /** @type {any} */ (await take(/** @type {any} */ (api).GET("/api/v1/today/steps/", { signal })));
}

/** @param {string} slug @param {boolean} done @returns {Promise<import("./client.js").Taken<StepMark>>} */
export async function markStep(slug, done) {
  return /** @type {any} */ (await take(/** @type {any} */ (api).PATCH("/api/v1/today/steps/{slug}/", { params: { path: { slug } }, body: { done } })));
}
