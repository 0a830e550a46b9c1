import { beforeEach, expect, test, vi } from "vitest";

/** A database as a browser has it, for one transaction at a time. @param {{ full?: boolean }} state */
function browserWith(state) {
  /** @type {Map<string, Map<string, any>>} */
  const shelves = new Map([["attempts", new Map()], ["reviews", new Map()], ["recordings", new Map()]]);
  const store = (/** @type {Map<string, any>} */ shelf) => ({
    put(/** @type {any} */ value) {
      if (state.full) throw new DOMException("full", "QuotaExceededError");
      shelf.set(value.id, structuredClone(value));
      return { result: value.id };
    },
    get: (/** @type {string} */ id) => ({ result: structuredClone(shelf.get(id)) }),
    getAll: () => ({ result: [...shelf.values()] }),
    delete: (/** @type {string} */ id) => ({ result: void shelf.delete(id) }),
  });
  const base = {
    transaction(/** @type {string} */ name) {
      /** @type {any} */
      const transaction = { objectStore: () => store(/** @type {Map<string, any>} */ (shelves.get(name))) };
      queueMicrotask(() => transaction.oncomplete?.());
      return transaction;
    },
  };
  const open = () => {
    /** @type {any} */
    const request = { result: base };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  return { open };
}

/** @returns {Promise<typeof import("./device.js")>} as a page finds it that was just opened */
async function opened() {
  vi.resetModules();
  return import("./device.js");
}

beforeEach(() => vi.unstubAllGlobals());

test("what is kept is there for the next page", async () => {
  vi.stubGlobal("indexedDB", browserWith({}));
  expect(await (await opened()).keep("attempts", { id: "a", body: "Said." })).toBe(true);
  const next = await opened();
  expect(await next.kept("attempts", "a")).toEqual({ id: "a", body: "Said." });
  await next.drop("attempts", "a");
  expect(await next.allKept("attempts")).toEqual([]);
});

test("without a database it lasts as long as the page, and says so", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const device = await opened();
  expect(await device.keep("reviews", { id: "r" })).toBe(false);
  expect(await device.allKept("reviews")).toEqual([{ id: "r" }]);
});

test("in a full browser the newer words stand before the older ones that it has, until there is room again", async () => {
  const state = { full: false };
  vi.stubGlobal("indexedDB", browserWith(state));
  const device = await opened();
  await device.keep("attempts", { id: "a", body: "First." });
  state.full = true;
  expect(await device.keep("attempts", { id: "a", body: "First, and more." })).toBe(false);
  expect(await device.kept("attempts", "a")).toEqual({ id: "a", body: "First, and more." });
  expect(await device.allKept("attempts")).toEqual([{ id: "a", body: "First, and more." }]);
  state.full = false;
  expect(await device.keep("attempts", { id: "a", body: "All of it." })).toBe(true);
  expect(await device.allKept("attempts")).toEqual([{ id: "a", body: "All of it." }]);
});
