import { Field } from "../../../ui/Field.jsx";

const TEXTS = /** @type {const} */ ([
  { name: "key_takeaways", label: "Key takeaways", hint: "What the panel should know in three lines." },
  { name: "note_for_next", label: "Note for the next interviewer", hint: "What to ask again, what is settled." },
  { name: "shareable_feedback", label: "Feedback to share", hint: "What the candidate may read. About the answers, not the person." },
  { name: "private_note", label: "Private note", hint: "Nobody but you ever reads it." },
]);

/** What is written once the questions are over. @param {{ mine: import("./card.js").Content, readOnly: boolean, onChange: (part: Partial<import("./card.js").Content>) => void }} props */
export function Ending({ mine, readOnly, onChange }) {
  if (readOnly) {
    return (
      <dl class="ending ending--read">
        {TEXTS.filter(({ name }) => mine[name]).map(({ name, label }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd class="voice">{mine[name]}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <div class="ending">
      {TEXTS.map(({ name, label, hint }) => (
        <Field key={name} label={label} name={name} hint={hint} type="textarea" voice rows={2} value={mine[name]} onInput={(value) => onChange({ [name]: value })} />
      ))}
    </div>
  );
}
