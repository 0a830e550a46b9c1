/** The calls of this feature. Every write says which version it was made from (If-Match). */
import { api, follow, take } from "../../api/client.js";
import { listQuery } from "./rules.js";
import { deviceZone, instantOf } from "./zones.js";

/** @typedef {import("./rules.js").Interview} Interview */
/** @typedef {import("../../api/models.d.ts").Schema["Retrospective"]} Retrospective */
/** @typedef {import("../../api/models.d.ts").Schema["ApplicationBrief"]} ApplicationBrief */
/** @typedef {{ results: Interview[], count: number, next: string | null, facets?: Record<string, import("../../api/models.d.ts").FacetCount[]> }} InterviewPage */

/** @param {import("./rules.js").ListState} state */
const filters = (state) => listQuery(state, (wall) => instantOf(wall, deviceZone()));

/**
 * @param {import("./rules.js").ListState} state
 * @param {AbortSignal} signal
 * @returns {Promise<import("../../api/client.js").Taken<InterviewPage>>}
 */
export async function listInterviews(state, signal) {
  const query = /** @type {any} */ ({ ...filters(state), ordering: ["-starts_at"], facets: ["purpose", "state", "stage"], page_size: 100 });
  return /** @type {any} */ (await take(api.GET("/api/v1/interviews/", { params: { query }, signal })));
}

/** @param {string} next @returns {Promise<import("../../api/client.js").Taken<InterviewPage>>} */
export const nextInterviews = (next) => follow(next);

/** The filters of the list as a query, for the calendar file. @param {import("./rules.js").ListState} state */
export const calendarFilters = (state) => ({ ...filters(state), format: "ics" });

/** @param {string} id @param {AbortSignal} signal @returns {Promise<import("../../api/client.js").Taken<Interview>>} */
export async function getInterview(id, signal) {
  return /** @type {any} */ (await take(api.GET("/api/v1/interviews/{id}/", { params: { path: { id } }, signal })));
}

/** The applications that are still open. @param {AbortSignal} signal */
export function listApplications(signal) {
  return take(api.GET("/api/v1/applications/", { params: { query: { stage__not: ["accepted", "rejected", "withdrawn"], fields: ["id", "name"], page_size: 100 } }, signal }));
}

/** @param {object} body @returns {Promise<import("../../api/client.js").Taken<Interview>>} */
export async function addInterview(body) {
  return /** @type {any} */ (await take(api.POST("/api/v1/interviews/", { body: /** @type {any} */ (body) })));
}

/**
 * @param {string} id
 * @param {string | undefined} etag
 * @returns {any} parameters as the generated types want them
 */
const versioned = (id, etag) => ({ path: { id }, header: etag ? { "If-Match": etag } : {} });

/** @param {string} id @param {object} body @param {string} [etag] @returns {Promise<import("../../api/client.js").Taken<Interview>>} */
export async function changeInterview(id, body, etag) {
  return /** @type {any} */ (await take(api.PATCH("/api/v1/interviews/{id}/", { params: versioned(id, etag), body: /** @type {any} */ (body) })));
}

/** @param {string} id @param {string} [etag] */
export function removeInterview(id, etag) {
  return take(api.DELETE("/api/v1/interviews/{id}/", { params: versioned(id, etag) }));
}

/**
 * A step of an interview's life.
 *
 * @param {string} id
 * @param {string} verb reschedule, cancel, complete or no-show
 * @param {object} body
 * @param {string} [etag]
 * @returns {Promise<import("../../api/client.js").Taken<Interview>>}
 */
export async function takeStep(id, verb, body, etag) {
  const path = /** @type {"/api/v1/interviews/{id}/cancel/"} */ (`/api/v1/interviews/{id}/${verb}/`);
  return /** @type {any} */ (await take(api.POST(path, { params: versioned(id, etag), body: /** @type {any} */ (body) })));
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<import("../../api/client.js").Taken<Retrospective>>} */
export async function getRetrospective(id, signal) {
  return /** @type {any} */ (await take(api.GET("/api/v1/interviews/{interview}/retrospective/", { params: { path: { interview: id } }, signal })));
}

/**
 * Begins the notes, or changes them.
 *
 * @param {string} id of the interview
 * @param {object} body
 * @param {boolean} there whether there are notes already
 * @param {string} [etag]
 * @returns {Promise<import("../../api/client.js").Taken<Retrospective>>}
 */
export async function keepRetrospective(id, body, there, etag) {
  const path = "/api/v1/interviews/{interview}/retrospective/";
  const params = /** @type {any} */ ({ path: { interview: id }, header: etag ? { "If-Match": etag } : {} });
  const options = { params, body: /** @type {any} */ (body) };
  return /** @type {any} */ (await take(there ? api.PATCH(path, options) : api.POST(path, options)));
}

/** @param {string} id of the interview @param {string} [etag] */
export function removeRetrospective(id, etag) {
  const params = /** @type {any} */ ({ path: { interview: id }, header: etag ? { "If-Match": etag } : {} });
  return take(api.DELETE("/api/v1/interviews/{interview}/retrospective/", { params }));
}
