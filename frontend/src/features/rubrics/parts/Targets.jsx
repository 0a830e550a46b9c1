import { SCORES, targetLines } from "../rules.js";

/**
 * What each rubric aims for, quality by quality: the whole ladder at a glance.
 *
 * @param {{ rubrics: readonly import("../api.js").Rubric[] }} props
 */
export function Targets({ rubrics }) {
  return (
    <section class="page__section">
      <h2 id="targets">The score to aim for, by level</h2>
      <p class="caption">
        On the one scale: {SCORES.map(({ score, name }) => `${score} ${name.toLowerCase()}`).join(", ")}. The anchors are the same at every level; what is expected grows.
      </p>
      <div class="targets" role="region" aria-labelledby="targets" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Quality</th>
              {rubrics.map(({ id, slug, title }) => (
                <th key={id} scope="col">
                  <a class="link" href={`/rubrics/${slug}`}>
                    {title}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targetLines(rubrics).map((line) => (
              <tr key={line.slug}>
                <th scope="row">{line.name}</th>
                {line.targets.map((target, index) => (
                  <td key={rubrics[index].id}>{target ? <Score score={target} /> : <span class="caption">not judged</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Four steps, as many filled as the score. @param {{ score: number }} props */
function Score({ score }) {
  return (
    <span class="targets__score">
      <svg viewBox="0 0 46 8" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map((step) => (
          <rect key={step} class={step < score ? "targets__full" : undefined} x={step * 12} width="10" height="8" />
        ))}
      </svg>
      {score}
    </span>
  );
}
