/** The calls of interviews that are held here: start, run, rate, and who takes part. */
import { api, take } from "../../../api/client.js";
import { refreshSession } from "../../../api/session.js";

/** @typedef {import("../../../api/models.d.ts").Schema["Kit"]} Kit */
/** @typedef {import("../../../api/models.d.ts").Schema["Rubric"]} Rubric */
/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("./card.js").Scorecard} Scorecard */
/** @typedef {import("./items.js").Item} Item */
/** @typedef {{ id: string, name: string }} Somebody */
/** @template T @typedef {import("../../../api/client.js").Taken<T>} Taken */

/** For calls whose body or reply the pages know by names of their own. @type {any} */
const calls = api;

/** @param {string} id @param {string} [etag] */
const versioned = (id, etag) => ({ path: { id }, header: etag ? { "If-Match": etag } : {} });

/** @param {AbortSignal} signal */
export const listKits = (signal) => take(api.GET("/api/v1/kits/", { params: { query: { page_size: 100 } }, signal }));

/** The kit in the version that is run. @param {{ slug: string, version: number | null }} kit @param {AbortSignal} signal @returns {Promise<Taken<Kit>>} */
export const getKit = ({ slug, version }, signal) => take(calls.GET("/api/v1/kits/{id}/", { params: { path: { id: slug }, query: version ? { version } : {} }, signal }));

/** @param {{ slug: string, version: number }} rubric @param {AbortSignal} signal @returns {Promise<Taken<Rubric>>} */
export const getRubric = ({ slug, version }, signal) => take(calls.GET("/api/v1/rubrics/{id}/", { params: { path: { id: slug }, query: { version } }, signal }));

/** Makes what an interview needs, and starts it. @param {any} body @returns {Promise<Taken<Interview>>} */
export const startNow = async (body) => /** @type {any} */ (await take(api.POST("/api/v1/interviews/start-now/", { body })));

/** Makes a mock interview and a link for the partner. @param {any} body @param {string} role the partner's @returns {Promise<{ interview: Interview, link: string }>} */
export async function planWithPartner(body, role) {
  const { data } = await take(api.POST("/api/v1/interviews/", { body }));
  const interview = /** @type {Interview} */ (data);
  return { interview, link: (await invite(interview.id, role)).data.link };
}

/** @param {string} interview @param {string} role @returns {Promise<Taken<{ link: string, expires_at: string }>>} */
export const invite = (interview, role) => take(calls.POST("/api/v1/invitations/", { body: { interview, role } }));

/** @param {string} interview @returns {Promise<Item[]>} */
export async function listItems(interview) {
  const { data } = await take(calls.GET("/api/v1/interview-items/", { params: { query: { interview, ordering: ["position"], page_size: 100 } } }));
  return data.results;
}

/** @param {string} id @returns {Promise<Taken<Item>>} */
export const getItem = (id) => take(calls.GET("/api/v1/interview-items/{id}/", { params: { path: { id } } }));

/** @param {string} id @param {object} body @param {string} [etag] @returns {Promise<Taken<Item>>} */
export const changeItem = (id, body, etag) => take(calls.PATCH("/api/v1/interview-items/{id}/", { params: versioned(id, etag), body }));

/** Asks something that the kit does not plan. @param {{ interview: string, question: string }} body @returns {Promise<Taken<Item>>} */
export const addItem = (body) => take(calls.POST("/api/v1/interview-items/", { body }));

/** @param {string} text @param {AbortSignal} signal */
export const findQuestions = (text, signal) => take(api.GET("/api/v1/questions/", { params: { query: { q: text, kind: ["interview"], page_size: 8, fields: ["id", "number", "slug", "prompt"] } }, signal }));

/** One's own card of an interview, if it was begun. @param {string} interview @returns {Promise<Taken<Scorecard> | undefined>} */
export async function findCard(interview) {
  const { data } = await take(api.GET("/api/v1/scorecards/", { params: { query: { interview: [interview], is_mine: true, fields: ["id"] } } }));
  const [mine] = data.results;
  return mine && take(calls.GET("/api/v1/scorecards/{id}/", { params: { path: { id: mine.id } } }));
}

/** @param {object} body @returns {Promise<Taken<Scorecard>>} */
export const createCard = (body) => take(calls.POST("/api/v1/scorecards/", { body }));

/** @param {string} id @param {object} body @param {string} [etag] @returns {Promise<Taken<Scorecard>>} */
export const changeCard = (id, body, etag) => take(calls.PATCH("/api/v1/scorecards/{id}/", { params: versioned(id, etag), body }));

/**
 * @param {string} id
 * @param {"submit" | "revise" | "decline"} verb
 * @param {object} body
 * @param {string} [etag]
 * @returns {Promise<Taken<Scorecard>>}
 */
export const stepCard = (id, verb, body, etag) => take(calls.POST(`/api/v1/scorecards/{id}/${verb}/`, { params: versioned(id, etag), body }));

/** @param {AbortSignal} signal @returns {Promise<Taken<{ results: Somebody[] }>>} */
export const listColleagues = (signal) => take(calls.GET("/api/v1/colleagues/", { params: { query: { page_size: 100 } }, signal }));

/** @param {AbortSignal} signal @returns {Promise<Taken<{ results: Array<{ id: string, name: string }> }>>} */
export const listOpenings = (signal) => take(calls.GET("/api/v1/openings/", { params: { query: { page_size: 100 } }, signal }));

/** @param {string} id @param {AbortSignal} signal @returns {Promise<Taken<any>>} */
export const getApplication = (id, signal) => take(calls.GET("/api/v1/applications/{id}/", { params: { path: { id } }, signal }));

/** @param {string} id @param {object} body @param {string} [etag] @returns {Promise<Taken<any>>} */
export const changeApplication = (id, body, etag) => take(calls.PATCH("/api/v1/applications/{id}/", { params: versioned(id, etag), body }));

/** Joins the group that may interview candidates; where an administrator appoints them this is refused. */
export async function joinInterviewers() {
  await take(calls.PATCH("/api/v1/me/", { body: { is_interviewer: true } }));
  await refreshSession();
}
