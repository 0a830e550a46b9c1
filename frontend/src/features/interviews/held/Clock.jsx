import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../../ui/Icon.jsx";
import { clockAt, isPaused, spell } from "./clock.js";

/** The time now, once a second while something runs. @param {boolean} running @returns {number} */
export function useNow(running) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/**
 * The clock of the interview. It is advice: it can be paused, and pressing on it hides it.
 *
 * @param {{ course: import("./clock.js").Course, minutes: number, running: boolean, onPause: () => void }} props
 */
export function Clock({ course, minutes, running, onPause }) {
  const now = useNow(running);
  const elapsed = clockAt(course, now);
  const left = minutes * 60 - elapsed;
  const still = isPaused(course.pauses);
  const words = still ? "paused" : leftWords(left);
  return (
    <div class="held-clock">
      <Face time={spell(elapsed)} words={words} over={left < 0} />
      {running && (
        <button type="button" class="button button--secondary held-clock__pause" aria-pressed={still} aria-label={still ? "Let the clock run" : "Pause the clock"} onClick={onPause}>
          <Icon name={still ? "play" : "pause"} />
        </button>
      )}
      <span class="sr-only" role="status">
        {running && warning(left)}
      </span>
    </div>
  );
}

/** @param {{ time: string, words: string, over: boolean }} props */
function Face({ time, words, over }) {
  const [hidden, setHidden] = useState(false);
  if (hidden) {
    return (
      <button type="button" class="held-clock__face" onClick={() => setHidden(false)}>
        Show the clock
      </button>
    );
  }
  return (
    <button type="button" class="held-clock__face" title="Hide the clock" onClick={() => setHidden(true)}>
      <span class="sr-only">Hide the clock: </span>
      <b>{time}</b> <span class={over ? "held-clock__over" : undefined}>{words}</span>
    </button>
  );
}

/** @param {number} left seconds */
const leftWords = (left) => (left >= 0 ? `${spell(left)} left` : `${spell(-left)} over`);

/** Said aloud twice, and otherwise never. @param {number} left */
function warning(left) {
  if (left <= 0) return "The planned time is over.";
  return left <= 60 ? "One minute left." : "";
}
