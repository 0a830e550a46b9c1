import { shortName } from "../../../lib/format.js";
import { Plot } from "../../../ui/plots/Plot.jsx";
import { isBehind, percent, shortDay, spoken } from "../rules.js";

/** @typedef {import("../shapes.d.ts").Readiness} ReadinessBlock */
/** @typedef {import("../shapes.d.ts").QualityReadiness} QualityReadiness */

/** @param {number | null} recall */
const cell = (recall) => percent(recall) ?? "none yet";

/**
 * How much of what was practised would be recalled: by quality, and by the minutes a day that are left for it.
 *
 * @param {{ readiness: ReadinessBlock, next: import("../shapes.d.ts").NextInterview | null }} props
 */
export function Readiness({ readiness, next }) {
  const { on, qualities, by_minutes: byMinutes } = readiness;
  const rows = qualities.map(({ quality, now, four_weeks_ago: was, on_the_day: then, seen, questions }) => [quality.name, cell(now), cell(was), ...(on ? [cell(then)] : []), `${seen} of ${questions}`]);
  return (
    <>
      <section class="block readiness">
        <Plot heading title="Your eight qualities" summary={qualities.map(spoken).join(". ")} columns={["Quality", "Now", "Four weeks ago", ...(on ? ["On the day"] : []), "Practised"]} rows={rows}>
          <Legend on={on} />
          <ol class="qualities">
            {qualities.map((quality) => (
              <Quality key={quality.quality.slug} readiness={quality} />
            ))}
          </ol>
        </Plot>
        <p class="caption readiness__how">
          Of 100 questions of a quality, how many you would recall; those you never practised count as not known. Amber: fewer than four weeks ago.
        </p>
      </section>
      {byMinutes.some(({ recall }) => recall > 0) && <ByMinutes on={on} points={byMinutes} forWhom={next?.organization} />}
    </>
  );
}

/** @param {{ on: string | null }} props */
function Legend({ on }) {
  return (
    <p class="caption qualities__legend">
      <span>
        <i class="qualities__key-now" />
        recall today
      </span>
      <span>
        <i class="qualities__key-was" />
        four weeks ago
      </span>
      {on && (
        <span>
          <i class="qualities__key-then" />
          on the day
        </span>
      )}
    </p>
  );
}

/** Bar, tick and mark stand at shares of the width, so that the drawing fits any column. @param {{ readiness: QualityReadiness }} props */
function Quality({ readiness }) {
  const { quality, now, four_weeks_ago: was, on_the_day: then } = readiness;
  return (
    <li class={isBehind(readiness) ? "qualities__behind" : undefined}>
      <span>{shortName(quality.name)}</span>
      <svg width="100%" height="11" focusable="false">
        <rect class="qualities__track" y="2" width="100%" height="7" />
        {now !== null && <rect class="qualities__now" y="2" width={`${percent(now)}%`} height="7" />}
        {was !== null && <rect class="qualities__was" x={`${percent(was)}%`} width="2" height="11" />}
        {then !== null && (
          <svg class="qualities__then" x={`${percent(then)}%`} y="5.5">
            <path d="M0-4.2 4.2 0 0 4.2-4.2 0Z" />
          </svg>
        )}
      </svg>
      <span class="qualities__value">{percent(now) ?? <span class="qualities__none">none</span>}</span>
    </li>
  );
}

const WIDTH = 300;
const HEIGHT = 96;
const FLOOR = 74;

/**
 * More minutes a day, more recalled on the day: one line, each point with its number.
 *
 * @param {{ on: string | null, points: ReadinessBlock["by_minutes"], forWhom: string | undefined }} props
 */
function ByMinutes({ on, points, forWhom }) {
  const known = points.map(({ minutes, recall }) => ({ minutes, value: percent(recall) ?? 0 }));
  const most = Math.max(...known.map(({ minutes }) => minutes), 1);
  const at = (/** @type {number} */ minutes) => 14 + (minutes / most) * (WIDTH - 42);
  const height = (/** @type {number} */ value) => FLOOR - (value / 100) * (FLOOR - 18);
  const title = on ? `Recall on ${shortDay(on)}` : "Recall in four weeks";
  const summary = known.map(({ minutes, value }) => `${minutes === 0 ? "without practice" : `with ${minutes} minutes a day`} ${value} of 100`).join(", ");
  return (
    <section class="block by-minutes">
      <Plot heading title={title} summary={`${title}: ${summary}`} columns={["Minutes a day", "Of 100 recalled"]} rows={known.map(({ minutes, value }) => [minutes, value])}>
        <p class="caption">by minutes a day{forWhom ? `, at ${forWhom}` : ""}; of 100</p>
        <svg class="by-minutes__plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
          <line class="by-minutes__base" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
          <polyline points={known.map(({ minutes, value }) => `${at(minutes)},${height(value)}`).join(" ")} />
          {known.map(({ minutes, value }) => (
            <g key={minutes}>
              <circle cx={at(minutes)} cy={height(value)} r="3.5" />
              <text class="by-minutes__value" x={at(minutes)} y={height(value) - 8}>
                {value}
              </text>
              <text x={at(minutes)} y={HEIGHT - 6}>
                {minutes === 0 ? "none" : `${minutes} min`}
              </text>
            </g>
          ))}
        </svg>
      </Plot>
    </section>
  );
}
