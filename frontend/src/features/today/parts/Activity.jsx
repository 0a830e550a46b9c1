import { counted } from "../../../lib/format.js";
import { Plot } from "../../../ui/plots/Plot.jsx";
import { monthLabels, shade, SHADES, shortDay, streakWords, weeksOf } from "../rules.js";

const STEP = 15;
const CELL = 13;
const TOP = 14;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** @typedef {import("../shapes.d.ts").Activity} ActivityBlock */

/** Reviews a day as shades, a week a column. A day without is only grey. @param {{ activity: ActivityBlock }} props */
export function Activity({ activity }) {
  const weeks = weeksOf(activity.days);
  if (weeks.length === 0) return null;
  const total = activity.days.reduce((sum, { reviews }) => sum + reviews, 0);
  const active = activity.days.filter(({ reviews }) => reviews > 0).length;
  const rows = weeks.map((week) => [shortDay(week.find(Boolean)?.date ?? ""), ...week.map((day) => day?.reviews ?? "")]);
  const summary = `${counted(total, "review")} on ${active} of the last ${counted(activity.days.length, "day")}; ${activity.streak === 0 ? "none today or yesterday" : counted(activity.streak, "day in a row", "days in a row")}`;
  return (
    <section class="block activity">
      <Plot heading title={streakWords(activity)} summary={summary} columns={["Week of", ...WEEKDAYS]} rows={rows}>
        <Key />
        <HeatMap weeks={weeks} last={activity.days.at(-1)?.date} />
      </Plot>
    </section>
  );
}

function Key() {
  return (
    <p class="caption activity__key">
      0
      {SHADES.map((from, index) => (
        <i key={from} class={`activity__shade-${index}`} />
      ))}
      {SHADES.at(-1)}+ cards a day
    </p>
  );
}

/** @param {{ weeks: ReturnType<typeof weeksOf>, last: string | undefined }} props */
function HeatMap({ weeks, last }) {
  return (
    <svg class="activity__map" viewBox={`0 0 ${weeks.length * STEP} ${TOP + 7 * STEP}`} focusable="false">
      {monthLabels(weeks).map(({ name, week }) => (
        <text key={week} x={week * STEP} y="8">
          {name}
        </text>
      ))}
      {weeks.flatMap((week, column) =>
        week.map(
          (day, row) =>
            day && (
              <rect key={day.date} class={`activity__shade-${shade(day.reviews)}${day.date === last ? " activity__today" : ""}`} x={column * STEP} y={TOP + row * STEP} width={CELL} height={CELL} rx="2">
                <title>{`${shortDay(day.date)}: ${counted(day.reviews, "card")}`}</title>
              </rect>
            ),
        ),
      )}
    </svg>
  );
}
