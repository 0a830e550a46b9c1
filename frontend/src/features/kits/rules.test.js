import { expect, test } from "vitest";
import { clock, timetable } from "./rules.js";

test("each stretch begins where the one before ends, after its break", () => {
  const items = [
    { minutes: 4, pause: 0 },
    { minutes: 10, pause: 15 },
  ];
  expect(timetable({ opening_minutes: 2, items, closing_minutes: 5 })).toEqual({
    items: [
      { item: items[0], at: 2 },
      { item: items[1], at: 21 },
    ],
    closingAt: 31,
    ends: 36,
  });
});

test("the clock has hours and minutes", () => {
  expect(clock(0)).toBe("00:00");
  expect(clock(75)).toBe("01:15");
});
