import { expect, test } from "vitest";
import { differ, instantOf, wallTime, zoneName, zoneOptions } from "./zones.js";

test.each([
  ["2026-11-26T14:00", "Europe/Amsterdam", "2026-11-26T14:00:00+01:00"],
  ["2026-07-01T09:30", "Europe/Amsterdam", "2026-07-01T09:30:00+02:00"],
  ["2026-07-01T09:30", "America/St_Johns", "2026-07-01T09:30:00-02:30"],
  ["2026-01-01T00:00", "Pacific/Auckland", "2026-01-01T00:00:00+13:00"],
  ["2026-01-01T00:00", "UTC", "2026-01-01T00:00:00+00:00"],
])("%s in %s is %s", (wall, zone, instant) => {
  expect(instantOf(wall, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(wall);
});

test("a time that the clocks skip does not exist", () => {
  expect(instantOf("2027-03-28T02:30", "Europe/Amsterdam")).toBeUndefined();
});

test("of a time that comes twice, the first is meant", () => {
  expect(instantOf("2026-10-25T02:30", "Europe/Amsterdam")).toBe("2026-10-25T02:30:00+02:00");
});

test("no time is no instant", () => {
  expect(instantOf("", "UTC")).toBeUndefined();
});

test("two zones differ by what their clocks show", () => {
  expect(differ("2026-11-26T13:00:00Z", "Europe/Amsterdam", "Europe/Berlin")).toBe(false);
  expect(differ("2026-11-26T13:00:00Z", "Europe/Amsterdam", "Europe/London")).toBe(true);
});

test("zones are named by their city, the near ones come first and only once", () => {
  expect(zoneName("America/New_York")).toBe("New York time");
  const options = zoneOptions(["Europe/Lisbon", undefined, "Europe/Lisbon"]).map(({ value }) => value);
  expect(options.slice(0, 2)).toEqual(["Europe/Lisbon", "UTC"]);
  expect(options.filter((zone) => zone === "Europe/Lisbon")).toHaveLength(1);
});
