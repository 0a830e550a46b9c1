import { expect, test } from "vitest";
import { inQualityOrder, targetLines, versionFrom, weightOf, weightSentence } from "./rules.js";

const criterion = (/** @type {string} */ slug, weight = 1, target = 3) => ({ quality: { slug, name: slug }, weight, target });

test("qualities stand in their one order, whatever order the rubric has", () => {
  const mixed = [criterion("communication"), criterion("database"), criterion("django-python")];
  expect(inQualityOrder(mixed).map(({ quality }) => quality.slug)).toEqual(["django-python", "database", "communication"]);
});

test("a quality outside the eight comes last, not first", () => {
  expect(inQualityOrder([criterion("design"), criterion("security")]).map(({ quality }) => quality.slug)).toEqual(["security", "design"]);
});

test("a weight is said as a share of the whole and drawn beside the heaviest", () => {
  const all = [criterion("django-python", 2), criterion("database"), criterion("security")];
  expect(weightOf(all[0], all)).toEqual({ said: "2 of 4 shares", length: 100 });
  expect(weightOf(all[1], all)).toEqual({ said: "1 of 4 shares", length: 50 });
});

test("equal weights are called equal", () => {
  expect(weightSentence([criterion("database"), criterion("security")])).toBe("All qualities weigh the same.");
  expect(weightSentence([criterion("database", 2), criterion("security")])).toMatch(/twice as much/);
});

test("targets are compared by quality; one that a rubric leaves out is missing, not zero", () => {
  const junior = { criteria: [criterion("database", 1, 2)] };
  const mid = { criteria: [criterion("security", 1, 3), criterion("database", 1, 3)] };
  expect(targetLines([junior, mid])).toEqual([
    { slug: "database", name: "database", targets: [2, 3] },
    { slug: "security", name: "security", targets: [undefined, 3] },
  ]);
});

test.each([
  ["4", 4],
  ["0", undefined],
  ["four", undefined],
  ["", undefined],
  [null, undefined],
])("version %j of an address is %j", (text, version) => {
  expect(versionFrom(text)).toBe(version);
});
