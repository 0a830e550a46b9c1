import { expect, test, vi } from "vitest";
import { createStore } from "./store.js";

test("listeners hear of changes only, until they stop", () => {
  const store = createStore(1);
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  store.set(1);
  expect(heard).not.toHaveBeenCalled();
  store.set((before) => before + 1);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  store.set(5);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(5);
});
