/**
 * The one way to the API. `api.GET("/api/v1/questions/", { params: { query } })` is typed from
 * openapi.yaml; `take()` turns its answer into data or throws a Problem.
 */
import createClient from "openapi-fetch";
import { writeQuery } from "../lib/query.js";
import { callOf, keepCall } from "./lastCall.js";
import { asProblem, Problem } from "../lib/problem.js";

/** @typedef {import("./schema.d.ts").paths} paths */

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const SHOWN_HEADERS = ["if-match", "if-none-match", "idempotency-key"];

let csrfToken = "";

/** @param {string} token from /me/; sent with every write */
export function setCsrfToken(token) {
  csrfToken = token;
}

/** For the sign-in service, which stands outside the API's contract. */
export const csrf = () => csrfToken;

/** @type {Promise<string> | undefined} */
let origin;

/**
 * Where the API lives: the file config.json beside the site names another origin, or leaves it
 * empty for the site's own.
 *
 * @returns {Promise<string>} an origin without a slash at the end
 */
export function apiOrigin() {
  origin ??= fetch(`${import.meta.env.BASE_URL}config.json`)
    .then((reply) => /** @type {Promise<{ api?: string }>} */ (reply.ok ? reply.json() : Promise.resolve({})))
    .then((config) => String(config.api || location.origin).replace(/\/+$/, ""))
    .catch(() => location.origin);
  return origin;
}

/**
 * Sends a request, keeps it and its reply for the drawer, and hands back a response whose body has
 * been read once already (so that what is shown are the bytes that came).
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function send(request) {
  const base = await apiOrigin();
  const { pathname, search } = new URL(request.url);
  const url = base + pathname + search;
  const requestBody = SAFE.has(request.method) ? undefined : (await request.text()) || undefined;
  const headers = new Headers(request.headers);
  headers.set("Accept", "application/json");
  if (!SAFE.has(request.method) && csrfToken) headers.set("X-CSRFToken", csrfToken);
  const started = performance.now();
  const reply = await fetch(url, { method: request.method, headers, body: requestBody, credentials: "include", signal: request.signal });
  const bytes = await reply.arrayBuffer();
  const ms = Math.round(performance.now() - started);
  const text = new TextDecoder().decode(bytes);
  const bodyless = reply.status === 204 || reply.status === 304;
  const response = new Response(bodyless ? null : text, { status: reply.status, headers: reply.headers });
  keepCall(response, {
    method: request.method,
    url,
    path: pathname + search,
    headers: Object.fromEntries([...headers].filter(([name]) => SHOWN_HEADERS.includes(name))),
    requestBody,
    status: reply.status,
    contentType: (reply.headers.get("Content-Type") ?? "").split(";")[0],
    text,
    bytes: bytes.byteLength,
    ms,
  });
  return response;
}

/** @type {ReturnType<typeof createClient<paths, "application/json">>} */
export const api = createClient({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: send,
  querySerializer: (query) => writeQuery(/** @type {Record<string, import("../lib/query.js").QueryValue>} */ (query)),
});

/**
 * @template T
 * @typedef {object} Taken
 * @property {T} data
 * @property {string | undefined} etag for If-Match on the next write
 * @property {import("./lastCall.js").Call | undefined} call
 */

/**
 * @template T
 * @param {Promise<{ data?: T, error?: unknown, response: Response }>} pending what `api.GET` and its like return
 * @returns {Promise<Taken<import("./models.d.ts").Whole<T>>>} of "whole or sparse" the whole: who asks with `fields` reads those only
 * @throws {Problem}
 */
export async function take(pending) {
  let answer;
  try {
    answer = await pending;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") throw thrown;
    throw asProblem(thrown);
  }
  const { response } = answer;
  const call = callOf(response);
  if (!response.ok) throw new Problem(problemBody(answer.error), response.status, call);
  return { data: /** @type {import("./models.d.ts").Whole<T>} */ (answer.data), etag: response.headers.get("ETag") ?? undefined, call };
}

/**
 * @param {unknown} error
 * @returns {import("../lib/problem.js").ProblemBody}
 */
function problemBody(error) {
  return typeof error === "object" && error !== null ? error : { title: "The server failed", detail: "It answered with something that is not a problem document." };
}

/**
 * A page of a list by its host-less address, as `next` gives it.
 *
 * @template T
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken<T>>}
 */
export async function follow(path, signal) {
  const request = new Request(new URL(path, location.origin), { signal });
  const taken = await take(
    send(request).then(async (response) => {
      const body = await response.json();
      return response.ok ? { data: body, response } : { error: body, response };
    }),
  );
  return /** @type {Taken<any>} */ (taken);
}
