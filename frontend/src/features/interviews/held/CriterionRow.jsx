import { useLayoutEffect, useRef } from "preact/hooks";
import { counted } from "../../../lib/format.js";
import { missingWords, SCORES } from "./card.js";
import { numbered } from "./clock.js";
import { Notes, NotesRead } from "./Notes.jsx";

/** @typedef {import("./card.js").Note} Note */
/** @typedef {{ slug: string, name: string, share: string, anchors: ReadonlyArray<{ score: number, text: string }> }} Criterion share: "2 of 10 shares", "" when all weigh the same */

/**
 * @typedef {object} RowProps
 * @property {Criterion} criterion
 * @property {number} place from 1
 * @property {import("./card.js").Rating | undefined} rating
 * @property {readonly Note[]} notes
 * @property {boolean} open
 * @property {boolean} asksReason whether "no evidence" was just chosen
 * @property {string} focused id of the note that was just stamped
 * @property {boolean} readOnly
 * @property {import("./Notes.jsx").Stamping} stamping
 * @property {() => void} onOpen
 * @property {(score: number) => void} onScore
 * @property {(reason: string) => void} onReason
 * @property {() => void} onClear
 * @property {(note: Note) => void} onNote
 * @property {(note: Note) => void} onRemove
 * @property {() => void} onStamp
 */

/** One criterion: shut a line with its score, open with all four anchors and the evidence. @param {RowProps} props */
export function CriterionRow(props) {
  const { criterion, place, rating, notes, open, onOpen } = props;
  const heading = `criterion-${criterion.slug}`;
  return (
    <li class={`criterion${open ? " criterion--open" : ""}${rating ? "" : " criterion--empty"}`} id={`row-${criterion.slug}`}>
      <div class="criterion__line">
        <span class="criterion__key mono" aria-hidden="true">
          {place}
        </span>
        <h3 id={heading}>
          <button type="button" aria-expanded={open} onClick={onOpen}>
            {criterion.name}
          </button>
        </h3>
        {open ? (
          <>
            <span class="caption">{criterion.share}</span>
            <span class="caption criterion__from">{fromWords(notes, props.stamping.items)}</span>
          </>
        ) : (
          <>
            <Levels {...props} labelledBy={heading} />
            <span class="criterion__anchor">{anchorWords(props)}</span>
            <span class="caption criterion__count">{notes.length > 0 && counted(notes.length, "note")}</span>
          </>
        )}
      </div>
      {open && <Open {...props} labelledBy={heading} />}
    </li>
  );
}

/** @param {RowProps & { labelledBy: string }} props */
function Open(props) {
  const { criterion, rating, notes, readOnly, stamping, focused, onNote, onRemove, onStamp } = props;
  return (
    <>
      <Levels {...props} anchors />
      <Unassessed {...props} />
      {readOnly ? (
        <NotesRead notes={notes} stamping={stamping} />
      ) : (
        (rating?.score !== null || notes.length > 0) && <Notes criterion={criterion.slug} name={criterion.name} notes={notes} stamping={stamping} focused={focused} onChange={onNote} onRemove={onRemove} onStamp={onStamp} />
      )}
      {!readOnly && <Wants rating={rating} notes={notes} />}
    </>
  );
}

/** A score asks for what it stands on, at once. @param {{ rating: RowProps["rating"], notes: readonly Note[] }} props */
function Wants({ rating, notes }) {
  const words = missingWords(rating, notes);
  return words ? <p class="criterion__wants">{words}</p> : null;
}

/**
 * The four scores: joined numbers, or with their anchors as text.
 *
 * @param {RowProps & { labelledBy: string, anchors?: boolean }} props
 */
function Levels({ criterion, rating, readOnly, onScore, labelledBy, anchors }) {
  return (
    <div class={anchors ? "anchors" : "levels"} role="radiogroup" aria-labelledby={labelledBy}>
      {SCORES.map(({ score, name }) => (
        <label key={score}>
          <input
            class="sr-only"
            type="radio"
            name={`score-${criterion.slug}`}
            checked={rating?.score === score}
            disabled={readOnly}
            aria-label={`${score}, ${name}`}
            aria-describedby={anchors ? `anchor-${criterion.slug}-${score}` : undefined}
            onChange={() => onScore(score)}
          />
          {anchors ? (
            <>
              <span class="anchors__name">
                <b>{score}</b> {name}
              </span>
              <span id={`anchor-${criterion.slug}-${score}`}>{anchorOf(criterion, score)}</span>
            </>
          ) : (
            <span title={name}>{score}</span>
          )}
        </label>
      ))}
    </div>
  );
}

const REASONS = ["Not asked.", "There was no time.", "Nothing was said that shows it."];

/** No evidence is an answer as well, with its reason. @param {RowProps} props */
function Unassessed({ criterion, rating, readOnly, asksReason, onReason, onClear }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => {
    if (asksReason) field.current?.focus();
  }, [asksReason]);
  const none = rating?.score === null;
  if (readOnly) return none ? <p class="caption">Not assessed: {rating.not_assessed_reason}</p> : null;
  if (!none) {
    return (
      <p class="criterion__acts">
        <button type="button" class="text-button" onClick={() => onReason("")}>
          <kbd class="wide-only">0</kbd> No evidence
        </button>
        {rating && (
          <button type="button" class="text-button" onClick={onClear}>
            Take the score back
          </button>
        )}
      </p>
    );
  }
  return (
    <div class="criterion__none">
      <label class="label" for={`reason-${criterion.slug}`}>
        Not assessed, because
      </label>
      <input ref={field} id={`reason-${criterion.slug}`} class="field__control" list="not-assessed-reasons" maxLength={500} value={rating.not_assessed_reason} onInput={(event) => onReason(event.currentTarget.value)} />
      <datalist id="not-assessed-reasons">
        {REASONS.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <button type="button" class="text-button" onClick={onClear}>
        Score it after all
      </button>
    </div>
  );
}

/** @param {Criterion} criterion @param {number} score */
const anchorOf = ({ anchors }, score) => anchors.find((anchor) => anchor.score === score)?.text ?? "";

/** @param {RowProps} props */
function anchorWords({ criterion, rating }) {
  if (!rating) return "Not scored yet";
  return rating.score === null ? `Not assessed: ${rating.not_assessed_reason || "say why"}` : anchorOf(criterion, rating.score);
}

/** @param {readonly Note[]} notes @param {ReadonlyArray<import("./items.js").Item>} items */
function fromWords(notes, items) {
  const numbers = [...new Set(notes.map(({ item }) => numbered(items.find(({ id }) => id === item)?.number)).filter(Boolean))];
  return numbers.length > 0 ? `evidence from ${numbers.join(", ")}` : "";
}
