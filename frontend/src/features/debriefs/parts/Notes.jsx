import { MarkOf } from "./Mark.jsx";

/** @typedef {NonNullable<import("../rules.js").Debrief["notes"]>[number]} Note */

const KINDS = /** @type {const} */ ([
  ["key_takeaways", "Key takeaways"],
  ["note_for_next", "For the next interviewer"],
  ["shareable_feedback", "May be shared with the candidate"],
]);

/** What each wrote about the whole. @param {{ notes: readonly Note[], panel: import("../panel.js").Panel }} props */
export function Notes({ notes, panel }) {
  const written = notes.filter((note) => note.revised || KINDS.some(([kind]) => note[kind]));
  if (written.length === 0) return null;
  return (
    <div class="debrief__notes">
      <section class="notes" aria-labelledby="notes">
        <h2 id="notes">In their own words</h2>
        <ul>
          {written.map((note) => (
            <li key={note.person}>
              <MarkOf letter={panel.letter(note.person)} me={panel.isMe(note.person)} />
              <div>
                <p class="notes__who">
                  {panel.name(note.person)}
                  {note.revised && <span class="caption"> revised after it was submitted</span>}
                </p>
                {KINDS.filter(([kind]) => note[kind]).map(([kind, label]) => (
                  <p key={kind} class="notes__said">
                    <span class="caption">{label}</span>
                    <span class="voice">{note[kind]}</span>
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
