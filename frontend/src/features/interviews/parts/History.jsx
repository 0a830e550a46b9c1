import { moment } from "../../../lib/format.js";
import { eventWords } from "../rules.js";

/** What happened to it, latest first. @param {{ interview: import("../rules.js").Interview }} props */
export function History({ interview }) {
  const events = [...interview.history].reverse();
  return (
    <section class="history">
      <h2>History</h2>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <span>{eventWords(event, interview.time_zone ?? "UTC")}</span>
            {event.note && <q class="voice">{event.note}</q>}
            <time class="caption" dateTime={event.at}>
              {moment(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
