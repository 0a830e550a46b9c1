/**
 * What a program does with the TypeScript client: BASE_URL, EMAIL and PASSWORD in the environment say where and as
 * whom. The tests run it against a served demo world; each `assert` says what you may rely on.
 */
import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import { env } from "node:process";
import { cursorOf, vivavoce, type Schemas, type Vivavoce } from "vivavoce-client";

const baseUrl = env["BASE_URL"] ?? "http://127.0.0.1:8000";
const mark = `Client ${randomUUID()}`; // an organization of its own, so that the program may run twice

/** A token by address and password; this is the only operation that takes a password. */
async function signedIn(): Promise<{ client: Vivavoce; token: string }> {
  const basic = `Basic ${btoa(`${env["EMAIL"]}:${env["PASSWORD"]}`)}`;
  const person = vivavoce({ baseUrl, headers: { Authorization: basic } });
  const made = await person.POST("/api/v1/tokens/", {
    body: { name: mark, scopes: ["bank:read", "openings:read", "openings:write", "tokens:write"] },
  });
  assert(made.data && "secret" in made.data && made.data.secret && made.data.id);
  return { client: vivavoce({ baseUrl, token: made.data.secret }), token: made.data.id };
}

/** List, filter, choose members; a mistake is named. */
async function reads(client: Vivavoce): Promise<void> {
  const page = await client.GET("/api/v1/questions/", {
    params: { query: { level: ["mid", "senior"], category: ["problem-solving"], page_size: 5 } },
  });
  assert(page.data?.results.length);
  assert(page.data.results.every(({ level }) => level === "mid" || level === "senior"));
  const few = await client.GET("/api/v1/questions/", {
    params: { query: { q: "migration", fields: ["number", "prompt"], ordering: ["-number"] } },
  });
  const numbers = (few.data?.results ?? []).map(({ number }) => number ?? 0);
  assert(numbers.length);
  assert.deepEqual(numbers, [...numbers].sort((one, other) => other - one));
  const wrong = await client.GET("/api/v1/questions/", { params: { query: { category: ["problem-solvin"] } } });
  const problem: Schemas["Problem"] | undefined = wrong.error;
  assert.equal(problem?.code, "invalid_parameters");
  assert.equal(problem.errors?.[0]?.parameter, "category");
  assert.equal(problem.errors[0].did_you_mean, "problem-solving");
  const absent = await client.GET("/api/v1/questions/{id}/", { params: { path: { id: "no-such-question" } } });
  assert.equal(absent.error?.status, 404);
}

/** Every page of the questions, by following `next` until it is null. */
async function numbers(client: Vivavoce, pageSize: number): Promise<number[]> {
  const found: number[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await client.GET("/api/v1/questions/", { params: { query: { page_size: pageSize, cursor } } });
    assert(data);
    found.push(...data.results.map(({ number }) => number ?? 0));
    cursor = cursorOf(data.next);
  } while (cursor);
  return found;
}

/** No row is lost and none comes twice, whatever the size of a page. */
async function readsToTheEnd(client: Vivavoce): Promise<void> {
  const several = await numbers(client, 7);
  assert.deepEqual(several, await numbers(client, 200));
  assert.equal(new Set(several).size, several.length);
  assert(several.length > 7);
}

/** Make a row once, change it, be told when somebody else did, remove it. */
async function writes(client: Vivavoce): Promise<void> {
  const header = { "Idempotency-Key": randomUUID() };
  const body = { title: "Django developer", organization: mark, level: "mid" } as const;
  const first = await client.POST("/api/v1/openings/", { body, params: { header } });
  const again = await client.POST("/api/v1/openings/", { body, params: { header } });
  assert(first.data && "id" in first.data && first.data.id);
  assert.deepEqual([first.response.status, again.response.status], [201, 201]);
  assert.deepEqual(again.data, first.data);
  assert.equal(again.response.headers.get("Idempotency-Replayed"), "true");
  const other = await client.POST("/api/v1/openings/", { body: { ...body, title: "Tester" }, params: { header } });
  assert.equal(other.error?.code, "idempotency_key_reused");

  const path = { id: first.data.id };
  const seen = (await client.GET("/api/v1/openings/{id}/", { params: { path } })).response.headers.get("ETag") ?? "";
  const params = { path, header: { "If-Match": seen } };
  const won = await client.PATCH("/api/v1/openings/{id}/", { params, body: { city: "Leeds" } });
  const lost = await client.PATCH("/api/v1/openings/{id}/", { params, body: { city: "London" } });
  assert.equal(won.data?.city, "Leeds");
  assert.equal(lost.error?.status, 412);
  const current = won.response.headers.get("ETag") ?? "";
  assert.equal(lost.response.headers.get("ETag"), current);
  const gone = await client.DELETE("/api/v1/openings/{id}/", { params: { path, header: { "If-Match": current } } });
  assert.equal(gone.response.status, 204);
}

/** Where several people write, a change has to say which state it saw; what a PATCH does not name stays. */
async function shares(client: Vivavoce): Promise<void> {
  const made = await client.POST("/api/v1/applications/", { body: { side: "hiring", candidate_name: "Ada Byron" } });
  assert(made.data && "id" in made.data && made.data.id);
  const path = { id: made.data.id };
  const body = { notes: "Call on Monday" };
  const blind = await client.PATCH("/api/v1/applications/{id}/", { params: { path }, body });
  assert.equal(blind.error?.status, 428);
  const header = { "If-Match": made.response.headers.get("ETag") ?? "" };
  const told = await client.PATCH("/api/v1/applications/{id}/", { params: { path, header }, body });
  assert.deepEqual([told.data?.notes, told.data?.side], ["Call on Monday", "hiring"]);
}

/** All of them or none, and a fault points at its place. */
async function writesMany(client: Vivavoce): Promise<void> {
  const rows = (titles: string[]) => titles.map((title) => ({ title, organization: mark }));
  const wrong = await client.POST("/api/v1/openings/", { body: rows(["Tester", ""]) });
  assert.equal(wrong.error?.errors?.[0]?.pointer, "/1/title");
  const none = await client.GET("/api/v1/openings/", { params: { query: { organization: [mark] } } });
  assert.equal(none.data?.count, 0);
  const made = await client.POST("/api/v1/openings/", { body: rows(["Tester", "Writer"]) });
  assert(Array.isArray(made.data));
  assert.deepEqual(made.data.map(({ title }) => title), ["Tester", "Writer"]);
  for (const { id } of made.data) {
    assert(id);
    await client.DELETE("/api/v1/openings/{id}/", { params: { path: { id } } });
  }
}

await reads(vivavoce({ baseUrl }));
await readsToTheEnd(vivavoce({ baseUrl }));
const { client, token } = await signedIn();
await writes(client);
await shares(client);
await writesMany(client);
await client.DELETE("/api/v1/tokens/{id}/", { params: { path: { id: token } } });
const refused = await client.GET("/api/v1/openings/");
assert.equal(refused.error?.status, 401);
console.log("7 passed: the TypeScript client");
