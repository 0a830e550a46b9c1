/** The cases that the server's tests run, too: both sides find the same wording and suggest the same grade. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mark, suggest } from "./marks.js";
import { stem } from "./stem.js";
import { findFlag, findPoint, isStuffed, says, sentences } from "./wording.js";

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../../../../backend/tests/questions/${name}`, import.meta.url), "utf8"));
const matching = read("matching_vectors.json");
const grading = read("grading_vectors.json");

/** @param {any[]} cases */
const named = (cases) => cases.map((one) => ({ name: String(one.name), one }));

/** @type {Record<string, (one: any) => unknown>} */
const rules = {
  sentences: (one) => sentences(one.text),
  says: (one) => says(one.alternative, one.sentence),
  points: (one) => findPoint(one.match, one.sentences) ?? null,
  flags: (one) => findFlag(one.pattern, one.sentences) ?? null,
  stuffed: (one) => isStuffed(one.sentences),
  marks: (one) => mark(one.points, one.flags, one.body),
};

test("every list of cases is run here", () => {
  expect(Object.keys(matching).sort()).toEqual(["about", "stems", ...Object.keys(rules)].sort());
});

for (const [rule, answer] of Object.entries(rules)) {
  describe(rule, () => {
    test.each(named(matching[rule]))("$name", ({ one }) => {
      expect(answer(one)).toEqual(one.expected);
    });
  });
}

test("stems are those of the server's library", () => {
  const words = Object.keys(matching.stems);
  expect(words.length).toBeGreaterThan(1000);
  expect(Object.fromEntries(words.map((word) => [word, stem(word)]))).toEqual(matching.stems);
});

describe("suggested grade", () => {
  test.each(named(grading.cases))("$name", ({ one }) => {
    const { points, found, flags, overrules, seconds, minutes } = one;
    expect(suggest(points, { found, flags }, overrules, { seconds, minutes })).toBe(one.expected);
  });
});
