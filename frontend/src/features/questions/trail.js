/** The list a person came from, kept for this tab: the question page's neighbours. */
import { recall, remember } from "../../lib/tab.js";
import { readBank } from "./rules.js";
import { djangoOf } from "./versions.js";

/** @typedef {{ number: number, slug: string, prompt: string }} Neighbour */

/**
 * @typedef {object} Trail
 * @property {string} address of the list
 * @property {number} count of all its results, also those not loaded
 * @property {Neighbour[]} questions
 */

/** @param {Trail} trail */
export const leaveTrail = (trail) => remember("trail", trail);

/** @returns {Trail | undefined} */
export const readTrail = () => recall("trail", undefined);

/**
 * @param {readonly Neighbour[]} questions
 * @param {string} name slug or number, as in the address
 */
export const placeIn = (questions, name) => questions.findIndex(({ slug, number }) => slug === name || String(number) === name);

/** The Django that was chosen in the list one came from; empty when none was. */
export const yourDjango = () => djangoOf(readBank(readTrail()?.address.split("?")[1] ?? "").versions);

/** Which question was opened last, to come back to its row. @returns {string} a slug */
export const lastOpened = () => recall("opened", "");

/** @param {string} slug */
export const noteOpened = (slug) => remember("opened", slug);
