import { useEffect, useState } from "preact/hooks";
import { markStep } from "../../../api/steps.js";
import { asProblem } from "../../../lib/problem.js";

/** @typedef {import("../shapes.d.ts").StepMark} StepMark */

/**
 * The marks, and how to change one: at once on screen, taken back where the server did not keep it.
 *
 * @param {StepMark[]} steps
 */
function useMarks(steps) {
  const [marks, setMarks] = useState(steps);
  const [failed, setFailed] = useState("");
  useEffect(() => setMarks(steps), [steps]);
  const show = (/** @type {string} */ slug, /** @type {string | null} */ at) => setMarks((before) => before.map((mark) => (mark.step.slug === slug ? { ...mark, done_at: at } : mark)));
  const tick = async (/** @type {StepMark} */ { step, done_at: before }, /** @type {boolean} */ done) => {
    show(step.slug, done ? new Date().toISOString() : null);
    try {
      await markStep(step.slug, done);
      setFailed("");
    } catch (thrown) {
      show(step.slug, before);
      setFailed(`“${step.name}” was not kept. ${asProblem(thrown).message}`);
    }
  };
  return { marks, tick, failed };
}

/** The ways to prepare as a list to tick, with how far one is. @param {{ steps: StepMark[] }} props */
export function Checklist({ steps }) {
  const { marks, tick, failed } = useMarks(steps);
  const done = marks.filter((mark) => mark.done_at).length;
  if (marks.length === 0) return null;
  return (
    <section class="block checklist" aria-labelledby="steps">
      <div class="block__head">
        <h2 id="steps">Ways to prepare</h2>
        <span class="caption" role="status">
          {done} of {marks.length} done
        </span>
        <Progress done={done} of={marks.length} />
      </div>
      {failed && (
        <p class="block__failed" role="alert">
          {failed}
        </p>
      )}
      <ol class="checklist__steps">
        {marks.map((mark) => (
          <li key={mark.step.slug} class={mark.done_at ? "checklist__done" : undefined}>
            <label>
              <input type="checkbox" checked={Boolean(mark.done_at)} onChange={(event) => void tick(mark, event.currentTarget.checked)} />
              <span class="sr-only">Done: {mark.step.name}</span>
            </label>
            <a href={`/steps#${mark.step.slug}`}>{mark.step.name}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** @param {{ done: number, of: number }} props */
function Progress({ done, of }) {
  return (
    <svg class="progress-bar" width="150" height="6" aria-hidden="true" focusable="false">
      <rect class="progress-bar__whole" width="100%" height="6" rx="1" />
      <rect class="progress-bar__done" width={`${(done / of) * 100}%`} height="6" rx="1" />
    </svg>
  );
}
