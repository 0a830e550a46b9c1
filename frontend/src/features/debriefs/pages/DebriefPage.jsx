import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { usePageSide } from "../../../lib/side.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getDebrief } from "../api.js";
import { panelOf } from "../panel.js";
import { Decision } from "../parts/Decision.jsx";
import { People } from "../parts/Mark.jsx";
import { Notes } from "../parts/Notes.jsx";
import { Numbers } from "../parts/Numbers.jsx";
import { ScoreTable } from "../parts/ScoreTable.jsx";
import { Strictness } from "../parts/Strictness.jsx";
import { Talk } from "../parts/Talk.jsx";
import { NotAll, Waiting } from "../parts/Waiting.jsx";
import { about, sideOf } from "../rules.js";
import { useRows } from "../useRows.js";
import "../debrief.css";
import "../scores.css";
import "../talk.css";
import "../print.css";

/** @typedef {import("../rules.js").Debrief} Debrief */

const LOOK = 10_000;

const BACK = { href: "/debriefs", label: "All debriefs" };

/** One debrief: spend the meeting on what you do not agree on. @param {{ id: string }} props */
export default function DebriefPage({ id }) {
  const { person, known } = useSession();
  const { data, etag, problem, slow, reload } = useResource(person ? id : null, (signal) => getDebrief(id, signal), { behindView: true });
  useLooking((data?.waiting_for.length ?? 0) > 0, reload);
  return (
    <Page title={data?.candidate_name || "Debrief"} back={BACK} class="debrief">
      {known && !person && <SignInNeeded sentence="Debriefs belong to the people of a panel.">Sign in to see those of yours.</SignInNeeded>}
      {!data && <NotThere problem={problem} slow={slow} reload={reload} />}
      {data && <Sheet debrief={data} etag={etag} reload={reload} />}
    </Page>
  );
}

/** Who waits for a card sees it arrive. @param {boolean} waits @param {() => void} reload */
function useLooking(waits, reload) {
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && reload(), LOOK);
    return () => clearInterval(timer);
  }, [waits, reload]);
}

/** What stands here until there is a debrief, and when there is none. @param {{ problem: import("../../../lib/problem.js").Problem | undefined, slow: boolean, reload: () => void }} props */
function NotThere({ problem, slow, reload }) {
  if (problem?.missing) return <Missing />;
  if (problem) return <ErrorState what="The debrief did not load." problem={problem} onRetry={reload} />;
  return slow ? <SkeletonText label="Loading the debrief" /> : null;
}

function Missing() {
  return (
    <>
      <Heading look="hidden">Debrief</Heading>
      <EmptyState sentence="There is no such debrief for you." actions={<Button href="/debriefs">All debriefs</Button>}>
        It is not there, or you are not on its panel.
      </EmptyState>
    </>
  );
}

/** @param {{ debrief: Debrief, etag: string | undefined, reload: () => void }} props */
function Sheet({ debrief, etag, reload }) {
  const panel = panelOf(debrief.people);
  const { criteria } = debrief;
  usePageSide(sideOf(debrief));
  return (
    <div class="debrief__sheet">
      <div class="debrief__plot">
        <Head debrief={debrief} panel={panel} />
        {criteria ? <Open debrief={{ ...debrief, criteria }} panel={panel} /> : <Waiting debrief={debrief} />}
      </div>
      <aside class="debrief__talk" aria-label="What to talk about">
        {criteria && <Talk criteria={criteria} agreement={debrief.agreement} panel={panel} />}
        <Decision key={debrief.decided_at} debrief={debrief} etag={etag} onDecided={reload} />
      </aside>
      {debrief.notes && <Notes notes={debrief.notes} panel={panel} />}
    </div>
  );
}

/** @param {{ debrief: Debrief, panel: import("../panel.js").Panel }} props */
function Head({ debrief, panel }) {
  return (
    <header class="debrief__head">
      <p class="caption">{about(debrief)}</p>
      <Heading>{debrief.candidate_name || "Mock interview"}</Heading>
      <People panel={panel} />
    </header>
  );
}

/** @param {{ debrief: Debrief & { criteria: NonNullable<Debrief["criteria"]> }, panel: import("../panel.js").Panel }} props */
function Open({ debrief, panel }) {
  const { criteria, recommendations, strictness } = debrief;
  const [asTable, setAsTable] = useState(false);
  const rows = useRows(criteria);
  return (
    <>
      <NotAll debrief={debrief} />
      <p class="debrief__tools no-print">
        <button type="button" class="text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          View as table
        </button>
        <button type="button" class="text-button" onClick={() => print()}>
          Print on one page
        </button>
      </p>
      {asTable ? <Numbers criteria={criteria} recommendations={recommendations} panel={panel} /> : <ScoreTable criteria={criteria} recommendations={recommendations} panel={panel} {...rows} />}
      {strictness && <Strictness strictness={strictness} panel={panel} />}
    </>
  );
}
