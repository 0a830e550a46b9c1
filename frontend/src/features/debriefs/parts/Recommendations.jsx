import { listed } from "../../../lib/format.js";
import { RECOMMENDATIONS, share } from "../rules.js";
import { Mark } from "./Mark.jsx";

const WORDS = Object.entries(RECOMMENDATIONS);
const STEP = 23;

/**
 * Who recommends what: the same marks, on four places of the same axis.
 *
 * @param {{ recommendations: NonNullable<import("../rules.js").Debrief["recommendations"]>, panel: import("../panel.js").Panel }} props
 */
export function Recommendations({ recommendations, panel }) {
  const by = (/** @type {string} */ value) => recommendations.filter(({ recommendation }) => recommendation === value);
  const undecided = [...new Set(recommendations.filter(({ recommendation }) => !recommendation || recommendation === "no_decision").map(({ person }) => panel.name(person)))];
  const given = WORDS.map(([value, word]) => ({ word, names: by(value).map(({ person }) => panel.name(person)) })).filter(({ names }) => names.length > 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">
          Recommendation
          <span class="score-table__note">{undecided.length > 0 ? `${listed(undecided)}: no decision` : "given before this page opened"}</span>
        </th>
        <td class="score-table__weight" />
        <td class="score-table__plot">
          <svg class="recommendations" width="100%" height="60" role="img" aria-label={given.map(({ word, names }) => `${word}: ${listed(names)}`).join(". ") || "No recommendation"} focusable="false">
            {WORDS.map(([value, word], index) => (
              <Place key={value} at={index + 1} word={word} who={by(value).map(({ person }) => person)} panel={panel} />
            ))}
          </svg>
        </td>
        <td class="score-table__median" />
      </tr>
    </tfoot>
  );
}

/** @param {{ at: number, word: string, who: string[], panel: import("../panel.js").Panel }} props */
function Place({ at, word, who, panel }) {
  return (
    <>
      <line class={who.length > 0 ? "recommendations__line recommendations__line--given" : "recommendations__line"} x1={share(at - 0.45)} x2={share(at + 0.45)} y1="40" y2="40" />
      <text x={share(at)} y="55">
        {word}
      </text>
      <svg x={share(at)} y="24">
        {who.map((person, index) => (
          <Mark key={index} letter={panel.letter(person)} me={panel.isMe(person)} x={(index - (who.length - 1) / 2) * STEP} />
        ))}
      </svg>
    </>
  );
}
