import { useEffect, useState } from "preact/hooks";
import { createStore } from "../../lib/store.js";

/** Longer than the server takes it, nobody answers. */
const DAY = 86_400;

/**
 * The time an answer takes: it runs while one answers, stands still while paused and while the page
 * is not looked at. The seconds live in a store, so that only the clock is drawn again each second.
 *
 * @param {string} card which card; another begins anew
 * @param {boolean} running
 * @param {number} from seconds that were counted before
 */
export function useClock(card, running, from) {
  const [seconds] = useState(() => createStore(from));
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    seconds.set(from);
    setPaused(false);
  }, [card]);
  useEffect(() => {
    if (!running || paused) return undefined;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      // Throttled in the background, the timer wakes late: time that nobody looked at does not count.
      if (!document.hidden) seconds.set((before) => Math.min(DAY, before + Math.min(2, (now - last) / 1000)));
      last = now;
    }, 1000);
    return () => clearInterval(timer);
  }, [card, running, paused]);
  return { seconds, paused, setPaused };
}
