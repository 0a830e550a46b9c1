import { beforeEach, expect, test, vi } from "vitest";
import { allKept, drop, keep, kept } from "../../lib/device.js";
import { Problem } from "../../lib/problem.js";
import * as calls from "./api.js";
import { arrive } from "./arrival.js";
import { forgetOthers } from "./departure.js";
import { layDown, takeUpWords } from "./lastWords.js";
import { judgedIn, movedTo, newAttempt, parted, writtenIn } from "./records.js";
import { flush } from "./sync.js";

vi.mock("./api.js");
vi.mock("../../api/session.js", () => ({ currentSession: () => ({ person: { id: "ada" } }), onSession: () => undefined, useSession: () => ({ person: null }) }));

/** @typedef {import("./records.js").Attempt} Attempt */

/** A browser's storage: its entries are its own members, its ways are not. */
class Entries {
  /** @param {string} name */
  getItem(name) {
    return /** @type {any} */ (this)[name] ?? null;
  }
  /** @param {string} name @param {string} value */
  setItem(name, value) {
    Object.assign(this, { [name]: value });
  }
  /** @param {string} name */
  removeItem(name) {
    delete (/** @type {any} */ (this)[name]);
  }
}
vi.stubGlobal("localStorage", new Entries());

/** What the server has, and which calls it got. @type {{ attempts: Map<string, any>, said: string[] }} */
const server = { attempts: new Map(), said: [] };
let version = 0;

/** @param {any} data */
const taken = (data) => ({ data: structuredClone(data), etag: `"${(version += 1)}"`, call: undefined });
/** @param {number} status @param {object} [more] */
const refusal = (status, more = {}) => new Problem({ detail: "No.", ...more }, status, undefined);

beforeEach(async () => {
  vi.resetAllMocks();
  server.attempts.clear();
  server.said = [];
  for (const shelf of /** @type {const} */ (["attempts", "reviews", "recordings"])) for (const { id } of await allKept(shelf)) await drop(shelf, id);
  const blank = { state: "drafting", overrules: {}, self_scores: [], self_score: null, reflection: "" };
  vi.mocked(calls.beginAttempt).mockImplementation(async (/** @type {any} */ body) => {
    server.said.push("begin");
    server.attempts.set(body.id, { ...blank, ...body });
    return /** @type {any} */ (taken(server.attempts.get(body.id)));
  });
  vi.mocked(calls.changeAttempt).mockImplementation(async (id, body) => {
    server.said.push("change");
    server.attempts.set(id, { ...server.attempts.get(id), ...body });
    return /** @type {any} */ (taken(server.attempts.get(id)));
  });
  vi.mocked(calls.stepAttempt).mockImplementation(async (id, step) => {
    server.said.push(step);
    const state = { commit: "committed", reveal: "revealed", grade: "graded" }[step];
    if (server.attempts.get(id).state === state) throw refusal(409);
    server.attempts.set(id, { ...server.attempts.get(id), state });
    return /** @type {any} */ (taken(server.attempts.get(id)));
  });
  vi.mocked(calls.getAttempt).mockImplementation(async (id) => /** @type {any} */ (taken(server.attempts.get(id))));
  vi.mocked(calls.sendReview).mockImplementation(async (body) => (server.said.push("review"), /** @type {any} */ (taken(body))));
});

const attempt = (/** @type {Partial<Attempt>} */ more = {}) => ({ ...newAttempt("ada", "signals"), body: "Said.", ...more });
const review = (/** @type {object} */ more = {}) => ({ id: "r1", owner: "ada", question: "signals", grade: "good", suggested: null, attempt: null, session: null, seconds: 9, reviewed_at: "2026-11-24T10:00:00Z", ...more });

test("a graded attempt goes step by step, then its grade; then nothing of it stays here", async () => {
  const graded = movedTo(attempt({ overrules: { kp1: true }, reflection: "I stopped at the fix." }), "graded");
  await keep("attempts", graded);
  await keep("reviews", review({ attempt: graded.id }));
  await flush();
  expect(server.said).toEqual(["begin", "commit", "reveal", "change", "grade", "review"]);
  expect(server.attempts.get(graded.id).reflection).toBe("I stopped at the fix.");
  await flush();
  expect([await allKept("attempts"), await allKept("reviews")]).toEqual([[], []]);
});

