import { expect, test } from "vitest";
import { doneHere, headline, returns } from "./guest.js";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const review = (/** @type {object} */ more) => ({ owner: "", question: "orm", reviewed_at: "2026-11-23T10:00:00Z", due_at: "2026-11-24T09:00:00Z", ...more });

test("a question counts once, by its latest review, and only a guest's", () => {
  const reviews = [
    review({ reviewed_at: "2026-11-23T12:00:00Z", due_at: "2026-11-26T09:00:00Z" }),
    review({}),
    review({ question: "csrf" }),
    review({ question: "signals", due_at: null }),
    review({ question: "cache", owner: "somebody" }),
  ];
  expect(doneHere(reviews, NOW)).toEqual({ questions: 3, due: 1, next: "2026-11-26T09:00:00.000Z" });
  expect(doneHere([], NOW)).toEqual({ questions: 0, due: 0, next: null });
});

test("it is said in a sentence", () => {
  expect(headline({ questions: 3, due: 1, next: null })).toBe("1 question of the 3 that you practised here is due.");
  expect(headline({ questions: 1, due: 0, next: null })).toBe("You practised 1 question in this browser.");
  expect(returns({ questions: 1, due: 0, next: "2026-11-26T09:00:00Z" })).toMatch(/^The next returns Thu 26 Nov, \d\d:00\.$/);
  expect(returns({ questions: 1, due: 1, next: "2026-11-26T09:00:00Z" })).toBe("");
});
