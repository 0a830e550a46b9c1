import { useId, useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { takeStep } from "../api.js";
import { fieldNames, formOf, timeFaults, timesBody } from "../form.js";
import { Conflict } from "./Conflict.jsx";
import { WhenFields } from "./WhenFields.jsx";

/** @typedef {import("../rules.js").Interview} Interview */

/**
 * @typedef {object} StepProps
 * @property {Interview} interview
 * @property {string | undefined} etag
 * @property {(changed: import("../../../api/client.js").Taken<Interview>) => void} onDone
 * @property {() => void} onClose
 */

/** @type {Record<string, { title: string, verb: string, working: string }>} */
const WORDS = {
  reschedule: { title: "Reschedule", verb: "Reschedule", working: "Moving" },
  complete: { title: "It took place", verb: "Mark as taken place", working: "Marking" },
  "no-show": { title: "Somebody did not come", verb: "Record the no show", working: "Recording" },
  cancel: { title: "Cancel the interview", verb: "Cancel the interview", working: "Cancelling" },
};

/** One step of an interview's life, with what it needs to be told. @param {StepProps & { verb: string | undefined }} props */
export function StepDialog({ verb, ...props }) {
  const words = WORDS[verb ?? "cancel"];
  return (
    <Dialog open={verb !== undefined} onClose={props.onClose} title={words.title} look="sheet">
      {verb !== undefined && <StepForm key={verb} verb={verb} {...props} />}
    </Dialog>
  );
}

/** @param {StepProps & { verb: string }} props */
function StepForm({ verb, interview, etag, onDone, onClose }) {
  const [entered, setEntered] = useState(() => formOf(interview));
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(/** @type {"interviewer" | "candidate"} */ ("interviewer"));
  const { run, working, problem, errors, setErrors } = useSend((/** @type {string | undefined} */ tag) => takeStep(interview.id, verb, bodyOf(verb, entered, reason, by), tag), (changed) => {
    onClose();
    onDone(changed);
  });
  const submit = () => {
    const wrong = faultsOf(verb, entered, reason);
    if (Object.keys(wrong).length > 0) setErrors(wrong);
    else void run(etag);
  };
  const named = fieldNames(errors);
  return (
    <div class="dialog__body">
      {problem?.status === 412 && <Conflict id={interview.id} before={interview} onAgain={(tag) => void run(tag)} />}
      <Form onSubmit={submit} errors={errors} label={WORDS[verb].title}>
        {verb === "reschedule" && <WhenFields entered={entered} onChange={(part) => setEntered({ ...entered, ...part })} errors={named} needed />}
        {verb === "complete" && <p>It moves to the past, and its notes open. This cannot be taken back.</p>}
        {verb === "no-show" && <Absent by={by} onChange={setBy} />}
        {verb !== "complete" && <Reason verb={verb} value={reason} onInput={setReason} error={named.reason ?? named.note} />}
        {verb === "cancel" && <p class="caption">It stays in your list and in your calendar, as cancelled. This cannot be taken back.</p>}
        <p class="state__actions">
          <Button look="primary" type="submit" working={working}>
            {working ? WORDS[verb].working : WORDS[verb].verb}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
        </p>
      </Form>
    </div>
  );
}

/** @param {{ verb: string, value: string, onInput: (value: string) => void, error?: string }} props */
function Reason({ verb, value, onInput, error }) {
  const needed = verb === "cancel";
  return <Field label={verb === "no-show" ? "Note" : "Reason"} name="reason" value={value} onInput={onInput} error={error} required={needed} hint={needed ? "One sentence; your later self will want to know." : undefined} />;
}

const SIDES = /** @type {const} */ ([
  { value: "interviewer", label: "They did not come" },
  { value: "candidate", label: "I did not come" },
]);

/** @param {{ by: "interviewer" | "candidate", onChange: (by: "interviewer" | "candidate") => void }} props */
function Absent({ by, onChange }) {
  const note = useId();
  return (
    <>
      <Segmented legend="Who did not come" options={SIDES} value={by} onChange={onChange} wide />
      <p class="caption" id={note}>
        This closes the interview and cannot be taken back.
      </p>
    </>
  );
}

/** @param {string} verb @param {import("../form.js").Entered} entered @param {string} reason @param {string} by */
function bodyOf(verb, entered, reason, by) {
  if (verb === "reschedule") return { ...timesBody(entered), reason: reason.trim() };
  if (verb === "no-show") return { by, note: reason.trim() };
  return verb === "cancel" ? { reason: reason.trim() } : {};
}

/** @param {string} verb @param {import("../form.js").Entered} entered @param {string} reason @returns {Record<string, string>} */
function faultsOf(verb, entered, reason) {
  if (verb === "reschedule") return timeFaults(entered, true);
  return verb === "cancel" && !reason.trim() ? { reason: "Say why it is called off." } : {};
}
