import { expect, test } from "vitest";
import { actualOf, behind, clockAt, CLOSING, courseWords, isPaused, numbered, OPENING, paused, placeOf, planned, planOf, spell } from "./clock.js";

const START = Date.parse("2026-11-22T14:00:00Z");
const at = (/** @type {number} */ minutes) => START + minutes * 60_000;
const course = { startedAt: START, finishedAt: null, pauses: [] };
const items = [
  { id: "a", number: 41, minutes: 8, pause: 0, planned: true, asked: "yes", asked_at: new Date(at(6)).toISOString(), seconds: 528 },
  { id: "b", number: 118, minutes: 15, pause: 0, planned: true, asked: null, asked_at: null, seconds: 0 },
  { id: "c", number: 7, minutes: 5, pause: 0, planned: false, asked: null, asked_at: null, seconds: 0 },
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

test("a break stands before its question and moves everything after it", () => {
  const day = planOf(undefined, items.map((item) => ({ ...item, pause: item.id === "b" ? 20 : 0 })));
  expect(day.map(({ key, label, start, length }) => [key, label, start / 60, length / 60])).toEqual([
    ["a", "041", 0, 8],
    ["pause-b", "Break", 8, 20],
    ["b", "118", 28, 15],
  ]);
  expect(behind(day, { current: "b", begun: 28 * 60 }, 30 * 60)).toBe(0);
});

test("what happened: the hello until the first question, each question as long as it took, the current one until now", () => {
  const actual = actualOf(items, course, { current: "b", since: at(15) }, at(26));
  expect(actual.map(({ key, start, length, running }) => [key, start, length, running ?? false])).toEqual([
    [OPENING, 0, 360, false],
    ["a", 360, 528, false],
    ["b", 900, 660, true],
  ]);
});

test("a question that one comes back to keeps the time it had", () => {
  const actual = actualOf(items, course, { current: "a", since: at(20) }, at(26));
  expect(actual.map(({ key, start, length }) => [key, start, length]).slice(1)).toEqual([
    ["a", 360, 528],
    ["a", 1200, 360],
  ]);
});

test("once it is over nothing runs: after the last question come theirs", () => {
  const actual = actualOf(items, { ...course, finishedAt: at(20) }, { current: OPENING, since: START }, at(90));
  expect(actual.map(({ key, start, length, running }) => [key, start, length, running ?? false])).toEqual([
    [OPENING, 0, 360, false],
    ["a", 360, 528, false],
    [CLOSING, 888, 312, false],
  ]);
});

test("where the conversation is follows from what was noted, on every device", () => {
  const [a, b, c] = [
    { ...items[0], asked: "yes", asked_at: new Date(at(6)).toISOString(), seconds: 480 },
    { ...items[1], asked: null },
    { ...items[1], id: "c", asked: null },
  ];
  expect(placeOf([{ ...a, asked: null, asked_at: null, seconds: 0 }, b], START)).toEqual({ current: OPENING, since: START });
  expect(placeOf([{ ...a, seconds: 0 }, b], START)).toEqual({ current: "a", since: at(6) });
  expect(placeOf([a, b, c], START)).toEqual({ current: "b", since: at(14) });
  expect(placeOf([a, { ...b, asked: "no" }, c], START)).toEqual({ current: "c", since: at(14) });
  expect(placeOf([a, { ...b, asked: "no", asked_at: new Date(at(30)).toISOString() }], START)).toEqual({ current: CLOSING, since: at(14) });
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
