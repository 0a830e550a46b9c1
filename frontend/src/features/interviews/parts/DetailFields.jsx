import { useResource } from "../../../api/useResource.js";
import { Field } from "../../../ui/Field.jsx";
import { listApplications } from "../api.js";
import { optionsOf, ROUNDS } from "../rules.js";
import { PeopleFields } from "./PeopleFields.jsx";

/** @typedef {import("../form.js").Entered} Entered */
/** @typedef {{ entered: Entered, onChange: (change: Partial<Entered>) => void, errors: Record<string, string> }} FieldsProps */

/** With whom: an application already noted, or an organization by name. @param {FieldsProps & { own?: { id: string, name: string } | null }} props */
export function WhoFields({ entered, onChange, errors, own }) {
  const { data } = useResource("applications", listApplications);
  const known = data?.results ?? [];
  const all = own && !known.some(({ id }) => id === own.id) ? [own, ...known] : known;
  return (
    <>
      {all.length > 0 && (
        <Field
          label="Application"
          name="application"
          type="select"
          value={entered.application}
          options={[{ value: "", label: "None: I name the organization" }, ...all.map(({ id, name }) => ({ value: id ?? "", label: name ?? "" }))]}
          onInput={(application) => onChange({ application })}
          error={errors.application}
        />
      )}
      {!entered.application && <Field label="Organization" name="organization" value={entered.organization} onInput={(organization) => onChange({ organization })} error={errors.organization} required autocomplete="organization" />}
    </>
  );
}

/** What kind of conversation it is, and what to call it. @param {FieldsProps} props */
export function WhatFields({ entered, onChange, errors }) {
  return (
    <div class="form__pair">
      <Field label="Round" name="round" type="select" options={optionsOf(ROUNDS)} value={entered.round} onInput={(round) => onChange({ round })} error={errors.round} />
      <Field label="Title" name="title" value={entered.title} onInput={(title) => onChange({ title })} error={errors.title} required={false} />
    </div>
  );
}

/** Where it is held, who is there, and what to remember. @param {FieldsProps} props */
export function WhereFields({ entered, onChange, errors }) {
  return (
    <>
      <Field label="Place" name="place" value={entered.place} onInput={(place) => onChange({ place })} error={errors.place} required={false} />
      <Field label="Video link" name="video" type="url" value={entered.video} onInput={(video) => onChange({ video })} error={errors.video} required={false} hint="With https:// in front." />
      <PeopleFields people={entered.participants} onChange={(participants) => onChange({ participants })} errors={errors} />
      <Field label="To remember beforehand" name="notes" type="textarea" rows={4} voice value={entered.notes} onInput={(notes) => onChange({ notes })} error={errors.notes} required={false} />
    </>
  );
}
