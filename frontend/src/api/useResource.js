/** Reading for a screen: the old result stays while a new one loads, waiting shows after 150 ms. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asProblem } from "../lib/problem.js";
import { showCall } from "./lastCall.js";

const PATIENCE = 150;

/**
 * @template T
 * @typedef {object} Resource
 * @property {T | undefined} data of the latest key that arrived; older while `loading`
 * @property {import("../lib/problem.js").Problem | undefined} problem
 * @property {boolean} loading
 * @property {boolean} slow loading for longer than 150 ms: time for a skeleton or a progress line
 * @property {string | undefined} etag
 * @property {() => void} reload
 */

/**
 * @template T
 * @typedef {object} Loaded
 * @property {T} [data]
 * @property {string} [etag]
 * @property {import("../lib/problem.js").Problem} [problem]
 * @property {import("../lib/problem.js").Call} [call]
 * @property {string | null} [key] which key this is the result of
 */

/**
 * @template T
 * @param {(signal: AbortSignal) => Promise<import("./client.js").Taken<T>>} load
 * @param {AbortSignal} signal
 * @returns {Promise<Loaded<T>>} never fails
 */
async function settled(load, signal) {
  try {
    return { problem: undefined, ...(await load(signal)) };
  } catch (thrown) {
    const problem = asProblem(thrown);
    return { problem, call: problem.call };
  }
}

/**
 * @template T
 * @param {string | null} key what is being asked for; a change asks again and aborts the call before; null asks nothing
 * @param {(signal: AbortSignal) => Promise<import("./client.js").Taken<T>>} load
 * @param {{ behindView?: boolean, keep?: boolean }} [options] behindView: the call in the status bar; keep (default
 *   true): show the old result while another key loads
 * @returns {Resource<T>}
 */
export function useResource(key, load, { behindView = false, keep = true } = {}) {
  const [loaded, setLoaded] = useState(/** @type {Loaded<T>} */ ({}));
  const [round, setRound] = useState(0);
  const [waiting, setWaiting] = useState({ loading: key !== null, slow: false });
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (key === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => setWaiting({ loading: true, slow: true }), PATIENCE);
    setWaiting({ loading: true, slow: false });
    void settled(latest.current, abort.signal).then((result) => {
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      if (behindView) showCall(result.call);
      setLoaded((before) => ({ ...before, ...result, key }));
      setWaiting({ loading: false, slow: false });
    });
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key, round, behindView]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const mine = loaded.key === key;
  const shown = keep || mine ? loaded : {};
  return { data: shown.data, etag: shown.etag, problem: mine ? loaded.problem : undefined, loading: waiting.loading || !mine, slow: waiting.slow, reload };
}
