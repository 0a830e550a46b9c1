import { describe, expect, test } from "vitest";
import { appliesTo, compared, djangoOf, hiddenWords, holds, rangeWords, sinceWords } from "./versions.js";

test("a chosen Django is written as the API's filter, and read back", () => {
  expect(appliesTo("5.2")).toEqual(["django:5.2"]);
  expect(appliesTo("")).toEqual([]);
  expect([["django:6.1"], [], ["python:3.12"], ["django:5.2", "django:6.0"]].map(djangoOf)).toEqual(["6.1", "", "", ""]);
});

test.each(
  /** @type {Array<[string, string, number]>} */ ([
    ["5.2", "5.10", -1],
    ["6", "6.0", 0],
    ["6.0.1", "6.0", 1],
  ]),
)("%s against %s", (one, other, sign) => {
  expect(Math.sign(compared(one, other))).toBe(sign);
});

describe("ranges", () => {
  test.each(
    /** @type {Array<[string, string, boolean]>} */ ([
      [">=5.2", "5.2", true],
      [">=6.1", "6.0", false],
      [">=5.2,<6.1", "6.0", true],
      [">=5.2, <6.1", "6.1", false],
      ["<=5.2", "5.2", true],
      [">5.2", "5.2", false],
      ["!=6.0", "6.0", false],
      ["==6.0", "6.0", true],
      ["", "5.2", true],
    ]),
  )("%s holds %s: %s", (range, version, held) => {
    expect(holds(range, version)).toBe(held);
  });

  test("are said in words", () => {
    expect([">=6.1", ">=5.2,<6.1", "something else"].map(rangeWords)).toEqual(["6.1 or newer", "5.2 or newer, older than 6.1", "something else"]);
  });
});

describe("what a list leaves out", () => {
  /** @type {Array<Record<string, string> | null>} */
  const ranges = [{ django: ">=5.2" }, { django: ">=6.1" }, { django: ">=6.0" }, { django: ">=6.1" }, {}, null];

  test("is counted, with what it needs", () => {
    expect(hiddenWords(3, ranges, "5.2")).toBe("3 hidden: they need Django 6.0 or newer or 6.1 or newer.");
    expect(hiddenWords(1, ranges, "6.0")).toBe("1 hidden: it needs Django 6.1 or newer.");
  });

  test("may be nothing, or unknown", () => {
    expect(hiddenWords(0, ranges, "6.1")).toBe("Nothing is hidden: all of them apply to Django 6.1.");
    expect(hiddenWords(250, [], "5.2")).toBe("250 hidden.");
  });
});

test("a key point says since when it is true, and whether that is too late for the reader", () => {
  expect(sinceWords(undefined, "5.2")).toBeUndefined();
  expect(sinceWords({ python: "3.14" }, "5.2")).toBeUndefined();
  expect(sinceWords({ django: "6.1" }, "")).toEqual({ words: "since Django 6.1", applies: true });
  expect(sinceWords({ django: "6.0" }, "6.1")).toEqual({ words: "since Django 6.0", applies: true });
  expect(sinceWords({ django: "6.1" }, "5.2")).toEqual({ words: "not in your Django 5.2: since 6.1", applies: false });
});
