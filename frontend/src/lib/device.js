/**
 * What practice keeps on this device (IndexedDB): attempts and reviews that the server does not have
 * yet, and the latest recording of each question. Where storage is forbidden it lasts as long as the page.
 */

/** @typedef {"attempts" | "reviews" | "recordings"} Shelf */

const NAME = "vivavoce.practice";
const SHELVES = /** @type {const} */ (["attempts", "reviews", "recordings"]);

/** @type {Promise<IDBDatabase | undefined> | undefined} */
let opened;

/** @type {Record<Shelf, Map<string, any>>} */
const memory = { attempts: new Map(), reviews: new Map(), recordings: new Map() };

/** @returns {Promise<IDBDatabase | undefined>} nothing where the browser refuses */
function database() {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf, { keyPath: "id" }));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

/**
 * @template T
 * @param {Shelf} shelf
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @param {(kept: Map<string, any>) => T} otherwise without a database
 * @returns {Promise<T>}
 */
async function on(shelf, mode, ask, otherwise) {
  const base = await database();
  if (!base) return otherwise(memory[shelf]);
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(shelf, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser refused to keep this."));
  });
}

/**
 * @template {{ id: string }} T
 * @param {Shelf} shelf
 * @param {T} value
 */
export async function keep(shelf, value) {
  await on(shelf, "readwrite", (store) => store.put(value), (kept) => (kept.set(value.id, structuredClone(value)), value.id));
}

/**
 * @param {Shelf} shelf
 * @param {string} id
 * @returns {Promise<any>}
 */
export const kept = (shelf, id) => on(shelf, "readonly", (store) => store.get(id), (map) => structuredClone(map.get(id)));

/**
 * @param {Shelf} shelf
 * @returns {Promise<any[]>}
 */
export const allKept = (shelf) => on(shelf, "readonly", (store) => store.getAll(), (map) => structuredClone([...map.values()]));

/**
 * @param {Shelf} shelf
 * @param {string} id
 */
export async function drop(shelf, id) {
  await on(shelf, "readwrite", (store) => store.delete(id), (map) => void map.delete(id));
}
