import { Button, IconButton } from "../../../ui/Button.jsx";
import { Field } from "../../../ui/Field.jsx";
import { optionsOf, PARTS } from "../rules.js";

/** @typedef {import("../form.js").Participant} Participant */

/**
 * Who else is at the table, one line each.
 *
 * @param {{ people: readonly Participant[], onChange: (people: Participant[]) => void, errors: Record<string, string> }} props
 */
export function PeopleFields({ people, onChange, errors }) {
  const put = (/** @type {number} */ at, /** @type {Partial<Participant>} */ change) => onChange(people.map((person, index) => (index === at ? { ...person, ...change } : person)));
  return (
    <fieldset class="people">
      <legend class="label">Who you will meet</legend>
      {people.map((person, index) => (
        <div key={index} class="people__line">
          <Field label="Name" name={`name-${index}`} value={person.name} onInput={(name) => put(index, { name })} error={errors[`participants.${index}.name`]} />
          <Field label="Part" name={`role-${index}`} type="select" options={optionsOf(PARTS)} value={person.role} onInput={(role) => put(index, { role })} />
          <Field label="Note" name={`note-${index}`} value={person.note} onInput={(note) => put(index, { note })} error={errors[`participants.${index}.note`]} />
          <IconButton icon="close" label={`Remove ${person.name || "this person"}`} onClick={() => onChange(people.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button small icon="plus" onClick={() => onChange([...people, { role: "interviewer", name: "", note: "" }])}>
        Add a person
      </Button>
    </fieldset>
  );
}
