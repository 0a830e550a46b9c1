import { expect, test } from "vitest";
import { readList, toggled, writeQuery } from "./query.js";

test("a list of values is repeated, a list that describes the reply is joined", () => {
  expect(writeQuery({ level: ["mid", "senior"], facets: ["category", "level"], page_size: 25 })).toBe("level=mid&level=senior&facets=category,level&page_size=25");
});

test("empty values are left out, false and zero are not", () => {
  expect(writeQuery({ q: "", level: [], cursor: undefined, next: null, pretty: false, page: 0 })).toBe("pretty=false&page=0");
});

test("what a URL may not hold is escaped", () => {
  expect(writeQuery({ q: "a & b=c", applies_to: "django:5.2" })).toBe("q=a+%26+b%3Dc&applies_to=django:5.2");
});

test("repeated and comma-separated values read the same", () => {
  expect(readList("?level=mid&level=senior,lead&level=mid", "level")).toEqual(["mid", "senior", "lead"]);
  expect(readList("", "level")).toEqual([]);
});

test("a value is switched on and off", () => {
  expect(toggled(["mid"], "senior")).toEqual(["mid", "senior"]);
  expect(toggled(["mid", "senior"], "mid")).toEqual(["senior"]);
});
