/** The calls of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Role"]} Role */
/** @typedef {import("../../api/models.d.ts").Schema["Keyword"]} Keyword */

/** @param {AbortSignal} signal */
export const listRoles = (signal) => take(api.GET("/api/v1/roles/", { params: { query: { fields: ["id", "slug", "title", "work", "question_count"], page_size: 100 } }, signal }));

/** @param {string} slug @param {AbortSignal} signal */
export const getRole = (slug, signal) => take(api.GET("/api/v1/roles/{id}/", { params: { path: { id: slug } }, signal }));
