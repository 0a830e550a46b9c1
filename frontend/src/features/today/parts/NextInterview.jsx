import { useEffect, useState } from "preact/hooks";
import { counted, listed, moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { clock, countdown, stagesOf } from "../rules.js";

/** @typedef {import("../shapes.d.ts").NextInterview} Next */

/** The next interview with what is left until then, and those after it. @param {{ next: Next | null }} props */
export function NextInterview({ next }) {
  if (!next) return <None />;
  const { interview, organization, starts_at: starts, ends_at: ends, time_zone: zone, place } = next;
  return (
    <>
      <section class="block next" aria-labelledby="next">
        <h2 id="next">Next interview</h2>
        <Countdown starts={starts} />
        <p class="next__who">
          <a href={`/interviews/${interview.id}`}>
            {organization && <b>{organization}</b>}
            {organization ? `, ${decapitalised(withoutName(interview.name, organization))}` : interview.name}
          </a>
        </p>
        <p class="next__when">{[`${moment(starts, zone)}${ends ? ` to ${clock(ends, zone)}` : ""}`, place].filter(Boolean).join(", ")}</p>
        <Stages stage={next.stage} />
        <Said label="The advert asks for" lines={next.asks.length > 0 ? [next.asks.join(", ")] : []} />
        <Said label="You want to ask them" lines={next.to_ask} />
      </section>
      {next.after.length > 0 && <After interviews={next.after} zone={zone} />}
    </>
  );
}

function None() {
  return (
    <section class="block next" aria-labelledby="next">
      <h2 id="next">Next interview</h2>
      <p class="block__nothing voice">No interview is ahead.</p>
      <p class="block__advice">With a date, practice is timed for that day.</p>
      <p class="state__actions">
        <Button small href="/interviews/new">
          Add an interview
        </Button>
      </p>
    </section>
  );
}

/** "Halden Freight, technical interview" names the organization once. @param {string} name @param {string} organization */
function withoutName(name, organization) {
  const rest = name.replace(organization, "").replace(/^[\s,:–-]+|[\s,:–-]+$/g, "");
  return rest || "interview";
}

/** Words inside a sentence begin small, abbreviations stay. @param {string} text */
const decapitalised = (text) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** What is left, to the minute. It changes in silence: nobody wants to hear each minute. @param {{ starts: string }} props */
function Countdown({ starts }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const left = countdown(starts, now);
  if (!left) return <p class="next__figure next__figure--now">It has begun</p>;
  const parts = /** @type {const} */ ([
    ["d", left.days, "day"],
    ["h", left.hours, "hour"],
    ["min", left.minutes, "minute"],
  ]);
  const shown = parts.filter(([, value], index) => value > 0 || parts.slice(0, index).some(([, before]) => before > 0));
  return (
    <p class="next__figure" role="timer" aria-label={`In ${listed(shown.map(([, value, word]) => counted(value, word)))}`}>
      {shown.map(([unit, value], index) => (
        <span key={unit} aria-hidden="true">
          <b>{index === 0 ? value : String(value).padStart(2, "0")}</b>
          {unit}
        </span>
      ))}
    </p>
  );
}

/** @param {{ stage: string | null }} props */
function Stages({ stage }) {
  const stages = stagesOf(stage);
  if (stages.length === 0) return null;
  return (
    <ol class="stages" aria-label="Stages of this application">
      {stages.map(({ name, place }) => (
        <li key={name} class={`stages__${place}`} aria-current={place === "here" ? "step" : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}

/** @param {{ label: string, lines: readonly string[] }} props */
function Said({ label, lines }) {
  if (lines.length === 0) return null;
  return (
    <div class="next__said">
      <p class="caption">{label}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** @param {{ interviews: Next["after"], zone: string }} props */
function After({ interviews, zone }) {
  return (
    <section class="block" aria-labelledby="after">
      <h2 id="after">After that</h2>
      <ol class="rows after">
        {interviews.map(({ id, name, starts_at: starts }) => (
          <li key={id}>
            <a href={`/interviews/${id}`}>
              <span class="caption">{moment(starts, zone)}</span>
              <b>{name}</b>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
