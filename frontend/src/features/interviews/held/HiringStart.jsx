import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useSend } from "../../../api/useSend.js";
import { copyText } from "../../../lib/copy.js";
import { prefer } from "../../../lib/prefs.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { EmptyState, ErrorState } from "../../../ui/States.jsx";
import { joinInterviewers, startNow } from "./api.js";
import { KitChoice } from "./KitChoice.jsx";
import { headed } from "./starting.js";

/** @typedef {{ interview: { id: string }, link: string }} Invited */

/** Somebody is assessed by the team: their name, and it begins. @param {import("./KitChoice.jsx").Choice & { allowed: boolean }} props */
export function HiringStart({ allowed, ...choice }) {
  return allowed ? <Named {...choice} /> : <NotYet />;
}

/** @param {import("./KitChoice.jsx").Choice} choice */
function Named(choice) {
  const { route } = useLocation();
  const [name, setName] = useState("");
  const { run, working, errors, setErrors } = useSend(startNow, ({ data }) => {
    prefer({ side: "interviewer" });
    route(`/interviews/${data.id}`);
  });
  const submit = () => {
    if (!name.trim()) setErrors({ candidate_name: "Say who is interviewed." });
    else void run({ purpose: "hiring", kit: choice.kit.slug, candidate_name: name.trim() });
  };
  return (
    <Form onSubmit={submit} errors={headed(errors, ["candidate_name"])} label="Start a hiring interview">
      <KitChoice {...choice} />
      <Field label="Candidate" name="candidate" value={name} onInput={setName} error={errors.candidate_name} autocomplete="off" />
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {working ? "Beginning" : "Begin"}
        </Button>
        <span class="caption">{choice.kit.title}. The clock starts. Opening, panel and schedule can be added at any time.</span>
      </p>
    </Form>
  );
}

/** One interviews for a team or does not; on an installation of one's own, one says so oneself. */
function NotYet() {
  const { installation } = useSession();
  const { run, working, problem } = useSend(joinInterviewers, () => prefer({ side: "interviewer" }));
  const appointed = problem?.status === 403 || installation?.mode === "production";
  return (
    <>
      <EmptyState
        sentence="Hiring interviews are held by the group of interviewers, and you are not in it."
        actions={
          !appointed && (
            <Button look="primary" working={working} onClick={() => void run(undefined)}>
              {working ? "Joining" : "I interview for a team"}
            </Button>
          )
        }
      >
        {appointed ? "Here an administrator appoints interviewers. A mock interview is open to everyone." : "On this installation you may say so yourself, and take it back in the settings. A mock interview needs no group."}
      </EmptyState>
      {problem && problem.status !== 403 && <ErrorState what="The switch was not changed." problem={problem} onRetry={() => void run(undefined)} />}
    </>
  );
}

/** The link for the partner of a mock interview; it is shown once. @param {{ invited: Invited }} props */
export function Partner({ invited }) {
  const [copied, setCopied] = useState(false);
  const address = new URL(invited.link, location.origin).href;
  return (
    <section class="page__section invited">
      <h2>Send this link to your partner</h2>
      <p class="caption" id="invited-note">
        It holds for 7 days and for one person, and is shown here once. Whoever opens it needs an account.
      </p>
      <input class="field__control mono" readOnly value={address} aria-label="Link for your partner" aria-describedby="invited-note" onFocus={(event) => event.currentTarget.select()} />
      <p class="state__actions">
        <Button look="primary" icon="copy" onClick={async () => setCopied(await copyText(address))}>
          {copied ? "Copied" : "Copy the link"}
        </Button>
        <Button href={`/interviews/${invited.interview.id}`}>Open the interview</Button>
      </p>
    </section>
  );
}
