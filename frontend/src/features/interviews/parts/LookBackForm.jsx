import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Button, IconButton } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { keepRetrospective } from "../api.js";
import { FEELINGS, optionsOf } from "../rules.js";

/** @typedef {import("../api.js").Retrospective} Retrospective */
/** @typedef {import("../../../api/client.js").Taken<Retrospective>} Taken */
/** @typedef {{ prompt: string, score: string, note: string, question: string | null }} AskedLine */
/** @typedef {{ feeling: string, summary: string, went_well: string, to_improve: string, next_steps: string, asked: AskedLine[] }} Entered */

/** @param {Retrospective | undefined} notes @returns {Entered} */
function formOf(notes) {
  const { feeling = "", summary = "", went_well = "", to_improve = "", next_steps = "", asked = [] } = notes ?? {};
  const lines = asked.map(({ prompt, score, note, question }) => ({ prompt, score: score ? String(score) : "", note: note ?? "", question: question?.id ?? null }));
  return { feeling: feeling ?? "", summary, went_well, to_improve, next_steps, asked: lines };
}

/** @param {Entered} entered */
function bodyOf({ asked, ...texts }) {
  return { ...texts, asked: asked.filter(({ prompt }) => prompt.trim()).map(({ prompt, score, ...rest }) => ({ ...rest, prompt: prompt.trim(), score: score ? Number(score) : null })) };
}

/** @type {ReadonlyArray<[keyof Entered & string, string]>} */
const TEXTS = [
  ["summary", "In short"],
  ["went_well", "What went well"],
  ["to_improve", "What to improve"],
  ["next_steps", "What was agreed for afterwards"],
];

/** @param {{ id: string, notes: Retrospective | undefined, etag: string | undefined, onKept: (taken: Taken) => void, onLeave: () => void }} props */
export function LookBackForm({ id, notes, etag, onKept, onLeave }) {
  const [entered, setEntered] = useState(() => formOf(notes));
  const put = (/** @type {Partial<Entered>} */ change) => setEntered((before) => ({ ...before, ...change }));
  const { run, working, problem, errors } = useSend(
    () => keepRetrospective(id, bodyOf(entered), notes !== undefined, etag),
    (taken) => {
      onKept(taken);
      if (notes) offerUndo("The notes are kept.", () => void keepRetrospective(id, bodyOf(formOf(notes)), true, taken.etag).then(onKept));
    },
  );
  return (
    <Form onSubmit={() => void run(undefined)} errors={errors} label="How it went">
      {problem?.status === 412 && <ErrorState what="The notes were changed elsewhere." problem={problem} onRetry={() => location.reload()} />}
      <Segmented legend="How it went" options={optionsOf(FEELINGS)} value={entered.feeling} onChange={(feeling) => put({ feeling })} wide />
      <AskedFields asked={entered.asked} onChange={(asked) => put({ asked })} errors={errors} />
      {TEXTS.map(([name, label]) => (
        <Field key={name} label={label} name={name} type="textarea" rows={3} voice value={/** @type {string} */ (entered[name])} onInput={(value) => put({ [name]: value })} error={errors[name]} required={false} />
      ))}
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {working ? "Keeping" : "Keep the notes"}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </p>
    </Form>
  );
}

const SCORES = ["not scored", "1 Not shown", "2 Partial", "3 Solid", "4 Outstanding"].map((label, index) => ({ value: index ? String(index) : "", label }));

/** @param {{ asked: readonly AskedLine[], onChange: (asked: AskedLine[]) => void, errors: Record<string, string> }} props */
function AskedFields({ asked, onChange, errors }) {
  const put = (/** @type {number} */ at, /** @type {Partial<AskedLine>} */ change) => onChange(asked.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <fieldset class="people">
      <legend class="label">What they asked</legend>
      {asked.map((line, index) => (
        <div key={index} class="people__line people__line--asked">
          <Field label={`Question ${index + 1}`} name={`prompt-${index}`} type="textarea" rows={2} voice value={line.prompt} onInput={(prompt) => put(index, { prompt })} error={errors[`asked.${index}.prompt`]} />
          <Field label="My answer" name={`score-${index}`} type="select" options={SCORES} value={line.score} onInput={(score) => put(index, { score })} error={errors[`asked.${index}.score`]} />
          <Field label="Note" name={`note-${index}`} value={line.note} onInput={(note) => put(index, { note })} error={errors[`asked.${index}.note`]} />
          <IconButton icon="close" label={`Remove question ${index + 1}`} onClick={() => onChange(asked.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button small icon="plus" onClick={() => onChange([...asked, { prompt: "", score: "", note: "", question: null }])}>
        Add a question
      </Button>
    </fieldset>
  );
}
