/** How many writes wait on this device for the network: the status bar says so. Each queue reports its own number. */
import { createStore } from "../lib/store.js";

/** @type {import("../lib/store.js").Store<Record<string, number>>} */
const queues = createStore(/** @type {Record<string, number>} */ ({}));

export { queues as waitingWrites };

/**
 * @param {string} queue whose: "practice", "scorecards"
 * @param {number} count
 */
export function reportWaiting(queue, count) {
  if ((queues.get()[queue] ?? 0) !== count) queues.set((before) => ({ ...before, [queue]: count }));
}

/** @param {Record<string, number>} counts */
export const allWaiting = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
