import { Fragment } from "preact";
import { clock, timetable } from "../rules.js";

/** What is said and asked, minute by minute. @param {{ kit: import("../api.js").Kit }} props */
export function RunSheet({ kit }) {
  const { items, closingAt, ends } = timetable(kit);
  return (
    <ol class="run">
      <Stretch at={0} minutes={kit.opening_minutes} total={ends}>
        <h2>Opening</h2>
        <p class="run__script voice">{kit.opening_script}</p>
      </Stretch>
      {items.map(({ item, at }) => (
        <Fragment key={item.id}>
          {item.pause > 0 && (
            <Stretch at={at - item.pause} minutes={item.pause} total={ends}>
              <p class="caption">Break</p>
            </Stretch>
          )}
          <Stretch at={at} minutes={item.minutes} total={ends}>
            {item.part && <h2 class="run__part label">{item.part}</h2>}
            <Asked item={item} />
          </Stretch>
        </Fragment>
      ))}
      <Stretch at={closingAt} minutes={kit.closing_minutes} total={ends}>
        <h2>Closing</h2>
        <p class="run__script voice">{kit.closing_script}</p>
      </Stretch>
    </ol>
  );
}

/**
 * A line of the timetable: when it begins, how much of the whole it takes, what happens.
 *
 * @param {{ at: number, minutes: number, total: number, children: import("preact").ComponentChildren }} props
 */
function Stretch({ at, minutes, total, children }) {
  return (
    <li class="run__stretch">
      <div class="run__time">
        <span class="mono">{clock(at)}</span>
        <span class="caption">{minutes} min</span>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="run__whole" width="100" height="4" />
          <rect x={(at / total) * 100} width={(minutes / total) * 100} height="4" />
        </svg>
      </div>
      <div>{children}</div>
    </li>
  );
}

/** @param {{ item: import("../api.js").KitItem }} props */
function Asked({ item }) {
  return (
    <>
      <h2 class="run__question voice">
        <a href={`/questions/${item.question.slug}`}>{item.prompt}</a>
      </h2>
      <p class="caption">
        {item.required ? "Asked of everyone" : "If time allows"}; version {item.version} of the question
      </p>
      {item.probes.length > 0 && (
        <ul class="run__probes">
          {item.probes.map((probe) => (
            <li key={probe} class="voice">
              {probe}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
