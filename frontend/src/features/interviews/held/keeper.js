/**
 * Keeps one scorecard: every change goes to this device at once and to the server within a second,
 * one request at a time and never over somebody else's version. Without a network it waits and
 * tries again; what was written is on the device until the server has it.
 */
import { asProblem } from "../../../lib/problem.js";
import { createStore } from "../../../lib/store.js";
import { contentOf, emptyCard } from "./card.js";
import { changedParts, clashesOf, merge, patchOf, resolved, sendable } from "./merge.js";

/** @typedef {import("./card.js").Content} Content */
/** @typedef {import("./card.js").Scorecard} Scorecard */
/** @typedef {import("../../../lib/problem.js").Problem} Problem */
/** @typedef {{ data: Scorecard, etag?: string, call?: import("../../../lib/problem.js").Call }} Taken */

/**
 * @typedef {object} Calls
 * @property {() => Promise<Taken | undefined>} find one's own card of this interview, if there is one
 * @property {(body: Record<string, unknown>) => Promise<Taken>} create
 * @property {(id: string, body: Record<string, unknown>, etag: string | undefined) => Promise<Taken>} change
 */

/**
 * @typedef {object} Shelf what this device keeps over a reload
 * @property {() => Kept[]} take everything unsent of this card, also of other tabs
 * @property {(kept: Kept) => void} put
 * @property {() => void} clear
 */

/** @typedef {{ server: Content, mine: Content, held: string[] }} Kept */

/**
 * @typedef {object} Keeping
 * @property {Scorecard | undefined} card as the server last said it
 * @property {string | undefined} etag
 * @property {Content} server what the server has
 * @property {Content} mine what this device shows
 * @property {string[]} held parts in which both differ and a person has to choose
 * @property {"loading" | "saved" | "dirty" | "saving" | "waiting" | "refused" | "kept"} status refused: the server does not take it, and says why; kept: the card is closed, what was written since is on this device only
 * @property {Problem | undefined} problem
 */

const PAUSE = 1000;
const AGAIN = [2000, 5000, 10_000, 20_000];

/** Whether the same call may go another time. @param {Problem} problem */
export const isPassing = ({ status }) => status === 0 || status === 429 || status >= 500;

/** @returns {Keeping} */
const nothing = () => ({ card: undefined, etag: undefined, server: emptyCard(), mine: emptyCard(), held: [], status: "loading", problem: undefined });

export class Keeper {
  /** @param {Calls} calls @param {Shelf} shelf */
  constructor(calls, shelf) {
    this.calls = calls;
    this.shelf = shelf;
    this.store = createStore(nothing());
    /** @type {Promise<void> | undefined} */
    this.sending = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.failures = 0;
    this.closed = false;
  }

  get now() {
    return this.store.get();
  }

  /** Parts that the server does not have yet. @returns {string[]} */
  get unsent() {
    const { mine, server, held } = this.now;
    return changedParts(server, sendable(mine, server, held));
  }

  /** Until it is submitted or declined; then only its own steps change it. */
  get writable() {
    const { card } = this.now;
    return !card || card.state === "draft";
  }

  get clashes() {
    const { mine, server, held } = this.now;
    return clashesOf(mine, server, held);
  }

  /** Reads the card, and takes up what this device had not sent. */
  async open() {
    this.closed = false;
    const taken = await this.calls.find();
    // Not before the card is here: what leaves the shelf stands somewhere else at once.
    const kept = this.shelf.take();
    this.read(taken);
    for (const { server, mine, held } of kept) {
      const { content, held: clashing } = merge(server, mine, this.now.mine, held);
      this.set({ mine: content, held: [...new Set([...this.now.held, ...clashing])] });
    }
    this.keep();
    if (this.unsent.length > 0 && this.writable) this.schedule(0);
  }

  /** @param {(mine: Content) => Content} change */
  change(change) {
    this.set({ mine: change(this.now.mine) });
    this.keep();
    if (this.unsent.length > 0 && this.writable) this.schedule(PAUSE);
  }

  /** Back to what the server has. @returns {Content} what stood here, for those who want it back */
  revert() {
    const { mine, server } = this.now;
    this.set({ mine: server, held: [] });
    this.keep();
    return mine;
  }

  /** A person has chosen between two versions. @param {string} key @param {"mine" | "theirs" | "both"} choice */
  choose(key, choice) {
    const { mine, server, held } = this.now;
    this.set({ mine: resolved(mine, server, key, choice), held: held.filter((one) => one !== key) });
    this.change((content) => content);
  }

