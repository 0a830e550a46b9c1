/** The sign-in service (allauth's headless endpoints): it stands outside the API and has its own form of reply. */
import { apiOrigin, csrf } from "../../api/client.js";
import { refreshSession } from "../../api/session.js";
import { faultsByField } from "./rules.js";

/**
 * @typedef {object} Outcome
 * @property {"done" | "confirm" | "refused"} state confirm: a mail was sent whose link must be followed first
 * @property {Record<string, string>} errors by field; "" belongs to the form
 */

/** @typedef {{ status?: number, errors?: import("./rules.js").SignInFault[], data?: { flows?: Array<{ id: string, is_pending?: boolean }> } }} Reply */

/** @param {{ email: string, password: string }} entered */
export const signIn = (entered) => attempt("auth/login", entered);

/** @param {{ email: string, password: string, name: string, time_zone: string }} entered */
export const signUp = (entered) => attempt("auth/signup", entered);

/** @param {string} email */
export const askForNewPassword = (email) => attempt("auth/password/request", { email });

/** 401 means "done, but not signed in". @param {string} key @param {string} password */
export const setNewPassword = (key, password) => attempt("auth/password/reset", { key, password }, [200, 401]);

/** @param {string} key */
export const confirmAddress = (key) => attempt("auth/email/verify", { key }, [200, 401]);

/**
 * @param {string} path
 * @param {Record<string, string>} body
 * @param {readonly number[]} [good] what says that it worked; 409: signed in already, in this or another tab
 * @returns {Promise<Outcome>} never fails
 */
async function attempt(path, body, good = [200, 409]) {
  try {
    if (!csrf()) await refreshSession();
    let reply = await post(path, body);
    if (reply.status === 403) {
      // The token of this tab is older than the cookie, which another tab may have renewed.
      await refreshSession();
      reply = await post(path, body);
    }
    const outcome = judge(reply.status, good, await /** @type {Promise<Reply>} */ (reply.json().catch(() => ({}))));
    if (outcome.state === "done") await refreshSession();
    return outcome;
  } catch {
    return refused("The server did not answer. Nothing was sent twice; try again.");
  }
}

/**
 * @param {string} path
 * @param {Record<string, string>} body
 */
async function post(path, body) {
  const base = await apiOrigin();
  return fetch(`${base}/_allauth/browser/v1/${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
    body: JSON.stringify(body),
  });
}

/**
 * @param {number} status
 * @param {readonly number[]} good
 * @param {Reply} reply
 * @returns {Outcome}
 */
function judge(status, good, reply) {
  if (good.includes(status)) return { state: "done", errors: {} };
  if (status === 401 && reply.data?.flows?.some(({ id, is_pending }) => id === "verify_email" && is_pending)) return { state: "confirm", errors: {} };
  if (status === 429) return refused("Too many tries. Wait a few minutes, then try again.");
  const errors = faultsByField(reply.errors ?? []);
  return Object.keys(errors).length > 0 ? { state: "refused", errors } : refused(`The server refused this (${status}). Load the page again and try once more.`);
}

/** @param {string} why @returns {Outcome} */
const refused = (why) => ({ state: "refused", errors: { "": why } });
