import { useEffect, useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { Heading } from "../../../ui/Page.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { STATES } from "../rules.js";
import { getKit, getRubric } from "./api.js";
import { Arrangements } from "./Arrangements.jsx";
import { AskElse } from "./AskElse.jsx";
import { ticked } from "./card.js";
import { CardSide } from "./CardSide.jsx";
import { clockAt, isPaused } from "./clock.js";
import { Clock } from "./Clock.jsx";
import { FinishDialog } from "./FinishDialog.jsx";
import { withPending } from "./items.js";
import { KitSide } from "./KitSide.jsx";
import { ASKED, criteriaOf, isOwnCard, keepsTime, leftItem } from "./running.js";
import { useCard, useItems } from "./useKeepers.js";
import { useRun } from "./useRun.js";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

const SIDES = /** @type {const} */ ([
  { value: "kit", label: "Kit" },
  { value: "card", label: "Scorecard" },
]);

/**
 * All that the run needs: the kit, what was asked, one's own card, the clock and one's place in the kit.
 *
 * @param {Interview} interview
 * @param {string} person
 */
function useRunning(interview, person) {
  const rates = isOwnCard(interview, person);
  const card = useCard(interview.id, person, rates);
  const asking = useItems(interview.id, person);
  const { slug = "" } = interview.kit ?? {};
  const kit = useResource(slug ? `${slug} ${interview.kit_version}` : null, (signal) => getKit({ slug, version: interview.kit_version }, signal));
  const items = withPending(asking.state.items, asking.state.pending);
  const running = interview.state === "in_progress";
  const timing = running && keepsTime(interview);
  const left = (/** @type {string} */ key, /** @type {number} */ since) => {
    const change = timing && leftItem(items.find(({ id }) => id === key), clockAt(course, Date.now()) - clockAt(course, since), since);
    if (change) asking.keeper.change(key, change);
  };
  const startedAt = Date.parse(interview.started_at ?? "");
  const place = useRun(interview.id, startedAt, items, { timing, onLeave: left });
  const course = { startedAt, finishedAt: interview.finished_at ? Date.parse(interview.finished_at) : null, pauses: place.run.pauses };
  useAsked(timing && place.moved && !isPaused(course.pauses) ? items.find(({ id }) => id === place.run.current) : undefined, place.run.since, asking.keeper);
  return { rates, card, asking, kit, items, running, course, place, leave: place.leave };
}

/**
 * What one has stayed at for a while is asked: the others of the panel see where the conversation is.
 *
 * @param {import("./items.js").Item | undefined} item the current one, on the device that keeps the time
 * @param {number} since when it was begun
 * @param {import("./items.js").ItemKeeper} keeper
 */
function useAsked(item, since, keeper) {
  const open = item && !item.asked && !item.asked_at ? item.id : "";
  useEffect(() => {
    if (!open) return undefined;
    const timer = setTimeout(() => keeper.change(open, { asked: "yes", asked_at: new Date(since).toISOString() }), Math.max(0, since + ASKED * 1000 - Date.now()));
    return () => clearTimeout(timer);
  }, [open, since]);
}

/**
 * The run of an interview: the kit with its clock on one side, one's own scorecard on the other.
 *
 * @param {{ interview: Interview, etag: string | undefined, person: string, onChanged: (taken: Taken) => void, onLook: () => Promise<void> }} props
 */
export function Running({ interview, etag, person, onChanged, onLook }) {
  const [side, setSide] = useState(/** @type {"kit" | "card"} */ ("kit"));
  const { rates, card, asking, kit, items, running, course, place, leave } = useRunning(interview, person);
  const { run, pause } = place;
  const stamping = { item: items.find(({ id }) => id === run.current)?.id ?? null, course, items };
  return (
    <div class={`held held--${side}`}>
      <div class="held__switch">
        <Segmented legend="What is shown" options={SIDES} value={side} onChange={setSide} wide />
      </div>
      <section class="held__kit" aria-label="Kit">
        <Head interview={interview} etag={etag} course={course} running={running} onPause={pause} onChanged={onChanged} onFinish={leave} />
        <AskingProblems asking={asking} />
        {asking.ready && <Asking interview={interview} rates={rates} running={running} course={course} kit={kit.data} items={items} place={place} card={card} asking={asking.keeper} />}
        {!asking.ready && !asking.problem && <SkeletonText label="Loading the questions" />}
      </section>
      <section class="held__card" aria-label={rates ? "Your scorecard" : "Your part"}>
        {rates ? <Rated card={card} kit={kit} interview={interview} person={person} stamping={stamping} onLook={onLook} /> : <NoCard interview={interview} />}
      </section>
    </div>
  );
}

/**
 * The questions, once they are here: before that nobody knows which one is asked.
 *
 * @param {{ interview: Interview, rates: boolean, running: boolean, course: import("./clock.js").Course, kit: import("./api.js").Kit | undefined, items: readonly import("./items.js").Item[], place: ReturnType<typeof useRun>, card: ReturnType<typeof useCard>, asking: import("./items.js").ItemKeeper }} props
 */
function Asking({ interview, rates, running, course, kit, items, place, card, asking }) {
  const { run, table, go, move } = place;
  const asks = running && rates;
  return (
    <>
      <KitSide
        kit={kit}
        items={items}
        course={course}
        run={run}
        table={table}
        running={running}
        marks={card.state.mine.marks}
        onGo={go}
        onMove={move}
        onTick={rates && card.keeper.writable ? (item, kind, value) => card.keeper.change((content) => ticked(content, item, kind, value)) : undefined}
        onAsked={asks ? (item, change) => asking.change(item, change) : undefined}
      />
      {asks && <AskElse interview={interview.id} items={items} onAdded={(item) => asking.added(item)} onGo={go} />}
    </>
  );
}

/** @param {{ asking: ReturnType<typeof useItems> }} props */
function AskingProblems({ asking }) {
  const { problem, state, open } = asking;
  return (
    <>
      {problem && <ErrorState what="The questions did not load." problem={problem} onRetry={open} />}
      {state.problem && !state.waiting && <ErrorState what="The last mark was not kept." problem={state.problem} />}
    </>
  );
}

/**
 * The card once its rubric is here: the one of the kit, in the kit's version.
 *
 * @param {{ card: ReturnType<typeof useCard>, kit: import("../../../api/useResource.js").Resource<import("./api.js").Kit>, interview: Interview, person: string, stamping: import("./Notes.jsx").Stamping, onLook: () => Promise<void> }} props
 */
function Rated({ card, kit, interview, person, stamping, onLook }) {
  const wanted = kit.data?.rubric;
  const rubric = useResource(wanted ? `${wanted.slug} ${wanted.version}` : null, (signal) => getRubric({ slug: wanted?.slug ?? "", version: wanted?.version ?? 1 }, signal));
  const problem = card.problem ?? kit.problem ?? rubric.problem;
  if (problem) {
    const again = () => {
      if (card.problem) card.open();
      if (kit.problem) kit.reload();
      if (rubric.problem) rubric.reload();
    };
    return <ErrorState what="Your scorecard did not load." problem={problem} onRetry={again} />;
  }
  if (!rubric.data || !card.ready) return <SkeletonText label="Loading your scorecard" />;
  return <CardSide keeper={card.keeper} state={card.state} criteria={criteriaOf(rubric.data)} interview={interview} person={person} stamping={stamping} onChanged={() => void onLook()} />;
}

/** @param {{ interview: Interview, etag: string | undefined, course: import("./clock.js").Course, running: boolean, onPause: () => void, onChanged: (taken: Taken) => void, onFinish: () => void }} props */
function Head({ interview, etag, course, running, onPause, onChanged, onFinish }) {
  const [open, setOpen] = useState(/** @type {"details" | "finish" | undefined} */ (undefined));
  const close = () => setOpen(undefined);
  const may = interview.allowed_transitions.includes("finish");
  return (
    <>
      <header class="held__head">
        <div>
          <p class="caption">{whatWords(interview)}</p>
          <Heading>{interview.candidate_name || interview.name}</Heading>
        </div>
        <Clock course={course} minutes={interview.minutes} running={running} onPause={onPause} />
      </header>
      <p class="held__acts no-print">
        {interview.purpose === "hiring" && (
          <button type="button" class="text-button" onClick={() => setOpen("details")}>
            Opening, panel and place
          </button>
        )}
        {may && (
          <button type="button" class="text-button" onClick={() => setOpen("finish")}>
            Finish the interview
          </button>
        )}
        {interview.debrief && !running && (
          <a class="link" href={`/debriefs/${interview.debrief}`}>
            Debrief
          </a>
        )}
      </p>
      <FinishDialog open={open === "finish"} interview={interview} onClose={close} onBefore={onFinish} onDone={onChanged} />
      <Dialog open={open === "details"} onClose={close} title="Opening, panel and place" look="sheet">
        <div class="dialog__body">
          <Arrangements interview={interview} etag={etag} onChanged={onChanged} onDone={close} />
        </div>
      </Dialog>
    </>
  );
}

/** @param {Interview} interview */
function whatWords({ title, kit, purpose, state }) {
  const over = state === "in_progress" ? "" : (STATES[state] ?? "").toLowerCase();
  return [title || kit?.name, purpose === "mock" ? "mock" : "", over].filter(Boolean).join(", ");
}

/** Who takes part without rating. @param {{ interview: Interview }} props */
function NoCard({ interview }) {
  const answers = interview.my_roles.includes("candidate");
  const done = interview.state === "complete" && interview.debrief;
  return (
    <EmptyState
      sentence={answers ? "You answer; your partner asks and rates." : "You watch this interview and have no scorecard in it."}
      actions={
        done && (
          <Button look="primary" href={`/debriefs/${interview.debrief}`}>
            Go to the debrief
          </Button>
        )
      }
    >
      {answers ? "What to listen for shows here at the end, and the debrief with it." : "The debrief opens when every scorecard is in."}
    </EmptyState>
  );
}
