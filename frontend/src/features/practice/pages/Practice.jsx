import { useLocation } from "preact-iso";
import { useMemo } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { readList } from "../../../lib/query.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { CardView } from "../parts/CardView.jsx";
import { Summary } from "../parts/Summary.jsx";
import { usePractice } from "../usePractice.js";
import "../practice.css";
import "../clock.css";
import "../card.css";
import "../turned.css";
import "../judging.css";
import "../grades.css";

/** As many as a session holds. */
const MOST_CHOSEN = 20;

/** A practice session, or one question at once: one honest attempt, one honest grade. @param {{ slug?: string }} props */
export default function Practice({ slug }) {
  const { url } = useLocation();
  const { known, person } = useSession();
  const choice = useMemo(() => choiceOf(slug, url.split("?")[1] ?? ""), [slug, url]);
  const session = usePractice(known ? (person?.id ?? "") : undefined, choice);
  const { status, problem } = session.practice;
  return (
    <Page title="Practice" class="practice" focused={status === "going"}>
      {status === "going" && <CardView session={session} about={aboutOf(choice, person !== null)} />}
      {status === "over" && <Summary practice={session.practice} chosen={choice.question !== undefined} onAgain={session.again} />}
      {status === "empty" && <Nothing asked={choice.question} onAgain={session.again} />}
      {(status === "opening" || status === "failed") && (
        <div class="practice__wait">
          <Heading look="hidden">Practice</Heading>
          {problem ? <ErrorState what="The session did not begin." problem={problem} onRetry={session.again} /> : <SkeletonText label="Choosing the cards" />}
        </div>
      )}
    </Page>
  );
}

/** @param {string | undefined} slug @param {string} search @returns {import("../api.js").Choice} */
function choiceOf(slug, search) {
  if (slug) return { question: [slug] };
  const params = new URLSearchParams(search);
  // An address may name anything; a session has an end.
  const question = readList(search, "question").slice(0, MOST_CHOSEN);
  // Named questions are the choice; the server takes nothing else beside them.
  if (question.length > 0) return { question };
  return {
    ...(params.get("category") && { category: params.get("category") ?? "" }),
    ...(params.get("quality") && { quality: params.get("quality") ?? "" }),
  };
}

/** @param {import("../api.js").Choice} choice @param {boolean} signedIn */
function aboutOf(choice, signedIn) {
  if (choice.question) return choice.question.length === 1 ? "one question" : "questions you chose";
  if (choice.quality || choice.category) return "what you chose";
  return signedIn ? "what is due, weak or new" : "as a guest, kept in this browser";
}

/** @param {{ asked: string[] | undefined, onAgain: () => void }} props */
function Nothing({ asked, onAgain }) {
  return (
    <div class="practice__wait">
      <Heading look="hidden">Practice</Heading>
      <EmptyState
        sentence={!asked ? "Nothing is due." : asked.length === 1 ? `There is no question “${asked[0]}” to practise.` : "None of these questions can be practised."}
        actions={
          <>
            <Button look="primary" href="/questions">
              Choose a question
            </Button>
            {!asked && <Button onClick={onAgain}>Look again</Button>}
          </>
        }
      >
        {asked ? "It may have been withdrawn, or the address was cut short." : "What you know rests until it is about to fade. Any question of the bank can be practised at once."}
      </EmptyState>
    </div>
  );
}
