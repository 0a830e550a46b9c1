import { useEffect, useRef, useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { useSend } from "../../../api/useSend.js";
import { counted } from "../../../lib/format.js";
import { useSettled } from "../../../lib/hooks.js";
import { Dialog } from "../../../ui/Dialog.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { addItem, findQuestions } from "./api.js";
import { numbered } from "./clock.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {{ interview: string, items: readonly Item[], onAdded: (item: Item) => void, onGo: (id: string) => void }} Props */

/** A question that the kit does not plan: found in the bank, asked at once. @param {Props} props */
export function AskElse(props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <p class="held__else no-print">
        <button type="button" class="text-button" onClick={() => setOpen(true)}>
          Ask another question
        </button>
      </p>
      <Dialog open={open} onClose={close} title="Ask another question" look="sheet">
        <Finder {...props} onDone={close} />
      </Dialog>
    </>
  );
}

/** @param {Props & { onDone: () => void }} props */
function Finder({ interview, items, onAdded, onGo, onDone }) {
  const [text, setText] = useState("");
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  // After the dialog has opened, which gives the focus to its first control.
  useEffect(() => field.current?.focus(), []);
  const go = (/** @type {string} */ id) => {
    onGo(id);
    onDone();
  };
  const { run, working, problem } = useSend(
    (/** @type {string} */ question) => addItem({ interview, question }),
    ({ data }) => {
      onAdded(data);
      go(data.id);
    },
  );
  const here = (/** @type {string} */ slug) => items.find(({ question }) => question.slug === slug)?.id;
  return (
    <div class="dialog__body">
      <p>It comes last and is marked “not planned”: the kit is what everyone is asked.</p>
      <label class="label ask-else-label" for="other-question">
        Find it in the bank
      </label>
      <input ref={field} id="other-question" class="field__control" type="text" autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      {problem && <ErrorState what="The question was not added." problem={problem} />}
      <Found text={text} here={here} working={working} onGo={go} onAdd={run} />
    </div>
  );
}

/** @param {{ text: string, here: (slug: string) => string | undefined, working: boolean, onGo: (id: string) => void, onAdd: (slug: string) => void }} props here: where it stands already */
function Found({ text, here, working, onGo, onAdd }) {
  const wanted = useSettled(text.trim(), 200);
  const { data, problem, reload } = useResource(wanted.length < 2 ? null : `ask ${wanted}`, (signal) => findQuestions(wanted, signal));
  if (problem) return <ErrorState what="The bank was not searched." problem={problem} onRetry={reload} />;
  const questions = wanted.length < 2 ? undefined : data?.results;
  const choose = (/** @type {string} */ slug) => {
    const id = here(slug);
    if (id) onGo(id);
    else onAdd(slug);
  };
  return (
    <>
      <p class="caption" role="status">
        {questions && (questions.length > 0 ? `${counted(questions.length, "question")}, the best match first` : "No question has these words.")}
      </p>
      <ul class="ask-else">
        {questions?.map(({ slug, number, prompt }) => (
          <li key={slug}>
            <button type="button" class="held-list__line" disabled={working} onClick={() => choose(slug)}>
              <span class="mono">{numbered(number)}</span>
              <span class="voice">{prompt}</span>
              <span class="held-list__time">{here(slug) && "already here"}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
