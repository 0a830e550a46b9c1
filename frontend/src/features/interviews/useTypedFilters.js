import { useEffect, useState } from "preact/hooks";
import { listAddress } from "./rules.js";

const PAUSE = 250;

/**
 * Filters that are typed show at once and reach the address when typing pauses.
 *
 * @param {import("./rules.js").ListState} state of the address
 * @param {(state: import("./rules.js").ListState) => void} go
 */
export function useTypedFilters(state, go) {
  const address = listAddress(state);
  const [typed, setTyped] = useState({ over: address, state });
  const shown = typed.over === address ? typed.state : state;
  useEffect(() => {
    if (typed.over !== address || listAddress(typed.state) === address) return undefined;
    const timer = setTimeout(() => go(typed.state), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, address]);
  return { state: shown, change: (/** @type {import("./rules.js").ListState} */ next) => setTyped({ over: address, state: next }) };
}
