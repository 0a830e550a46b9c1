import { said } from "../matching/marks.js";

/** More at once is a list to read, not a thing to remember. */
const MOST = 3;

/**
 * The points that neither the wording nor the person says were covered, the crucial ones first.
 *
 * @param {{ question: import("../api.js").Question, attempt: import("../records.js").Attempt }} props
 */
export function LeftOut({ question, attempt }) {
  const covered = said(attempt, attempt.overrules);
  const missing = question.key_points.filter(({ id }) => covered[id] === false).sort((one, other) => Number(other.crucial) - Number(one.crucial));
  if (missing.length === 0) return null;
  return (
    <section class="left-out" aria-labelledby="left-out">
      <h2 id="left-out">What yours left out</h2>
      <ul>
        {missing.slice(0, MOST).map(({ id, text, crucial }) => (
          <li key={id}>
            {text}
            {crucial && <span class="ticks__crucial"> crucial</span>}
          </li>
        ))}
      </ul>
      {missing.length > MOST && <p class="caption">And {missing.length - MOST} more on the list of points.</p>}
    </section>
  );
}
