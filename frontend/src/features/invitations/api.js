/** The call of this feature. */
import { api, take } from "../../api/client.js";

/** @param {string} secret @returns the interview one is now part of */
export const accept = (secret) => take(api.POST("/api/v1/invitations/accept/", { body: { secret } }));
