import { Segmented } from "../../../ui/Segmented.jsx";
import { inOrder } from "../../../ui/EightBar.jsx";
import { SCORES } from "../rules.js";

/** @typedef {import("../records.js").SelfScore} SelfScore */
/** @typedef {import("../../../api/models.d.ts").Schema["Rubric"]} Rubric */

/**
 * Scoring oneself on the anchors that an interviewer would use. Nothing is filled in beforehand.
 *
 * @param {{ question: import("../api.js").Question, rubrics: readonly Rubric[], scores: readonly SelfScore[], onScore: (quality: string, score: number) => void }} props
 */
export function SelfScores({ question, rubrics, scores, onScore }) {
  const rubric = rubrics.find(({ level }) => level === question.level) ?? rubrics[0];
  if (!rubric || question.qualities.length === 0) return null;
  return (
    <section class="self" aria-labelledby="self">
      <h2 id="self">Score yourself on the anchors</h2>
      {inOrder(question.qualities).map(({ quality }) => {
        const criterion = rubric.criteria.find((one) => one.quality.slug === quality.slug);
        const score = scores.find((one) => one.quality === quality.slug)?.score;
        return criterion && <Quality key={quality.slug} name={quality.name} anchors={criterion.anchors} score={score} onScore={(chosen) => onScore(quality.slug, chosen)} />;
      })}
    </section>
  );
}

/** @param {{ name: string, anchors: Rubric["criteria"][number]["anchors"], score: number | undefined, onScore: (score: number) => void }} props */
function Quality({ name, anchors, score, onScore }) {
  return (
    <div class="self__quality">
      <div class="self__head">
        <h3>{name}</h3>
        <Segmented
          legend={name}
          value={score ?? 0}
          onChange={onScore}
          options={[...anchors].sort((one, other) => one.score - other.score).map((anchor) => ({ value: anchor.score, label: <b>{anchor.score}</b>, spoken: `${anchor.score}, ${SCORES[anchor.score]}. ${anchor.text}` }))}
        />
      </div>
      {score ? (
        <p class="self__anchor">
          <b>{SCORES[score]}</b> {anchors.find((anchor) => anchor.score === score)?.text}
        </p>
      ) : (
        <details class="self__anchors">
          <summary>What each score looks like</summary>
          <dl>
            {anchors.map((anchor) => (
              <div key={anchor.score}>
                <dt>{anchor.score}</dt>
                <dd>{anchor.text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
