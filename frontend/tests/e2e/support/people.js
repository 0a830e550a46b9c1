/** People of the tests: the demo person, and newcomers who are made for one test. */
import { randomUUID } from "node:crypto";
import { request } from "@playwright/test";

/** @typedef {{ email: string, password: string }} Entrance */
/** @typedef {Awaited<ReturnType<import("@playwright/test").APIRequestContext["storageState"]>>} StorageState */

/**
 * @param {string} name
 * @returns {string} what `make e2e` says; without it there is nothing to test against
 */
export function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with \`make e2e\`.`);
  return value;
}

/** @returns {Entrance} */
export const demoEntrance = () => ({ email: told("DEMO_SIGN_IN"), password: told("DEMO_PASSWORD") });

/** @returns {Entrance} somebody whom the server does not know yet */
export const newEntrance = () => ({ email: `newcomer-${randomUUID()}@example.org`, password: "correct horse battery staple" });

/**
 * Goes through the sign-in service as the site does, without drawing its pages.
 *
 * @param {string} baseURL
 * @param {"login" | "signup"} door
 * @param {Entrance} entrance
 * @returns {Promise<StorageState>} the cookies of who came in
 */
export async function enter(baseURL, door, entrance) {
  const context = await request.newContext({ baseURL });
  const { csrf_token: token } = await (await context.get("/api/v1/me/")).json();
  const reply = await context.post(`/_allauth/browser/v1/auth/${door}`, { data: entrance, headers: { "X-CSRFToken": token } });
  if (!reply.ok()) throw new Error(`${door} was answered with ${reply.status()}: ${await reply.text()}`);
  const state = await context.storageState();
  await context.dispose();
  return state;
}
