/** The calls of this feature that are in the API's contract. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Token"]} Token */
/** @typedef {Token & { secret: string }} NewToken */

/** @param {AbortSignal} signal */
export const getMe = (signal) => take(api.GET("/api/v1/me/", { signal }));

/** @param {{ name: string, time_zone: string }} change @param {string} [etag] */
export function changeMe(change, etag) {
  const params = /** @type {any} */ ({ header: etag ? { "If-Match": etag } : {} });
  return take(api.PATCH("/api/v1/me/", { params, body: /** @type {any} */ (change) }));
}

/** Joins or leaves the people who interview for this team. @param {boolean} is */
export const interviewForTeam = (is) => take(api.PATCH("/api/v1/me/", { body: { is_interviewer: is } }));

/** @param {AbortSignal} signal */
export const listTokens = (signal) => take(api.GET("/api/v1/tokens/", { params: { query: { page_size: 100 } }, signal }));

/** @param {{ name: string, scopes: string[], expires_at: string }} wanted @returns {Promise<import("../../api/client.js").Taken<NewToken>>} */
export async function makeToken(wanted) {
  return /** @type {any} */ (await take(api.POST("/api/v1/tokens/", { body: /** @type {any} */ (wanted) })));
}

/** @param {string} id */
export const revokeToken = (id) => take(api.DELETE("/api/v1/tokens/{id}/", { params: { path: { id } } }));

export const eraseDemo = () => take(api.POST("/api/v1/demo/erase/"));
