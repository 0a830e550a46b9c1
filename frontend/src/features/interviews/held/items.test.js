import { expect, test, vi } from "vitest";
import { Problem } from "../../../lib/problem.js";
import { ItemKeeper, reconciled, withPending } from "./items.js";

/** @param {object} [more] @returns {import("./items.js").Item} */
const item = (more) => /** @type {any} */ ({ id: "a", asked: null, asked_at: null, seconds: 0, wording: "", ...more });

/** @param {import("./items.js").Item} row */
function server(row) {
  const state = { row, version: 1, online: true, log: /** @type {object[]} */ ([]) };
  const reach = async () => {
    if (!state.online) throw new TypeError("Failed to fetch");
  };
  const calls = {
    list: async () => (await reach(), [state.row]),
    one: async () => (await reach(), { data: state.row, etag: String(state.version) }),
    change: async (/** @type {string} */ _id, /** @type {object} */ change, /** @type {string | undefined} */ etag) => {
      await reach();
      if (etag !== String(state.version)) throw new Problem({}, 412, undefined);
      state.row = { ...state.row, ...change };
      state.version += 1;
      state.log.push(change);
      return { data: state.row, etag: String(state.version) };
    },
  };
  return { state, calls };
}

const shelf = () => ({ kept: /** @type {any[]} */ ([]), take() { return this.kept.splice(0); }, put(/** @type {any} */ value) { this.kept = [value]; }, clear() { this.kept = []; } });
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a mark shows at once and is sent", async () => {
  const { state, calls } = server(item());
  const keeper = new ItemKeeper(calls, shelf(), 0);
  await keeper.open();
  keeper.change("a", { asked: "yes" });
  expect(withPending(keeper.now.items, keeper.now.pending)[0].asked).toBe("yes");
  await soon();
  expect([state.row.asked, keeper.unsent]).toEqual(["yes", 0]);
});

test("without a network marks wait on the device, and go when it is back", async () => {
  const { state, calls } = server(item());
  const place = shelf();
  const keeper = new ItemKeeper(calls, place, 0);
  await keeper.open();
  state.online = false;
  keeper.change("a", { asked: "no" });
  keeper.change("a", { seconds: 40 });
  await soon();
  expect([keeper.now.waiting, keeper.unsent, place.kept]).toEqual([true, 1, [{ a: { asked: "no", seconds: 40 } }]]);
  state.online = true;
  keeper.wake();
  await soon();
  expect(state.row).toMatchObject({ asked: "no", seconds: 40 });
  expect(place.kept).toEqual([]);
});

test("another one's mark is read first; of two rewordings both stay", async () => {
  const { state, calls } = server(item());
  const keeper = new ItemKeeper(calls, shelf(), 0);
  await keeper.open();
  keeper.change("a", { asked: "yes" });
  await soon();
  state.row = { ...state.row, wording: "Asked with an example.", seconds: 90 };
  state.version += 1;
  keeper.change("a", { wording: "Asked in short.", seconds: 60 });
  await soon();
  expect(state.row).toMatchObject({ wording: "Asked with an example.\nAsked in short.", seconds: 90, asked: "yes" });
});

test("a wording that grew from the other's is not doubled", () => {
  expect(reconciled({ wording: "In short, and slowly" }, item(), item({ wording: "In short" })).wording).toBe("In short, and slowly");
  expect(reconciled({ wording: "In" }, item({ wording: "In short" }), item({ wording: "In short" })).wording).toBe("In");
});

test("a question beside the kit is there at once, and once", async () => {
  const { calls } = server(item());
  const keeper = new ItemKeeper(calls, shelf(), 0);
  await keeper.open();
  keeper.added(item({ id: "b" }));
  keeper.added(item({ id: "b", seconds: 4 }));
  expect(keeper.now.items.map(({ id, seconds }) => [id, seconds])).toEqual([["a", 0], ["b", 4]]);
});

test("what the server will not take does not stand in the way of the rest", async () => {
  const { calls } = server(item());
  const refuse = vi.fn(async () => {
    throw new Problem({ detail: "It is closed." }, 409, undefined);
  });
  const keeper = new ItemKeeper({ ...calls, change: refuse }, shelf(), 0);
  await keeper.open();
  keeper.change("a", { asked: "yes" });
  await soon();
  expect([keeper.unsent, keeper.now.problem?.message, refuse.mock.calls.length]).toEqual([0, "It is closed.", 1]);
});
