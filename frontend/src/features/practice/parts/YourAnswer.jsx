import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { Marked } from "../../../ui/Marked.jsx";
import { placesOf, TICK_KEYS, took } from "../rules.js";
import { said } from "../matching/marks.js";
import { Replay } from "./RecorderPanel.jsx";

/** @typedef {import("../records.js").Attempt} Attempt */
/** @typedef {import("../api.js").Question} Question */

/**
 * What one said, with the wording that was found marked; the points to tick; the red flags heard.
 *
 * @param {{ attempt: Attempt, question: Question, recording: import("../useRecorder.js").Recording | undefined, onOverrule: (id: string, value: boolean) => void }} props
 */
export function YourAnswer({ attempt, question, recording, onOverrule }) {
  const { body, seconds } = attempt;
  const sentences = [...attempt.found, ...attempt.flags].map(({ sentence }) => sentence);
  return (
    <div class="mine">
      <div class="mine__head">
        <h2>{body.trim() ? "You wrote" : "You said"}</h2>
        {recording ? <Replay recording={recording} /> : <span class="caption">{seconds >= 1 && `in ${took(seconds)}`}</span>}
      </div>
      {body.trim() ? (
        <p class="mine__text voice">
          <Marked text={body} spans={placesOf(body, sentences)} />
        </p>
      ) : (
        <p class="mine__text mine__text--none voice">Aloud. Nothing was written down, so nothing could be looked through.</p>
      )}
      <Flags attempt={attempt} question={question} onOverrule={onOverrule} />
      <Points attempt={attempt} question={question} onOverrule={onOverrule} />
    </div>
  );
}

/** @param {{ attempt: Attempt, question: Question, onOverrule: (id: string, value: boolean) => void }} props */
function Points({ attempt, question, onOverrule }) {
  const points = question.key_points;
  if (points.length === 0) return null;
  const ticked = said(attempt, attempt.overrules);
  const found = attempt.found.filter(({ state }) => state === "found").length;
  const told = attempt.found.some(({ state }) => state !== "cannot_tell");
  return (
    <>
      <div class="ticks__head">
        <h2 id="ticks">Tick what you covered</h2>
        <span class="caption">{told && `wording found for ${found} of ${counted(points.length, "point")}`}</span>
      </div>
      <ol class="ticks" aria-labelledby="ticks">
        {points.map((point, index) => (
          <li key={point.id}>
            <label>
              <input type="checkbox" checked={ticked[point.id] ?? false} aria-describedby={`found-${point.id}`} onChange={(event) => onOverrule(point.id, event.currentTarget.checked)} />
              <span>
                {point.text}
                {point.crucial && <span class="ticks__crucial"> crucial</span>}
              </span>
            </label>
            <span class="ticks__state">{stateWords(attempt, point.id)}</span>
            {TICK_KEYS[index] ? <kbd class="wide-only">{TICK_KEYS[index]}</kbd> : <span class="wide-only" />}
            <p id={`found-${point.id}`} class="ticks__found">
              {foundWords(attempt, point.id)}
            </p>
          </li>
        ))}
      </ol>
      {told && <p class="caption">Matched by wording. A guide, not a grade.</p>}
      {!told && attempt.body.trim() && <p class="caption">Too little running text to say what it covers. A guide, not a grade.</p>}
    </>
  );
}

const STATE_WORDS = { found: "found", not_found: "not found", cannot_tell: "cannot tell" };

/** @param {Attempt} attempt @param {string} id */
function stateWords(attempt, id) {
  const one = attempt.found.find((point) => point.id === id);
  return one && attempt.body.trim() ? STATE_WORDS[one.state] : "";
}

/** @param {Attempt} attempt @param {string} id */
function foundWords(attempt, id) {
  const one = attempt.found.find((point) => point.id === id);
  if (!one || !attempt.body.trim()) return "";
  const yours = attempt.overrules[id];
  if (one.state === "found") return yours === false ? "You say that this was something else." : `Found wording for it: “${one.sentence}”`;
  return yours ? "You say that you covered it." : "";
}

/** @param {{ attempt: Attempt, question: Question, onOverrule: (id: string, value: boolean) => void }} props */
function Flags({ attempt, question, onOverrule }) {
  if (attempt.flags.length === 0) return null;
  return (
    <ul class="flags" aria-label="Red flags that were heard">
      {attempt.flags.map(({ id, sentence }) => {
        const flag = question.red_flags.find((one) => one.id === id);
        const counts = attempt.overrules[id] ?? true;
        return (
          <li key={id} class={counts ? undefined : "flags__off"}>
            <Icon name="flag" />
            <div>
              <p class="voice">“{sentence}”</p>
              <p>
                <b>{flag?.text}</b> {flag?.why}
              </p>
              <Button small onClick={() => onOverrule(id, !counts)}>
                {counts ? "I did not say that" : "It counts after all"}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
