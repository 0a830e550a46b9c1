/**
 * Keeps what was asked: every mark shows at once, goes to the server one after another, and waits
 * on this device while there is no network. All of the panel write here; the last mark holds, but
 * of two rewordings both stay.
 */
import { asProblem } from "../../../lib/problem.js";
import { createStore } from "../../../lib/store.js";
import { isPassing } from "./keeper.js";

/** @typedef {Required<import("../../../api/models.d.ts").Schema["InterviewItem"]>} Item */

/** @typedef {Partial<Pick<Item, "asked" | "asked_at" | "seconds" | "wording">>} Change */
/** @typedef {Record<string, Change>} Pending what is not sent yet, by the item's id */

/**
 * @typedef {object} Calls
 * @property {() => Promise<Item[]>} list
 * @property {(id: string) => Promise<{ data: Item, etag?: string }>} one
 * @property {(id: string, change: Change, etag: string | undefined) => Promise<{ data: Item, etag?: string }>} change
 */

/** @typedef {{ items: Item[], pending: Pending, waiting: boolean, problem: import("../../../lib/problem.js").Problem | undefined }} Asking */

const AGAIN = 3000;

/**
 * @template {Pick<Item, "id">} T
 * @param {readonly T[]} items
 * @param {Pending} pending
 * @returns {T[]} as this device shows them
 */
export const withPending = (items, pending) => items.map((item) => ({ ...item, ...pending[item.id] }));

/**
 * A change that met another one: times grow, of two wordings both stay, the rest is this device's.
 *
 * @param {Change} mine
 * @param {Item | undefined} before
 * @param {Item} theirs
 * @returns {Change}
 */
export function reconciled(mine, before, theirs) {
  const change = { ...mine };
  if (change.seconds !== undefined) change.seconds = Math.max(change.seconds, theirs.seconds);
  const { wording } = change;
  const other = theirs.wording !== (before?.wording ?? "") && theirs.wording && !wording?.includes(theirs.wording);
  if (wording !== undefined && other) change.wording = theirs.wording.includes(wording) ? theirs.wording : `${theirs.wording}\n${wording}`;
  return change;
}

export class ItemKeeper {
  /**
   * @param {Calls} calls
   * @param {{ take: () => Pending[], put: (value: Pending) => void, clear: () => void }} shelf
   * @param {number} [pause] after the last change, in milliseconds
   */
  constructor(calls, shelf, pause = 600) {
    this.pause = pause;
    this.calls = calls;
    this.shelf = shelf;
    this.store = createStore(/** @type {Asking} */ ({ items: [], pending: {}, waiting: false, problem: undefined }));
    /** @type {Map<string, string | undefined>} */
    this.etags = new Map();
    this.running = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  get now() {
    return this.store.get();
  }

  get unsent() {
    return Object.keys(this.now.pending).length;
  }

  /** Reads the items, and takes up what this device had not sent. */
  async open() {
    this.set({ items: await this.calls.list() });
    const pending = Object.assign({}, ...this.shelf.take());
    if (Object.keys(pending).length > 0) this.put({ ...pending, ...this.now.pending });
    await this.send();
  }

  /** Looks what the others of the panel have marked. */
  async refresh() {
    const items = this.running ? undefined : await this.calls.list().catch(() => undefined);
    if (!items || this.running) return;
    for (const item of items) if (JSON.stringify(item) !== JSON.stringify(this.now.items.find(({ id }) => id === item.id))) this.etags.delete(item.id);
    this.set({ items });
  }

  /** A question that was asked beside the kit. @param {Item} item */
  added(item) {
    this.set({ items: [...this.now.items.filter(({ id }) => id !== item.id), item] });
  }

  /** @param {string} id @param {Change} change */
  change(id, change) {
    this.put({ ...this.now.pending, [id]: { ...this.now.pending[id], ...change } });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), this.pause);
  }

  wake() {
    if (this.now.waiting) void this.send();
  }

  /** The page is left: what is not sent yet is on the device. */
  close() {
    void this.send();
  }

  /** @param {Partial<Asking>} part */
  set(part) {
    this.store.set((before) => ({ ...before, ...part }));
  }

  /** @param {Pending} pending */
  put(pending) {
    this.set({ pending });
    if (Object.keys(pending).length > 0) this.shelf.put(pending);
    else this.shelf.clear();
  }

  async send() {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      for (let [id] = Object.keys(this.now.pending); id; [id] = Object.keys(this.now.pending)) await this.sendOne(id);
      this.set({ waiting: false, problem: undefined });
    } catch (thrown) {
      const problem = asProblem(thrown);
      const passing = isPassing(problem);
      this.set({ waiting: passing, problem });
      // What the server will never take must not stand in the way of the rest; the page says so.
      if (!passing) this.put({});
      else this.timer = setTimeout(() => void this.send(), AGAIN);
    } finally {
      this.running = false;
    }
  }

  /** @param {string} id */
  async sendOne(id) {
    try {
      if (!this.etags.has(id)) await this.meet(id);
      const change = this.now.pending[id];
      this.arrived(await this.calls.change(id, change, this.etags.get(id)));
      this.sent(id, change);
    } catch (thrown) {
      if (asProblem(thrown).status !== 412) throw thrown;
      this.etags.delete(id);
    }
  }

  /** Reads the newest version of an item before writing over it. @param {string} id */
  async meet(id) {
    const before = this.now.items.find((item) => item.id === id);
    const taken = await this.calls.one(id);
    this.arrived(taken);
    this.put({ ...this.now.pending, [id]: reconciled(this.now.pending[id], before, taken.data) });
  }

  /** @param {{ data: Item, etag?: string }} taken */
  arrived({ data, etag }) {
    this.etags.set(data.id, etag);
    this.set({ items: this.now.items.map((item) => (item.id === data.id ? data : item)) });
  }

  /** What was marked while it was under way still waits. @param {string} id @param {Change} change as it was sent */
  sent(id, change) {
    const { [id]: now, ...rest } = this.now.pending;
    const left = Object.fromEntries(Object.entries(now ?? {}).filter(([name, value]) => value !== /** @type {Record<string, unknown>} */ (change)[name]));
    this.put(Object.keys(left).length > 0 ? { ...rest, [id]: left } : rest);
  }
}
