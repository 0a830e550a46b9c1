import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Form } from "../../../ui/Field.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { changeInterview } from "../api.js";
import { detailsBody, fieldNames, formOf } from "../form.js";
import { PARTS, ROUNDS } from "../rules.js";
import { Conflict } from "./Conflict.jsx";
import { WhatFields, WhereFields, WhoFields } from "./DetailFields.jsx";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

/**
 * What is known of it, and a form in the same place to change that.
 *
 * @param {{ interview: Interview, etag: string | undefined, onChanged: (changed: Taken) => void }} props
 */
export function Details({ interview, etag, onChanged }) {
  const [editing, setEditing] = useState(false);
  const saved = (/** @type {Taken} */ changed) => {
    setEditing(false);
    onChanged(changed);
    offerUndo("The changes are kept.", () => void changeInterview(interview.id, detailsBody(formOf(interview)), changed.etag).then(onChanged));
  };
  return (
    <section class="details">
      <div class="details__head">
        <h2>Details</h2>
        {!editing && (
          <button type="button" class="text-button no-print" onClick={() => setEditing(true)}>
            Edit<span class="sr-only"> details</span>
          </button>
        )}
      </div>
      {editing ? <DetailsForm interview={interview} etag={etag} onSaved={saved} onLeave={() => setEditing(false)} /> : <Facts interview={interview} />}
    </section>
  );
}

/** @param {{ interview: Interview }} props */
function Facts({ interview }) {
  const { round, application, place, video_link: video, participants, notes } = interview;
  return (
    <dl class="facts">
      <Fact name="Round">{ROUNDS[round]}</Fact>
      {application && <Fact name="Application">{application.name}</Fact>}
      {place && <Fact name="Place">{place}</Fact>}
      {video && (
        <Fact name="Video">
          <a class="link" href={video} rel="noreferrer">
            {video.replace(/^https?:\/\//, "")} <Icon name="external" />
          </a>
        </Fact>
      )}
      <People participants={participants} />
      <Ending interview={interview} />
      {notes && (
        <Fact name="To remember">
          <p class="voice facts__notes">{notes}</p>
        </Fact>
      )}
    </dl>
  );
}

/** @param {Pick<Interview, "participants">} props */
function People({ participants }) {
  if (participants.length === 0) return null;
  return (
    <Fact name="With">
      <ul>
        {participants.map(({ name, role = "interviewer", note }) => (
          <li key={name}>
            {name}
            <span class="caption"> {note || PARTS[role]}</span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** Why it did not take place. @param {{ interview: Interview }} props */
function Ending({ interview: { cancel_reason: reason, no_show_by: by } }) {
  if (reason) return <Fact name="Cancelled because">{reason}</Fact>;
  return by ? <Fact name="Did not come">{by === "candidate" ? "I did not come" : "They did not come"}</Fact> : null;
}

/** @param {{ name: string, children: import("preact").ComponentChildren }} props */
function Fact({ name, children }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** @param {{ interview: Interview, etag: string | undefined, onSaved: (changed: Taken) => void, onLeave: () => void }} props */
function DetailsForm({ interview, etag, onSaved, onLeave }) {
  const [entered, setEntered] = useState(() => formOf(interview));
  const { run, working, problem, errors, setErrors } = useSend((/** @type {string | undefined} */ tag) => changeInterview(interview.id, detailsBody(entered), tag), onSaved);
  const fields = { entered, onChange: (/** @type {Partial<import("../form.js").Entered>} */ part) => setEntered({ ...entered, ...part }), errors: fieldNames(errors) };
  const submit = () => {
    if (!entered.application && !entered.organization.trim()) setErrors({ organization: "Say who holds it." });
    else void run(etag);
  };
  return (
    <>
      {problem?.status === 412 && <Conflict id={interview.id} before={interview} mine={entered} onAgain={(tag) => void run(tag)} />}
      <Form onSubmit={submit} errors={errors} label="Details">
        <WhoFields {...fields} own={/** @type {{ id: string, name: string } | null} */ (interview.application ?? null)} />
        <WhatFields {...fields} />
        <WhereFields {...fields} />
        <p class="state__actions">
          <Button look="primary" type="submit" working={working}>
            {working ? "Saving" : "Save"}
          </Button>
          <Button look="quiet" onClick={onLeave}>
            Leave it
          </Button>
        </p>
      </Form>
    </>
  );
}
