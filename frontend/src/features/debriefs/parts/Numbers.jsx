import { medianWords, percentages, RECOMMENDATIONS } from "../rules.js";

/** @typedef {import("../rules.js").Criterion} Criterion */

/** The scores of one person for one criterion, over all interviews. @param {Criterion} criterion @param {string} person */
function said(criterion, person) {
  const own = criterion.scores.filter((score) => score.person === person);
  return own.map(({ score }) => score ?? "not assessed").join(", ") || "none";
}

/**
 * The same as a plain table of numbers.
 *
 * @param {{ criteria: readonly Criterion[], recommendations: import("../rules.js").Debrief["recommendations"], panel: import("../panel.js").Panel }} props
 */
export function Numbers({ criteria, recommendations, panel }) {
  const weights = percentages(criteria);
  return (
    <div class="numbers" role="region" aria-label="Scores as a table" tabIndex={0}>
      <table class="plot__table">
        <thead>
          <tr>
            <th scope="col">Quality</th>
            <th scope="col">Weight, %</th>
            {panel.people.map(({ id }) => (
              <th key={id} scope="col">
                {panel.name(id)}
              </th>
            ))}
            <th scope="col">Median</th>
            <th scope="col">Spread</th>
            <th scope="col">Scores</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Row key={criterion.criterion.slug} criterion={criterion} weight={weights.get(criterion.criterion.slug) ?? 0} panel={panel} />
          ))}
          <tr>
            <th scope="row">Recommendation</th>
            <td />
            {panel.people.map(({ id }) => (
              <td key={id}>{recommendationOf(recommendations, id)}</td>
            ))}
            <td colSpan={3} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** @param {{ criterion: Criterion, weight: number, panel: import("../panel.js").Panel }} props */
function Row({ criterion, weight, panel }) {
  return (
    <tr>
      <th scope="row">{criterion.criterion.name}</th>
      <td>{weight}</td>
      {panel.people.map(({ id }) => (
        <td key={id}>{said(criterion, id)}</td>
      ))}
      <td>{medianWords(criterion.median)}</td>
      <td>{criterion.disagreement ? <b class="hot">{criterion.spread}, apart</b> : (criterion.spread ?? "none")}</td>
      <td>{criterion.n}</td>
    </tr>
  );
}

/** @param {import("../rules.js").Debrief["recommendations"]} recommendations @param {string} person */
function recommendationOf(recommendations, person) {
  const own = (recommendations ?? []).filter((one) => one.person === person);
  return own.map(({ recommendation }) => RECOMMENDATIONS[recommendation ?? ""] ?? "No decision").join(", ") || "none";
}
