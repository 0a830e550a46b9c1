import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getQuestion } from "../api.js";
import { About } from "../parts/About.jsx";
import { Article } from "../parts/Article.jsx";
import { Neighbours, Steps } from "../parts/Neighbours.jsx";
import { noteOpened, readTrail } from "../trail.js";
import { useNeighbours } from "../useNeighbours.js";
import "../question.css";
import "../about.css";
import "../answers.css";
import "../neighbours.css";

/** One question, from both sides of the table. @param {{ slug: string }} props slug, number or id */
export default function QuestionPage({ slug }) {
  const resource = useResource(slug, (signal) => getQuestion(slug, signal), { behindView: true, keep: false });
  const { data: question, problem } = resource;
  const neighbours = useNeighbours(slug, question);
  useEffect(() => {
    if (question) noteOpened(question.slug);
  }, [question?.slug]);
  useNeighbourKeys(neighbours);
  const back = { href: readTrail()?.address ?? "/questions", label: "Back to the list" };
  return (
    <Page title={question ? `Question ${question.number}` : "Question"} back={back} class="question">
      <Neighbours neighbours={neighbours} question={question} />
      <div class="question__middle">
        {problem && <Failed problem={problem} slug={slug} onRetry={resource.reload} />}
        {resource.slow && !problem && <SkeletonText label="Loading the question" />}
        {question && (
          <>
            <Article key={question.id} question={question} />
            <Steps neighbours={neighbours} />
          </>
        )}
      </div>
      {question && <About question={question} />}
    </Page>
  );
}

/** @param {import("../useNeighbours.js").Neighbours} neighbours */
function useNeighbourKeys({ before, after }) {
  const { route } = useLocation();
  useKeys([
    { keys: ["["], label: "previous", group: "Question", status: { at: 1, label: "previous, next" }, run: () => before && route(`/questions/${before.slug}`) },
    { keys: ["]"], label: "next", group: "Question", status: { at: 1, label: "previous, next" }, run: () => after && route(`/questions/${after.slug}`) },
  ]);
}

/** @param {{ problem: import("../../../lib/problem.js").Problem, slug: string, onRetry: () => void }} props */
function Failed({ problem, slug, onRetry }) {
  if (!problem.missing) {
    return (
      <>
        <Heading look="hidden">Question</Heading>
        <ErrorState what="The question did not load." problem={problem} onRetry={onRetry} />
      </>
    );
  }
  return (
    <>
      <Heading look="hidden">No such question</Heading>
      <EmptyState
        sentence={`There is no question “${slug}”.`}
        actions={
          <Button small href="/questions">
            See all questions
          </Button>
        }
      >
        It may have been withdrawn, or the address was cut short.
      </EmptyState>
    </>
  );
}
