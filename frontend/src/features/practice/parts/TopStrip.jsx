import { useStore } from "../../../lib/store.js";
import { Button, IconButton } from "../../../ui/Button.jsx";
import { Glyph } from "../../../ui/Icon.jsx";
import { clock, stripWords, took } from "../rules.js";
import { useEffect, useState } from "preact/hooks";

/** @typedef {import("../deck.js").Item} Item */

/**
 * The head of a session: one bar a card, the clock, the way out.
 *
 * @param {{ items: Item[], at: number, about: string, timer: ReturnType<typeof import("../useClock.js").useClock>, usual: number | undefined, running: boolean, onEnd: () => void }} props
 */
export function TopStrip({ items, at, about, timer, usual, running, onEnd }) {
  return (
    <header class="practice-top">
      <a class="practice-top__home wide-only" href="/" aria-label="Vivavoce, leave practice">
        <Glyph />
      </a>
      <span class="narrow-only">
        <IconButton icon="close" label="End session" onClick={onEnd} />
      </span>
      <p class="practice-top__title wide-only">
        <b>Practice</b> <span>{about}</span>
      </p>
      <div class="practice-top__progress">
        <Strip items={items} at={at} />
        <span class="wide-only">
          <b>{at + 1}</b> of {items.length}
        </span>
      </div>
      <Clock minutes={items[at].minutes} timer={timer} usual={usual} running={running} />
      <span class="wide-only">
        <Button small shortcut="Esc" onClick={onEnd}>
          End session
        </Button>
      </span>
    </header>
  );
}

/** One bar a card: height and colour are its grade. @param {{ items: Item[], at: number, large?: boolean }} props */
export function Strip({ items, at, large }) {
  return (
    <span class={`strip${large ? " strip--large" : ""}`} role="img" aria-label={stripWords(items, at)}>
      {items.map(({ grade }, index) => (
        <i key={index} class={grade ? `strip__${grade}` : index === at ? "strip__now" : undefined} />
      ))}
    </span>
  );
}

/** @param {{ minutes: number, timer: ReturnType<typeof import("../useClock.js").useClock>, usual: number | undefined, running: boolean }} props */
function Clock({ minutes, timer: { seconds, paused, setPaused }, usual, running }) {
  const [hidden, setHidden] = useState(false);
  const now = useStore(seconds);
  const planned = minutes * 60;
  if (hidden) {
    return (
      <div class="clock">
        <button type="button" class="text-button" onClick={() => setHidden(false)}>
          Show the clock
        </button>
      </div>
    );
  }
  return (
    <div class={`clock${now > planned ? " clock--over" : ""}`}>
      <svg class="clock__line wide-only" viewBox="0 0 120 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="clock__scale" width="120" height="3" y="3" />
        <rect class="clock__taken" width={Math.min(1, now / planned) * 120} height="3" y="3" />
        {usual && usual < planned && <rect class="clock__usual" x={(usual / planned) * 120} width="1" height="9" />}
      </svg>
      <span role="timer" aria-label={`${clock(now)} of ${clock(planned)}${usual ? `, usually ${clock(usual)}` : ""}`} title={usual ? `You usually take ${took(usual)}` : undefined}>
        <b>{clock(now)}</b> <span class="wide-only">of {clock(planned)}</span>
      </span>
      {running && <IconButton icon={paused ? "play" : "pause"} label={paused ? "Go on timing" : "Pause the clock"} onClick={() => setPaused(!paused)} />}
      <button type="button" class="text-button wide-only" onClick={() => setHidden(true)}>
        Hide
      </button>
      <TimeLeft left={planned - now} running={running} />
    </div>
  );
}

/** Said aloud at one minute and at the end, never else. @param {{ left: number, running: boolean }} props */
function TimeLeft({ left, running }) {
  const [said, setSaid] = useState("");
  const mark = left <= 0 ? "The planned time is over. Take what you need." : left <= 60 && left > 58 ? "One minute left." : "";
  useEffect(() => {
    if (running && mark) setSaid(mark);
  }, [mark, running]);
  return (
    <span class="sr-only" role="status">
      {running ? said : ""}
    </span>
  );
}
