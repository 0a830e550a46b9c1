import { strictShare, strictWords } from "../rules.js";
import { MarkOf } from "./Mark.jsx";

/**
 * How far each person is from the others, quality by quality; for the panel to know, not to judge by.
 *
 * @param {{ strictness: NonNullable<import("../rules.js").Debrief["strictness"]>, panel: import("../panel.js").Panel }} props
 */
export function Strictness({ strictness, panel }) {
  if (strictness.length < 2) return null;
  return (
    <section class="strictness" aria-labelledby="strictness">
      <h2 id="strictness">Strict or generous?</h2>
      <p class="caption">mean distance from the median of the others, in scores</p>
      <ul>
        {strictness.map(({ person, difference }) => (
          <li key={person}>
            <MarkOf letter={panel.letter(person)} me={panel.isMe(person)} />
            <svg width="100%" height="18" aria-hidden="true" focusable="false">
              <line class="strictness__base" x1="4%" x2="96%" y1="9" y2="9" />
              <line class="strictness__zero" x1="50%" x2="50%" y1="2" y2="16" />
              <circle class="strictness__dot" cx={strictShare(difference)} cy="9" r="4.5" />
            </svg>
            <span>
              <span class="sr-only">{panel.name(person)}: </span>
              {strictWords(difference)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
