/** The questions chosen by hand, kept for this tab: they stay chosen while one reads one of them. */
import { createStore } from "../../lib/store.js";
import { recall, remember } from "../../lib/tab.js";

/** @typedef {{ number: number, slug: string }} Picked */

/** As many values as the API takes of one filter. */
export const MOST_PICKED = 200;

/** @type {import("../../lib/store.js").Store<readonly Picked[]>} */
export const selection = createStore(/** @type {readonly Picked[]} */ (recall("selection", [])));
selection.subscribe(() => remember("selection", selection.get()));

/**
 * @param {readonly Picked[]} picked
 * @param {Picked} question
 * @returns {readonly Picked[]} with it when it was missing, without when it was there; by number
 */
export function flipped(picked, { number, slug }) {
  const rest = picked.filter((one) => one.number !== number);
  if (rest.length < picked.length) return rest;
  return rest.length >= MOST_PICKED ? picked : [...rest, { number, slug }].sort((one, other) => one.number - other.number);
}

/** @param {Picked} question */
export const flip = (question) => selection.set((picked) => flipped(picked, question));

export const pickNone = () => selection.set([]);
