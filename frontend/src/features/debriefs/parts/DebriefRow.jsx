import { listed } from "../../../lib/format.js";
import { about, DECISIONS } from "../rules.js";

/** One debrief in the list: whose, about what, and how far it is. @param {{ debrief: import("../rules.js").Debrief }} props */
export function DebriefRow({ debrief }) {
  const { id, candidate_name: name, cards } = debrief;
  return (
    <li>
      <a href={`/debriefs/${id}`}>
        <span class="debriefs__who">{name || "Mock interview"}</span>
        <span class="debriefs__what">{about(debrief)}</span>
        <span class="debriefs__cards">
          {cards.submitted} of {cards.expected} in
        </span>
        <span class="debriefs__state">{stateOf(debrief)}</span>
      </a>
    </li>
  );
}

/** @param {import("../rules.js").Debrief} debrief */
function stateOf({ decision, waiting_for: waiting, purpose }) {
  if (decision) return DECISIONS[decision] ?? decision;
  if (waiting.length > 0) return `waiting for ${listed(waiting.map(({ name }) => name.split(" ")[0]))}`;
  return purpose === "mock" ? "open" : "to be decided";
}
