import { expect, test } from "vitest";
import { bodyOf, contentOf, emptyCard, missingOf, notAssessed, ratedCount, scored, ticked, unscored, withNote } from "./card.js";

const CRITERIA = [
  { slug: "database", name: "Databases" },
  { slug: "security", name: "Security" },
];
/** @param {object} [more] @returns {import("./card.js").Note} */
const note = (more) => ({ id: "n", criterion: "database", item: "i", kind: "said", text: "Counts.", at: null, ...more });

test("what the API says and what the page holds are the same card", () => {
  const content = { ...withNote(ticked(scored(emptyCard(), "database", 3), "i", "heard", "p"), note()), recommendation: "yes" };
  const reply = { ...bodyOf(content), ratings: [{ criterion: { id: "1", slug: "database", name: "", url: "" }, score: 3, not_assessed_reason: "" }, { criterion: { id: "2", slug: "security", name: "", url: "" }, score: null, not_assessed_reason: "" }] };
  expect(contentOf(/** @type {any} */ (reply))).toEqual(content);
});

test("an empty card lacks every criterion and the recommendation", () => {
  expect(missingOf(emptyCard(), CRITERIA).map(({ what }) => what)).toEqual(["Databases", "Security", "Recommendation"]);
});

test("a score needs more than an impression", () => {
  const rated = scored(emptyCard(), "database", 3);
  const lacks = (/** @type {any} */ content) => missingOf(content, CRITERIA).some(({ criterion }) => criterion === "database");
  expect(lacks(rated)).toBe(true);
  expect(lacks(withNote(rated, note({ kind: "impression" })))).toBe(true);
  expect(lacks(withNote(rated, note({ text: "  " })))).toBe(true);
  expect(lacks(withNote(rated, note({ criterion: "security" })))).toBe(true);
  expect(lacks(withNote(rated, note()))).toBe(false);
});

test("not assessed needs its reason, and then no evidence", () => {
  const silent = notAssessed(emptyCard(), "database", "");
  expect([missingOf(silent, CRITERIA).length, ratedCount(silent, CRITERIA)]).toEqual([3, 0]);
  const said = notAssessed(silent, "database", "No time.");
  expect([missingOf(said, CRITERIA).length, ratedCount(said, CRITERIA)]).toEqual([2, 1]);
  expect(unscored(said, "database").ratings).toEqual({});
});

test("a tick comes and goes", () => {
  const once = ticked(emptyCard(), "i", "probes", 1);
  expect(once.marks.i.probes).toEqual([1]);
  expect(ticked(once, "i", "probes", 1).marks.i.probes).toEqual([]);
});
