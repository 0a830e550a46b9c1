import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { useSend } from "../../../api/useSend.js";
import { hasPage } from "../../../lib/sitemap.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { EmptyState, ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { listDebriefs, nextDebriefs } from "../api.js";
import { DebriefRow } from "../parts/DebriefRow.jsx";
import { parted } from "../rules.js";
import "../list.css";

/** @typedef {import("../rules.js").Debrief} Debrief */

/** One's debriefs, in the order of what is to be done. */
export default function Debriefs() {
  const { person, known } = useSession();
  const { data, problem, slow, reload } = useResource(person ? `debriefs-${person.id}` : null, listDebriefs, { behindView: true });
  return (
    <Page title="Debriefs">
      <header class="page__head">
        <Heading>Debriefs</Heading>
        <p class="page__lead">What the scorecards of a candidate, or of a mock interview, say together.</p>
      </header>
      {known && !person && <SignInNeeded sentence="Debriefs belong to the people of a panel.">Sign in to see those of yours.</SignInNeeded>}
      {problem && <ErrorState what="The debriefs did not load." problem={problem} onRetry={reload} />}
      {slow && !data && !problem && <SkeletonRows rows={4} label="Loading the debriefs" />}
      {data && <List key={data.next} first={data} />}
    </Page>
  );
}

/** @param {{ first: import("../api.js").DebriefPage }} props */
function List({ first }) {
  const [pages, setPages] = useState([first]);
  const next = pages.at(-1)?.next;
  const { run, working, problem } = useSend(nextDebriefs, ({ data }) => setPages([...pages, data]));
  const all = [first, ...pages.slice(1)].flatMap(({ results }) => results);
  if (all.length === 0) return <Nothing />;
  const { ready, waiting, settled } = parted(all);
  return (
    <>
      <Group title="To decide" debriefs={ready} />
      <Group title="Waiting for scorecards" debriefs={waiting} />
      <Group title="Done" debriefs={settled} />
      {problem && <ErrorState what="The rest did not load." problem={problem} />}
      {next && (
        <p class="state__actions">
          <Button working={working} onClick={() => void run(next)}>
            {working ? "Loading" : "Show more"}
          </Button>
        </p>
      )}
    </>
  );
}

function Nothing() {
  return (
    <EmptyState sentence="No interview of yours has scorecards yet." actions={hasPage("/start-now") && <Button href="/start-now">Start an interview</Button>}>
      A debrief begins with the first hiring or mock interview that you hold.
    </EmptyState>
  );
}

/** @param {{ title: string, debriefs: readonly Debrief[] }} props */
function Group({ title, debriefs }) {
  if (debriefs.length === 0) return null;
  return (
    <section class="page__section">
      <h2>{title}</h2>
      <ul class="debriefs">
        {debriefs.map((debrief) => (
          <DebriefRow key={debrief.id} debrief={debrief} />
        ))}
      </ul>
    </section>
  );
}
