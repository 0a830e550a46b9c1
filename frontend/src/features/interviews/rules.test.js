import { expect, test } from "vitest";
import { differences, eventWords, filterCount, listAddress, listQuery, mayLookBack, parted, readState, soon, stepsOf } from "./rules.js";

const now = Date.parse("2026-11-22T12:00:00Z");
const interview = (/** @type {object} */ change = {}) => ({
  state: /** @type {const} */ ("scheduled"),
  starts_at: "2026-11-26T13:00:00Z",
  ends_at: "2026-11-26T14:00:00Z",
  time_zone: "Europe/Amsterdam",
  allowed_transitions: ["reschedule", "complete", "cancel", "no-show"],
  ...change,
});

test("the address holds all filters, and gives them back", () => {
  const address = "/interviews?q=orm&organization=halden&purpose=mock&state=scheduled&state=complete&stage=offer&from=2026-11-01&to=2026-11-30";
  expect(listAddress(readState(address.split("?")[1]))).toBe(address);
  expect(filterCount(readState(address.split("?")[1]))).toBe(7);
  expect(listAddress(readState(""))).toBe("/interviews");
});

test("what an address cannot mean is left out, so that the server is not asked nonsense", () => {
  expect(readState("state=lost&from=yesterday&stage=offer")).toMatchObject({ state: [], from: "", stage: ["offer"] });
});

test("days are whole days of the reader's own zone", () => {
  const query = listQuery(readState("from=2026-11-01&to=2026-11-30&q=%20"), (wall) => `${wall}:00+01:00`);
  expect(query).toMatchObject({ q: undefined, starts_at__gte: "2026-11-01T00:00:00+01:00", starts_at__lte: "2026-11-30T23:59:00+01:00" });
});

test("interviews are parted into ahead, waiting for a word, and past", () => {
  const soonest = interview();
  const later = interview({ starts_at: "2026-12-01T13:00:00Z", ends_at: "2026-12-01T14:00:00Z" });
  const untimed = interview({ state: "draft", starts_at: null, ends_at: null });
  const over = interview({ starts_at: "2026-11-20T13:00:00Z", ends_at: "2026-11-20T14:00:00Z" });
  const done = interview({ state: "complete", starts_at: "2026-11-10T13:00:00Z", ends_at: "2026-11-10T14:00:00Z" });
  const older = interview({ state: "cancelled", starts_at: "2026-11-04T13:00:00Z", ends_at: "2026-11-04T14:00:00Z" });
  expect(parted([older, untimed, later, done, soonest, over], now)).toEqual({ ahead: [soonest, later, untimed], waiting: [over], past: [done, older] });
});

test.each([
  ["2026-11-22T12:40:00Z", "in 40 minutes"],
  ["2026-11-22T15:00:00Z", "in 3 hours"],
  ["2026-11-26T13:00:00Z", "in 4 days"],
  ["2026-12-26T13:00:00Z", ""],
  ["2026-11-21T13:00:00Z", ""],
  [null, ""],
])("%s is soon: %j", (iso, words) => {
  expect(soon(iso, now)).toBe(words);
});

test("every step is named, and what stands against it is said", () => {
  expect(stepsOf(interview(), now).map(({ verb, why }) => [verb, why])).toEqual([
    ["reschedule", ""],
    ["complete", "Possible once it has ended, Thu 26 Nov, 15:00."],
    ["no-show", "Possible once it should have begun, Thu 26 Nov, 14:00."],
    ["cancel", ""],
  ]);
  const cancelled = stepsOf(interview({ state: "cancelled", allowed_transitions: [] }), now);
  expect(new Set(cancelled.map(({ why }) => why))).toEqual(new Set(["It is cancelled. If it takes place after all, add it anew."]));
  const draft = stepsOf(interview({ state: "draft", starts_at: null, ends_at: null, allowed_transitions: ["reschedule", "cancel"] }), now);
  expect(draft[0]).toEqual({ verb: "reschedule", label: "Give it a time", why: "" });
  expect(draft[1].why).toBe("It needs a time first.");
});

test("one looks back on what took place or should have begun, never on what was called off", () => {
  expect(mayLookBack(interview(), now)).toBe(false);
  expect(mayLookBack(interview({ starts_at: "2026-11-20T13:00:00Z" }), now)).toBe(true);
  expect(mayLookBack(interview({ state: "complete" }), now)).toBe(true);
  expect(mayLookBack(interview({ state: "cancelled", starts_at: "2026-11-20T13:00:00Z" }), now)).toBe(false);
});

test("the history speaks in sentences", () => {
  expect(eventWords({ verb: "reschedule", starts_at: "2026-11-26T13:00:00Z" }, "Europe/Amsterdam")).toBe("Moved to Thu 26 Nov, 14:00");
  expect(eventWords({ verb: "create", starts_at: null }, "UTC")).toBe("Noted, without a time");
});

test("a conflict shows what differs only", () => {
  expect(differences({ title: "Call", place: "", people: [1] }, { title: "Call", place: "Room 2", people: [1], id: 7 })).toEqual(["place"]);
});
