import { useState } from "preact/hooks";
import { Button } from "../../../ui/Button.jsx";
import "../../../ui/field.css";
import { SCORES } from "../rules.js";
import { SignList, Weight } from "./Matrix.jsx";

/**
 * The matrix where there is no room for one: a quality at a time, its four anchors under one another.
 *
 * @param {{ criteria: readonly import("../api.js").Criterion[], signs: boolean }} props
 */
export function OneQuality({ criteria, signs }) {
  const [chosen, setAt] = useState(0);
  const at = Math.min(chosen, criteria.length - 1);
  const criterion = criteria[at];
  if (!criterion) return null;
  return (
    <section class="rubric__one no-print" aria-label="One quality at a time">
      <label class="rubric__choose">
        <span class="caption">
          Quality {at + 1} of {criteria.length}
        </span>
        <select class="field__control" value={String(at)} onChange={(event) => setAt(Number(event.currentTarget.value))}>
          {criteria.map(({ id, quality }, index) => (
            <option key={id} value={String(index)}>
              {index + 1}. {quality.name}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">
        <h2>{criterion.quality.name}</h2>
        <Weight criterion={criterion} criteria={criteria} />
        <Anchors criterion={criterion} signs={signs} />
      </div>
      <p class="rubric__steps">
        <Button icon="back" disabled={at === 0} onClick={() => setAt(at - 1)}>
          Previous
        </Button>
        <Button disabled={at === criteria.length - 1} onClick={() => setAt(at + 1)}>
          Next quality
        </Button>
      </p>
    </section>
  );
}

/** @param {{ criterion: import("../api.js").Criterion, signs: boolean }} props */
function Anchors({ criterion, signs }) {
  return (
    <ol class="rubric__anchors">
      {criterion.anchors.map((anchor) => (
        <li key={anchor.score} class={anchor.score === criterion.target ? "rubric__target" : undefined}>
          <p class="rubric__score">
            <b>{anchor.score}</b> {SCORES.find(({ score }) => score === anchor.score)?.name}
            {anchor.score === criterion.target && <span class="rubric__aim">the score to aim for</span>}
          </p>
          <p>{anchor.text}</p>
          {signs && <SignList signs={anchor.signs} />}
        </li>
      ))}
    </ol>
  );
}
