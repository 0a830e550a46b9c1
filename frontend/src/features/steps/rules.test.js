import { expect, test } from "vitest";
import { duration, total } from "./rules.js";

test.each([
  [45, "45 min"],
  [60, "1 h"],
  [90, "1 h 30"],
  [360, "6 h"],
])("%i minutes are %s", (minutes, words) => {
  expect(duration(minutes)).toBe(words);
});

test("the whole is told in hours", () => {
  expect(total([{ minutes: 90 }, { minutes: 300 }])).toBe(7);
});
