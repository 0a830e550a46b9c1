/** The call of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("../../api/models.d.ts").Schema["Step"]} Step */
/** @typedef {import("../../api/models.d.ts").Schema["Source"]} Source */
/** @typedef {import("../../api/models.d.ts").QuestionLine} Line */

/** @param {AbortSignal} signal */
export const listSteps = (signal) => take(api.GET("/api/v1/steps/", { params: { query: { page_size: 100 } }, signal }));
