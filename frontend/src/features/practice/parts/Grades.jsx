import { moment } from "../../../lib/format.js";
import { GRADES, GRADE_WORDS, returns, span, timeAxis } from "../rules.js";

/** @typedef {import("../records.js").Grade} Grade */
/** @typedef {import("../deck.js").Around["interview"]} Interview */

/**
 * The four grades, with when the question would return for each. One may be suggested; none is taken.
 *
 * @param {{ away: Record<Grade, number> | null, suggested: Grade | null, interview: Interview, onGrade: (grade: Grade) => void }} props
 */
export function Grades({ away, suggested, interview, onGrade }) {
  const now = Date.now();
  return (
    <section class="grades" aria-label="Grade your answer">
      {away && <TimeAxis away={away} interview={interview} now={now} />}
      <div class="grades__row">
        {GRADES.map((grade, index) => (
          <button key={grade} type="button" class={`grade grade--${grade}${grade === suggested ? " grade--suggested" : ""}`} onClick={() => onGrade(grade)}>
            <kbd class="wide-only" aria-hidden="true">
              {index + 1}
            </kbd>
            <b>
              {GRADE_WORDS[grade]}
              {away && <span class="sr-only"> returns in</span>}
            </b>
            <span class="grade__away">{away ? span(away[grade]) : ""}</span>
            <span class="grade__when">{grade === suggested ? "suggested" : ""}</span>
            <span class="grade__date wide-only">{away ? returns(away[grade], now) : ""}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** @param {{ away: Record<Grade, number>, interview: Interview, now: number }} props */
function TimeAxis({ away, interview, now }) {
  const until = interview ? Date.parse(interview.starts_at) - now : undefined;
  const axis = timeAxis(away, until);
  const name = interview ? `${interview.organization || interview.name}, ${moment(interview.starts_at)}` : "";
  const words = `When this question returns, on a logarithmic axis of time: ${GRADES.map((grade) => `${GRADE_WORDS[grade]} in ${span(away[grade])}`).join(", ")}.${axis.interview === undefined ? "" : ` Your interview: ${name}.`}`;
  const share = (/** @type {number} */ x) => `${(x * 100).toFixed(2)}%`;
  return (
    <svg class="axis wide-only" width="100%" height="56" role="img" aria-label={words}>
      <line class="axis__base" x1="0" x2="100%" y1="40" y2="40" />
      {axis.ticks.map(({ x, label }) => (
        <g key={label}>
          <line class="axis__base" x1={share(x)} x2={share(x)} y1="35" y2="40" />
          <text class="axis__tick" x={share(x)} y="28">
            {label}
          </text>
        </g>
      ))}
      {axis.interview !== undefined && (
        <g>
          <line class="axis__interview" x1={share(axis.interview)} x2={share(axis.interview)} y1="2" y2="40" />
          <text class={`axis__name${axis.interview > 0.7 ? " axis__name--end" : ""}`} x={share(axis.interview)} y="10" dx={axis.interview > 0.7 ? -7 : 7}>
            {name}
          </text>
        </g>
      )}
      {axis.marks.map(({ grade, x, step }) => (
        <svg key={grade} class="axis__mark" x={share(x)} y="40">
          <circle class={`axis__${grade}`} cx={step * 23} r="10" />
          <text x={step * 23} y="4">
            {GRADES.indexOf(grade) + 1}
          </text>
        </svg>
      ))}
    </svg>
  );
}
