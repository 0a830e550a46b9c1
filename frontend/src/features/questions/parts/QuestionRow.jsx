import { shortName } from "../../../lib/format.js";
import { excerpt } from "../../../lib/marks.js";
import { EightBar } from "../../../ui/EightBar.jsx";
import { Marked } from "../../../ui/Marked.jsx";
import { matchPlace, numbered, WORDS } from "../rules.js";

/**
 * One question in a list: a link, and beside it what selects it.
 *
 * @param {{ question: import("../../../api/models.d.ts").QuestionRow, current: boolean, picked: boolean, onFocus: () => void, onPick: () => void }} props
 */
export function QuestionRow({ question, current, picked, onFocus, onPick }) {
  const { match } = question;
  const inPrompt = match?.field === "prompt";
  return (
    <li class={`question-row${current ? " question-row--current" : ""}`}>
      <a href={`/questions/${question.slug}`} aria-current={current || undefined} onFocus={onFocus}>
        <span class="question-row__number">
          <span class="sr-only">Question </span>
          {numbered(question.number)}
        </span>
        <span class="question-row__text">
          <span class="question-row__prompt voice">{inPrompt ? <Marked text={match.text} spans={match.spans} /> : question.prompt}</span>
          <span class="question-row__meta">
            <span>{shortName(question.category.name)}</span>
            <span>{WORDS[question.level] ?? question.level}</span>
            <span>{WORDS[question.format] ?? question.format}</span>
            <span>{question.minutes} min</span>
          </span>
          {match && !inPrompt && <FoundIn match={match} />}
        </span>
        <span class="question-row__evidence">
          <EightBar signals={question.qualities} />
        </span>
      </a>
      <label class="question-row__pick">
        <input type="checkbox" checked={picked} aria-label={`Select question ${question.number}`} onChange={onPick} />
      </label>
    </li>
  );
}

/** A match outside the prompt, with where it was found. @param {{ match: import("../../../api/models.d.ts").Match }} props */
function FoundIn({ match }) {
  const { text, spans } = excerpt(match.text, match.spans);
  return (
    <span class="question-row__found">
      {matchPlace(match.field)}: “<Marked text={text} spans={spans} />”
    </span>
  );
}
