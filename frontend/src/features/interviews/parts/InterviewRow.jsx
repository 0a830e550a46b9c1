import { listed, moment } from "../../../lib/format.js";
import { Icon } from "../../../ui/Icon.jsx";
import { apiHref } from "../../../api/href.js";
import { missingCards } from "../held/running.js";
import { PURPOSES, ROUNDS, soon, STATES } from "../rules.js";
import { deviceZone, differ, zoneName } from "../zones.js";

/** @typedef {import("../rules.js").Interview} Interview */

/**
 * One interview of the list: the day, with whom, what became of it. The whole row is one link.
 *
 * @param {{ interview: Interview, now: number, onFocus?: () => void, current?: boolean }} props
 */
export function InterviewRow({ interview, now, onFocus, current }) {
  const { id, starts_at: start, time_zone: zone = "UTC", state } = interview;
  const { who, what } = nameOf(interview);
  return (
    <li class={`interview-row${current ? " interview-row--current" : ""}`}>
      <a class="interview-row__link" href={`/interviews/${id}`} onFocus={onFocus}>
        <DayMark start={start} zone={zone} />
        <span class="interview-row__what">
          <span class="interview-row__name">{who}</span>
          <span class="interview-row__title">{what}</span>
          {interview.purpose !== "tracked" && <span class={`purpose-word purpose-word--${interview.purpose}`}>{PURPOSES[interview.purpose]}</span>}
          <span class="interview-row__meta">
            {metaOf(interview).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </span>
        <span class="interview-row__state">
          <StateWord state={state} purpose={interview.purpose} />
          {state === "scheduled" && <span class="caption">{soon(start, now)}</span>}
        </span>
      </a>
      {start && (
        <a class="icon-button interview-row__file" href={apiHref(`/api/v1/interviews/${id}/?format=ics`)} download aria-label={`Calendar file: ${interview.name}`} title="Calendar file">
          <Icon name="calendar" />
        </a>
      )}
    </li>
  );
}

/** @param {{ start: string | null | undefined, zone: string }} props */
function DayMark({ start, zone }) {
  if (!start) return <span class="interview-row__day caption">no time yet</span>;
  const mine = deviceZone();
  const [day, time] = moment(start, zone).split(", ");
  return (
    <span class="interview-row__day">
      <b>{day}</b>
      <span>{time}</span>
      {differ(start, zone, mine) && (
        <span class="caption">
          {zoneName(zone)}; yours {moment(start, mine).split(", ")[1]}
        </span>
      )}
    </span>
  );
}

/** @param {{ state: string, purpose?: string }} props */
export function StateWord({ state, purpose = "tracked" }) {
  const words = state === "complete" && purpose !== "tracked" ? "Complete" : (STATES[state] ?? state);
  return <span class={`state-word state-word--${state}`}>{words}</span>;
}

/** Who is at the other end of the table, and what for. @param {Interview} interview */
function nameOf({ purpose, candidate_name: candidate, organization, title, round, kit }) {
  const what = title || kit?.name || ROUNDS[round ?? "other"];
  if (purpose === "tracked") return { who: organization, what };
  return { who: candidate || (purpose === "mock" ? "Mock interview" : organization), what };
}

/** @param {Interview} interview */
function metaOf(interview) {
  const { minutes, place, video_link: video, participants = [], has_retrospective: noted, state } = interview;
  const people = participants.filter(({ role }) => interview.purpose === "tracked" || role !== "candidate").map(({ name }) => name).join(", ");
  const cards = state === "in_progress" || state === "awaiting_feedback" ? missingCards(interview) : [];
  return [`${minutes} min`, place || (video ? "video call" : ""), people && `with ${people}`, noted && "notes kept", cards.length > 0 && `no scorecard yet: ${listed(cards)}`].filter((fact) => typeof fact === "string" && fact !== "");
}
