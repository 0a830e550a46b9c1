import { useState } from "preact/hooks";
import { moment } from "../../../lib/format.js";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { takeStep } from "../api.js";
import { stepsOf } from "../rules.js";
import { StepDialog } from "./StepDialog.jsx";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

/**
 * All steps of an interview's life; those that cannot be taken now say why.
 *
 * @param {{ interview: Interview, etag: string | undefined, now: number, onChanged: (changed: Taken) => void }} props
 */
export function Steps({ interview, etag, now, onChanged }) {
  const [verb, setVerb] = useState(/** @type {string | undefined} */ (undefined));
  const steps = stepsOf(interview, now);
  const open = (/** @type {string} */ wanted) => steps.some((step) => step.verb === wanted && !step.why) && setVerb(wanted);
  useKeys([{ keys: ["R"], label: "reschedule", group: "Interview", status: { at: 1, label: "reschedule" }, run: () => open("reschedule") }]);
  const done = (/** @type {Taken} */ changed) => {
    onChanged(changed);
    if (verb === "reschedule" && interview.starts_at) offerUndo(`Moved to ${moment(changed.data.starts_at ?? "", changed.data.time_zone)}.`, () => void moveBack(interview, changed.etag).then(onChanged));
  };
  const shared = new Set(steps.map(({ why }) => why)).size === 1 ? steps[0].why : "";
  return (
    <section class="steps-of no-print">
      <h2>What happens with it</h2>
      {shared ? (
        <p>{shared}</p>
      ) : (
        <ul>
          {steps.map((step) => (
            <li key={step.verb}>
              <Button disabled={step.why !== ""} describedBy={step.why ? `why-${step.verb}` : undefined} onClick={() => setVerb(step.verb)}>
                {step.label}
              </Button>
              {step.why && (
                <span id={`why-${step.verb}`} class="caption">
                  {step.why}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <StepDialog verb={verb} interview={interview} etag={etag} onDone={done} onClose={() => setVerb(undefined)} />
    </section>
  );
}

/** The time it had; in the history both moves stand. @param {Interview} before @param {string | undefined} etag */
function moveBack({ id, starts_at, time_zone, minutes }, etag) {
  return takeStep(id, "reschedule", { starts_at, time_zone, minutes, reason: "Taken back" }, etag);
}