  /** Sends what is unsent now; done when nothing is, or when it does not go. */
  async flush() {
    do await this.sendOnce();
    while (this.unsent.length > 0 && this.now.status === "dirty");
  }

  async sendOnce() {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.sending) await this.sending;
    if (this.unsent.length === 0 || !this.writable) return;
    this.sending = this.send().finally(() => (this.sending = undefined));
    await this.sending;
  }

  /** When the pause after a change is over, or it is time to try again. */
  async due() {
    await this.sendOnce();
    if (this.unsent.length > 0 && this.now.status === "dirty") this.schedule(PAUSE);
  }

  /** The network is back. */
  wake() {
    if (this.now.status === "waiting") this.schedule(0);
  }

  /** Looks whether another device has written; never while something of this one is under way. */
  async refresh() {
    const busy = () => this.sending !== undefined || this.timer !== undefined || this.now.status === "loading";
    if (busy()) return;
    const { etag } = this.now;
    const taken = await this.calls.find().catch(() => undefined);
    // A save that went meanwhile has made this reading old.
    if (taken && taken.etag !== etag && this.now.etag === etag && !busy()) this.read(taken);
  }

  /** Takes over what a step (submit, revise, decline) has answered. @param {Taken} taken */
  adopt(taken) {
    this.read(taken);
  }

  /** The page is left: the last words go at once; what does not go is on the device. */
  close() {
    this.closed = true;
    void this.sendOnce();
  }

  /** @param {Partial<Keeping>} part */
  set(part) {
    this.store.set((before) => ({ ...before, ...part }));
  }

  /** On the device for as long as the server lacks something. */
  shelve() {
    // The page may be open anew by now: the shelf is the next keeper's.
    if (this.closed) return;
    const { server, mine, held } = this.now;
    if (this.unsent.length > 0 || held.length > 0) this.shelf.put({ server, mine, held });
    else this.shelf.clear();
  }

  keep() {
    this.shelve();
    if (this.now.status === "saving" || (this.now.status === "waiting" && this.writable)) return;
    const unsent = this.writable ? "dirty" : "kept";
    this.set({ status: this.unsent.length > 0 ? unsent : "saved" });
  }

  /** The server's version, whoever wrote it. @param {Taken | undefined} taken */
  read(taken) {
    const theirs = taken ? contentOf(taken.data) : emptyCard();
    const { server, mine, held, status } = this.now;
    const first = status === "loading";
    const merged = first ? { content: theirs, held: [] } : merge(server, mine, theirs, held);
    this.set({ card: taken?.data, etag: taken?.etag, server: theirs, mine: merged.content, held: merged.held, status: first ? "saved" : status });
    this.keep();
  }

  /** @param {number} pause */
  schedule(pause) {
    // Typing on does not put off the next try; and what is left of a page that is closed is on the shelf.
    if (this.closed || (this.timer !== undefined && pause > 0 && this.now.status === "waiting")) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.due(), pause);
  }

  async send() {
    const { card, etag, mine, server, held } = this.now;
    const wanted = sendable(mine, server, held);
    this.set({ status: "saving" });
    try {
      const body = patchOf(server, wanted);
      const taken = card ? await this.calls.change(card.id, body, etag) : await this.calls.create(body);
      this.failures = 0;
      // Nobody else's words can be in it (If-Match): what was sent is what is there.
      this.set({ card: taken.data, etag: taken.etag, server: wanted, status: "dirty", problem: undefined });
      this.keep();
    } catch (thrown) {
      await this.failed(asProblem(thrown));
    }
  }

  /** @param {Problem} problem */
  async failed(problem) {
    const after = problem.conflict ? await this.caughtUp() : "unread";
    const pause = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
    this.failures += 1;
    if (after === "read" && this.writable && this.failures <= AGAIN.length) {
      this.set({ status: "dirty", problem: undefined });
      return;
    }
    const waits = after === "away" || isPassing(problem);
    this.set({ status: waits ? "waiting" : "refused", problem });
    if (waits) this.schedule(pause);
  }

  /** Reads what the other device wrote. @returns {Promise<"read" | "none" | "away">} */
  async caughtUp() {
    try {
      const taken = await this.calls.find();
      this.read(taken);
      return taken ? "read" : "none";
    } catch {
      return "away";
    }
  }
}
