import { useRef } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { Html } from "../../../ui/Html.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { clockAt, numbered, spell } from "./clock.js";
import { useNow } from "./Clock.jsx";

/** @typedef {import("./items.js").Item} Item */

const ASKED = /** @type {const} */ ([
  { value: "yes", label: "Asked" },
  { value: "no", label: "Not asked" },
  { value: "reworded", label: "Reworded" },
]);

/**
 * The current question: the largest thing on the page, with what to listen for and what to ask next.
 *
 * @param {{ item: Item, since: number, timed: number | undefined, course: import("./clock.js").Course, marks: import("./card.js").Marks | undefined, onTick?: (kind: "heard" | "probes", value: any) => void, onAsked?: (change: import("./items.js").Change) => void }} props
 *   since: looked at from then on; timed: asked from then on, where it is what runs; onTick: left out where one has no card; onAsked: where one may not mark
 */
export function Current({ item, since, timed, course, marks, onTick, onAsked }) {
  return (
    <div class="held-current">
      <p class="held-current__top">
        <span class="mono">
          {numbered(item.number)}
          {!item.planned && " not planned"}
        </span>
        <Spent item={item} since={timed} course={course} />
      </p>
      <h2 class="held-current__ask voice">{item.question.name}</h2>
      {item.question.material_html && <Html class="prose material" html={item.question.material_html} />}
      {item.key_points.length > 0 && <ListenFor item={item} heard={marks?.heard ?? []} onTick={onTick} />}
      {item.probes.length > 0 && <Probes item={item} asked={marks?.probes ?? []} onTick={onTick} />}
      <Asked item={item} since={timed ?? since} onAsked={onAsked} />
    </div>
  );
}

/** @param {{ item: Item, since: number | undefined, course: import("./clock.js").Course }} props */
function Spent({ item, since, course }) {
  const now = useNow(since !== undefined);
  const spent = item.seconds + (since === undefined ? 0 : Math.max(0, clockAt(course, now) - clockAt(course, since)));
  return (
    <span class={`held-current__spent${spent > item.minutes * 60 ? " held-current__spent--over" : ""}`}>
      <Icon name="clock" />
      <b>{spell(spent)}</b> of {item.minutes} min
    </span>
  );
}

/** @param {{ item: Item, heard: readonly string[], onTick?: (kind: "heard", value: string) => void }} props */
function ListenFor({ item, heard, onTick }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const next = () => {
    const focused = /** @type {HTMLInputElement | null | undefined} */ (list.current?.querySelector("input:focus"));
    const point = focused?.value ?? item.key_points.find(({ id }) => !heard.includes(id))?.id;
    if (point && onTick) onTick("heard", point);
  };
  useKeys([{ keys: ["X"], label: "heard the next point, or the one in focus", group: "Interview", status: { at: 4, label: "heard it" }, run: next }]);
  return (
    <>
      <h3>
        Listen for
        {onTick && (
          <span class="caption">
            {heard.length} of {item.key_points.length} heard
          </span>
        )}
      </h3>
      <ul class="held-points" ref={list}>
        {item.key_points.map(({ id, text, crucial }) => (
          <li key={id} class={heard.includes(id) ? "held-points__heard" : undefined}>
            <label>
              {onTick ? <input type="checkbox" value={id} checked={heard.includes(id)} onChange={() => onTick("heard", id)} /> : <Tick on={heard.includes(id)} words="Heard: " />}
              <span>
                {text}
                {crucial && <span class="held-points__crucial"> crucial</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A tick that cannot be changed any more. @param {{ on: boolean, words: string }} props */
function Tick({ on, words }) {
  return (
    <i>
      {on && <Icon name="check" />}
      {on && words && <span class="sr-only">{words}</span>}
    </i>
  );
}

/** @param {{ item: Item, asked: readonly number[], onTick?: (kind: "probes", value: number) => void }} props */
function Probes({ item, asked, onTick }) {
  return (
    <>
      <h3>If there is time</h3>
      <ul class="held-probes">
        {item.probes.map((probe, index) => (
          <li key={probe} class={asked.includes(index) ? "held-probes__asked" : undefined}>
            <label>
              {onTick ? <input type="checkbox" checked={asked.includes(index)} onChange={() => onTick("probes", index)} /> : <Tick on={asked.includes(index)} words="" />}
              <span class="voice">{probe}</span>
              {asked.includes(index) && <span class="caption">asked</span>}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Everyone is asked the same; where that was not so, it is said. @param {{ item: Item, since: number, onAsked?: (change: import("./items.js").Change) => void }} props */
function Asked({ item, since, onAsked }) {
  if (!onAsked) return <p class="caption">{ASKED.find(({ value }) => value === item.asked)?.label}</p>;
  const choose = (/** @type {"yes" | "no" | "reworded"} */ asked) => onAsked({ asked, ...(asked !== "no" && !item.asked_at ? { asked_at: new Date(since).toISOString() } : {}) });
  return (
    <div class="held-asked">
      <Segmented legend="Was it asked?" options={ASKED} value={/** @type {any} */ (item.asked)} onChange={choose} />
      {item.required && item.asked === "no" && <span class="caption">Everyone is asked this one: the debrief says that it was left out.</span>}
      {item.asked === "reworded" && (
        <textarea class="field__control voice" rows={2} aria-label="How it was asked instead" placeholder="How it was asked instead" value={item.wording} onInput={(event) => onAsked({ wording: event.currentTarget.value })} />
      )}
    </div>
  );
}
