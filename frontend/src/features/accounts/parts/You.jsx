import { useState } from "preact/hooks";
import { refreshSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { changeMe, getMe } from "../api.js";

/** @typedef {import("../../../api/models.d.ts").Schema["Person"]} Person */

/** Name and time zone. */
export function You() {
  const { data, etag, problem, slow, reload } = useResource("me", getMe, { behindView: true });
  return (
    <section class="settings__part" aria-labelledby="you">
      <div>
        <h2 id="you">You</h2>
        <p class="caption">{data?.person?.email}</p>
      </div>
      <div class="settings__fields">
        {problem && <ErrorState what="Your account did not load." problem={problem} onRetry={reload} />}
        {slow && !data && <SkeletonText label="Loading your account" />}
        {data?.person && <PersonForm key={etag} person={data.person} etag={etag} onSaved={reload} />}
      </div>
    </section>
  );
}

/** All zones that this browser knows, the chosen one and this device's first. @param {string} chosen */
function zones(chosen) {
  const first = [...new Set([chosen, Intl.DateTimeFormat().resolvedOptions().timeZone, "UTC"])];
  const rest = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/") && !first.includes(zone));
  return [...first, ...rest].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** @param {{ person: Person, etag: string | undefined, onSaved: () => void }} props */
function PersonForm({ person, etag, onSaved }) {
  const before = { name: person.name, time_zone: person.time_zone };
  const [entered, setEntered] = useState(before);
  const told = () => {
    onSaved();
    void refreshSession();
  };
  const { run, working, problem, errors } = useSend(
    (/** @type {typeof entered} */ change) => changeMe(change, etag),
    ({ etag: tag }) => {
      told();
      offerUndo("Name and time zone are kept.", () => void changeMe(before, tag).then(told));
    },
  );
  const same = entered.name === before.name && entered.time_zone === before.time_zone;
  return (
    <Form onSubmit={() => void run(entered)} errors={errors} label="You">
      {problem?.status === 412 && <ErrorState what="Your account was changed elsewhere." problem={problem} onRetry={onSaved} />}
      <Field label="Name" name="name" value={entered.name} onInput={(name) => setEntered({ ...entered, name })} error={errors.name} autocomplete="name" />
      <Field label="Time zone" name="time_zone" type="select" options={zones(before.time_zone)} value={entered.time_zone} onInput={(zone) => setEntered({ ...entered, time_zone: zone })} error={errors.time_zone} hint="New interviews begin with it." />
      <p class="settings__save">
        <Button type="submit" look="primary" working={working} disabled={same} describedBy="you-same">
          {working ? "Saving" : "Save"}
        </Button>
        <span id="you-same" class="caption">
          {same && "Nothing is changed yet."}
        </span>
      </p>
    </Form>
  );
}
