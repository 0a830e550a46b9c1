import { listMarks, useMarks } from "../../../api/steps.js";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Html } from "../../../ui/Html.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { QuestionLinks, Reading, SourceList } from "../../../ui/Reading.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listSteps } from "../api.js";
import { Done } from "../parts/Done.jsx";
import { duration, total } from "../rules.js";
import "../steps.css";

/** The ways to prepare, in the order in which to begin; each says how one knows that it is done. */
export default function Steps() {
  const { data, problem, slow, reload } = useResource("steps", listSteps, { behindView: true });
  const steps = data?.results ?? [];
  return (
    <Page title="Prepare">
      <header class="page__head">
        <Heading>Ways to prepare</Heading>
        <p class="page__lead">
          {steps.length > 0 ? `${counted(steps.length, "way")}, about ${total(steps)} hours for a first pass. ` : ""}Each begins with a reason and ends with something that you can check.
        </p>
        <p class="state__actions no-print">
          <Button small href="/roles">
            What the job is
          </Button>
          <Button small href="/faq">
            What people ask about interviews
          </Button>
        </p>
      </header>
      {problem && <ErrorState what="The ways to prepare did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonText label="Loading the ways to prepare" />}
      {data && <Ways steps={steps} />}
    </Page>
  );
}

/** @param {{ steps: ReadonlyArray<import("../api.js").Step> }} props */
function Ways({ steps }) {
  const { person } = useSession();
  const { data } = useResource(person ? `marks-${person.id}` : null, listMarks);
  const marks = useMarks(data);
  if (steps.length === 0) return <EmptyState sentence="No way to prepare is written down here yet.">They come with a content pack.</EmptyState>;
  return (
    <Reading title="Ways to prepare" items={steps.map(({ slug, title, minutes }) => ({ id: slug, label: title, note: marks.done(slug) ? "done" : duration(minutes) }))}>
      {steps.map((step) => (
        <Step key={step.id} step={step}>
          {data && person && <Done title={step.title} done={marks.done(step.slug)} failed={marks.failed[step.slug]} onTick={(done) => void marks.tick(step.slug, done)} />}
        </Step>
      ))}
    </Reading>
  );
}

/** @param {{ step: import("../api.js").Step, children: import("preact").ComponentChildren }} props children: at its end, whether it is done */
function Step({ step, children }) {
  const reading = /** @type {import("../api.js").Source[]} */ (step.reading);
  const questions = /** @type {import("../api.js").Line[]} */ (/** @type {unknown} */ (step.questions));
  return (
    <section id={step.slug}>
      <h2>
        {step.position}. {step.title}
      </h2>
      <p class="page__lead">{step.why}</p>
      <p class="caption">Plan {duration(step.minutes)} for the first pass.</p>
      <h3>What to do</h3>
      <Html html={step.what_to_do_html} />
      {reading.length > 0 && (
        <>
          <h3>Reading</h3>
          <SourceList sources={reading} />
        </>
      )}
      {questions.length > 0 && (
        <>
          <h3>Questions to work through</h3>
          <QuestionLinks questions={questions} />
        </>
      )}
      {children}
    </section>
  );
}
