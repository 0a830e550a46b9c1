import { Icon } from "../../../ui/Icon.jsx";
import { sinceWords } from "../versions.js";

/**
 * What a good answer names, and what warns.
 *
 * @param {{ question: Pick<import("../../../api/models.d.ts").Question, "key_points" | "red_flags">, django?: string }} props
 *   django: the version that the reader works with, when it is known
 */
export function Points({ question: { key_points, red_flags }, django = "" }) {
  return (
    <section id="points" class="question__section points" aria-label="Key points and red flags">
      {key_points.length > 0 && (
        <div>
          <h2>Key points</h2>
          <ol class="points__list">
            {key_points.map((point, index) => (
              <KeyPoint key={point.id} point={point} place={index + 1} django={django} />
            ))}
          </ol>
        </div>
      )}
      {red_flags.length > 0 && (
        <div>
          <h2>Red flags</h2>
          <ul class="points__list points__list--flags">
            {red_flags.map((flag) => (
              <li key={flag.id}>
                <Icon name="flag" />
                <span>
                  {flag.text}
                  {flag.why && <span class="points__why">{flag.why}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** @param {{ point: import("../../../api/models.d.ts").Question["key_points"][number], place: number, django: string }} props */
function KeyPoint({ point, place, django }) {
  const since = sinceWords(point.since, django);
  return (
    <li class={since && !since.applies ? "points__other" : undefined}>
      <b aria-hidden="true">{place}</b>
      <span>
        {point.text}
        {point.crucial && <span class="points__crucial"> crucial</span>}
        {since && <span class="points__since"> {since.words}</span>}
      </span>
    </li>
  );
}
