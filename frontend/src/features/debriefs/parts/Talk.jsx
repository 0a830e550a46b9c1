import { counted } from "../../../lib/format.js";
import { agreementWords, apart, apartWords, bothSides, lowest, medianWords } from "../rules.js";
import { Side } from "./AllEvidence.jsx";

/** @typedef {import("../rules.js").Criterion} Criterion */
/** @typedef {import("../panel.js").Panel} Panel */

/**
 * What to spend the meeting on: how far the panel agrees, then only what is two scores apart, in its own words.
 *
 * @param {{ criteria: readonly Criterion[], agreement: import("../shapes.d.ts").Agreement | null, panel: Panel }} props
 */
export function Talk({ criteria, agreement, panel }) {
  const far = apart(criteria);
  const low = far.length === 0 ? lowest(criteria) : undefined;
  return (
    <>
      {agreement && (
        <section class="agreement" aria-labelledby="agreement">
          <h2 id="agreement" class="sr-only">
            Agreement
          </h2>
          {agreement.pairs > 0 && (
            <p class="agreement__figure">
              {agreement.within_one}
              <span>
                {" "}
                of {counted(agreement.pairs, "pair")} of scores within one score, {agreement.exact} exact
              </span>
            </p>
          )}
          <p class="agreement__words">{agreementWords(agreement, criteria)}</p>
        </section>
      )}
      {far.map((criterion) => (
        <Topic key={criterion.criterion.slug} criterion={criterion} panel={panel} note={apartWords(criterion)} />
      ))}
      {low && <Topic criterion={{ ...low, scores: low.scores.filter(({ score }) => score !== null) }} panel={panel} note={`the lowest, median ${medianWords(low.median)}`} calm />}
    </>
  );
}

/** @param {{ criterion: Criterion, panel: Panel, note: string, calm?: boolean }} props calm: nobody disagrees here */
function Topic({ criterion, panel, note, calm }) {
  const sides = calm ? criterion.scores : bothSides(criterion);
  return (
    <section class={`topic${calm ? " topic--calm" : ""}`}>
      <h2>
        {criterion.criterion.name} <span>{note}</span>
      </h2>
      <ul>
        {sides.map((score) => (
          <Side key={`${score.person} ${score.interview}`} score={score} panel={panel} />
        ))}
      </ul>
    </section>
  );
}
