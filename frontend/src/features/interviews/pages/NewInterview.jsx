import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Form } from "../../../ui/Field.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { addInterview, removeInterview } from "../api.js";
import { emptyForm, fieldNames, newBody, timeFaults } from "../form.js";
import { WhatFields, WhereFields, WhoFields } from "../parts/DetailFields.jsx";
import { WhenFields } from "../parts/WhenFields.jsx";
import { deviceZone } from "../zones.js";
import "../interviews.css";
import "../detail.css";

/** Noting an interview: who and when are enough, the rest can follow. */
export default function NewInterview() {
  const { person, known, timeZone } = useSession();
  return (
    <Page title="Add interview" back={{ href: "/interviews", label: "My interviews" }}>
      <Breadcrumbs trail={[{ href: "/interviews", label: "My interviews" }, { label: "Add" }]} />
      <Heading>Add an interview</Heading>
      {person ? <NewForm zone={timeZone === "UTC" ? deviceZone() : timeZone} /> : known && <SignInNeeded sentence="Your interviews are yours alone.">Sign in, and this form opens.</SignInNeeded>}
    </Page>
  );
}

/** @param {{ zone: string }} props */
function NewForm({ zone }) {
  const { route } = useLocation();
  const [entered, setEntered] = useState(() => emptyForm(zone));
  const change = (/** @type {Partial<import("../form.js").Entered>} */ part) => setEntered((before) => ({ ...before, ...part }));
  const { run, working, errors, setErrors } = useSend(addInterview, ({ data, etag }) => {
    route(`/interviews/${data.id}`, true);
    offerUndo(`${data.name} is noted.`, () => void removeInterview(data.id, etag).then(() => route("/interviews")));
  });
  const submit = () => {
    const wrong = timeFaults(entered, false);
    if (!entered.application && !entered.organization.trim()) wrong.organization = "Say who holds it.";
    if (Object.keys(wrong).length > 0) setErrors(wrong);
    else void run(newBody(entered));
  };
  const fields = { entered, onChange: change, errors: fieldNames(errors) };
  return (
    <Form onSubmit={submit} errors={errors} label="Add an interview">
      <WhoFields {...fields} />
      <WhatFields {...fields} />
      <WhenFields {...fields} needed={false} />
      <p class="caption">Without a day it is kept as a draft until one is agreed.</p>
      <WhereFields {...fields} />
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {working ? "Adding" : "Add interview"}
        </Button>
        <Button look="quiet" href="/interviews">
          Leave it
        </Button>
      </p>
    </Form>
  );
}
