import { expect, test } from "vitest";
import { faultsByField, missing, safeNext } from "./rules.js";

test.each(["/interviews", "/interviews?state=scheduled", "/questions/118"])("after signing in one may go to %s", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", null, undefined, "/sign-in", "/sign-up?next=/"])(
  "but not to %j",
  (path) => {
    expect(safeNext(path)).toBe("/");
  },
);

test("a wrong pair is said about the form, not about one field", () => {
  const faults = [{ message: "The email address and/or password you specified are not correct.", code: "email_password_mismatch", param: "password" }];
  expect(faultsByField(faults)).toEqual({ "": "This address and this password do not belong together." });
});

test("two faults of one field stand together", () => {
  const faults = [
    { message: "Too short.", code: "password_too_short", param: "password" },
    { message: "Too common.", code: "password_too_common", param: "password" },
  ];
  expect(faultsByField(faults)).toEqual({ password: "Too short. Too common." });
});

test("what is missing is said before anything is sent", () => {
  expect(missing({ email: "", password: "" })).toEqual({ email: "Enter your e-mail address.", password: "Enter your password." });
  expect(missing({ email: "ada", password: "secret" })).toHaveProperty("email");
  expect(missing({ email: "ada@example.org", password: "eleven char" }, 12)).toEqual({ password: "This has 11 characters; 12 are needed." });
  expect(missing({ email: "ada@example.org", password: "twelve chars" }, 12)).toEqual({});
});
