/** The smallest store that components can subscribe to. */
import { useEffect, useReducer } from "preact/hooks";

/**
 * @template T
 * @typedef {object} Store
 * @property {() => T} get
 * @property {(next: T | ((before: T) => T)) => void} set
 * @property {(listener: () => void) => () => void} subscribe returns how to stop
 */

/**
 * @template T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function createStore(initial) {
  let value = initial;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    get: () => value,
    set(next) {
      const after = typeof next === "function" ? /** @type {(before: T) => T} */ (next)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The store's value; the component draws itself again when it changes.
 *
 * @template T
 * @param {Store<T>} store
 * @returns {T}
 */
export function useStore(store) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0);
  const seen = store.get();
  useEffect(() => {
    // It may have changed between drawing and subscribing.
    if (!Object.is(store.get(), seen)) redraw(undefined);
    return store.subscribe(() => redraw(undefined));
  }, [store]);
  return seen;
}
