/**
 * What stays on a device when its person leaves: nothing that the server has, no voice. What has not
 * arrived yet waits for its person and is shown to nobody else.
 */
import { allKept, drop } from "../../lib/device.js";
import { remember } from "../../lib/tab.js";
import { takeUpWords } from "./lastWords.js";
import { isThere, ownerOf } from "./records.js";

/** @typedef {import("./records.js").Attempt} Attempt */

/** @param {Attempt} attempt a draft without a word */
const isBlank = ({ state, body }) => state === "drafting" && body.trim() === "";

/** @param {string} owner who is here now; empty: nobody */
export async function forgetOthers(owner) {
  const isOthers = (/** @type {string} */ whose) => whose !== "" && whose !== owner;
  for (const attempt of /** @type {Attempt[]} */ (await allKept("attempts"))) {
    if (isOthers(attempt.owner) && (isThere(attempt) || isBlank(attempt))) await drop("attempts", attempt.id);
  }
  for (const recording of await allKept("recordings")) {
    if (isOthers(ownerOf(recording))) await drop("recordings", recording.id);
  }
}

/** Called when somebody has signed out. */
export async function depart() {
  remember("practice", null);
  await takeUpWords();
  await forgetOthers("");
}
