/** The calls of this feature. */
import { api, follow, take } from "../../api/client.js";

/** @typedef {import("./shapes.d.ts").Debrief} Debrief */
/** @typedef {{ results: Debrief[], count: number, next: string | null }} DebriefPage */

/** @param {AbortSignal} signal */
export const listDebriefs = (signal) => take(api.GET("/api/v1/debriefs/", { params: { query: { page_size: 100 } }, signal }));

/** @param {string} next @returns {Promise<import("../../api/client.js").Taken<DebriefPage>>} */
export const nextDebriefs = (next) => follow(next);

/** @param {string} id @param {AbortSignal} signal */
export const getDebrief = (id, signal) => take(api.GET("/api/v1/debriefs/{id}/", { params: { path: { id } }, signal }));

/**
 * @param {string} id
 * @param {{ decision: NonNullable<Debrief["decision"]>, rationale: string }} decided
 * @param {string} [etag] of the debrief that was looked at
 */
export function decide(id, decided, etag) {
  const params = { path: { id }, header: etag ? { "If-Match": etag } : {} };
  return take(api.POST("/api/v1/debriefs/{id}/decide/", { params, body: decided }));
}
