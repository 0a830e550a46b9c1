import { Button } from "../../../ui/Button.jsx";
import { KINDS, RECOMMENDATIONS } from "./card.js";
import { numbered } from "./clock.js";
import { canJoin } from "./merge.js";

/** @type {Record<string, string>} */
const NAMES = { recommendation: "Recommendation", key_takeaways: "Key takeaways", note_for_next: "Note for the next interviewer", private_note: "Private note", shareable_feedback: "Feedback to share" };

/**
 * Two devices wrote in the same place: both versions side by side, until a person has chosen.
 *
 * @param {{ clashes: readonly import("./merge.js").Clash[], criteria: ReadonlyArray<{ slug: string, name: string }>, items: ReadonlyArray<import("./items.js").Item>, onChoose: (key: string, choice: "mine" | "theirs" | "both") => void }} props
 */
export function Compare({ clashes, criteria, items, onChoose }) {
  return (
    <section class="compare" aria-label="Compare two versions">
      {clashes.map((clash) => (
        <div key={clash.key} class="compare__one">
          <h3>{placeOf(clash, criteria, items)}</h3>
          <div class="compare__sides">
            <Side title="On this device" value={clash.mine} action="Keep this one" onChoose={() => onChoose(clash.key, "mine")} />
            <Side title="From your other device" value={clash.theirs} action="Keep that one" onChoose={() => onChoose(clash.key, "theirs")} />
          </div>
          {canJoin(clash.key) && (
            <p>
              <Button small onClick={() => onChoose(clash.key, "both")}>
                Keep the words of both
              </Button>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

/** @param {{ title: string, value: any, action: string, onChoose: () => void }} props */
function Side({ title, value, action, onChoose }) {
  return (
    <div>
      <p class="caption">{title}</p>
      <p class="voice">{wordsOf(value)}</p>
      <Button small onClick={onChoose}>
        {action}
      </Button>
    </div>
  );
}

/** @param {any} value */
function wordsOf(value) {
  if (typeof value === "string") return RECOMMENDATIONS[value] ?? value;
  if (!value) return "nothing";
  if ("text" in value) return `${value.text} (${(KINDS[value.kind] ?? "").toLowerCase()})`;
  return value.score === null ? `Not assessed: ${value.not_assessed_reason}` : `Score ${value.score}`;
}

/** @param {import("./merge.js").Clash} clash @param {ReadonlyArray<{ slug: string, name: string }>} criteria @param {ReadonlyArray<import("./items.js").Item>} items */
function placeOf({ key, mine, theirs }, criteria, items) {
  const [kind, id] = key.split("/");
  const nameOf = (/** @type {string} */ slug) => criteria.find((one) => one.slug === slug)?.name ?? "";
  if (kind === "ratings") return `Score of ${nameOf(id)}`;
  if (kind !== "evidence") return NAMES[kind] ?? kind;
  const note = mine ?? theirs;
  const number = numbered(items.find((item) => item.id === note.item)?.number);
  return ["Evidence", note.criterion && `for ${nameOf(note.criterion)}`, number && `from ${number}`].filter(Boolean).join(" ");
}
