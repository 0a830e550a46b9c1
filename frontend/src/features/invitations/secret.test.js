import { beforeEach, expect, test, vi } from "vitest";
import { forgetSecret, takeSecret } from "./secret.js";

/** The address of a tab and what it keeps. */
function newTab(hash = "") {
  const place = { hash, pathname: "/invitation" };
  /** @type {Map<string, string>} */
  const kept = new Map();
  vi.stubGlobal("location", place);
  vi.stubGlobal("history", {
    state: null,
    replaceState: (/** @type {unknown} */ _state, /** @type {string} */ _title, /** @type {string} */ address) => {
      place.hash = address.includes("#") ? address.slice(address.indexOf("#")) : "";
    },
  });
  vi.stubGlobal("sessionStorage", {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => kept.set(name, value),
    removeItem: (/** @type {string} */ name) => kept.delete(name),
  });
  return place;
}

beforeEach(() => vi.unstubAllGlobals());

test("the secret leaves the address and stays with the tab", () => {
  const place = newTab("#s3cret%2B");
  expect(takeSecret()).toBe("s3cret+");
  expect(place.hash).toBe("");
  // After signing in the page is opened again without it.
  expect(takeSecret()).toBe("s3cret+");
});

test("once used it is gone", () => {
  newTab("#s3cret");
  takeSecret();
  forgetSecret();
  expect(takeSecret()).toBe("");
});

test("where nothing may be kept, it is read all the same", () => {
  newTab("#s3cret");
  vi.stubGlobal("sessionStorage", {
    setItem: () => {
      throw new Error("storage is forbidden");
    },
  });
  expect(takeSecret()).toBe("s3cret");
});
