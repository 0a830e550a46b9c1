import { SCORES, weightOf } from "../rules.js";

/** @typedef {import("../api.js").Criterion} Criterion */

/**
 * Eight qualities by four scores; the score to aim for is marked in each row.
 *
 * @param {{ criteria: readonly Criterion[], signs: boolean, caption: string }} props
 */
export function Matrix({ criteria, signs, caption }) {
  return (
    <div class="rubric__matrix" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Quality and weight</th>
            {SCORES.map(({ score, name }) => (
              <th key={score} scope="col">
                <b>{score}</b> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion, index) => (
            <tr key={criterion.id}>
              <th scope="row">
                <span class="rubric__number">{index + 1}</span>
                <div>
                  {criterion.quality.name}
                  <Weight criterion={criterion} criteria={criteria} />
                </div>
              </th>
              {criterion.anchors.map((anchor) => (
                <td key={anchor.score} class={anchor.score === criterion.target ? "rubric__target" : undefined}>
                  {anchor.text}
                  {anchor.score === criterion.target && <span class="sr-only"> (the score to aim for)</span>}
                  {signs && <SignList signs={anchor.signs} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** @param {{ criterion: Criterion, criteria: readonly Criterion[] }} props */
export function Weight({ criterion, criteria }) {
  const { said, length } = weightOf(criterion, criteria);
  return (
    <>
      <span class="rubric__weight">
        <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width={length} height="5" />
        </svg>
        {said}
      </span>
      {criterion.weight_reason && <span class="rubric__reason">{criterion.weight_reason}</span>}
    </>
  );
}

/** What one may observe at a score. @param {{ signs: readonly string[] }} props */
export function SignList({ signs }) {
  if (signs.length === 0) return null;
  return (
    <ul class="rubric__signs">
      {signs.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
  );
}
