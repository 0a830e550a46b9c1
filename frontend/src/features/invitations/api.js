/** The call of this feature. */
import { api, take } from "../../api/client.js";

/** @param {string} secret @returns {Promise<import("../../api/client.js").Taken<{ id: string }>>} the interview one is now part of */
export async function accept(secret) {
  return /** @type {any} */ (await take(/** @type {any} */ (api).POST("/api/v1/invitations/accept/", { body: { secret } })));
}
