import { describe, expect, test } from "vitest";
import { reportText } from "./report.js";
import { bankAddress, chosenCount, elsewhere, everyVersionQuery, handPicked, notesAddress, paperQuery, printAddress, readBank, unfiltered, withDjango } from "./rules.js";
import { flipped, MOST_PICKED } from "./selection.js";

describe("selecting", () => {
  const three = { number: 3, slug: "three" };
  const six = { number: 6, slug: "six" };

  test("takes in by number, and out again", () => {
    expect(flipped(flipped([], six), three)).toEqual([three, six]);
    expect(flipped([three, six], { number: 3, slug: "renamed" })).toEqual([six]);
  });

  test("ends where the API takes no more values, and out still works", () => {
    const full = Array.from({ length: MOST_PICKED }, (_, at) => ({ number: at + 10, slug: `q${at}` }));
    expect(flipped(full, three)).toBe(full);
    expect(flipped(full, full[0])).toHaveLength(MOST_PICKED - 1);
  });
});

describe("addresses of what is taken along", () => {
  const state = readBank("q=lazy&level=mid&format=design&applies_to=django:5.2&ordering=minutes");

  test("hold the list's filters", () => {
    expect(printAddress(state)).toBe("/questions/print?q=lazy&level=mid&format=design&applies_to=django:5.2&ordering=minutes");
    expect(printAddress(state, true)).toMatch(/&answers=1$/);
    expect(notesAddress(state)).toBe("/api/v1/questions/?q=lazy&level=mid&format=design&format=anki&applies_to=django:5.2&ordering=minutes&kind=interview");
  });

  test("or the numbers chosen by hand", () => {
    const picked = handPicked([{ number: 3 }, { number: 6 }]);
    expect(printAddress(picked)).toBe("/questions/print?number=3&number=6");
    expect(notesAddress(picked)).toBe("/api/v1/questions/?format=anki&number=3&number=6&kind=interview");
    expect(bankAddress(readBank("number=3,6"))).toBe("/questions?number=3&number=6");
    expect(chosenCount(picked)).toBe(1);
  });

  test("ask for answers only when they are printed", () => {
    expect(paperQuery(state, false)).toMatchObject({ level: ["mid"], applies_to: ["django:5.2"], page_size: 200, facets: undefined });
    expect(paperQuery(state, false)?.expand).toBeUndefined();
    expect(paperQuery(state, false)?.fields).not.toContain("answers");
    expect(paperQuery(state, true)).toMatchObject({ expand: ["answers"] });
  });
});

test("your Django is one filter, and goes with the others", () => {
  const state = withDjango(readBank("q=orm&level=mid"), "6.1");
  expect(bankAddress(state)).toBe("/questions?q=orm&level=mid&applies_to=django:6.1");
  expect(chosenCount(state)).toBe(2);
  expect(everyVersionQuery(state)).toMatchObject({ level: ["mid"], applies_to: [], fields: ["applies_to"] });
  expect(bankAddress(unfiltered(state))).toBe("/questions?q=orm");
  expect(bankAddress(withDjango(state, ""))).toBe("/questions?q=orm&level=mid");
});

describe("where nothing is found", () => {
  const facets = {
    level: [{ value: "mid", label: "Mid", count: 0, is_exact: true }, { value: "senior", label: "Senior", count: 2, is_exact: true }],
    topic: [{ value: "orm", label: "ORM", count: 0, is_exact: true }, { value: "http", label: "HTTP", count: 9, is_exact: true }],
    quality: [{ value: "databases", label: "Databases", count: 20, is_exact: true }],
  };

  test.each(
    /** @type {Array<[string, string | undefined]>} */ ([
      ["topic=orm&level=mid", "senior"],
      ["topic=orm", "http"],
      ["q=nothing", undefined],
    ]),
  )("%s offers %s", (search, value) => {
    expect(elsewhere(readBank(search), facets)?.value).toBe(value);
  });
});

test("a report says which text of which question was read, and where its code ran", () => {
  const question = { id: "2ed66a54-8759-4a30-9d01-ec1a9357496a", number: 6, version: 2, pack: "python-django", prompt: "Why?", checked_on: [{ package: "django", version: "5.2.19", database: "PostgreSQL 18", on: "2026-11-22" }] };
  expect(reportText(question, "http://here/questions/signals").split("\n")).toEqual([
    "A mistake in question 6, version 2: “Why?”",
    "uid: 2ed66a54-8759-4a30-9d01-ec1a9357496a",
    "pack: python-django",
    "page: http://here/questions/signals",
    "code checked on: django 5.2.19, PostgreSQL 18, 22 Nov 2026",
    "what is wrong: ",
  ]);
  expect(reportText({ ...question, checked_on: [] }, "x")).toContain("code checked on: not run");
});
