import { expect, test } from "vitest";
import { meanings } from "./meanings.js";

test("every parameter is explained once, filters with their number", () => {
  expect(meanings("/api/v1/questions/?q=orm&level=mid&level=senior&facets=level&kind=interview")).toEqual([
    ["q", "the search field"],
    ["level", "Level, two chosen"],
    ["facets", "the counts"],
    ["kind", "asked by interviewers"],
  ]);
});

test("a call without parameters explains nothing", () => {
  expect(meanings("/api/v1/me/")).toEqual([]);
});
