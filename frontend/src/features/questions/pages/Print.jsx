import { useLocation } from "preact-iso";
import { useResource } from "../../../api/useResource.js";
import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { listPaper } from "../api.js";
import { Paper } from "../parts/Paper.jsx";
import { bankAddress, printAddress, readBank } from "../rules.js";
import "../paper.css";

/** Questions as they go on paper: those of a list, or some by their numbers. The address holds which. */
export default function Print() {
  const { url, route } = useLocation();
  const search = url.split("?")[1] ?? "";
  const state = readBank(search);
  const answers = new URLSearchParams(search).has("answers");
  const { data: questions, problem, slow, reload } = useResource(printAddress(state, answers), (signal) => listPaper(state, answers, signal), { behindView: true });
  return (
    <Page title="Print questions" back={{ href: bankAddress(state), label: "Back to the list" }} class="page paper">
      <div class="no-print">
        <Breadcrumbs trail={[{ href: bankAddress(state), label: "Questions" }, { label: "On paper" }]} />
      </div>
      <header class="page__head paper__head">
        <Heading>{questions ? counted(questions.length, "interview question") : "Interview questions"}</Heading>
        <p class="paper__tools no-print">
          <label class="paper__answers">
            <input type="checkbox" checked={answers} onChange={() => route(printAddress(state, !answers), true)} /> With the example answers
          </label>
          <Button small look="primary" icon="print" onClick={() => print()} disabled={!questions?.length}>
            Print
          </Button>
        </p>
      </header>
      {problem ? <ErrorState what="The questions did not load." problem={problem} onRetry={reload} /> : <Sheets questions={questions} slow={slow} />}
    </Page>
  );
}

/** @param {{ questions: import("../api.js").Question[] | undefined, slow: boolean }} props */
function Sheets({ questions, slow }) {
  if (!questions) return slow ? <SkeletonText label="Loading the questions" /> : null;
  if (questions.length > 0) return questions.map((question) => <Paper key={question.id} question={question} />);
  return (
    <EmptyState
      sentence="There is no question to print here."
      actions={
        <Button small href="/questions">
          Choose questions
        </Button>
      }
    >
      The filters in this address leave none.
    </EmptyState>
  );
}
