import { expect, test } from "vitest";
import { bankPath, matching } from "./rules.js";

const keywords = [
  { term: "REST API", aliases: ["restful", "web api"], note: "Methods and paging." },
  { term: "Redis", aliases: ["valkey"], note: "A cache, or a broker." },
  { term: "C++", aliases: [], note: "Rest of the world." },
];

test.each([
  ["", ["REST API", "Redis", "C++"]],
  ["re", ["REST API", "Redis", "C++"].slice(0, 2).concat("C++")],
  ["web", ["REST API"]],
  ["valk", ["Redis"]],
  ["broker", ["Redis"]],
  ["c++", ["C++"]],
  ["(", []],
  ["kubernetes", []],
])("%j finds %j", (text, terms) => {
  expect(matching(keywords, text).map(({ term }) => term)).toEqual(terms);
});

test("a word leads to its topic's questions, else to its quality's", () => {
  expect(bankPath({ topic: "orm", quality: "database" })).toBe("/questions?topic=orm");
  expect(bankPath({ topic: null, quality: "database" })).toBe("/questions?quality=database");
  expect(bankPath({ topic: null, quality: null })).toBeUndefined();
});
