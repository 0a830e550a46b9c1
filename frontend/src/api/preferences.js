/**
 * Preferences of a person: kept on the device at once, and with the account for those signed in,
 * so that another device follows. What only concerns this device (the side, the drawer) stays here.
 */
import { prefer, prefs } from "../lib/prefs.js";
import { api, take } from "./client.js";

/** @typedef {import("./schema.d.ts").components["schemas"]["Preferences"]} Preferences */
/** @typedef {Pick<import("../lib/prefs.js").Prefs, "theme" | "singleKeys" | "shutAnswers">} Shared */

let signedIn = false;

/**
 * What the account knows, taken over on this device; called when the server has said who is here.
 *
 * @param {Preferences | undefined} known nothing when nobody is signed in
 */
export function adopt(known) {
  signedIn = known !== undefined;
  if (!known) return;
  const { theme, single_keys: singleKeys, answers_shut: shutAnswers } = known;
  /** @type {Partial<Shared>} */
  const change = {};
  if (theme !== undefined) change.theme = theme;
  if (singleKeys !== undefined) change.singleKeys = singleKeys;
  if (shutAnswers !== undefined) change.shutAnswers = shutAnswers;
  prefer(change);
}

/**
 * @param {Partial<Shared>} change
 * @returns {Promise<void>} when the account knows too; a failure there costs nothing here
 */
export async function choose(change) {
  prefer(change);
  if (!signedIn) return;
  const { theme, singleKeys, shutAnswers } = prefs.get();
  const preferences = { theme, single_keys: singleKeys, answers_shut: shutAnswers };
  await take(api.PATCH("/api/v1/me/", { body: { preferences } })).catch(() => undefined);
}