test("where another tab was quicker with a step, the steps after it follow at once", async () => {
  const graded = movedTo(attempt(), "graded");
  const before = { ...attempt(), id: graded.id };
  server.attempts.set(graded.id, { ...before, state: "committed", reflection: "" });
  // This tab has not heard of the commit yet.
  await keep("attempts", { ...graded, server: { etag: '"0"', state: "drafting", written: writtenIn(graded), judged: judgedIn(graded) } });
  await flush();
  expect(server.attempts.get(graded.id).state).toBe("graded");
});

test("without a network everything waits in its place", async () => {
  vi.mocked(calls.beginAttempt).mockRejectedValue(refusal(0));
  await keep("attempts", attempt());
  await keep("reviews", review());
  await flush();
  expect([(await allKept("attempts")).length, (await allKept("reviews")).length, server.said]).toEqual([1, 1, []]);
});

test("a graded answer beside which another text stands is not thrown away", async () => {
  const graded = movedTo(attempt({ theirs: { body: "Else.", etag: '"2"', state: "committed" } }), "graded");
  await keep("attempts", graded);
  await flush();
  expect((await kept("attempts", graded.id)).body).toBe("Said.");
  // Graded, it goes on as an attempt of its own.
  const own = parted(graded);
  expect(own.id).not.toBe(graded.id);
  await drop("attempts", graded.id);
  await keep("attempts", own);
  await flush();
  expect(server.attempts.get(own.id)).toMatchObject({ body: "Said.", state: "graded" });
});

test("a guest's work is handed over once, what is refused stays, the rest goes", async () => {
  const [good, withdrawn] = [attempt({ owner: "" }), attempt({ owner: "", question: "gone" })];
  await keep("attempts", good);
  await keep("attempts", withdrawn);
  await keep("recordings", { id: " signals", seconds: 3 });
  vi.mocked(calls.claim).mockImplementation(async (/** @type {any} */ { attempts }) => {
    const at = attempts.findIndex((/** @type {Attempt} */ { question }) => question === "gone");
    if (at >= 0) throw refusal(400, { errors: [{ pointer: `/attempts/${at}/question`, code: "not_found", detail: "Not known." }] });
    return /** @type {any} */ (taken({ attempts: { claimed: attempts.length, known: 0 }, reviews: { claimed: 0, known: 0 } }));
  });
  await arrive();
  expect((await allKept("attempts")).map(({ id, refused }) => [id, refused])).toEqual([[withdrawn.id, true]]);
  expect((await allKept("recordings")).map(({ id }) => id)).toEqual(["ada signals"]);
  vi.mocked(calls.claim).mockClear();
  await arrive();
  expect(calls.claim).not.toHaveBeenCalled();
});

test("what another tab wrote during the claim is kept beside what was claimed", async () => {
  const draft = attempt({ owner: "" });
  await keep("attempts", draft);
  vi.mocked(calls.claim).mockImplementation(async () => {
    await keep("attempts", { ...draft, body: "Said, and more." });
    return /** @type {any} */ (taken({ attempts: { claimed: 1, known: 0 }, reviews: { claimed: 0, known: 0 } }));
  });
  await arrive();
  const [left] = await allKept("attempts");
  expect([left.body, left.owner, left.id === draft.id]).toEqual(["Said, and more.", "", false]);
});

test("of others nothing stays that the server has, nor their voice; what has not arrived waits for them", async () => {
  const there = { ...attempt({ owner: "bob" }), id: "there" };
  await keep("attempts", { ...there, server: { etag: '"1"', state: "drafting", written: writtenIn(there), judged: judgedIn(there) } });
  await keep("attempts", { ...attempt({ owner: "bob", body: "Not sent." }), id: "unsent" });
  await keep("attempts", { ...attempt({ owner: "bob", body: "" }), id: "blank" });
  await keep("attempts", { ...attempt({ owner: "" }), id: "guest" });
  for (const id of ["bob signals", "ada signals", " signals"]) await keep("recordings", { id });
  await forgetOthers("ada");
  expect((await allKept("attempts")).map(({ id }) => id).sort()).toEqual(["guest", "unsent"]);
  expect((await allKept("recordings")).map(({ id }) => id).sort()).toEqual([" signals", "ada signals"]);
});

test("words laid down at the last moment are taken up, and turn nothing back", async () => {
  const [typed, done] = [attempt({ body: "The last words." }), movedTo(attempt(), "committed")];
  layDown(typed);
  layDown({ ...done, body: "Older.", state: "drafting" });
  await keep("attempts", done);
  await takeUpWords();
  expect((await kept("attempts", typed.id)).body).toBe("The last words.");
  expect((await kept("attempts", done.id)).body).toBe("Said.");
  expect(Object.keys(localStorage)).toEqual([]);
});
