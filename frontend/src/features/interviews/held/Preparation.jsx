import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading } from "../../../ui/Page.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { takeStep } from "../api.js";
import { History } from "../parts/History.jsx";
import { StateWord } from "../parts/InterviewRow.jsx";
import { StepDialog } from "../parts/StepDialog.jsx";
import { zoneName } from "../zones.js";
import { invite } from "./api.js";
import { Arrangements } from "./Arrangements.jsx";
import { Partner } from "./HiringStart.jsx";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

/** @type {Record<string, string>} */
const STEPS = { reschedule: "Reschedule", "no-show": "Somebody did not come", cancel: "Cancel" };

/** Before it starts, and where it never did: who, when, by which kit. @param {{ interview: Interview, etag: string | undefined, onChanged: (taken: Taken) => void }} props */
export function Preparation({ interview, etag, onChanged }) {
  const start = useSend(() => takeStep(interview.id, "start", {}), onChanged);
  return (
    <div class="preparation">
      <header class="interview__head">
        <div>
          <Heading look="ask">{interview.candidate_name || interview.name}</Heading>
          <When interview={interview} />
        </div>
        {interview.allowed_transitions.includes("start") && (
          <Button look="primary" working={start.working} onClick={() => void start.run(undefined)}>
            {start.working ? "Starting" : "Start the interview"}
          </Button>
        )}
      </header>
      {start.problem && <ErrorState what="The interview did not start." problem={start.problem} onRetry={() => void start.run(undefined)} />}
      <div class="interview__columns">
        <div>
          <Facts interview={interview} />
          {interview.purpose === "hiring" ? <Arranged interview={interview} etag={etag} onChanged={onChanged} /> : <Invite interview={interview} />}
        </div>
        <aside aria-label="Steps and history">
          <NextSteps interview={interview} etag={etag} onChanged={onChanged} />
          <History interview={interview} />
        </aside>
      </div>
    </div>
  );
}

/** @param {{ interview: Interview, etag: string | undefined, onChanged: (taken: Taken) => void }} props */
function NextSteps({ interview, etag, onChanged }) {
  const [verb, setVerb] = useState(/** @type {string | undefined} */ (undefined));
  const steps = Object.entries(STEPS).filter(([step]) => interview.allowed_transitions.includes(step));
  return (
    <section class="steps-of no-print">
      <h2>What happens with it</h2>
      <ul>
        {steps.map(([step, label]) => (
          <li key={step}>
            <Button onClick={() => setVerb(step)}>{step === "reschedule" && !interview.starts_at ? "Give it a time" : label}</Button>
          </li>
        ))}
      </ul>
      {steps.length === 0 && <p>Nothing that you could change.</p>}
      <StepDialog verb={verb} interview={interview} etag={etag} onDone={onChanged} onClose={() => setVerb(undefined)} />
    </section>
  );
}

/** @param {{ interview: Interview }} props */
function When({ interview }) {
  const { starts_at: start, time_zone: zone, minutes, state, purpose } = interview;
  return (
    <p class="interview__when">
      <StateWord state={state} />
      <span>
        {start && `${moment(start, zone)} ${zoneName(zone)}, `}
        {minutes} minutes
      </span>
      <span>{purpose === "mock" ? "a mock interview" : "a hiring interview"}</span>
    </p>
  );
}

/** @param {{ interview: Interview }} props */
function Facts({ interview: { kit, kit_version: version, kit_frozen: frozen, participants } }) {
  return (
    <section class="details">
      <h2>What is planned</h2>
      <dl class="facts">
        {kit && (
          <div>
            <dt>Kit</dt>
            <dd>
              <a class="link" href={`/kits/${kit.slug}`}>
                {kit.name}
              </a>
              , version {version}
              {frozen && <span class="caption"> frozen: everyone for this opening is asked the same</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>With</dt>
          <dd>{participants.map(({ name, role }) => `${name} (${role})`).join(", ")}</dd>
        </div>
      </dl>
    </section>
  );
}

/** @param {{ interview: Interview, etag: string | undefined, onChanged: (taken: Taken) => void }} props */
function Arranged({ interview, etag, onChanged }) {
  const [round, setRound] = useState(0);
  return (
    <section class="details">
      <h2>Opening, panel and place</h2>
      <Arrangements key={`${etag} ${round}`} interview={interview} etag={etag} onChanged={onChanged} onDone={() => setRound(round + 1)} />
    </section>
  );
}

/** A mock interview is held with whoever opens the link. @param {{ interview: Interview }} props */
function Invite({ interview }) {
  const missing = ["interviewer", "candidate"].find((role) => !interview.participants.some((one) => one.role === role));
  const { run, working, problem } = useSend(
    () => invite(interview.id, missing ?? "candidate"),
    ({ data }) => setLink(data.link),
  );
  const [link, setLink] = useState("");
  if (!missing || interview.state === "cancelled") return null;
  if (link) return <Partner invited={{ interview, link }} />;
  return (
    <section class="details">
      <h2>Partner</h2>
      <p>Nobody has joined by the link yet. If it is lost, make another; the old one holds until it is used, or for 7 days.</p>
      {problem && <ErrorState what="There is no new link." problem={problem} onRetry={() => void run(undefined)} />}
      <p class="state__actions">
        <Button working={working} onClick={() => void run(undefined)}>
          Make another link
        </Button>
      </p>
    </section>
  );
}
