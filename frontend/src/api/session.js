/** Who is asking: `/api/v1/me/` answers 200 for everyone, with nobody in `person` when signed out. */
import { createStore, useStore } from "../lib/store.js";
import { api, apiOrigin, csrf, setCsrfToken, take } from "./client.js";
import { adopt } from "./preferences.js";

/**
 * @typedef {object} Session
 * @property {boolean} known whether the server has answered yet
 * @property {import("./schema.d.ts").components["schemas"]["Person"] | null} person
 * @property {string[]} groups
 * @property {string} timeZone
 * @property {boolean} demo whether the person here is the demo person
 * @property {import("./schema.d.ts").components["schemas"]["Installation"] | undefined} installation what this server allows; demo_sign_in names the demo person while the demo world is loaded
 */

/** @type {import("../lib/store.js").Store<Session>} */
const session = createStore(/** @type {Session} */ ({ known: false, person: null, groups: [], timeZone: "UTC", demo: false, installation: undefined }));

/** @returns {Session} */
export const useSession = () => useStore(session);

/**
 * @param {(session: Session) => void} listener told whenever who is here becomes known or changes
 * @returns {() => void} how to stop
 */
export const onSession = (listener) => session.subscribe(() => listener(session.get()));

/** Who is here, for what is not drawn. @returns {Session} */
export const currentSession = () => session.get();

/** Asks again who is here: at the start, after signing in or out. */
export async function refreshSession() {
  try {
    const { data } = await take(api.GET("/api/v1/me/"));
    setCsrfToken(data.csrf_token ?? "");
    adopt(data.person?.preferences);
    session.set({ known: true, person: data.person, groups: data.groups ?? [], timeZone: data.time_zone, demo: data.demo, installation: data.installation });
  } catch {
    // Public pages work without knowing; the next call that needs a person will say so.
    session.set((before) => ({ ...before, known: true }));
  }
}

/**
 * Signs out. The sign-in service answers 401 to say that it worked, so the answer is not judged;
 * asking again who is here tells.
 */
export async function signOut() {
  const base = await apiOrigin();
  await fetch(`${base}/_allauth/browser/v1/auth/session`, { method: "DELETE", credentials: "include", headers: { "X-CSRFToken": csrf() } }).catch(() => undefined);
  await refreshSession();
}
