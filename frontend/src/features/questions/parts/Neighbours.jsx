import { Icon } from "../../../ui/Icon.jsx";
import { around, numbered } from "../rules.js";
import { sectionsOf } from "../sections.js";

const SHOWN = 6;

/**
 * The left column: the list one came from, then what stands on this page. Where there is no room
 * for it, two links: previous and next.
 *
 * @param {{ neighbours: import("../useNeighbours.js").Neighbours, question: import("../../../api/models.d.ts").Question | undefined }} props
 */
export function Neighbours({ neighbours, question }) {
  const { title, address, at, count, questions } = neighbours;
  return (
    <aside class="question__left no-print" aria-label="Around this question">
      {at >= 0 && (
        <nav class="neighbours" aria-label={title}>
          <p class="label">
            <a href={address}>{title}</a>{" "}
            <span class="caption">
              {at + 1} of {count}
            </span>
          </p>
          <ol>
            {around(questions, at, SHOWN).map((one) => (
              <li key={one.slug}>
                <a href={`/questions/${one.slug}`} aria-current={one === questions[at] ? "page" : undefined}>
                  <span class="question-row__number">{numbered(one.number)}</span>
                  <span class="neighbours__prompt voice">{one.prompt}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {question && <Contents question={question} />}
    </aside>
  );
}

/** @param {{ question: import("../../../api/models.d.ts").Question }} props */
function Contents({ question }) {
  return (
    <nav class="contents" aria-labelledby="contents">
      <p class="label" id="contents">
        On this page
      </p>
      <ol>
        {sectionsOf(question).map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Previous and next, where the left column has no room. @param {{ neighbours: import("../useNeighbours.js").Neighbours }} props */
export function Steps({ neighbours: { before, after } }) {
  if (!before && !after) return null;
  return (
    <nav class="steps no-print" aria-label="Neighbours">
      {before && (
        <a href={`/questions/${before.slug}`} rel="prev">
          <Icon name="back" />
          <span>
            <span class="caption">Previous</span>
            <span class="voice">{before.prompt}</span>
          </span>
        </a>
      )}
      {after && (
        <a href={`/questions/${after.slug}`} rel="next">
          <span>
            <span class="caption">Next</span>
            <span class="voice">{after.prompt}</span>
          </span>
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
