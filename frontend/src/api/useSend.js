/** Writing from a screen: one at a time, with its failure kept for the form that caused it. */
import { useState } from "preact/hooks";
import { asProblem } from "../lib/problem.js";

/** @type {Record<string, string>} */
const NOTHING = {};

/**
 * @template A, T
 * @param {(input: A) => Promise<T>} send
 * @param {(result: T, input: A) => void} onDone
 */
export function useSend(send, onDone) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState(/** @type {import("../lib/problem.js").Problem | undefined} */ (undefined));
  const [errors, setErrors] = useState(NOTHING);
  const run = async (/** @type {A} */ input) => {
    if (working) return;
    setWorking(true);
    try {
      const result = await send(input);
      setProblem(undefined);
      setErrors(NOTHING);
      setWorking(false);
      onDone(result, input);
    } catch (thrown) {
      const failed = asProblem(thrown);
      setProblem(failed);
      setErrors(worded(failed));
      setWorking(false);
    }
  };
  return { run, working, problem, errors, setErrors };
}

/** @param {import("../lib/problem.js").Problem} problem */
function worded(problem) {
  const fields = problem.fieldErrors();
  // What names no field is said at the head of the form; a conflict has a place of its own.
  return Object.keys(fields).length > 0 || problem.status === 412 ? fields : { "": problem.message };
}
