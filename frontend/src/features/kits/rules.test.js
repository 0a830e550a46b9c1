import { expect, test } from "vitest";
import { clock, timetable } from "./rules.js";

test("each stretch begins where the one before ends", () => {
  const kit = { opening_minutes: 2, items: [{ minutes: 4 }, { minutes: 10 }], closing_minutes: 5 };
  expect(timetable(kit)).toEqual({ items: [{ item: { minutes: 4 }, at: 2 }, { item: { minutes: 10 }, at: 6 }], closingAt: 16, ends: 21 });
});

test("the clock has hours and minutes", () => {
  expect(clock(0)).toBe("00:00");
  expect(clock(75)).toBe("01:15");
});
