import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { CodeFigure } from "../../../ui/Code.jsx";
import { Html } from "../../../ui/Html.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { SCORES } from "../rules.js";

/** @typedef {import("../api.js").Question} Question */

/**
 * The example answers, one at a time by score; and which of them one's own is closest to.
 *
 * @param {{ question: Question, closest: number | null, onClosest: (score: number | null) => void }} props
 */
export function Examples({ question, closest, onClosest }) {
  const scores = question.answers.map(({ score }) => score).sort();
  const [chosen, setScore] = useState(scores.includes(3) ? 3 : scores[0]);
  const heading = useLostFocus();
  const answer = question.answers.find(({ score }) => score === chosen);
  useKeys(
    scores.map((score) => ({ keys: ["Alt", String(score)], label: `example with score ${score}`, group: "Practice", run: () => setScore(score) })),
  );
  if (!answer) return <p class="caption">This question has no example answers yet.</p>;
  const isClosest = closest === chosen;
  return (
    <>
      <div class="examples__head">
        <h2 ref={heading} tabIndex={-1}>
          Example answers
        </h2>
        <ScoreChoice scores={scores} chosen={chosen} onChange={setScore} />
      </div>
      <div aria-live="polite">
        <Html html={answer.body_html} class="example__said prose" />
        {answer.samples.map((sample, index) => (
          <CodeFigure key={index} code={sample.code} html={sample.code_html} label={`Code ${index + 1} of the example with score ${chosen}`}>
            <span class="caption">{sample.run ? "Run by the tests" : "An illustration, not run"}</span>
          </CodeFigure>
        ))}
        <div class="example__why">
          <h3>Why this is a {chosen}</h3>
          <Html html={answer.why_this_score_html} />
        </div>
      </div>
      <p class="example__closest">
        <Button small icon={isClosest ? "check" : undefined} onClick={() => onClosest(isClosest ? null : chosen)}>
          {isClosest ? `Mine is closest to this ${chosen}` : "Mine is closest to this one"}
        </Button>
      </p>
    </>
  );
}

/** @param {{ scores: readonly number[], chosen: number, onChange: (score: number) => void }} props */
function ScoreChoice({ scores, chosen, onChange }) {
  const options = scores.map((score) => ({
    value: score,
    spoken: `${score}, ${SCORES[score]}`,
    label: (
      <>
        <b>{score}</b> <span class={score === chosen ? undefined : "examples__word"}>{SCORES[score]}</span>
      </>
    ),
  }));
  return <Segmented legend="Score of the example" value={chosen} onChange={onChange} options={options} />;
}

/** The button that turned the card is gone, and the focus with it; who turned it by key goes along, and hears where they are. */
function useLostFocus() {
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    const active = document.activeElement;
    if (active === document.body || active?.matches(".turned, h1")) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
