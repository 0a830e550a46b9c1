import { expect, test } from "vitest";
import { actualOf, behind, clockAt, CLOSING, courseWords, isPaused, numbered, OPENING, paused, planned, planOf, spell } from "./clock.js";

const START = Date.parse("2026-11-22T14:00:00Z");
const at = (/** @type {number} */ minutes) => START + minutes * 60_000;
const course = { startedAt: START, finishedAt: null, pauses: [] };
const items = [
  { id: "a", number: 41, minutes: 8, planned: true, asked_at: new Date(at(6)).toISOString(), seconds: 528 },
  { id: "b", number: 118, minutes: 15, planned: true, asked_at: null, seconds: 0 },
  { id: "c", number: 7, minutes: 5, planned: false, asked_at: null, seconds: 0 },
];
const plan = planOf({ opening_minutes: 5, closing_minutes: 10 }, items);

test("minutes and seconds, also beyond the hour", () => {
  expect([spell(0), spell(65.9), spell(4265), spell(-3)]).toEqual(["0:00", "1:05", "71:05", "0:00"]);
  expect([numbered(41), numbered(118), numbered(null)]).toEqual(["041", "118", ""]);
});

test("the clock stands still while it is paused, and when it is over", () => {
  const pauses = paused(paused([], at(10)), at(12));
  expect(clockAt({ ...course, pauses }, at(20))).toBe(18 * 60);
  const still = paused(pauses, at(20));
  expect([isPaused(pauses), isPaused(still)]).toEqual([false, true]);
  expect(clockAt({ ...course, pauses: still }, at(90))).toBe(18 * 60);
  expect(clockAt({ ...course, finishedAt: at(30) }, at(90))).toBe(30 * 60);
  expect(clockAt(course, START - 5000)).toBe(0);
});

test("the plan has the opening, the planned questions and the closing one after another", () => {
  expect(plan.map(({ key, start, length }) => [key, start / 60, length / 60])).toEqual([
    [OPENING, 0, 5],
    ["a", 5, 8],
    ["b", 13, 15],
    [CLOSING, 28, 10],
  ]);
  expect(planned(plan)).toBe(38 * 60);
  expect(planOf(undefined, items).map(({ key }) => key)).toEqual(["a", "b"]);
});

test("what happened: the hello until the first question, each question as long as it took, the current one until now", () => {
  const actual = actualOf(items, course, { current: "b", since: at(15) }, at(26));
  expect(actual.map(({ key, start, length, running }) => [key, start, length, running ?? false])).toEqual([
    [OPENING, 0, 360, false],
    ["a", 360, 528, false],
    ["b", 900, 660, true],
  ]);
});

test("before the first question the hello runs", () => {
  expect(actualOf([items[1]], course, { current: OPENING, since: START }, at(2))).toEqual([{ key: OPENING, label: "Hello", start: 0, length: 120, running: true }]);
});

test("behind the plan by a late beginning or by running over; ahead by an early one", () => {
  expect(behind(plan, { current: "b", begun: 15 * 60 }, 26 * 60)).toBe(120);
  expect(behind(plan, { current: "b", begun: 15 * 60 }, 33 * 60)).toBe(300);
  expect(behind(plan, { current: "b", begun: 10 * 60 }, 20 * 60)).toBe(-180);
  expect(behind(plan, { current: "c", begun: 0 }, 40 * 60)).toBe(120);
  expect([courseWords(120), courseWords(-180), courseWords(20)]).toEqual(["2 min behind plan", "3 min ahead of plan", "on plan"]);
});
