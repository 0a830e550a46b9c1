import { useLocation } from "preact-iso";
import { useRef } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { moment } from "../../../lib/format.js";
import { useKeys } from "../../../lib/keys.js";
import { prefs } from "../../../lib/prefs.js";
import { writeQuery } from "../../../lib/query.js";
import { useStore } from "../../../lib/store.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { ErrorState, ProgressLine, SkeletonRows } from "../../../ui/States.jsx";
import { calendarFilters, listInterviews } from "../api.js";
import { apiHref } from "../../../api/href.js";
import { FilterBar } from "../parts/FilterBar.jsx";
import { Fortnight } from "../parts/Fortnight.jsx";
import { InterviewList } from "../parts/InterviewList.jsx";
import { isHeld, shownOn } from "../listing.js";
import { listAddress, parted, readState, soon, withToggled } from "../rules.js";
import { useTypedFilters } from "../useTypedFilters.js";
import { deviceZone } from "../zones.js";
import "../interviews.css";

/** One's own interviews: what is ahead, what waits for a word, what was. The address holds the filters. */
export default function Interviews() {
  const { person, known } = useSession();
  return (
    <Page title="Interviews" class="page interviews">
      {person ? (
        <Mine />
      ) : (
        <>
          <Heading>My interviews</Heading>
          {known && (
            <SignInNeeded sentence="Your interviews are yours alone.">
              Sign in to note dates, rounds and what was asked, and to have them in your calendar.
            </SignInNeeded>
          )}
        </>
      )}
    </Page>
  );
}

function Mine() {
  const { url, route } = useLocation();
  const state = readState(url.split("?")[1] ?? "");
  const now = Date.now();
  const { data, problem, loading, slow, reload } = useResource(listAddress(state), (signal) => listInterviews(state, signal), { behindView: true });
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const go = (/** @type {import("../rules.js").ListState} */ next) => route(listAddress(next), true);
  const typed = useTypedFilters(state, go);
  useKeys([
    { keys: ["/"], label: "search", group: "Lists", run: () => field.current?.select() },
    { keys: ["N"], label: "add an interview", group: "Interviews", status: { at: 3, label: "add" }, run: () => route("/interviews/new") },
  ]);
  const { side } = useStore(prefs);
  const rows = shownOn(data?.results ?? [], side, state.purpose);
  const parts = parted(
    rows.filter((row) => !isHeld(row)),
    now,
  );
  const clear = () => typed.change(readState(""));
  return (
    <>
      <Head running={rows.find((row) => isHeld(row) && row.state === "in_progress")} any={rows.length > 0} parts={parts} now={now} state={state} side={side} />
      {parts.ahead.length > 0 && <Fortnight interviews={parts.ahead} now={now} />}
      <FilterBar
        state={typed.state}
        facets={data?.facets}
        text={typed.state.q}
        field={field}
        onText={(q) => typed.change({ ...typed.state, q })}
        onChange={typed.change}
        onToggle={(group, value) => go(withToggled(state, group, value))}
        onClear={clear}
      />
      <ProgressLine shown={loading && slow && data !== undefined} />
      {problem ? <ErrorState what="Your interviews did not load." problem={problem} onRetry={reload} /> : <Body page={data} slow={slow} state={state} now={now} side={side} onClear={clear} />}
    </>
  );
}

/** @param {{ page: import("../api.js").InterviewPage | undefined, slow: boolean, state: import("../rules.js").ListState, now: number, side: import("../listing.js").Side, onClear: () => void }} props */
function Body({ page, slow, state, now, side, onClear }) {
  if (!page) return slow ? <SkeletonRows rows={5} label="Loading interviews" /> : null;
  const address = listAddress(state);
  return <InterviewList key={address} page={page} now={now} side={side} purposes={state.purpose} filtered={address !== "/interviews"} onClear={onClear} />;
}

/** @param {{ running: import("../rules.js").Interview | undefined, any: boolean, parts: ReturnType<typeof parted<import("../rules.js").Interview>>, now: number, state: import("../rules.js").ListState, side: import("../listing.js").Side }} props */
function Head({ running, any, parts, now, state, side }) {
  const calendar = apiHref(`/api/v1/interviews/?${writeQuery(calendarFilters(state))}`);
  return (
    <header class="interviews__head">
      <div>
        <Heading>My interviews</Heading>
        <p class="page__lead interviews__lead">
          {running && <Runs interview={running} />}
          {aheadWords(parts.ahead, now) || (!running && emptyLead(side))}
        </p>
      </div>
      <div class="interviews__actions no-print">
        {any && (
          <a class="button button--secondary" href={calendar} download>
            Calendar file
          </a>
        )}
        <Button look={side === "interviewer" ? "primary" : "secondary"} href={side === "interviewer" ? "/start-now" : "/start-now?purpose=mock"}>
          {side === "interviewer" ? "Start now" : "Mock interview"}
        </Button>
        <Button look={side === "interviewer" ? "secondary" : "primary"} icon="plus" href="/interviews/new">
          Add interview
        </Button>
      </div>
    </header>
  );
}

/** The way back into what is under way. @param {{ interview: import("../rules.js").Interview }} props */
function Runs({ interview: { id, candidate_name: candidate, name } }) {
  return (
    <>
      Running now:{" "}
      <a class="link" href={`/interviews/${id}`}>
        {candidate || name}
      </a>
      .{" "}
    </>
  );
}

/** @param {ReadonlyArray<import("../rules.js").Interview>} ahead @param {number} now */
function aheadWords(ahead, now) {
  const next = ahead.find(({ starts_at: start }) => start);
  if (!next?.starts_at) return "";
  const when = [soon(next.starts_at, now), `${moment(next.starts_at, deviceZone())} your time`].filter(Boolean).join(", ");
  return `${ahead.length} ahead. Next: ${next.name}, ${when}.`;
}

/** @param {import("../listing.js").Side} side */
const emptyLead = (side) => (side === "interviewer" ? "Those that you hold, and those of your own." : "Dates, rounds and what was asked; yours alone.");
