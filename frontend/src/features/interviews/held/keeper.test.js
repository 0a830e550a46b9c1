import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Problem } from "../../../lib/problem.js";
import { bodyOf, emptyCard, scored, withNote } from "./card.js";
import { Keeper } from "./keeper.js";
import { createShelf } from "./shelf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one card, versions and a plug that can be pulled. */
class Server {
  content = /** @type {Record<string, any> | undefined} */ ({ ...bodyOf(emptyCard()) });
  version = 1;
  state = "draft";
  online = true;
  underWay = 0;
  most = 0;
  /** @type {Record<string, any>[]} */
  received = [];

  async reach() {
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.underWay -= 1;
    if (!this.online) throw new TypeError("Failed to fetch");
  }

  taken() {
    const data = /** @type {any} */ ({ id: "card", state: this.state, missing: [], revisions: [], ...this.content });
    return { data: structuredClone(data), etag: `"${this.version}"` };
  }

  /** @param {Record<string, any>} body @param {string} [etag] */
  write(body, etag) {
    if (etag && etag !== `"${this.version}"`) throw new Problem({}, 412, undefined);
    if (this.state !== "draft") throw new Problem({ detail: "It is submitted." }, 409, undefined);
    this.content = { ...(this.content ?? bodyOf(emptyCard())), ...body };
    this.version += 1;
    this.received.push(body);
    return this.taken();
  }

  calls = {
    find: async () => {
      await this.reach();
      return this.content && this.taken();
    },
    create: async (/** @type {any} */ body) => {
      await this.reach();
      if (this.content) throw new Problem({}, 409, undefined);
      return this.write(body);
    },
    change: async (/** @type {string} */ _id, /** @type {any} */ body, /** @type {string | undefined} */ etag) => {
      await this.reach();
      return this.write(body, etag);
    },
  };
}

/** A browser's storage. */
function storage() {
  const map = new Map();
  return /** @type {any} */ ({
    get length() {
      return map.size;
    },
    key: (/** @type {number} */ index) => [...map.keys()][index],
    getItem: (/** @type {string} */ key) => map.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => map.set(key, value),
    removeItem: (/** @type {string} */ key) => map.delete(key),
  });
}

/** @param {Server} server @param {any} [place] */
async function device(server, place = storage()) {
  const keeper = new Keeper(server.calls, createShelf("card", place));
  const opened = keeper.open();
  await vi.advanceTimersByTimeAsync(60);
  await opened;
  return keeper;
}

const note = (/** @type {string} */ id, /** @type {string} */ text) => (/** @type {any} */ card) => withNote(card, { id, criterion: "security", item: null, kind: "said", text, at: null });
const rate = (/** @type {string} */ slug, /** @type {number} */ score) => (/** @type {any} */ card) => scored(card, slug, score);

test("changes within a second are one request, and never two at a time", async () => {
  const server = new Server();
  const keeper = await device(server);
  keeper.change(rate("security", 1));
  keeper.change(rate("security", 3));
  await vi.advanceTimersByTimeAsync(1010);
  keeper.change(note("a", "While it is under way."));
  await vi.advanceTimersByTimeAsync(3000);
  expect(server.received).toHaveLength(2);
  expect(server.received[0]).toEqual({ ratings: [{ criterion: "security", score: 3, not_assessed_reason: "" }] });
  expect(Object.keys(server.received[1])).toEqual(["evidence"]);
  expect(server.most).toBe(1);
  expect(keeper.now.status).toBe("saved");
});

test("two devices write at the same time: the server has the words of both, and both show them", async () => {
  const server = new Server();
  const [one, two] = [await device(server), await device(server)];
  one.change(note("a", "From the laptop."));
  two.change(note("b", "From the tablet."));
  two.change(rate("security", 4));
  await vi.advanceTimersByTimeAsync(5000);
  await Promise.all([one.refresh(), vi.advanceTimersByTimeAsync(100)]);
  const ids = (/** @type {any} */ list) => list.map((/** @type {any} */ one_) => one_.id).sort();
  expect(ids(server.content?.evidence)).toEqual(["a", "b"]);
  expect(ids(one.now.mine.evidence)).toEqual(["a", "b"]);
  expect(ids(two.now.mine.evidence)).toEqual(["a", "b"]);
  expect(one.now.mine.ratings.security.score).toBe(4);
});

test("where both changed the same, both are kept until a person chooses", async () => {
  const server = new Server();
  const [one, two] = [await device(server), await device(server)];
  one.change(note("a", "Names the pattern."));
  await vi.advanceTimersByTimeAsync(2000);
  two.change(note("a", "Counts aloud."));
  await vi.advanceTimersByTimeAsync(3000);
  expect(server.content?.evidence[0].text).toBe("Names the pattern.");
  expect(two.now.mine.evidence[0].text).toBe("Counts aloud.");
  expect(two.clashes).toMatchObject([{ key: "evidence/a", mine: { text: "Counts aloud." }, theirs: { text: "Names the pattern." } }]);
  two.choose("evidence/a", "both");
  await vi.advanceTimersByTimeAsync(3000);
  expect(server.content?.evidence[0].text).toBe("Names the pattern.\nCounts aloud.");
  expect(two.clashes).toEqual([]);
});

