import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Breadcrumbs, Heading, Page } from "../../../ui/Page.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getInterview } from "../api.js";
import { apiHref } from "../../../api/href.js";
import { Held } from "../held/Held.jsx";
import { Details } from "../parts/Details.jsx";
import { History } from "../parts/History.jsx";
import { StateWord } from "../parts/InterviewRow.jsx";
import { LookBack } from "../parts/LookBack.jsx";
import { Steps } from "../parts/Steps.jsx";
import { soon } from "../rules.js";
import { deviceZone, differ, zoneName } from "../zones.js";
import "../interviews.css";
import "../detail.css";

/** One interview: when and with whom, what it can become, what it was like. @param {{ id: string }} props */
export default function InterviewPage({ id }) {
  const { person, known } = useSession();
  return (
    <Page title="Interview" back={{ href: "/interviews", label: "My interviews" }} class="page interview">
      {person ? <Own id={id} /> : known && <Closed />}
    </Page>
  );
}

/** @param {{ id: string }} props */
function Own({ id }) {
  const { data, etag, problem, slow, reload } = useResource(id, (signal) => getInterview(id, signal), { behindView: true, keep: false });
  return (
    <>
      <Breadcrumbs trail={[{ href: "/interviews", label: "My interviews" }, { label: data ? placeOf(data) : "Interview" }]} />
      {problem && <Failed problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonText label="Loading the interview" />}
      {data && (data.purpose === "tracked" ? <Loaded key={`${data.id} ${etag}`} interview={data} etag={etag} /> : <Held key={data.id} interview={data} etag={etag} />)}
    </>
  );
}

/** @param {import("../rules.js").Interview} interview */
const placeOf = ({ organization, candidate_name: candidate, name }) => organization || candidate || name;

/** Writes answer with the new version, which then stands here. @param {{ interview: import("../rules.js").Interview, etag: string | undefined }} props */
function Loaded({ interview: first, etag: firstTag }) {
  const [{ interview, etag }, setKept] = useState({ interview: first, etag: firstTag });
  const keep = (/** @type {import("../../../api/client.js").Taken<import("../rules.js").Interview>} */ { data, etag: tag }) => setKept({ interview: data, etag: tag });
  const now = Date.now();
  return (
    <>
      <Head interview={interview} now={now} />
      <div class="interview__columns">
        <div>
          <Details key={etag} interview={interview} etag={etag} onChanged={keep} />
          <LookBack interview={interview} now={now} />
        </div>
        <aside aria-label="Steps and history">
          <Steps interview={interview} etag={etag} now={now} onChanged={keep} />
          <History interview={interview} />
        </aside>
      </div>
    </>
  );
}

/** @param {{ interview: import("../rules.js").Interview, now: number }} props */
function Head({ interview, now }) {
  const { starts_at: start, time_zone: zone = "UTC", state, id } = interview;
  const mine = deviceZone();
  return (
    <header class="interview__head">
      <div>
        <Heading look="ask">{interview.name}</Heading>
        <p class="interview__when">
          <StateWord state={state} />
          {start ? (
            <span>
              <b>{moment(start, zone)}</b> {zoneName(zone)}
              {differ(start, zone, mine) && `, ${moment(start, mine)} on your clock`}, {interview.minutes} minutes
            </span>
          ) : (
            <span>no time yet, {interview.minutes} minutes</span>
          )}
          {state === "scheduled" && <span class="interview__soon">{soon(start, now)}</span>}
        </p>
      </div>
      {start && (
        <a class="button button--secondary no-print" href={apiHref(`/api/v1/interviews/${id}/?format=ics`)} download>
          Calendar file
        </a>
      )}
    </header>
  );
}

function Closed() {
  return (
    <>
      <Heading look="hidden">Interview</Heading>
      <SignInNeeded sentence="Interviews are seen by their owner only.">Sign in as the one who noted it.</SignInNeeded>
    </>
  );
}

/** @param {{ problem: import("../../../lib/problem.js").Problem, onRetry: () => void }} props */
function Failed({ problem, onRetry }) {
  return (
    <>
      <Heading look="hidden">{problem.missing ? "No such interview" : "Interview"}</Heading>
      {problem.missing ? (
        <EmptyState
          sentence="There is no interview of yours at this address."
          actions={
            <Button small href="/interviews">
              See your interviews
            </Button>
          }
        >
          It may have been removed, or it belongs to somebody else.
        </EmptyState>
      ) : (
        <ErrorState what="The interview did not load." problem={problem} onRetry={onRetry} />
      )}
    </>
  );
}
