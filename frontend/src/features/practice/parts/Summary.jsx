import { useEffect } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { counted } from "../../../lib/format.js";
import { focusHeading } from "../../../lib/page.js";
import { hasPage } from "../../../lib/sitemap.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading } from "../../../ui/Page.jsx";
import { EmptyState } from "../../../ui/States.jsx";
import { GRADE_WORDS, returns, span, took, weakest } from "../rules.js";
import { Strip } from "./TopStrip.jsx";

/**
 * The end of a session: the strip, what returns when, one weak spot.
 *
 * @param {{ practice: import("../usePractice.js").Practice, chosen: boolean, onAgain: () => void }} props
 */
export function Summary({ practice, chosen, onAgain }) {
  const { items } = practice.deck;
  const { questions } = practice.around;
  const done = items.filter(({ grade }) => grade);
  // What had the focus went with the card.
  useEffect(focusHeading, []);
  if (done.length === 0) return <Ungraded onAgain={onAgain} />;
  const seconds = done.reduce((sum, item) => sum + item.seconds, 0);
  const weak = practice.summary?.weakest ?? weakest(done.map((item) => ({ grade: item.grade, qualities: questions.get(item.slug)?.qualities ?? [] })));
  return (
    <div class="summary">
      <Heading look="ask">{done.length === items.length ? `That was all: ${counted(items.length, "card")}.` : `You answered ${done.length} of ${counted(items.length, "card")}.`}</Heading>
      <p class="summary__strip">
        <Strip items={items} at={items.length} large />
        <span class="caption">{took(seconds)} of answering</span>
      </p>
      <Returns done={done} questions={questions} />
      {weak && (
        <p class="summary__weak">
          <b>One weak spot</b>
          You graded questions on {weak.name} lowest.{" "}
          <a class="link" href={`/practice?quality=${weak.slug}`}>
            Practise {weak.name}
          </a>
        </p>
      )}
      <Onward again={chosen ? { href: "/practice" } : { onClick: onAgain }} />
    </div>
  );
}

/** @param {{ done: import("../deck.js").Item[], questions: import("../deck.js").Around["questions"] }} props */
function Returns({ done, questions }) {
  const now = Date.now();
  // Only the last grade of a question says when it returns.
  const last = [...new Map(done.map((item) => [item.slug, item])).values()];
  const sorted = last.sort((one, other) => (one.due_at ?? "9").localeCompare(other.due_at ?? "9"));
  return (
    <>
      <h2>What returns when</h2>
      <ul class="returns">
        {sorted.map((item) => {
          const away = item.due_at ? Date.parse(item.due_at) - now : undefined;
          return (
            <li key={item.slug}>
              <a class="voice" href={`/questions/${item.slug}`}>
                {questions.get(item.slug)?.prompt}
              </a>
              <span class={`returns__grade returns__grade--${item.grade}`}>{item.grade && GRADE_WORDS[item.grade]}</span>
              <span class="returns__when">{away === undefined ? "once you are online" : away < 60_000 ? "now" : `in ${span(away)}, ${returns(away, now).replace("this session", "today")}`}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Ended before the first grade. @param {{ onAgain: () => void }} props */
function Ungraded({ onAgain }) {
  return (
    <div class="practice__wait">
      <Heading look="hidden">Practice</Heading>
      <EmptyState
        sentence="Nothing was graded."
        actions={
          <>
            <Button look="primary" onClick={onAgain}>
              Go back to it
            </Button>
            <Button href="/questions">Choose a question</Button>
          </>
        }
      >
        What you wrote is kept and waits for you at its question.
      </EmptyState>
    </div>
  );
}

/** @param {{ again: { href: string } | { onClick: () => void } }} props on with the chosen cards would be the same once more */
function Onward({ again }) {
  const { person } = useSession();
  if (!person) {
    return (
      <div class="summary__keep">
        <p>
          <b>Kept in this browser only.</b> An account takes all of it along: your answers, your grades, and when each question returns.
        </p>
        <p class="summary__actions">
          <Button look="primary" href="/sign-up?next=/practice">
            Make an account
          </Button>
          <Button look="quiet" href="/sign-in?next=/practice">
            Sign in
          </Button>
          <Button {...again}>Practise more</Button>
        </p>
      </div>
    );
  }
  return (
    <p class="summary__actions">
      <Button look="primary" {...again}>
        Practise more
      </Button>
      {hasPage("/today") && <Button href="/today">See today</Button>}
    </p>
  );
}