describe("without a network", () => {
  test("it waits, counts, and sends when it is back", async () => {
    const server = new Server();
    const keeper = await device(server);
    server.online = false;
    keeper.change(rate("security", 2));
    keeper.change(note("a", "Offline."));
    await vi.advanceTimersByTimeAsync(2000);
    expect([keeper.now.status, keeper.unsent.length]).toEqual(["waiting", 2]);
    server.online = true;
    keeper.wake();
    await vi.advanceTimersByTimeAsync(200);
    expect([keeper.now.status, keeper.unsent.length]).toEqual(["saved", 0]);
    expect(server.content?.evidence[0].text).toBe("Offline.");
  });

  test("it also tries again by itself", async () => {
    const server = new Server();
    const keeper = await device(server);
    server.online = false;
    keeper.change(rate("security", 2));
    await vi.advanceTimersByTimeAsync(4000);
    server.online = true;
    await vi.advanceTimersByTimeAsync(25_000);
    expect(keeper.now.status).toBe("saved");
  });

  test("a reload keeps what was not sent, and joins it with what came meanwhile", async () => {
    const [server, place] = [new Server(), storage()];
    const before = await device(server, place);
    server.online = false;
    before.change(note("a", "Written on the train."));
    await vi.advanceTimersByTimeAsync(1500);
    vi.clearAllTimers();
    server.online = true;
    const other = await device(server);
    other.change(note("b", "Written at the desk."));
    await vi.advanceTimersByTimeAsync(2000);
    const after = await device(server, place);
    expect(after.now.mine.evidence.map(({ id }) => id)).toEqual(["b", "a"]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.content?.evidence).toHaveLength(2);
    expect(place.length).toBe(0);
  });

  test("a reload that does not reach the server leaves what was kept where it is", async () => {
    const [server, place] = [new Server(), storage()];
    place.setItem("vivavoce.unsent.card.other-tab", JSON.stringify({ server: emptyCard(), mine: note("a", "Kept.")(emptyCard()), held: [] }));
    server.online = false;
    const keeper = new Keeper(server.calls, createShelf("card", place));
    const failed = expect(keeper.open()).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    expect(place.length).toBe(1);
  });
});

test("a reply that was lost on the way is no change of somebody else", async () => {
  const server = new Server();
  const keeper = await device(server);
  const { change } = server.calls;
  server.calls.change = async (id, body, etag) => {
    await change(id, body, etag);
    server.calls.change = change;
    throw new TypeError("Failed to fetch");
  };
  keeper.change(note("a", "Sent once."));
  await vi.advanceTimersByTimeAsync(1200);
  keeper.change(note("a", "Sent once. And more."));
  await vi.advanceTimersByTimeAsync(6000);
  expect(server.content?.evidence).toMatchObject([{ id: "a", text: "Sent once. And more." }]);
  expect([keeper.clashes, keeper.now.status]).toEqual([[], "saved"]);
});

test("without a card the first change makes one; where another device was quicker, both join", async () => {
  const server = new Server();
  server.content = undefined;
  const [one, two] = [await device(server), await device(server)];
  one.change(rate("security", 3));
  two.change(note("b", "Quick."));
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.content).toMatchObject({ ratings: [{ score: 3 }], evidence: [{ id: "b" }] });
});

test("a card that was submitted elsewhere takes nothing more; what was written stays here", async () => {
  const server = new Server();
  const keeper = await device(server);
  server.state = "submitted";
  keeper.change(note("a", "Too late."));
  await vi.advanceTimersByTimeAsync(5000);
  expect([keeper.now.status, keeper.now.problem?.message]).toEqual(["refused", "It is submitted."]);
  expect(keeper.now.mine.evidence[0].text).toBe("Too late.");
});

test("an old reading never takes the place of what was saved after it", async () => {
  const server = new Server();
  const keeper = await device(server);
  const { find } = server.calls;
  const stale = await Promise.all([find(), vi.advanceTimersByTimeAsync(60)]).then(([taken]) => taken);
  server.calls.find = async () => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return stale;
  };
  server.version += 0;
  const looking = keeper.refresh();
  keeper.change(note("a", "Newer."));
  await vi.advanceTimersByTimeAsync(3000);
  await looking;
  expect(keeper.now.mine.evidence[0].text).toBe("Newer.");
});

test("a page that is left sends its last words, and leaves the shelf to the page that is opened next", async () => {
  const [server, place] = [new Server(), storage()];
  const left = await device(server, place);
  server.online = false;
  left.change(note("a", "Last words."));
  left.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([server.received.length, place.length]).toEqual([0, 1]);
  server.online = true;
  const next = await device(server, place);
  expect(next.now.mine.evidence[0].text).toBe("Last words.");
  await vi.advanceTimersByTimeAsync(2000);
  expect([server.received.length, place.length]).toEqual([1, 0]);
});

test("submitting waits until all is sent", async () => {
  const server = new Server();
  const keeper = await device(server);
  keeper.change(rate("security", 3));
  const sent = keeper.flush();
  await vi.advanceTimersByTimeAsync(60);
  await sent;
  expect(server.received).toHaveLength(1);
});
