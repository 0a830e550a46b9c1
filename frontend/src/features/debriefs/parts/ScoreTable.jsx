import { Fragment } from "preact";
import { apartWords, missingWords, percentages, SCORE_WORDS } from "../rules.js";
import { AllEvidence } from "./AllEvidence.jsx";
import { Recommendations } from "./Recommendations.jsx";
import { Axis, Median, Scores } from "./Scores.jsx";

/** @typedef {import("../rules.js").Criterion} Criterion */
/** @typedef {import("../panel.js").Panel} Panel */

/**
 * Every score of every criterion on one axis; a criterion opens to all that was noted for it.
 *
 * @param {{ criteria: readonly Criterion[], recommendations: import("../rules.js").Debrief["recommendations"], panel: Panel, current: number, open: string | undefined, onOpen: (slug: string) => void, onFocus: (index: number) => void }} props
 */
export function ScoreTable({ criteria, recommendations, panel, current, open, onOpen, onFocus }) {
  const weights = percentages(criteria);
  return (
    <table class="score-table">
      <caption class="sr-only">Scores of each interviewer by quality, from 1 to 4</caption>
      <thead>
        <tr>
          <th scope="col">Quality</th>
          <th scope="col" class="score-table__weight">
            Weight, %
          </th>
          <th scope="col" class="score-table__plot">
            <span class="sr-only">Scores</span>
            <Axis words={SCORE_WORDS} />
          </th>
          <th scope="col" class="score-table__median">
            <MedianSign /> Median
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion, index) => (
          <Fragment key={criterion.criterion.slug}>
            <Row criterion={criterion} weight={weights.get(criterion.criterion.slug) ?? 0} panel={panel} current={index === current} open={open === criterion.criterion.slug} onOpen={onOpen} onFocus={() => onFocus(index)} />
            {open === criterion.criterion.slug && <AllEvidence criterion={criterion} panel={panel} />}
          </Fragment>
        ))}
      </tbody>
      {recommendations && <Recommendations recommendations={recommendations} panel={panel} />}
    </table>
  );
}

/** @param {{ criterion: Criterion, weight: number, panel: Panel, current: boolean, open: boolean, onOpen: (slug: string) => void, onFocus: () => void }} props */
function Row({ criterion, weight, panel, current, open, onOpen, onFocus }) {
  const { slug, name } = criterion.criterion;
  const apart = apartWords(criterion);
  const missing = missingWords(criterion, panel.names);
  const look = [criterion.disagreement && "score-table__apart", current && "score-table__current"].filter(Boolean).join(" ");
  return (
    <tr class={look || undefined}>
      <th scope="row">
        <button type="button" class="score-table__name" aria-label={`${name}, all evidence`} aria-expanded={open} onClick={() => onOpen(slug)} onFocus={onFocus}>
          {name}
        </button>
        {apart && <span class="score-table__note score-table__note--apart">{apart}</span>}
        {missing && <span class="score-table__note">{missing}</span>}
      </th>
      <td class="score-table__weight">
        <svg width="34" height="4" aria-hidden="true" focusable="false">
          <rect width={Math.min(34, weight * 1.6)} height="4" />
        </svg>
        {weight}
      </td>
      <td class="score-table__plot">
        <Scores criterion={criterion} panel={panel} />
      </td>
      <td class="score-table__median">
        <Median criterion={criterion} />
      </td>
    </tr>
  );
}

function MedianSign() {
  return (
    <svg width="9" height="8" aria-hidden="true" focusable="false">
      <path class="scores__median" d="M4.5 1l4 6h-8z" />
    </svg>
  );
}
