import { useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { prefs } from "../../../lib/prefs.js";
import { useStore } from "../../../lib/store.js";
import { Button } from "../../../ui/Button.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { SCORES } from "../rules.js";
import { Answer } from "./Answer.jsx";

/** @typedef {import("../../../api/models.d.ts").Score} Score */

/**
 * Example answers at four scores: one at a time, or two side by side.
 *
 * @param {{ question: import("../../../api/models.d.ts").Question }} props
 */
export function Answers({ question }) {
  const { shutAnswers } = useStore(prefs);
  const [opened, setOpened] = useState(false);
  return (
    <section id="answers" class="question__section" aria-labelledby="answers-title">
      {shutAnswers && !opened ? (
        <>
          <h2 id="answers-title">Example answers</h2>
          <div class="answers__shut">
            <p class="voice">Say yours first, aloud or on paper.</p>
            <p class="caption">You chose to keep the answers shut until you have tried.</p>
            <Button small onClick={() => setOpened(true)}>
              I have tried: show them
            </Button>
          </div>
        </>
      ) : (
        <OpenAnswers question={question} />
      )}
    </section>
  );
}

/** @param {{ question: import("../../../api/models.d.ts").Question }} props */
function OpenAnswers({ question }) {
  const scores = /** @type {Score[]} */ (question.answers.map(({ score }) => score).sort());
  const [score, setScore] = useState(/** @type {Score} */ (scores.includes(3) ? 3 : scores[0]));
  const [beside, setBeside] = useState(/** @type {Score | undefined} */ (undefined));
  const choose = (/** @type {Score} */ chosen) => {
    if (!scores.includes(chosen)) return;
    if (chosen === beside) setBeside(score);
    setScore(chosen);
  };
  const compare = () => setBeside(beside ? undefined : (scores.find((one) => one === score + 1) ?? scores.find((one) => one === score - 1)));
  useAnswerKeys(choose, compare);
  const first = <Scores legend="Score of the answer" scores={scores} value={score} onChange={choose} short={beside !== undefined} />;
  return (
    <>
      <div class="answers__head">
        <h2 id="answers-title">Example answers</h2>
        <Button small look="quiet" onClick={compare}>
          {beside ? "One at a time" : "Compare two"}
        </Button>
        {!beside && first}
      </div>
      {beside ? (
        <div class="answers answers--two">
          <Column question={question} score={score} choice={first} />
          <Column question={question} score={beside} choice={<Scores legend="Score of the answer beside it" scores={scores.filter((one) => one !== score)} value={beside} onChange={setBeside} short />} />
        </div>
      ) : (
        <Column question={question} score={score} />
      )}
    </>
  );
}

/** @param {{ question: import("../../../api/models.d.ts").Question, score: Score, choice?: import("preact").ComponentChildren }} props */
function Column({ question, score, choice }) {
  const answer = question.answers.find((one) => one.score === score);
  return (
    <div class="answers__column">
      {choice}
      <div aria-live="polite">{answer && <Answer key={answer.id} answer={answer} question={question} />}</div>
    </div>
  );
}

/**
 * @param {(score: Score) => void} choose
 * @param {() => void} compare
 */
function useAnswerKeys(choose, compare) {
  const digits = /** @type {Score[]} */ ([1, 2, 3, 4]);
  useKeys([
    ...digits.map((digit) => ({ keys: [String(digit)], label: `answer with score ${digit}`, group: "Question", status: { at: 2, label: "score of the answer" }, run: () => choose(digit) })),
    { keys: ["C"], label: "compare two answers", group: "Question", status: { at: 3, label: "compare" }, run: compare },
  ]);
}

/**
 * @param {{ legend: string, scores: readonly Score[], value: Score, onChange: (score: Score) => void, short?: boolean }} props
 *   short: only the chosen score says its word, where the column is narrow
 */
function Scores({ legend, scores, value, onChange, short }) {
  const options = scores.map((score) => ({
    value: score,
    spoken: `${score}, ${SCORES[score]}`,
    label: (
      <>
        <b>{score}</b> {(!short || score === value) && <span class={score === value ? undefined : "wide-only"}>{SCORES[score]}</span>}
      </>
    ),
  }));
  return <Segmented legend={legend} options={options} value={value} onChange={onChange} />;
}
