/** Reading for a screen: the old result stays while a new one loads, waiting shows after 150 ms. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { showCall } from "./lastCall.js";
import { asProblem } from "../lib/problem.js";

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
 * @property {T | undefined} data
 * @property {string | undefined} etag
 * @property {import("../lib/problem.js").Problem | undefined} problem
 * @property {string | undefined} key which key this is the result of
 */

/**
 * @template T
 * @param {string | null} key what is being asked for; a change asks again and aborts the call before; null asks nothing
 * @param {(signal: AbortSignal) => Promise<import("./client.js").Taken<T>>} load
 * @param {{ behindView?: boolean, keep?: boolean }} [options] behindView: the call in the status bar; keep (default
 *   true): show the old result while another key loads
 * @returns {Resource<T>}
 */
export function useResource(key, load, { behindView = false, keep = true } = {}) {
  const [loaded, setLoaded] = useState(/** @type {Loaded<T>} */ ({ data: undefined, etag: undefined, problem: undefined, key: undefined }));
  const [loading, setLoading] = useState(key !== null);
  const [slow, setSlow] = useState(false);
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (key === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    setLoading(true);
    const settle = (/** @type {Partial<Loaded<T>>} */ result) => {
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      setLoaded((before) => ({ ...before, problem: undefined, ...result, key }));
      setLoading(false);
      setSlow(false);
    };
    latest.current(abort.signal).then(
      (taken) => {
        if (behindView && !abort.signal.aborted) showCall(taken.call);
        settle({ data: taken.data, etag: taken.etag });
      },
      (thrown) => {
        const problem = asProblem(thrown);
        if (behindView && !abort.signal.aborted) showCall(problem.call);
        settle({ problem });
      },
    );
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key, round, behindView]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const current = keep || loaded.key === key;
  return {
    data: current ? loaded.data : undefined,
    problem: loaded.key === key ? loaded.problem : undefined,
    etag: current ? loaded.etag : undefined,
    loading: loading || loaded.key !== key,
    slow,
    reload,
  };
}
