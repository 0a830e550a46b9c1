/** Which side of the table is in view: the page's own where it has one, else the preference of this device. */
import { useEffect } from "preact/hooks";
import { pageHead } from "./page.js";
import { prefs } from "./prefs.js";
import { useStore } from "./store.js";

/** @typedef {import("./prefs.js").Prefs["side"]} Side */

/** @returns {Side} */
export function useSide() {
  const { side: preferred } = useStore(prefs);
  const { side } = useStore(pageHead);
  return side ?? preferred;
}

/**
 * A page that belongs to one side carries its colour and its navigation, and leaves the preference alone.
 *
 * @param {Side | undefined} side nothing: as the person prefers
 */
export function usePageSide(side) {
  useEffect(() => {
    pageHead.set((head) => ({ ...head, side }));
    return () => pageHead.set((head) => ({ ...head, side: undefined }));
  }, [side]);
}
