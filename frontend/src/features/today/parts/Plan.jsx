import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { counted } from "../../../lib/format.js";
import { Segmented } from "../../../ui/Segmented.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { allowMinutes } from "../api.js";
import { dayName, longDay } from "../rules.js";

/** @typedef {import("../shapes.d.ts").PlanDay} PlanDay */

const SHOWN = 6;
const CHOICES = [15, 25, 45];

/**
 * The days from now on: how much on each, and where the interview stands.
 *
 * @param {{ plan: import("../shapes.d.ts").Plan, date: string, next: import("../shapes.d.ts").NextInterview | null, onMinutes: () => void }} props
 */
export function Plan({ plan, date, next, onMinutes }) {
  const days = plan.days.slice(0, SHOWN);
  const forWhom = next?.organization || next?.interview.name;
  return (
    <section class="block plan" aria-labelledby="plan">
      <div class="block__head">
        <h2 id="plan">{plan.on && forWhom ? `Plan for ${forWhom}` : "Plan"}</h2>
        <span class="caption">{plan.on ? `until ${longDay(plan.on)}` : "no date to plan for: what is due, day by day"}</span>
        <MinutesADay minutes={plan.minutes_a_day} onMinutes={onMinutes} />
      </div>
      <ol class="plan__days">
        {days.map((day) => (
          <Day key={day.date} day={day} today={date} />
        ))}
      </ol>
      <Questions days={days.filter(({ questions }) => questions.length > 0)} today={date} />
    </section>
  );
}

/** @param {{ day: PlanDay, today: string }} props */
function Day({ day, today }) {
  const { date, interview, questions, minutes } = day;
  const kind = interview ? "interview" : date === today ? "today" : "ahead";
  return (
    <li class={`plan__day plan__day--${kind}`} aria-current={date === today ? "date" : undefined}>
      <span class="plan__name">{dayName(date, today)}</span>
      <span class="plan__dot" aria-hidden="true" />
      <span>
        {interview && (
          <a class="plan__interview" href={`/interviews/${interview.id}`}>
            {interview.name}
          </a>
        )}
        {(!interview || questions.length > 0) && <b>{questions.length > 0 ? counted(questions.length, "question") : "Nothing planned"}</b>}
        {minutes > 0 && <em>about {minutes} min</em>}
      </span>
    </li>
  );
}

/** Which questions stand behind the numbers. @param {{ days: PlanDay[], today: string }} props */
function Questions({ days, today }) {
  if (days.length === 0) return null;
  return (
    <details class="plan__questions">
      <summary>Which questions</summary>
      <dl>
        {days.map(({ date, questions }) => (
          <div key={date}>
            <dt>{dayName(date, today)}</dt>
            <dd>
              <ul>
                {questions.map(({ id, slug, name }) => (
                  <li key={id}>
                    <a class="voice" href={`/questions/${slug}`}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** @param {{ minutes: number, onMinutes: () => void }} props */
function MinutesADay({ minutes, onMinutes }) {
  const [chosen, setChosen] = useState(minutes);
  const { run, problem } = useSend(allowMinutes, onMinutes);
  const choices = [...new Set([...CHOICES, minutes])].sort((one, other) => one - other);
  const choose = (/** @type {number} */ value) => {
    setChosen(value);
    void run(value);
  };
  return (
    <div class="plan__minutes">
      {problem && <ErrorState what="The minutes were not kept." problem={problem} />}
      <span class="caption" aria-hidden="true">
        minutes a day
      </span>
      <Segmented legend="Minutes a day" options={choices.map((value) => ({ value, label: value }))} value={chosen} onChange={choose} />
    </div>
  );
}
