import { expect, test } from "vitest";
import { asProblem, Problem } from "./problem.js";

const refused = new Problem(
  {
    type: "/api/problems/invalid-body/",
    title: "The body is not valid",
    detail: "Two members are wrong.",
    request_id: "7f3c",
    errors: [
      { pointer: "/starts_at", code: "naive", detail: "Give an offset." },
      { pointer: "/items/0/minutes", code: "too_large", detail: "At most 180." },
      { pointer: "/items/0/minutes", code: "odd", detail: "A multiple of 5." },
      { code: "overlap", detail: "There is another interview then." },
    ],
  },
  400,
  undefined,
);

test("errors are handed to the fields they belong to", () => {
  expect(refused.fieldErrors()).toEqual({
    starts_at: "Give an offset.",
    "items.0.minutes": "At most 180. A multiple of 5.",
    "": "There is another interview then.",
  });
});

test("a problem says what kind it is", () => {
  expect(refused.message).toBe("Two members are wrong.");
  expect([refused.missing, refused.conflict]).toEqual([false, false]);
  expect(new Problem({}, 404, undefined).missing).toBe(true);
  expect(new Problem({}, 412, undefined).conflict).toBe(true);
});

test("whatever is thrown becomes a problem, once", () => {
  expect(asProblem(refused)).toBe(refused);
  expect(asProblem(new TypeError("Failed to fetch")).status).toBe(0);
});
