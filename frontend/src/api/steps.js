/** Which of the ways to prepare somebody has done: ticked on Today and on the page of the ways themselves. */
import { useEffect, useState } from "preact/hooks";
import { asProblem } from "../lib/problem.js";
import { api, take } from "./client.js";

/** @typedef {import("./models.d.ts").Schema["MarkedStep"]} StepMark */

/** @param {AbortSignal} signal */
export const listMarks = (signal) => take(api.GET("/api/v1/today/steps/", { signal }));

/** @param {string} slug @param {boolean} done */
const markStep = (slug, done) => take(api.PATCH("/api/v1/today/steps/{slug}/", { params: { path: { slug } }, body: { done } }));

/**
 * What is done, and how to change it: at once on screen, taken back where the server did not keep it.
 *
 * @param {readonly StepMark[] | undefined} loaded
 */
export function useMarks(loaded) {
  const [slugs, setSlugs] = useState(/** @type {readonly string[]} */ ([]));
  const [failed, setFailed] = useState(/** @type {Record<string, string>} */ ({}));
  useEffect(() => setSlugs((loaded ?? []).filter(({ done_at: at }) => at).map(({ step }) => step.slug)), [loaded]);
  const show = (/** @type {string} */ slug, /** @type {boolean} */ done) => setSlugs((before) => [...before.filter((one) => one !== slug), ...(done ? [slug] : [])]);
  const tick = async (/** @type {string} */ slug, /** @type {boolean} */ done) => {
    show(slug, done);
    const message = await markStep(slug, done).then(
      () => "",
      (thrown) => asProblem(thrown).message,
    );
    if (message) show(slug, !done);
    setFailed((before) => ({ ...before, [slug]: message }));
  };
  return { count: slugs.length, done: (/** @type {string} */ slug) => slugs.includes(slug), tick, failed };
}
