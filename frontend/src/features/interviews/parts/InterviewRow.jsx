import { moment } from "../../../lib/format.js";
import { Icon } from "../../../ui/Icon.jsx";
import { apiHref } from "../calendar.js";
import { ROUNDS, soon, STATES } from "../rules.js";
import { deviceZone, differ, zoneName } from "../zones.js";

/** @typedef {import("../rules.js").Interview} Interview */

/**
 * One interview of the list: the day, with whom, what became of it. The whole row is one link.
 *
 * @param {{ interview: Interview, now: number, onFocus?: () => void, current?: boolean }} props
 */
export function InterviewRow({ interview, now, onFocus, current }) {
  const { id, starts_at: start, time_zone: zone = "UTC", title, round, organization, state } = interview;
  return (
    <li class={`interview-row${current ? " interview-row--current" : ""}`}>
      <a class="interview-row__link" href={`/interviews/${id}`} onFocus={onFocus}>
        <DayMark start={start} zone={zone} />
        <span class="interview-row__what">
          <span class="interview-row__name">{organization}</span>
          <span class="interview-row__title">{title || ROUNDS[round ?? "other"]}</span>
          <span class="interview-row__meta">
            {metaOf(interview).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </span>
        <span class="interview-row__state">
          <StateWord state={state} />
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

/** @param {{ state: string }} props */
export function StateWord({ state }) {
  return <span class={`state-word state-word--${state}`}>{STATES[state] ?? state}</span>;
}

/** @param {Interview} interview */
function metaOf({ minutes, place, video_link: video, participants = [], has_retrospective: noted }) {
  const people = participants.map(({ name }) => name).join(", ");
  return [`${minutes} min`, place || (video ? "video call" : ""), people && `with ${people}`, noted && "notes kept"].filter((fact) => typeof fact === "string" && fact !== "");
}
