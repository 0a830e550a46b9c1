// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** @type {Request[]} */
let sent = [];

/** @param {(url: string) => Response} answer */
function serve(answer) {
  vi.stubGlobal("fetch", (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
    if (String(url).endsWith("config.json")) return Promise.resolve(Response.json({ api: "https://api.example/" }));
    sent.push(new Request(url, init));
    return Promise.resolve(answer(String(url)));
  });
}

beforeEach(() => {
  sent = [];
  vi.resetModules();
});

afterEach(() => vi.unstubAllGlobals());

test("calls go where config.json says, and the bytes are kept as they came", async () => {
  const body = '{"person": null,  "groups": []}';
  serve(() => new Response(body, { headers: { "Content-Type": "application/json; charset=utf-8", ETag: '"0-a"' } }));
  const { api, take } = await import("./client.js");
  const taken = await take(api.GET("/api/v1/me/"));
  expect(sent[0].url).toBe("https://api.example/api/v1/me/");
  expect(taken.etag).toBe('"0-a"');
  expect(taken.call).toMatchObject({ method: "GET", path: "/api/v1/me/", status: 200, contentType: "application/json", text: body, bytes: body.length });
});

test("a write carries the CSRF token and shows its precondition; a read does not", async () => {
  serve(() => Response.json({}));
  const { api, setCsrfToken, take } = await import("./client.js");
  setCsrfToken("secret");
  await take(api.GET("/api/v1/me/"));
  const { call } = await take(api.PATCH("/api/v1/me/", { body: { name: "Ada" }, headers: { "If-Match": '"1-b"' } }));
  expect(sent[0].headers.get("X-CSRFToken")).toBeNull();
  expect(sent[1].headers.get("X-CSRFToken")).toBe("secret");
  expect(call?.headers).toEqual({ "if-match": '"1-b"' });
  expect(call?.requestBody).toBe('{"name":"Ada"}');
});

test("a problem document becomes a Problem that knows its call", async () => {
  serve(() => Response.json({ type: "/api/problems/not-found/", title: "Not found", request_id: "7f3c" }, { status: 404 }));
  const { api, take } = await import("./client.js");
  await expect(take(api.GET("/api/v1/me/"))).rejects.toMatchObject({ name: "Problem", status: 404, requestId: "7f3c", missing: true, call: { path: "/api/v1/me/" } });
});

test("a lost connection is a problem too", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const { api, take } = await import("./client.js");
  await expect(take(api.GET("/api/v1/me/"))).rejects.toMatchObject({ name: "Problem", status: 0 });
});

test("the next page is followed by its host-less address", async () => {
  serve(() => Response.json({ results: [1], next: null }));
  const { follow } = await import("./client.js");
  const { data } = await follow("/api/v1/questions/?cursor=abc");
  expect(sent[0].url).toBe("https://api.example/api/v1/questions/?cursor=abc");
  expect(data).toEqual({ results: [1], next: null });
});
