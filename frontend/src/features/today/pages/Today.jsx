import { useLocation } from "preact-iso";
import { useSession } from "../../../api/session.js";
import { useResource } from "../../../api/useResource.js";
import { useKeys } from "../../../lib/keys.js";
import { Heading, Page } from "../../../ui/Page.jsx";
import { ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getToday } from "../api.js";
import { Activity } from "../parts/Activity.jsx";
import { Checklist } from "../parts/Checklist.jsx";
import { Due } from "../parts/Due.jsx";
import { Guest } from "../parts/Guest.jsx";
import { NewAccount } from "../parts/NewAccount.jsx";
import { NextInterview } from "../parts/NextInterview.jsx";
import { Plan } from "../parts/Plan.jsx";
import { Readiness } from "../parts/Readiness.jsx";
import { WeakSpots } from "../parts/WeakSpots.jsx";
import { isNew, longDay } from "../rules.js";
import "../days.css";
import "../plots.css";
import "../today.css";
import "../blocks.css";

/** What to do in the next half hour. */
export default function Today() {
  const { person, known } = useSession();
  return (
    <Page title="Today" class="today">
      {known && (person ? <Day key={person.id} /> : <Guest />)}
    </Page>
  );
}

function Day() {
  const { data, problem, slow, reload } = useResource("today", getToday, { behindView: true });
  if (problem) {
    return (
      <>
        <Heading look="hidden">Today</Heading>
        <ErrorState what="Your day did not load." problem={problem} onRetry={reload} />
      </>
    );
  }
  if (!data) return slow ? <SkeletonText label="Loading your day" /> : null;
  return (
    <>
      <header class="today__head">
        <p class="today__date">{longDay(data.date)}</p>
        <Heading look="ask">{data.headline}</Heading>
      </header>
      {isNew(data) ? <NewAccount steps={data.steps} /> : <Columns today={data} reload={reload} />}
    </>
  );
}

/** @param {{ today: import("../api.js").Today, reload: () => void }} props */
function Columns({ today, reload }) {
  useDayKeys(today);
  return (
    <div class="today__columns">
      <div class="today__column">
        <Due due={today.due} minutesADay={today.plan.minutes_a_day} />
        <Plan plan={today.plan} date={today.date} next={today.next_interview} onMinutes={reload} />
        <Checklist steps={today.steps} />
      </div>
      <div class="today__column">
        <NextInterview next={today.next_interview} />
      </div>
      <div class="today__column">
        <Readiness readiness={today.readiness} next={today.next_interview} />
        <WeakSpots spots={today.weak_spots} />
        <Activity activity={today.activity} />
      </div>
    </div>
  );
}

/** @param {import("../api.js").Today} today */
function useDayKeys(today) {
  const { route } = useLocation();
  const next = today.next_interview;
  const toWeakSpots = () => /** @type {HTMLElement | null} */ (document.querySelector(".weak a"))?.focus();
  useKeys([
    { keys: ["P"], label: "start practice", group: "Today", status: { at: 1, label: "practise" }, run: () => route("/practice") },
    { keys: ["N"], label: "the next interview", group: "Today", status: { at: 2, label: "next interview" }, run: () => next && route(`/interviews/${next.interview.id}`) },
    { keys: ["W"], label: "to the weak spots", group: "Today", status: { at: 3, label: "weak spots" }, run: toWeakSpots },
  ]);
}
