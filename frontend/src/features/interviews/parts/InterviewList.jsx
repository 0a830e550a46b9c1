import { useLocation } from "preact-iso";
import { useRef, useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { EmptyState, ErrorState } from "../../../ui/States.jsx";
import { nextInterviews } from "../api.js";
import { sectionsOf, shownOn } from "../listing.js";
import { InterviewRow } from "./InterviewRow.jsx";

/**
 * The three parts of the list, or why there is nothing in it.
 *
 * @param {{ page: import("../api.js").InterviewPage, now: number, side: import("../listing.js").Side, purposes: readonly string[], filtered: boolean, onClear: () => void }} props
 */
export function InterviewList({ page, now, side, purposes, filtered, onClear }) {
  const [more, setMore] = useState(/** @type {import("../api.js").InterviewPage | undefined} */ (undefined));
  const all = [...page.results, ...(more?.results ?? [])];
  const rows = shownOn(all, side, purposes);
  const next = more ? more.next : page.next;
  const grow = useSend(nextInterviews, ({ data }) => setMore({ ...data, results: [...(more?.results ?? []), ...data.results] }));
  if (rows.length === 0) return <Nothing filtered={filtered} side={side} onClear={onClear} />;
  return (
    <>
      <Sections sections={sectionsOf(rows, now, side)} now={now} />
      {rows.length < all.length && <p class="caption">Interviews for hiring are on the interviewer’s side, or under Filters.</p>}
      {next && (
        <p class="state__actions">
          <Button working={grow.working} onClick={() => void grow.run(next)}>
            Show older
          </Button>
        </p>
      )}
      {grow.problem && next && <ErrorState what="The older interviews did not load." problem={grow.problem} onRetry={() => void grow.run(next)} />}
    </>
  );
}

/** @param {{ sections: ReadonlyArray<{ title: string, note: string, rows: ReadonlyArray<import("../rules.js").Interview> }>, now: number }} props */
function Sections({ sections, now }) {
  const { route } = useLocation();
  const [current, setCurrent] = useState("");
  const element = useRef(/** @type {HTMLDivElement | null} */ (null));
  const rows = sections.flatMap((section) => section.rows);
  const move = (/** @type {number} */ by) => {
    const at = rows.findIndex(({ id }) => id === current);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    setCurrent(next.id);
    /** @type {HTMLElement | null | undefined} */ (element.current?.querySelector(`a[href="/interviews/${next.id}"]`))?.focus();
  };
  useKeys([
    { keys: ["J"], label: "down", group: "Lists", status: { at: 1, label: "move" }, run: () => move(1) },
    { keys: ["K"], label: "up", group: "Lists", status: { at: 1, label: "move" }, run: () => move(-1) },
    { keys: ["Enter"], label: "open", group: "Lists", status: { at: 2, label: "open" }, run: () => current && route(`/interviews/${current}`) },
  ]);
  return (
    <div ref={element}>
      {sections
        .filter((section) => section.rows.length > 0)
        .map((section) => (
          <section key={section.title} class="interviews__part">
            <h2>
              {section.title} <span class="caption">{section.rows.length}</span>
            </h2>
            {section.note && <p class="caption">{section.note}</p>}
            <ul>
              {section.rows.map((interview) => (
                <InterviewRow key={interview.id} interview={interview} now={now} current={interview.id === current} onFocus={() => setCurrent(interview.id)} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** @param {{ filtered: boolean, side: import("../listing.js").Side, onClear: () => void }} props */
function Nothing({ filtered, side, onClear }) {
  if (filtered) {
    return (
      <EmptyState
        sentence="None of your interviews fits these filters."
        actions={
          <Button small onClick={onClear}>
            Show all
          </Button>
        }
      >
        Fewer filters or other words will find more.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      sentence="No interview is noted yet."
      actions={
        side === "interviewer" ? (
          <Button look="primary" href="/start-now">
            Start now
          </Button>
        ) : (
          <Button look="primary" icon="plus" href="/interviews/new">
            Add interview
          </Button>
        )
      }
    >
      {side === "interviewer" ? "Choose a kit, type a name, and it begins." : "Add the next one: its date goes into your calendar, and what they asked has a place afterwards."}
    </EmptyState>
  );
}
