import { useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { Button } from "../../../ui/Button.jsx";
import { EmptyState, ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { getRetrospective } from "../api.js";
import { FEELINGS, mayLookBack } from "../rules.js";
import { LookBackForm } from "./LookBackForm.jsx";

/** @typedef {import("../api.js").Retrospective} Retrospective */
/** @typedef {import("../rules.js").Interview} Interview */

/** What was asked and how it went, once there is something to look back on. @param {{ interview: Interview, now: number }} props */
export function LookBack({ interview, now }) {
  if (!interview.has_retrospective && !mayLookBack(interview, now)) return null;
  return (
    <section class="look-back">
      <Notes interview={interview} />
    </section>
  );
}

/** @param {{ interview: Interview }} props */
function Notes({ interview }) {
  const { id, has_retrospective: there } = interview;
  const { data, etag, problem, reload } = useResource(there ? id : null, (signal) => getRetrospective(id, signal));
  const [kept, setKept] = useState(/** @type {{ data: Retrospective, etag: string | undefined } | undefined} */ (undefined));
  const [editing, setEditing] = useState(false);
  const notes = kept ?? (data ? { data, etag } : undefined);
  if (problem) return <ErrorState what="Your notes did not load." problem={problem} onRetry={reload} />;
  if (there && !notes) return <SkeletonText label="Loading your notes" />;
  if (editing) {
    const onKept = (/** @type {{ data: Retrospective, etag: string | undefined }} */ taken) => {
      setKept(taken);
      setEditing(false);
    };
    return <Write id={id} kept={notes} onKept={onKept} onLeave={() => setEditing(false)} />;
  }
  return notes ? <Read notes={notes.data} onEdit={() => setEditing(true)} /> : <Begin onBegin={() => setEditing(true)} />;
}

/** @param {{ id: string, kept: { data: Retrospective, etag: string | undefined } | undefined, onKept: (taken: any) => void, onLeave: () => void }} props */
function Write({ id, kept, onKept, onLeave }) {
  return (
    <>
      <h2>How it went</h2>
      <LookBackForm id={id} notes={kept?.data} etag={kept?.etag} onKept={onKept} onLeave={onLeave} />
    </>
  );
}

/** @param {{ onBegin: () => void }} props */
function Begin({ onBegin }) {
  return (
    <>
      <h2>How it went</h2>
      <EmptyState
        sentence="Write down what they asked while you still know it."
        actions={
          <Button look="primary" onClick={onBegin}>
            Begin the notes
          </Button>
        }
      >
        A score of your own for each answer shows next time what to practise.
      </EmptyState>
    </>
  );
}

/** @param {{ notes: Retrospective, onEdit: () => void }} props */
function Read({ notes, onEdit }) {
  /** @type {Array<[string, string | undefined]>} */
  const texts = [
    ["In short", notes.summary],
    ["Went well", notes.went_well],
    ["To improve", notes.to_improve],
    ["What follows", notes.next_steps],
  ];
  return (
    <>
      <div class="details__head">
        <h2>How it went{notes.feeling ? `: ${FEELINGS[notes.feeling].toLowerCase()}` : ""}</h2>
        <button type="button" class="text-button no-print" onClick={onEdit}>
          Edit<span class="sr-only"> the notes</span>
        </button>
      </div>
      <dl class="facts">
        {texts
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="voice facts__notes">{text}</dd>
            </div>
          ))}
      </dl>
      <Asked asked={notes.asked ?? []} />
    </>
  );
}

/** @param {{ asked: NonNullable<Retrospective["asked"]> }} props */
function Asked({ asked }) {
  if (asked.length === 0) return null;
  return (
    <>
      <h3 class="label">They asked</h3>
      <ol class="asked">
        {asked.map(({ prompt, score, note, question }, index) => (
          <li key={index}>
            <span class="voice">{question ? <a href={`/questions/${question.slug}`}>{prompt}</a> : prompt}</span>
            <span class="asked__score">{score ? `${score} of 4` : "not scored"}</span>
            {note && <span class="asked__note">{note}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
