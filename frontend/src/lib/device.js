/**
 * What practice keeps on this device (IndexedDB): attempts and reviews that the server does not have
 * yet, and the latest recording of each question. Where storage is forbidden or full it lasts as long as the page.
 */

/** @typedef {"attempts" | "reviews" | "recordings"} Shelf */

const NAME = "vivavoce.practice";
const SHELVES = /** @type {const} */ (["attempts", "reviews", "recordings"]);

/** @type {Promise<IDBDatabase | undefined> | undefined} */
let opened;

/** What the browser did not take; it stands before what the browser has. @type {Record<Shelf, Map<string, any>>} */
const memory = { attempts: new Map(), reviews: new Map(), recordings: new Map() };

/** @returns {Promise<IDBDatabase | undefined>} nothing where the browser refuses */
function database() {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf, { keyPath: "id" }));
      request.onsuccess = () => {
        // Cleared by hand or taken away for want of room: the next call opens another.
        request.result.onclose = () => (opened = undefined);
        resolve(request.result);
      };
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
 * @returns {Promise<T>}
 * @throws where there is no database, or it refuses
 */
async function on(shelf, mode, ask) {
  const base = await database();
  if (!base) throw new Error("This browser keeps nothing.");
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
 * @returns {Promise<boolean>} whether it outlasts the page; it is kept either way
 */
export async function keep(shelf, value) {
  try {
    await on(shelf, "readwrite", (store) => store.put(value));
    memory[shelf].delete(value.id);
    return true;
  } catch {
    memory[shelf].set(value.id, structuredClone(value));
    return false;
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} id
 * @returns {Promise<any>}
 */
export async function kept(shelf, id) {
  if (memory[shelf].has(id)) return structuredClone(memory[shelf].get(id));
  return on(shelf, "readonly", (store) => store.get(id)).catch(() => undefined);
}

/**
 * @param {Shelf} shelf
 * @returns {Promise<any[]>}
 */
export async function allKept(shelf) {
  const written = await on(shelf, "readonly", (store) => store.getAll()).catch(() => []);
  return [...written.filter(({ id }) => !memory[shelf].has(id)), ...structuredClone([...memory[shelf].values()])];
}

/**
 * @param {Shelf} shelf
 * @param {string} id
 */
export async function drop(shelf, id) {
  memory[shelf].delete(id);
  await on(shelf, "readwrite", (store) => store.delete(id)).catch(() => undefined);
}
