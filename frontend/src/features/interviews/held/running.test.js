import { expect, test } from "vitest";
import { criteriaOf, isOwnCard, keepsTime, leftItem, missingCards, sideOf } from "./running.js";

const seat = (/** @type {string} */ role, /** @type {string} */ id, /** @type {string | null} */ scorecard) => /** @type {any} */ ({ role, name: id, person: { id, name: id }, scorecard });
const SINCE = Date.parse("2026-11-22T14:00:00Z");
const item = (/** @type {object} */ more) => /** @type {any} */ ({ asked: null, asked_at: null, seconds: 10, ...more });

test("who is assigned rates, also before the card exists", () => {
  const table = { participants: [seat("lead", "a", "not_yet"), seat("observer", "b", null)], my_scorecard: null };
  expect([isOwnCard(table, "a"), isOwnCard(table, "b"), isOwnCard({ ...table, my_scorecard: "x" }, "c")]).toEqual([true, false, true]);
  expect(missingCards(table)).toEqual(["a"]);
});

test("the lead keeps the time; without one whoever interviews", () => {
  const led = [seat("lead", "a", null), seat("interviewer", "b", null)];
  expect(keepsTime({ participants: led, my_roles: ["interviewer"] })).toBe(false);
  expect(keepsTime({ participants: led, my_roles: ["lead"] })).toBe(true);
  expect(keepsTime({ participants: led.slice(1), my_roles: ["interviewer", "candidate"] })).toBe(true);
  expect(keepsTime({ participants: [], my_roles: ["candidate"] })).toBe(false);
});

test("hiring is the interviewer's side; a mock the side of one's role, alone as one prefers", () => {
  const table = (/** @type {any} */ purpose, /** @type {any[]} */ ...roles) => sideOf({ purpose, my_roles: roles });
  expect([table("hiring", "observer"), table("mock", "candidate"), table("mock", "interviewer"), table("mock", "interviewer", "candidate")]).toEqual(["interviewer", "candidate", "interviewer", undefined]);
});

test("a page that was left open for days has not asked for days", () => {
  expect(leftItem(item({}), 400_000, SINCE)?.seconds).toBe(86_400);
});

test("a glance is not counted; half a minute means asked; what was said stays", () => {
  expect(leftItem(item({}), 3, SINCE)).toBeUndefined();
  expect(leftItem(undefined, 60, SINCE)).toBeUndefined();
  expect(leftItem(item({}), 12, SINCE)).toEqual({ seconds: 22 });
  expect(leftItem(item({}), 60, SINCE)).toEqual({ seconds: 70, asked: "yes", asked_at: "2026-11-22T14:00:00.000Z" });
  expect(leftItem(item({ asked: "reworded" }), 12, SINCE)).toMatchObject({ asked: "reworded" });
  expect(leftItem(item({ asked: "no" }), 60, SINCE)).toEqual({ seconds: 70 });
});

test("criteria stand in the one order, with their shares where these differ", () => {
  const one = (/** @type {string} */ slug, /** @type {number} */ weight) => /** @type {any} */ ({ quality: { slug, name: slug }, weight, anchors: [] });
  const rubric = /** @type {any} */ ({ criteria: [one("security", 1), one("database", 2)] });
  expect(criteriaOf(rubric).map(({ slug, share }) => [slug, share])).toEqual([
    ["database", "2 of 3 shares"],
    ["security", "1 of 3 shares"],
  ]);
  expect(criteriaOf(/** @type {any} */ ({ criteria: [one("security", 1), one("database", 1)] }))[0].share).toBe("");
});
