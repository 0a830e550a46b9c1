/** The call of this feature: questions of two kinds that are read, not practised. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Question"]} Entry */

const FIELDS = /** @type {const} */ (["id", "number", "slug", "prompt", "assesses_html", "guidance_html", "common_mistakes_html", "probes", "sources", "importance"]);

/** @param {"to-ask" | "faq"} kind @param {AbortSignal} signal */
export function listEntries(kind, signal) {
  return take(api.GET("/api/v1/questions/", { params: { query: { kind: [kind], fields: [...FIELDS], ordering: ["-importance", "number"], page_size: 100 } }, signal }));
}
