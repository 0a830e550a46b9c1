import { actualOf, behind, clockAt, courseWords, planned, spell } from "./clock.js";
import { useNow } from "./Clock.jsx";

/** Of the drawing, in its own units. */
const WIDE = 552;

/**
 * Planned above, actual below, on one scale of minutes; and how far the two are apart.
 *
 * @param {{ plan: readonly import("./clock.js").Stretch[], items: readonly import("./items.js").Item[], course: import("./clock.js").Course, place: import("./useRun.js").Place, running: boolean }} props
 */
export function PlanStrip({ plan, items, course, place, running }) {
  const now = useNow(running);
  const elapsed = clockAt(course, now);
  const actual = actualOf(items, course, place, now);
  const whole = Math.max(planned(plan), elapsed, 60);
  const scale = (/** @type {number} */ seconds) => (seconds / whole) * WIDE;
  const late = behind(plan, { current: place.current, begun: actual.at(-1)?.start ?? 0 }, elapsed);
  const words = courseWords(late);
  const spoken = `Planned above, actual below. ${spell(elapsed)} of ${spell(planned(plan))} planned minutes, ${words}.`;
  return (
    <div class="plan-strip">
      <svg viewBox={`0 0 ${WIDE} 54`} role="img" aria-label={spoken} focusable="false">
        <Marks whole={whole} scale={scale} />
        {plan.map((stretch) => (
          <Bar key={stretch.key} stretch={stretch} y={20} look="planned" scale={scale} />
        ))}
        {actual.map((stretch) => (
          <Bar key={stretch.key} stretch={stretch} y={36} look={stretch.running && running ? "running" : "actual"} scale={scale} />
        ))}
        {running && <line class="plan-strip__now" x1={scale(elapsed)} x2={scale(elapsed)} y1="16" y2="53" />}
      </svg>
      <p class="caption">
        <span>planned above, actual below</span>
        {running && <span class={late >= 30 ? "plan-strip__late" : undefined}>{words}</span>}
      </p>
    </div>
  );
}

/** @param {{ stretch: import("./clock.js").Stretch, y: number, look: string, scale: (seconds: number) => number }} props */
function Bar({ stretch: { label, start, length }, y, look, scale }) {
  const width = Math.max(1, scale(length) - 1.5);
  const room = width > label.length * 6.6 + 6;
  return (
    <>
      <rect class={`plan-strip__${look}`} x={scale(start)} y={y} width={width} height="13" />
      {room && (
        <text class={look === "planned" ? undefined : "plan-strip__on"} x={scale(start) + 4} y={y + 10}>
          {label}
        </text>
      )}
    </>
  );
}

/** @param {{ whole: number, scale: (seconds: number) => number }} props */
function Marks({ whole, scale }) {
  const step = whole > 45 * 60 ? 900 : whole > 15 * 60 ? 600 : 300;
  const times = Array.from({ length: Math.floor(whole / step) + 1 }, (_, index) => index * step).filter((time) => time === 0 || whole - time > step / 4 || whole - time < 1);
  return (
    <>
      {times.map((time) => (
        <text key={time} class="plan-strip__mark" x={scale(time)} y="12" text-anchor={time === 0 ? "start" : scale(time) > WIDE - 16 ? "end" : "middle"}>
          {time / 60}
          {time > 0 && whole - time < step ? " min" : ""}
        </text>
      ))}
    </>
  );
}
