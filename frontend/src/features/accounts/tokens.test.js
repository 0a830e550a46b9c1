import { expect, test } from "vitest";
import { expiry, expiryWords, READING, SCOPES, scopeWords } from "./tokens.js";

const now = Date.parse("2026-11-22T12:00:00Z");

test("scopes are said in a few words", () => {
  expect(scopeWords(["bank:read"])).toBe("reads bank");
  expect(scopeWords(["bank:read", "interviews:read", "interviews:write"])).toBe("reads bank; changes interviews");
  expect(scopeWords(SCOPES.map(([scope]) => scope))).toBe("everything");
});

test("what is offered first can read and change nothing, tokens left out", () => {
  expect(READING).toEqual(["bank:read", "me:read", "openings:read", "interviews:read"]);
});

test("a lifetime is counted from now", () => {
  expect(expiry("90", now)).toBe("2027-02-20T12:00:00.000Z");
  expect(expiryWords("2027-02-20T12:00:00Z", now)).toBe("until 20 Feb 2027");
  expect(expiryWords("2026-11-20T12:00:00Z", now)).toBe("expired 20 Nov 2026");
  expect(expiryWords(undefined, now)).toBe("");
});
