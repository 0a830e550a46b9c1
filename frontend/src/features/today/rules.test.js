import { expect, test } from "vitest";
import { capital, countdown, dayName, inWords, isBehind, isNew, lateness, load, longDay, monthLabels, more, percent, shade, spoken, stagesOf, streakWords, weeksOf } from "./rules.js";

const quality = { id: "1", slug: "security", name: "Security", url: "/" };
const readiness = (/** @type {object} */ more) => ({ quality, now: 0.62, four_weeks_ago: null, on_the_day: null, seen: 3, questions: 12, ...more });

test.each([
  [0, "no"],
  [14, "fourteen"],
  [20, "twenty"],
  [21, "21"],
])("%i as a sentence carries it is %s", (count, words) => {
  expect(inWords(count)).toBe(words);
});

test("lateness is said in days, and only when something is late", () => {
  expect(lateness(0)).toBe("today");
  expect(lateness(1)).toBe("1 day late");
  expect(lateness(2)).toBe("2 days late");
});

test("what is due says its minutes and what the day has", () => {
  expect(load({ count: 14, minutes: 38 }, 45)).toBe("14 cards, about 38 minutes; your day has 45");
  expect(load({ count: 0, minutes: 0 }, 45)).toBe("");
  expect(more(14, 7)).toBe("Seven more");
  expect(more(7, 7)).toBe("");
});

test("a countdown loses no minute and ends when it begins", () => {
  const starts = "2026-11-26T14:00:00Z";
  expect(countdown(starts, Date.parse("2026-11-24T10:12:00Z"))).toEqual({ days: 2, hours: 3, minutes: 48 });
  expect(countdown(starts, Date.parse("2026-11-26T13:59:30Z"))).toEqual({ days: 0, hours: 0, minutes: 1 });
  expect(countdown(starts, Date.parse(starts))).toBeUndefined();
});

test("days are the day itself in every zone", () => {
  expect(longDay("2026-11-24")).toBe("Tuesday 24 November");
  expect(dayName("2026-11-24", "2026-11-24")).toBe("Today");
  expect(dayName("2026-11-25", "2026-11-24")).toBe("Wed");
});

test("a recall of nothing is not nought", () => {
  expect(percent(null)).toBeUndefined();
  expect(percent(0)).toBe(0);
  expect(percent(0.784)).toBe(78);
});

test("a quality is behind when less is recalled than four weeks ago", () => {
  expect(isBehind(readiness({ now: 0.5, four_weeks_ago: 0.6 }))).toBe(true);
  expect(isBehind(readiness({ now: 0.6, four_weeks_ago: 0.6 }))).toBe(false);
  expect(isBehind(readiness({ now: 0.1 }))).toBe(false);
  expect(isBehind(readiness({ now: null }))).toBe(false);
});

test("a quality can be heard", () => {
  expect(spoken(readiness({ four_weeks_ago: 0.5, on_the_day: 0.7 }))).toBe("Security: 62 of 100 recalled today, 50 four weeks ago, 70 expected on the day; 3 of 12 questions practised");
  expect(spoken(readiness({ now: null, seen: 0 }))).toBe("Security: none of 12 questions practised yet");
});

test("weeks begin on Monday and keep every day", () => {
  const days = Array.from({ length: 10 }, (_, index) => ({ date: `2026-11-${String(index + 11).padStart(2, "0")}`, reviews: index }));
  const weeks = weeksOf(days);
  expect(weeks).toHaveLength(2);
  expect(weeks[0].map((day) => day?.reviews)).toEqual([undefined, undefined, 0, 1, 2, 3, 4]);
  expect(weeks[1].map((day) => day?.reviews)).toEqual([5, 6, 7, 8, 9, undefined, undefined]);
  expect(weeksOf([])).toEqual([]);
});

test("months stand over their first week and not on top of each other", () => {
  const days = Array.from({ length: 70 }, (_, index) => ({ date: new Date(Date.UTC(2026, 7, 28 + index)).toISOString().slice(0, 10), reviews: 0 }));
  // Three days of August would push against September.
  expect(monthLabels(weeksOf(days)).map(({ name }) => name)).toEqual(["Sept", "Oct", "Nov"]);
});

test.each([
  [0, 0],
  [1, 1],
  [4, 1],
  [5, 2],
  [16, 3],
  [17, 4],
  [90, 4],
])("%i reviews have shade %i", (reviews, expected) => {
  expect(shade(reviews)).toBe(expected);
});

test("a streak is named, a missed day is not", () => {
  expect(streakWords({ days: [], streak: 13 })).toBe("Thirteen days in a row");
  expect(streakWords({ days: [], streak: 1 })).toBe("Activity");
  expect(streakWords({ days: [], streak: 0 })).toBe("Activity");
});

test("an account is new until anything has happened in it", () => {
  const nothing = /** @type {any} */ ({ due: { count: 0 }, next_interview: null, activity: { days: [{ date: "2026-11-24", reviews: 0 }] }, steps: [{ done_at: null }] });
  expect(isNew(nothing)).toBe(true);
  expect(isNew({ ...nothing, due: { count: 1 } })).toBe(false);
  expect(isNew({ ...nothing, activity: { days: [{ date: "2026-11-24", reviews: 1 }] } })).toBe(false);
  expect(isNew({ ...nothing, steps: [{ done_at: "2026-11-24T10:00:00Z" }] })).toBe(false);
});

test("stages say what is behind and where one is; a saved advert has none", () => {
  expect(stagesOf("interviewing").map(({ place }) => place)).toEqual(["done", "done", "here", "ahead"]);
  expect(stagesOf("saved")).toEqual([]);
  expect(stagesOf(null)).toEqual([]);
  expect(capital("")).toBe("");
});
