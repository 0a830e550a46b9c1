/** The calls of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Rubric"]} Rubric */
/** @typedef {import("../../api/models.d.ts").Schema["Criterion"]} Criterion */

/** @param {AbortSignal} signal */
export function listRubrics(signal) {
  return take(api.GET("/api/v1/rubrics/", { params: { query: { page_size: 100 } }, signal }));
}

/**
 * @param {string} slug
 * @param {number | undefined} version an older version of its text; without it the newest
 * @param {AbortSignal} signal
 */
export function getRubric(slug, version, signal) {
  return take(api.GET("/api/v1/rubrics/{id}/", { params: { path: { id: slug }, query: { version } }, signal }));
}

/**
 * The rubrics of one role, for stepping between its levels.
 *
 * @param {string} role
 * @param {AbortSignal} signal
 */
export function listLevels(role, signal) {
  return take(api.GET("/api/v1/rubrics/", { params: { query: { role: [role], fields: ["slug", "title", "level"], ordering: ["level"] } }, signal }));
}
