/** The calls of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Kit"]} Kit */
/** @typedef {import("../../api/models.d.ts").Schema["KitItem"]} KitItem */
/** @typedef {{ id: string, slug: string, name: string }} Focus */

/** @param {AbortSignal} signal */
export const listKits = (signal) => take(api.GET("/api/v1/kits/", { params: { query: { page_size: 100 } }, signal }));

/** @param {string} slug @param {AbortSignal} signal */
export const getKit = (slug, signal) => take(api.GET("/api/v1/kits/{id}/", { params: { path: { id: slug } }, signal }));
