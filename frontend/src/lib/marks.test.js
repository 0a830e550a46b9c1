import { describe, expect, test } from "vitest";
import { excerpt, pieces } from "./marks.js";

const marked = (/** @type {import("./marks.js").Piece[]} */ list) => list.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");

describe("pieces", () => {
  test("cuts at the marks and loses nothing", () => {
    expect(marked(pieces("a queryset, twice a queryset", [[2, 10], [20, 28]]))).toBe("a [queryset], twice a [queryset]");
  });

  test("counts code points, so that an emoji in front shifts nothing", () => {
    expect(marked(pieces("🙂 queryset", [[2, 10]]))).toBe("🙂 [queryset]");
  });

  test("joins what overlaps and ignores what is empty or outside", () => {
    expect(marked(pieces("prefetch_related", [[0, 8], [4, 16], [3, 3], [40, 50]]))).toBe("[prefetch][_related]");
  });

  test("without marks the text is one piece", () => {
    expect(pieces("nothing", [])).toEqual([{ text: "nothing", marked: false }]);
  });
});

describe("excerpt", () => {
  const long = "Loads the lines with prefetch_related; a Prefetch with its own queryset when they need filtering, and never in a loop.";

  test("begins at a word in front of the first mark", () => {
    const { text, spans } = excerpt(long, [[63, 71]], 25, 60);
    expect(text).toBe("…a Prefetch with its own queryset when they need filtering,…");
    expect(marked(pieces(text, spans))).toContain("[queryset]");
  });

  test("leaves a short text as it is", () => {
    expect(excerpt("a queryset", [[2, 10]])).toEqual({ text: "a queryset", spans: [[2, 10]] });
  });

  test("marks what is left of a mark that the end cuts", () => {
    const { text, spans } = excerpt(`${"word ".repeat(30)}${"x".repeat(300)}`, [[150, 450]], 10, 40);
    expect(marked(pieces(text, spans))).toMatch(/\[x/);
  });
});
