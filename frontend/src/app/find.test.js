import { expect, test } from "vitest";
import { matchingPages } from "./find.js";

const pages = [
  { path: "/questions", title: "Questions" },
  { path: "/to-ask", title: "What to ask" },
  { path: "/rubrics", title: "Rubrics" },
];

test("nothing typed finds every page", () => {
  expect(matchingPages(pages, " ").map(({ path }) => path)).toEqual(["/questions", "/to-ask", "/rubrics"]);
});

test("a word of the title that begins so is found and marked", () => {
  expect(matchingPages(pages, "As")).toEqual([{ path: "/to-ask", title: "What to ask", spans: [[8, 10]] }]);
  expect(matchingPages(pages, "ubrics")).toEqual([]);
});
