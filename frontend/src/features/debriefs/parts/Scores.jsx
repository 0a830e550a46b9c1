import { linesOf, medianWords, places, range, share, spoken } from "../rules.js";
import { Mark } from "./Mark.jsx";

const ROW = 54;
const LINE = 21;

/**
 * The scores of one criterion on the axis from 1 to 4. Places are shares of the width, marks keep their size.
 *
 * @param {{ criterion: import("../rules.js").Criterion, panel: import("../panel.js").Panel }} props
 */
export function Scores({ criterion, panel }) {
  const { scores, disagreement, median } = criterion;
  const ends = range(scores);
  const height = ROW + (linesOf(scores) - 1) * LINE;
  const middle = ROW / 2;
  const isEnd = (/** @type {number} */ score) => disagreement && (score === ends?.low || score === ends?.high);
  return (
    <svg class="scores" width="100%" height={height} role="img" aria-label={spoken(criterion, panel.names)} focusable="false">
      <Guides height={height} />
      {ends && ends.high > ends.low && <line class={disagreement ? "scores__range scores__range--apart" : "scores__range"} x1={share(ends.low)} x2={share(ends.high)} y1={middle} y2={middle} />}
      {places(scores).map(({ person, score, dx, dy }) => (
        <svg key={`${person} ${dx} ${score}`} x={share(score)} y={middle}>
          <Mark letter={panel.letter(person)} me={panel.isMe(person)} apart={isEnd(score)} x={dx} y={dy} />
        </svg>
      ))}
      {median !== null && (
        <svg x={share(median)} y={height - 13}>
          <path class="scores__median" d="M0 0l4 6h-8z" />
        </svg>
      )}
    </svg>
  );
}

/** @param {{ height: number }} props */
function Guides({ height }) {
  return [1, 2, 3, 4].map((score) => <line key={score} class="scores__guide" x1={share(score)} x2={share(score)} y1="0" y2={height} />);
}

/** The head of the axis. @param {{ words: Record<number, string> }} props */
export function Axis({ words }) {
  return (
    <svg class="axis" width="100%" height="18" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4].map((score) => (
        <text key={score} x={share(score)} y="12">
          <tspan class="axis__score">{score}</tspan>
          <tspan class="axis__word"> {words[score]}</tspan>
        </text>
      ))}
    </svg>
  );
}

/** @param {{ criterion: import("../rules.js").Criterion }} props */
export function Median({ criterion }) {
  return (
    <>
      <span class="narrow-only">median </span>
      {medianWords(criterion.median)}
    </>
  );
}
