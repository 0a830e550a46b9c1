/** The two keepers of a running interview: one's own card, and what was asked. */
import { useEffect, useState } from "preact/hooks";
import { asProblem } from "../../../lib/problem.js";
import { showCall } from "../../../api/lastCall.js";
import { reportWaiting } from "../../../api/waiting.js";
import { useStore } from "../../../lib/store.js";
import { changeCard, changeItem, createCard, findCard, getItem, listItems } from "./api.js";
import { ItemKeeper } from "./items.js";
import { Keeper } from "./keeper.js";
import { createShelf } from "./shelf.js";

const LOOK = 15_000;

/** @typedef {{ open: () => Promise<void>, wake: () => void, refresh: () => Promise<void>, close: () => void }} AnyKeeper */

/**
 * Opens a keeper, wakes it when the network is back, and looks now and then what others wrote.
 *
 * @param {AnyKeeper} keeper
 * @param {boolean} wanted
 */
function useKept(keeper, wanted) {
  const [problem, setProblem] = useState(/** @type {import("../../../lib/problem.js").Problem | undefined} */ (undefined));
  const [ready, setReady] = useState(false);
  const open = () => {
    setProblem(undefined);
    keeper.open().then(() => setReady(true), (thrown) => setProblem(asProblem(thrown)));
  };
  useEffect(() => {
    if (!wanted) return undefined;
    open();
    const wake = () => keeper.wake();
    const look = () => document.visibilityState === "visible" && void keeper.refresh();
    const timer = setInterval(look, LOOK);
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", look);
      keeper.close();
    };
  }, [keeper, wanted]);
  return { problem, ready, open };
}

/** @param {string} queue @param {number} count what waits for the network */
function useReported(queue, count) {
  useEffect(() => reportWaiting(queue, count), [queue, count]);
  useEffect(() => () => reportWaiting(queue, 0), [queue]);
}

/** @param {string} interview @param {string} person */
function makeCardKeeper(interview, person) {
  const seen = (/** @type {import("./api.js").Taken<import("./api.js").Scorecard>} */ taken) => {
    showCall(taken.call);
    return taken;
  };
  return new Keeper(
    {
      find: () => findCard(interview),
      create: (body) => createCard({ interview, ...body }).then(seen),
      change: (id, body, etag) => changeCard(id, body, etag).then(seen),
    },
    createShelf(`card.${person}.${interview}`),
  );
}

/**
 * @param {string} interview
 * @param {string} person whose words may be taken up from this device
 * @param {boolean} wanted whether one has a card in it
 */
export function useCard(interview, person, wanted) {
  const [keeper] = useState(() => makeCardKeeper(interview, person));
  const state = useStore(keeper.store);
  const kept = useKept(keeper, wanted);
  useReported("scorecards", state.status === "waiting" ? keeper.unsent.length : 0);
  return { keeper, state, ...kept };
}

/** @param {string} interview @param {string} person */
export function useItems(interview, person) {
  const [keeper] = useState(() => new ItemKeeper({ list: () => listItems(interview), one: getItem, change: changeItem }, createShelf(`items.${person}.${interview}`)));
  const state = useStore(keeper.store);
  const kept = useKept(keeper, true);
  useReported("items", state.waiting ? keeper.unsent : 0);
  return { keeper, state, ...kept };
}
