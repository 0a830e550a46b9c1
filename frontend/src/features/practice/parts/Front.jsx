import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/Button.jsx";
import "../../../ui/field.css";
import { RecorderPanel } from "./RecorderPanel.jsx";

/** @typedef {import("../records.js").Attempt} Attempt */

/**
 * Before the card is turned: say it, record it, or write it; typing stands beside recording.
 *
 * @param {object} props
 * @param {Attempt} props.attempt
 * @param {"say" | "write" | "speak"} props.mode
 * @param {(mode: "write" | "speak") => void} props.onMode
 * @param {(body: string) => void} props.onBody
 * @param {import("../useAttempt.js").Saved} props.saved
 * @param {ReturnType<typeof import("../useRecorder.js").useRecorder>} props.recorder
 * @param {() => void} props.onCommit
 * @param {string} props.hint
 * @param {boolean} props.hinted
 * @param {() => void} props.onHint
 */
export function Front({ attempt, mode, onMode, onBody, saved, recorder, onCommit, hint, hinted, onHint }) {
  return (
    <section class="front" aria-label="Your answer">
      {mode === "say" && (
        <>
          <p class="front__say voice">Say your answer aloud, then turn the card.</p>
          <div class="front__big">
            <Button look="primary" shortcut="Space" onClick={onCommit}>
              Show the answer
            </Button>
          </div>
        </>
      )}
      {mode === "speak" && <RecorderPanel recorder={recorder} />}
      {mode !== "say" && <AnswerField attempt={attempt} notes={mode === "speak"} saved={saved} onBody={onBody} onCommit={onCommit} />}
      <Ways mode={mode} onMode={onMode} onHint={hint && !hinted ? onHint : undefined} />
      <p role="status" class={hinted ? "front__hint" : "sr-only"}>
        {hinted && (
          <>
            <b>Hint</b> {hint}
          </>
        )}
      </p>
    </section>
  );
}

/** @param {{ mode: "say" | "write" | "speak", onMode: (mode: "write" | "speak") => void, onHint: (() => void) | undefined }} props */
function Ways({ mode, onMode, onHint }) {
  return (
    <ul class="front__ways">
      {mode !== "speak" && (
        <li>
          <Button small look="quiet" icon="microphone" shortcut="M" onClick={() => onMode("speak")}>
            Record
          </Button>
        </li>
      )}
      {mode === "say" && (
        <li>
          <Button small look="quiet" icon="keys" shortcut="N" onClick={() => onMode("write")}>
            Type
          </Button>
        </li>
      )}
      {onHint && (
        <li>
          <Button small look="quiet" icon="help" shortcut="H" onClick={onHint}>
            One hint
          </Button>
        </li>
      )}
    </ul>
  );
}

const SAVED = { "": "", here: "Saved on this device", there: "Saved", page: "In this page only: the browser has no room to keep it" };

/** @param {{ attempt: Attempt, notes: boolean, saved: import("../useAttempt.js").Saved, onBody: (body: string) => void, onCommit: () => void }} props */
function AnswerField({ attempt, notes, saved, onBody, onCommit }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const [first] = useState(!notes);
  useEffect(() => {
    if (first) field.current?.focus();
  }, []);
  const listen = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      field.current?.blur();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onCommit();
    }
  };
  return (
    <div class="front__write">
      <label class="label" for="answer">
        {notes ? "What you say, in words, if you want it looked through" : "Your answer, as you would say it"}
      </label>
      <textarea ref={field} id="answer" class="field__control voice" rows={7} maxLength={20_000} value={attempt.body} aria-describedby="answer-saved" onInput={(event) => onBody(event.currentTarget.value)} onKeyDown={listen} />
      <div class="front__commit">
        <Button look="primary" shortcut="Ctrl Enter" onClick={onCommit}>
          {attempt.body.trim() ? "Commit the answer" : "Show the answer"}
        </Button>
        <span id="answer-saved" class="caption" role="status">
          {SAVED[saved]}
        </span>
        <span class="caption front__final wide-only">Once committed it does not change; <kbd>Esc</kbd> leaves the field.</span>
      </div>
    </div>
  );
}
