/** The calls of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("./shapes.d.ts").Today} Today */

/** The whole day in one call; each of its blocks is at an address of its own as well. @param {AbortSignal} signal @returns {Promise<import("../../api/client.js").Taken<Today>>} */
export async function getToday(signal) {
  return /** @type {any} */ (await take(/** @type {any} */ (api).GET("/api/v1/today/", { signal })));
}

/** How many minutes a day the plan may fill. @param {number} minutes */
export const allowMinutes = (minutes) => take(api.PATCH("/api/v1/me/", { body: /** @type {any} */ ({ preferences: { minutes_a_day: minutes } }) }));
