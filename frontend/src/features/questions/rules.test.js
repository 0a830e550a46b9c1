import { describe, expect, test } from "vitest";
import { around, bankAddress, bankQuery, checkedWords, chosenCount, emptyBank, matchPlace, numbered, practiceAddress, PRACTISED, readBank, unfiltered, withToggled } from "./rules.js";

describe("the address holds the whole state", () => {
  test.each(["/questions", "/questions?q=queryset&category=behavioural&level=mid&level=senior&ordering=-importance"])("%s comes back as it was", (address) => {
    expect(bankAddress(readBank(address.split("?")[1] ?? ""))).toBe(address);
  });

  test("a filter is switched on and off", () => {
    const once = withToggled(emptyBank(), "level", "mid");
    expect(bankAddress(once)).toBe("/questions?level=mid");
    expect(chosenCount(once)).toBe(1);
    expect(bankAddress(withToggled(once, "level", "mid"))).toBe("/questions");
  });

  test("without filters the search stays", () => {
    expect(bankAddress(unfiltered(readBank("q=orm&level=mid")))).toBe("/questions?q=orm");
  });
});

describe("the call behind it", () => {
  test("asks for interview questions, with counts", () => {
    const query = bankQuery(readBank("level=mid"));
    expect(query).toMatchObject({ kind: ["interview"], level: ["mid"], facets: ["category", "level", "quality", "topic", "format"] });
    expect(query?.fields).not.toContain("match");
  });

  test("asks where it matched only when something is searched for", () => {
    expect(bankQuery(readBank("q=orm"))?.fields).toContain("match");
    expect(bankQuery(readBank("q=++"))?.fields).not.toContain("match");
  });
});

test("a match says where it was found", () => {
  expect(["key_points", "key_points[3]", "answers", "answers.2.body", "something_new"].map(matchPlace)).toEqual(["Key point", "Key point 4", "Example answer", "Example answer 3", "Something new"]);
});

test("numbers are cited with three digits at least", () => {
  expect([numbered(7), numbered(118), numbered(4120)]).toEqual(["007", "118", "4120"]);
});

test("the badge names every version, oldest first, and nothing when nothing ran", () => {
  const ran = (/** @type {string} */ version) => ({ package: "django", version, database: "PostgreSQL 18", on: "2026-11-22" });
  expect(checkedWords([ran("6.1.3"), ran("5.2.19")])).toEqual({ badge: "checked on Django 5.2 and 6.1", detail: "ran 22 Nov 2026 on 5.2.19 and 6.1.3, PostgreSQL 18" });
  expect(checkedWords([ran("5.10.1"), ran("5.9.2")])?.badge).toBe("checked on Django 5.9 and 5.10");
  expect(checkedWords([])).toBeUndefined();
});

test("the window around a place stays inside the list and holds the place", () => {
  const list = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(around(list, 0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(around(list, 5, 6)).toEqual([4, 5, 6, 7, 8, 9]);
  expect(around(list, 9, 6)).toEqual([4, 5, 6, 7, 8, 9]);
  expect(around([0, 1], 1, 6)).toEqual([0, 1]);
});

test("practises what the list shows, as many as a session holds", () => {
  const questions = Array.from({ length: 30 }, (_, at) => ({ slug: `q${at}` }));
  expect(practiceAddress(questions.slice(0, 2))).toBe("/practice?question=q0&question=q1");
  expect(practiceAddress(questions).match(/question=/g)).toHaveLength(PRACTISED);
});
