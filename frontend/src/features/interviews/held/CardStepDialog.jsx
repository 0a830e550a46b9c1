import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { headed } from "./starting.js";

/** @type {Record<"decline" | "revise", { title: string, says: string, verb: string, working: string, hint: string }>} */
const WORDS = {
  decline: { title: "Decline the scorecard", says: "The debrief does not wait for you then, and what you wrote stays with you.", verb: "Decline", working: "Declining", hint: "One sentence the panel may read." },
  revise: { title: "Submit a revision", says: "What you submitted before stays on record. A revision made after others’ scores were visible is marked so.", verb: "Submit revision", working: "Submitting", hint: "Why the scorecard changes." },
};

/**
 * A step of the scorecard that gives its reason.
 *
 * @param {{ verb: "decline" | "revise" | undefined, send: (reason: string) => Promise<import("./keeper.js").Taken>, onDone: (taken: import("./keeper.js").Taken) => void, onClose: () => void }} props
 */
export function CardStepDialog({ verb, ...props }) {
  return (
    <Dialog open={verb !== undefined} onClose={props.onClose} title={WORDS[verb ?? "decline"].title} look="sheet">
      {verb && <Reasoned key={verb} verb={verb} {...props} />}
    </Dialog>
  );
}

/** @param {Parameters<typeof CardStepDialog>[0] & { verb: "decline" | "revise" }} props */
function Reasoned({ verb, send, onDone, onClose }) {
  const [reason, setReason] = useState("");
  const { run, working, errors, setErrors } = useSend(send, onDone);
  const words = WORDS[verb];
  return (
    <div class="dialog__body">
      <Form onSubmit={() => (reason.trim() ? void run(reason.trim()) : setErrors({ reason: "Say why." }))} errors={headed(errors, ["reason"])} label={words.title}>
        <p>{words.says}</p>
        <Field label="Reason" name="reason" value={reason} onInput={setReason} error={errors.reason} hint={words.hint} required />
        <p class="state__actions">
          <Button look="primary" type="submit" working={working}>
            {working ? words.working : words.verb}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
        </p>
      </Form>
    </div>
  );
}
