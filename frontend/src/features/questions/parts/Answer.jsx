import { Badge } from "../../../ui/Badge.jsx";
import { CodeFigure } from "../../../ui/Code.jsx";
import { Html } from "../../../ui/Html.jsx";
import { checkedWords, SCORES } from "../rules.js";

/** @typedef {import("../../../api/models.d.ts").Question} Question */

/**
 * One example answer: what was said, its code, and why it has its score.
 *
 * @param {{ answer: import("../../../api/models.d.ts").Answer, question: Question }} props
 */
export function Answer({ answer, question }) {
  const score = /** @type {keyof typeof SCORES} */ (answer.score);
  return (
    <div class="answer">
      <h3 class="sr-only">
        Score {score}, {SCORES[score]}
      </h3>
      <Html html={answer.body_html} class="answer__said prose" />
      {answer.samples.map((sample, index) => (
        <CodeFigure key={index} code={sample.code} html={sample.code_html} label={`Code ${index + 1} of the answer with score ${score}`}>
          {sample.run ? <Checked question={question} /> : <span class="caption">An illustration, not run</span>}
        </CodeFigure>
      ))}
      {answer.why_this_score_html && (
        <div class="answer__why">
          <h3>Why this is a {score}</h3>
          <Html html={answer.why_this_score_html} />
        </div>
      )}
    </div>
  );
}

/** On which version of Django the question's code ran, and when. @param {{ question: Question }} props */
function Checked({ question }) {
  const words = checkedWords(question.checked_on);
  if (!words) return <span class="caption">Not run yet on any version</span>;
  return (
    <>
      <Badge tone="good">{words.badge}</Badge>
      <span class="caption">{words.detail}</span>
    </>
  );
}
