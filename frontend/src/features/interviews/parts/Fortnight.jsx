import { moment } from "../../../lib/format.js";
import { deviceZone, wallTime } from "../zones.js";

const DAYS = 14;

/**
 * The next two weeks at a glance, on the reader's own clock.
 *
 * @param {{ interviews: ReadonlyArray<import("../rules.js").Interview>, now: number }} props those ahead
 */
export function Fortnight({ interviews, now }) {
  const zone = deviceZone();
  const days = Array.from({ length: DAYS }, (_, index) => wallTime(new Date(now + index * 86_400_000).toISOString(), zone).slice(0, 10));
  return (
    <ol class="fortnight wide-only" aria-label="The next two weeks">
      {days.map((day, index) => (
        <Day key={day} day={day} today={index === 0} interviews={interviews.filter(({ starts_at: start }) => start && wallTime(start, zone).startsWith(day))} zone={zone} />
      ))}
    </ol>
  );
}

/** @param {{ day: string, today: boolean, interviews: ReadonlyArray<import("../rules.js").Interview>, zone: string }} props */
function Day({ day, today, interviews, zone }) {
  const date = new Date(`${day}T12:00:00Z`);
  const free = [0, 6].includes(date.getUTCDay());
  const weekday = date.toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" });
  return (
    <li class={`fortnight__day${today ? " fortnight__day--today" : ""}${free ? " fortnight__day--free" : ""}`} aria-current={today ? "date" : undefined}>
      <span class="fortnight__date">
        {weekday} <b>{date.getUTCDate()}</b>
      </span>
      {interviews.map((interview) => (
        <a key={interview.id} href={`/interviews/${interview.id}`}>
          <b>{moment(interview.starts_at ?? "", zone).split(", ")[1]}</b> {interview.organization || interview.candidate_name || interview.name}
        </a>
      ))}
    </li>
  );
}
