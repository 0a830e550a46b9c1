import { expect, test } from "vitest";
import { counted, day, initials, listed, moment, shortName, size } from "./format.js";

test("sizes and counts carry their unit", () => {
  expect([size(420), size(11_240)]).toEqual(["420 B", "11.2 kB"]);
  expect([counted(1, "question"), counted(1240, "question"), counted(2, "quality", "qualities")]).toEqual(["1 question", "1,240 questions", "2 qualities"]);
});

test("lists end with and", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
});

test("dates are British, and a bare date is the same day everywhere", () => {
  expect(day("2026-11-22")).toBe("22 Nov 2026");
  expect(moment("2026-11-26T14:00:00Z", "Europe/Lisbon")).toBe("Thu 26 Nov, 14:00");
  expect(moment("2026-07-02T23:30:00Z", "Europe/Lisbon")).toBe("Fri 3 Jul, 00:30");
});

test("initials come from a name or an address", () => {
  expect([initials("Nadia Reyes"), initials("nadia.reyes@example.org"), initials("Nadia"), initials("")]).toEqual(["NR", "NO", "NA", ""]);
});

test("long names keep their first half", () => {
  expect([shortName("Problem solving and algorithms"), shortName("Django and Python")]).toEqual(["Problem solving", "Django and Python"]);
});
