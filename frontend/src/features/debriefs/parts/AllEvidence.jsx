import { whence } from "../rules.js";
import { MarkOf } from "./Mark.jsx";

/**
 * Everything that was noted for one criterion, person by person.
 *
 * @param {{ criterion: import("../rules.js").Criterion, panel: import("../panel.js").Panel }} props
 */
export function AllEvidence({ criterion, panel }) {
  return (
    <tr class="all-evidence">
      <td colSpan={4}>
        <ul>
          {criterion.scores.map((score) => (
            <Side key={`${score.person} ${score.interview}`} score={score} panel={panel} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

/**
 * One person's score with the evidence for it.
 *
 * @param {{ score: import("../rules.js").Score, panel: import("../panel.js").Panel }} props
 */
export function Side({ score: { person, score, not_assessed_reason: reason, evidence }, panel }) {
  return (
    <li class="side-of">
      <MarkOf letter={panel.letter(person)} me={panel.isMe(person)} />
      <b>
        <span class="sr-only">{panel.name(person)} gave </span>
        {score ?? <span class="sr-only">no score</span>}
      </b>
      <div>
        {score === null && <p class="side-of__none">Not assessed{reason ? `: ${reason}` : "."}</p>}
        {evidence.length === 0 && score !== null && <p class="side-of__none">No evidence noted here.</p>}
        {evidence.map((piece, index) => (
          <p key={index} class="side-of__piece">
            <span class="voice">{piece.text}</span>
            <span class="caption">{whence(piece)}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
