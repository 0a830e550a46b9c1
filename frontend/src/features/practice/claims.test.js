import { expect, test } from "vitest";
import { asBrought, asGraded, batches, isWorth, sorted } from "./claims.js";
import { movedTo, newAttempt } from "./records.js";

/** @typedef {import("./records.js").Review} Review */

const attempt = (/** @type {Partial<import("./records.js").Attempt>} */ more = {}) => ({ ...newAttempt("", "signals"), body: "Said.", ...more });
const review = (/** @type {Partial<Review>} */ more = {}) =>
  /** @type {Review} */ ({ id: crypto.randomUUID(), owner: "", question: "signals", grade: "good", suggested: null, attempt: null, session: null, seconds: 9, reviewed_at: "2026-11-24T10:00:00Z", ...more });

test("an empty draft and what was refused before are not brought along", () => {
  expect([attempt(), attempt({ body: " " }), movedTo(attempt({ body: "" }), "revealed"), attempt({ refused: true })].map(isWorth)).toEqual([true, false, true, false]);
});

test("an attempt goes with the version that was answered and with why it was graded so", () => {
  const brought = asBrought(movedTo(attempt({ version: 3, reflection: "I stopped at the fix." }), "graded"));
  expect([brought.version, brought.reflection, brought.state]).toEqual([3, "I stopped at the fix.", "graded"]);
  expect(Object.keys(brought)).not.toContain("owner");
  expect(Object.keys(asGraded(review()))).not.toContain("session");
});

test("little goes in one call, much in several; answers before the grades that name them; all of it once", () => {
  const [attempts, reviews] = [Array.from({ length: 120 }, () => attempt()), Array.from({ length: 1100 }, () => review())];
  expect(batches({ attempts: attempts.slice(0, 2), reviews: reviews.slice(0, 3) })).toHaveLength(1);
  expect(batches({ attempts: [], reviews: [] })).toEqual([]);
  const parts = batches({ attempts, reviews });
  expect(parts.flatMap((part) => part.attempts)).toEqual(attempts);
  expect(parts.flatMap((part) => part.reviews)).toEqual(reviews);
  expect(Math.max(...parts.map((part) => part.attempts.length))).toBeLessThanOrEqual(200);
  expect(Math.max(...parts.map((part) => part.reviews.length))).toBeLessThanOrEqual(1000);
  const firstGrade = parts.findIndex((part) => part.reviews.length > 0);
  expect(parts.slice(firstGrade + 1).every((part) => part.attempts.length === 0)).toBe(true);
});

test("one entry that is refused does not hold up the others, and no grade names it", () => {
  const [good, bad] = [attempt(), attempt()];
  const [ofGood, ofBad, wrong] = [review({ attempt: good.id }), review({ attempt: bad.id }), review()];
  const { rest, refused } = sorted({ attempts: [good, bad], reviews: [ofGood, ofBad, wrong] }, [{ pointer: "/attempts/1/question" }, { pointer: "#/reviews/2/question" }]);
  expect(refused).toEqual({ attempts: [bad], reviews: [wrong] });
  expect(rest).toEqual({ attempts: [good], reviews: [ofGood, { ...ofBad, attempt: null }] });
  expect(sorted({ attempts: [good], reviews: [] }, [{ pointer: "/attempts" }]).refused).toEqual({ attempts: [], reviews: [] });
});
