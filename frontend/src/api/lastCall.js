/**
 * The call behind the view: what the status bar names and the drawer shows. Every call is kept as
 * it was sent and as its reply came; a screen says which one stands behind it.
 */
import { createStore } from "../lib/store.js";

/** @typedef {import("../lib/problem.js").Call} Call */

/** @type {import("../lib/store.js").Store<Call | undefined>} */
export const callBehindView = createStore(/** @type {Call | undefined} */ (undefined));

/** @param {Call | undefined} call */
export function showCall(call) {
  if (call) callBehindView.set(call);
}

/** @type {WeakMap<Response, Call>} */
const calls = new WeakMap();

/**
 * @param {Response} response
 * @param {Call} call
 */
export function keepCall(response, call) {
  calls.set(response, call);
}

/** @param {Response} response */
export const callOf = (response) => calls.get(response);
