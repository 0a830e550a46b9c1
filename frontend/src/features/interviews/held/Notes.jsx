import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { newId } from "../../../lib/ids.js";
import { IconButton } from "../../../ui/Button.jsx";
import { Tag } from "../../../ui/Badge.jsx";
import { KINDS } from "./card.js";
import { clockAt, numbered, spell } from "./clock.js";

/** @typedef {import("./card.js").Note} Note */
/** @typedef {{ item: string | null, course: import("./clock.js").Course, items: ReadonlyArray<import("./items.js").Item> }} Stamping item: the question that is asked now */

/** A note that begins now, on the question that is asked now. @param {string} criterion @param {Stamping} stamping @returns {Note} */
export const stamped = (criterion, { item }) => ({ id: newId(), criterion, item, kind: "said", text: "", at: new Date().toISOString() });

/**
 * The evidence of one criterion. Where there is none a field stands ready: its stamp is made when
 * the first letter is typed.
 *
 * @param {{ criterion: string, name: string, notes: readonly Note[], stamping: Stamping, focused: string, onChange: (note: Note) => void, onRemove: (note: Note) => void, onStamp: () => void }} props
 */
export function Notes({ criterion, name, notes, stamping, focused, onChange, onRemove, onStamp }) {
  // The empty field becomes the first note under the same id, so that the cursor stays in it.
  const ready = useMemo(() => newId(), [criterion, notes.length === 0]);
  const shown = notes.length > 0 ? notes : [{ id: ready, criterion, item: null, kind: "said", text: "", at: null }];
  const typed = (/** @type {Note} */ note, /** @type {string} */ text) => onChange(note.at ? { ...note, text } : { ...stamped(criterion, stamping), id: note.id, text });
  return (
    <div class="notes">
      <p class="label">
        Evidence <span class="caption">what you heard, not what you concluded</span>
      </p>
      {shown.map((note, index) => (
        <OneNote
          key={note.id}
          note={note}
          label={`Evidence ${index + 1} for ${name}`}
          stamping={stamping}
          focus={note.id === focused}
          onText={(text) => typed(note, text)}
          onKind={(kind) => onChange({ ...(note.at ? note : { ...stamped(criterion, stamping), id: note.id }), kind })}
          onRemove={notes.length > 0 ? () => onRemove(note) : undefined}
        />
      ))}
      <p class="notes__foot">
        <button type="button" class="text-button" onClick={onStamp}>
          <kbd class="wide-only">T</kbd> Stamp a new note
        </button>
        <span class="caption">Stamps come from the clock as you type.</span>
      </p>
    </div>
  );
}

/** @param {{ note: Note, label: string, stamping: Stamping, focus: boolean, onText: (text: string) => void, onKind: (kind: string) => void, onRemove?: () => void }} props */
function OneNote({ note, label, stamping, focus, onText, onKind, onRemove }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  // Before the browser paints: whoever types on at once loses no letter.
  useLayoutEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const number = stamping.items.find(({ id }) => id === note.item)?.number;
  return (
    <div class="note">
      <textarea ref={field} class="field__control voice" rows={2} aria-label={label} value={note.text} onInput={(event) => onText(event.currentTarget.value)} />
      <div class="note__stamps">
        {number && <Tag>{numbered(number)}</Tag>}
        {note.at && <Tag>{spell(clockAt(stamping.course, Date.parse(note.at)))}</Tag>}
        <select class="note__kind" aria-label={`Kind of ${label.toLowerCase()}`} value={note.kind} onChange={(event) => onKind(event.currentTarget.value)}>
          {Object.entries(KINDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        {note.kind === "impression" && <span class="caption">An impression alone carries no score.</span>}
        {onRemove && <IconButton icon="close" label={`Remove ${label.toLowerCase()}`} onClick={onRemove} />}
      </div>
    </div>
  );
}

/** The same, when nothing can be changed any more. @param {{ notes: readonly Note[], stamping: Pick<Stamping, "course" | "items"> }} props */
export function NotesRead({ notes, stamping }) {
  return (
    <ul class="notes-read">
      {notes.map((note) => (
        <li key={note.id}>
          <span class="voice">{note.text}</span>
          <span class="caption">
            {[numbered(stamping.items.find(({ id }) => id === note.item)?.number), note.at && spell(clockAt(stamping.course, Date.parse(note.at))), (KINDS[note.kind] ?? note.kind).toLowerCase()].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
