/** The calls of this feature. */
import { api, take } from "../../api/client.js";

/** @typedef {import("./shapes.d.ts").Today} Today */

/** The whole day in one call; each of its blocks is at an address of its own as well. @param {AbortSignal} signal */
export const getToday = (signal) => take(api.GET("/api/v1/today/", { signal }));

/** How many minutes a day the plan may fill. @param {number} minutes */
export const allowMinutes = (minutes) => take(api.PATCH("/api/v1/me/", { body: { preferences: { minutes_a_day: minutes } } }));
