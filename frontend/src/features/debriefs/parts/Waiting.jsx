import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { EmptyState } from "../../../ui/States.jsx";
import { waitingWords } from "../rules.js";

/** @typedef {import("../rules.js").Debrief} Debrief */

/** In place of scores that are not open to this person: who is waited for, and nothing of what they think. @param {{ debrief: Debrief }} props */
export function Waiting({ debrief }) {
  const { cards, interviews, people, waiting_for: waiting } = debrief;
  const mine = waiting.some(({ id }) => people.some((one) => one.id === id && one.is_me));
  return (
    <EmptyState
      sentence={waitingWords(debrief)}
      actions={
        mine &&
        interviews.slice(0, 2).map(({ id, name }) => (
          <Button key={id} look="primary" href={`/interviews/${id}`}>
            Open {name}
          </Button>
        ))
      }
    >
      {cards.submitted} of {counted(cards.expected, "scorecard")} submitted. Until then you see no score, no word and no sum of anybody else's.
    </EmptyState>
  );
}

/** What is shown is not all yet. @param {{ debrief: Debrief }} props */
export function NotAll({ debrief }) {
  const { cards, waiting_for: waiting } = debrief;
  if (waiting.length === 0) return null;
  return (
    <p class="debrief__not-all" role="status">
      {cards.submitted} of {counted(cards.expected, "scorecard")} shown. Still waiting for {waiting.map(({ name }) => name).join(", ")}; the decision comes after that.
    </p>
  );
}
