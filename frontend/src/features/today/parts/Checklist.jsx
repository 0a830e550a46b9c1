import { useMarks } from "../../../api/steps.js";

/** The ways to prepare as a list to tick, with how far one is. @param {{ steps: import("../shapes.d.ts").StepMark[] }} props */
export function Checklist({ steps }) {
  const marks = useMarks(steps);
  const failed = steps.filter(({ step }) => marks.failed[step.slug]);
  if (steps.length === 0) return null;
  return (
    <section class="block checklist" aria-labelledby="steps">
      <div class="block__head">
        <h2 id="steps">Ways to prepare</h2>
        <span class="caption" role="status">
          {marks.count} of {steps.length} done
        </span>
        <Progress done={marks.count} of={steps.length} />
      </div>
      {failed.map(({ step }) => (
        <p key={step.slug} class="block__failed" role="alert">
          “{step.name}” was not kept. {marks.failed[step.slug]}
        </p>
      ))}
      <ol class="checklist__steps">
        {steps.map(({ step }) => (
          <li key={step.slug} class={marks.done(step.slug) ? "checklist__done" : undefined}>
            <label>
              <input type="checkbox" checked={marks.done(step.slug)} onChange={(event) => void marks.tick(step.slug, event.currentTarget.checked)} />
              <span class="sr-only">Done: {step.name}</span>
            </label>
            <a href={`/steps#${step.slug}`}>{step.name}</a>
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
