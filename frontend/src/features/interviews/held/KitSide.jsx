import { useEffect, useRef } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { CLOSING, clockAt, numbered, OPENING, planOf, spell } from "./clock.js";
import { Current } from "./Current.jsx";
import { PlanStrip } from "./PlanStrip.jsx";

/** @typedef {import("./items.js").Item} Item */

/**
 * @typedef {object} KitSideProps
 * @property {import("./api.js").Kit | undefined} kit
 * @property {readonly Item[]} items
 * @property {import("./clock.js").Course} course
 * @property {import("./useRun.js").Run} run where this device looks
 * @property {import("./useRun.js").Place} table where the conversation is
 * @property {boolean} running
 * @property {Record<string, import("./card.js").Marks>} marks
 * @property {(key: string) => void} onGo
 * @property {(by: number) => void} onMove
 * @property {(item: string, kind: "heard" | "probes", value: any) => void} [onTick]
 * @property {(item: string, change: import("./items.js").Change) => void} [onAsked]
 */

/** The plan of the hour: what was, what is asked now, what comes. @param {KitSideProps} props */
export function KitSide({ kit, items, course, run, table, running, marks, onGo, onMove, onTick, onAsked }) {
  useKeys([
    { keys: ["J"], label: "next question", group: "Interview", status: { at: 1, label: "question" }, run: () => onMove(1) },
    { keys: ["K"], label: "question before", group: "Interview", status: { at: 1, label: "question" }, run: () => onMove(-1) },
  ]);
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  useEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), [run.current]);
  const stretch = (/** @type {string} */ key, /** @type {string} */ title, /** @type {string} */ script, /** @type {number} */ minutes) => (
    <Talk key={key} title={title} script={script} minutes={minutes} current={run.current === key} onGo={() => onGo(key)} />
  );
  return (
    <>
      <PlanStrip plan={planOf(kit, items)} items={items} course={course} place={table} running={running} />
      <ol class="held-list" ref={list}>
        {stretch(OPENING, "Welcome, and how the time will go", kit?.opening_script ?? "", kit?.opening_minutes ?? 0)}
        {items.flatMap((item) => [
          (item.part || item.pause > 0) && <Part key={`part-${item.id}`} item={item} />,
          item.id === run.current ? (
            <li key={item.id} class="held-list__current" aria-current="step">
              <Current
                item={item}
                since={run.since}
                timed={running && table.current === item.id ? table.since : undefined}
                course={course}
                marks={marks[item.id]}
                onTick={onTick && ((kind, value) => onTick(item.id, kind, value))}
                onAsked={onAsked && ((change) => onAsked(item.id, change))}
              />
            </li>
          ) : (
            <Line key={item.id} item={item} course={course} onGo={() => onGo(item.id)} />
          ),
        ])}
        {stretch(CLOSING, "Their questions, and when they will hear from us", kit?.closing_script ?? "", kit?.closing_minutes ?? 0)}
      </ol>
    </>
  );
}

/** Where a part of a longer day begins, and the break before it. @param {{ item: Item }} props */
function Part({ item: { part, pause } }) {
  return (
    <li class="held-list__part label">
      <span>{part}</span>
      {pause > 0 && <span>Break, {pause} min</span>}
    </li>
  );
}

/** @type {Record<string, string>} */
const STATES = { yes: "asked", no: "not asked", reworded: "reworded" };

/** A question that was or will be. @param {{ item: Item, course: import("./clock.js").Course, onGo: () => void }} props */
function Line({ item, course, onGo }) {
  const { asked, asked_at: at, seconds, minutes } = item;
  return (
    <li class={asked ? "held-list__done" : undefined}>
      <button type="button" class="held-list__line" onClick={onGo}>
        <span class="mono">{numbered(item.number)}</span>
        <span class="voice">{item.question.name}</span>
        <span class="held-list__time">
          {seconds > 0 ? (
            <>
              <b>{spell(seconds)}</b> of {minutes}
            </>
          ) : (
            `${minutes} min`
          )}
          {asked && (
            <span class="held-list__asked">
              {STATES[asked]}
              {at && asked !== "no" && ` ${spell(clockAt(course, Date.parse(at)))}`}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** What is said at both ends. @param {{ title: string, script: string, minutes: number, current: boolean, onGo: () => void }} props */
function Talk({ title, script, minutes, current, onGo }) {
  if (!current) {
    return (
      <li>
        <button type="button" class="held-list__line held-list__line--talk" onClick={onGo}>
          <span />
          <span>{title}</span>
          <span class="held-list__time">{minutes > 0 && `${minutes} min`}</span>
        </button>
      </li>
    );
  }
  return (
    <li class="held-list__current" aria-current="step">
      <div class="held-current">
        <p class="held-current__top">
          <span />
          <span class="held-current__spent">{minutes > 0 && `${minutes} min`}</span>
        </p>
        <h2 class="held-current__title">{title}</h2>
        {script && <p class="held-current__script voice">{script}</p>}
      </div>
    </li>
  );
}
