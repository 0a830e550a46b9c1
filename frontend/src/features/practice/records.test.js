import { expect, test } from "vitest";
import { hasOther, isUnsent, judgedIn, movedTo, newAttempt, settled, waitingCount, writtenIn } from "./records.js";

const attempt = (/** @type {Partial<import("./records.js").Attempt>} */ more = {}) => ({ ...newAttempt("person", "signals"), ...more });
const onServer = (/** @type {import("./records.js").Attempt} */ one) => ({ etag: '"1"', state: one.state, written: writtenIn(one), judged: judgedIn(one) });

test("a draft without a word stays on the device; one with words is sent", () => {
  expect(isUnsent(attempt())).toBe(false);
  expect(isUnsent(attempt({ body: "A word" }))).toBe(true);
  expect(isUnsent(attempt({ state: "committed" }))).toBe(true);
});

test("what the server has is not sent again; a word, a step or a tick more is", () => {
  const sent = attempt({ body: "Said." });
  const there = { ...sent, server: onServer(sent) };
  expect(isUnsent(there)).toBe(false);
  expect(isUnsent({ ...there, body: "Said more." })).toBe(true);
  expect(isUnsent(movedTo(there, "committed"))).toBe(true);
  const committed = movedTo(sent, "committed");
  expect(isUnsent({ ...committed, server: onServer(committed), overrules: { kp1: true } })).toBe(true);
  expect(isUnsent({ ...there, body: "Said more.", theirs: { body: "Else.", etag: '"2"', state: "drafting" } })).toBe(false);
});

test("a committed answer that took another time is the same answer", () => {
  const committed = attempt({ body: "Said.", state: "committed", seconds: 12 });
  const server = onServer({ ...committed, seconds: 9 });
  expect(hasOther(server, committed)).toBe(false);
  expect(hasOther({ ...server, state: "drafting" }, committed)).toBe(true);
  expect(hasOther(server, { ...committed, body: "Else." })).toBe(true);
});

test("steps only ever go on, each with its time", () => {
  const revealed = movedTo(attempt(), "revealed");
  expect([revealed.state, revealed.committed_at !== null, revealed.revealed_at !== null, revealed.graded_at]).toEqual(["revealed", true, true, null]);
  const again = movedTo(revealed, "committed");
  expect([again.state, again.committed_at]).toEqual(["revealed", revealed.committed_at]);
});

test("after two devices wrote, the choice is the person's and no text is lost unasked", () => {
  const mine = attempt({ body: "Mine.", theirs: { body: "Theirs.", etag: '"2"', state: "drafting" } });
  expect(settled(mine, "mine").body).toBe("Mine.");
  expect(settled(mine, "theirs").body).toBe("Theirs.");
  expect(settled(mine, "both").body).toBe("Theirs.\n\nMine.");
  expect(settled(mine, "mine").server?.etag).toBe('"2"');
  expect(isUnsent(settled(mine, "mine"))).toBe(true);
  expect(isUnsent(settled(mine, "theirs"))).toBe(false);
});

test("what was committed elsewhere stays as it is: mine becomes another attempt", () => {
  const mine = attempt({ body: "Mine.", theirs: { body: "Theirs.", etag: '"2"', state: "committed" } });
  const other = settled(mine, "mine");
  expect(other.id).not.toBe(mine.id);
  expect([other.body, other.server, isUnsent(other)]).toEqual(["Mine.", null, true]);
});

test("a grade and its attempt wait as one", () => {
  const graded = attempt({ state: "graded" });
  const review = /** @type {import("./records.js").Review} */ ({ id: "r", attempt: graded.id });
  expect(waitingCount([graded], [review])).toBe(1);
  expect(waitingCount([graded, attempt({ body: "Draft" }), attempt()], [review])).toBe(2);
});
