/**
 * What was written and not yet sent, on this device: a place for each tab, so that no tab writes
 * over another's words. Storage may be forbidden or full; then the words last as long as the page.
 */
import { newId } from "../../../lib/ids.js";

const tab = newId();

/**
 * @template T
 * @param {string} name of what is kept, with whose it is: another person here must not find it
 * @param {Storage} [storage]
 * @returns {{ take: () => T[], put: (value: T) => void, clear: () => void }} take: everything kept under the name, by any tab; it is this tab's to keep from then on
 */
export function createShelf(name, storage = localStorage) {
  const place = `vivavoce.unsent.${name}.`;
  const own = place + tab;
  return {
    take: () => tried(() => taken(storage, place), []),
    put: (value) => tried(() => storage.setItem(own, JSON.stringify(value)), undefined),
    clear: () => tried(() => storage.removeItem(own), undefined),
  };
}

/** @template T @param {() => T} action @param {T} otherwise */
function tried(action, otherwise) {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** @param {Storage} storage @param {string} place @returns {any[]} */
function taken(storage, place) {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) => key.startsWith(place));
  const values = names.map((key) => JSON.parse(storage.getItem(key) ?? "null"));
  for (const key of names) storage.removeItem(key);
  return values.filter((value) => value !== null);
}
