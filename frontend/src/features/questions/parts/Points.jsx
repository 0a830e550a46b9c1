import { Icon } from "../../../ui/Icon.jsx";

/**
 * What a good answer names, and what warns.
 *
 * @param {{ question: Pick<import("../../../api/models.d.ts").Question, "key_points" | "red_flags"> }} props
 */
export function Points({ question: { key_points, red_flags } }) {
  return (
    <section id="points" class="question__section points" aria-label="Key points and red flags">
      {key_points.length > 0 && (
        <div>
          <h2>Key points</h2>
          <ol class="points__list">
            {key_points.map((point, index) => (
              <li key={point.id}>
                <b aria-hidden="true">{index + 1}</b>
                <span>
                  {point.text}
                  {point.crucial && <span class="points__crucial"> crucial</span>}
                </span>
              </li>
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
