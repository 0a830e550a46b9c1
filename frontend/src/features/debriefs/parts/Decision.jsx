import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { counted, moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { decide } from "../api.js";
import { DECISIONS } from "../rules.js";

/** @typedef {import("../rules.js").Debrief} Debrief */

/** @typedef {NonNullable<Debrief["decision"]>} Decided */

const OPTIONS = /** @type {{ value: Decided, label: string }[]} */ (Object.entries(DECISIONS).map(([value, label]) => ({ value, label })));

/**
 * What was decided, and for the lead the form to decide by.
 *
 * @param {{ debrief: Debrief, etag: string | undefined, onDecided: () => void }} props
 */
export function Decision({ debrief, etag, onDecided }) {
  const mayDecide = debrief.may_decide && debrief.purpose === "hiring";
  return (
    <section class="decision" aria-labelledby="decision">
      <h2 id="decision" tabIndex={-1}>
        Decision
      </h2>
      {debrief.decision && <Outcome debrief={debrief} />}
      {mayDecide && <Deciding debrief={debrief} etag={etag} onDecided={onDecided} />}
      {!mayDecide && !debrief.decision && <p class="caption">{whoDecides(debrief)}</p>}
    </section>
  );
}

/** The form; once decided it opens at a press. @param {{ debrief: Debrief, etag: string | undefined, onDecided: () => void }} props */
function Deciding(props) {
  const [open, setOpen] = useState(!props.debrief.decision);
  if (open) return <DecisionForm {...props} />;
  return (
    <p class="state__actions no-print">
      <Button small onClick={() => setOpen(true)}>
        Decide anew
      </Button>
    </p>
  );
}

/** @param {Debrief} debrief */
function whoDecides({ purpose, waiting_for: waiting }) {
  if (purpose === "mock") return "A mock interview needs no decision.";
  return waiting.length > 0 ? "It can be recorded once every scorecard is in." : "The lead of this panel records it.";
}

/** @param {{ debrief: Debrief }} props */
function Outcome({ debrief: { decision, rationale, decided_by: by, decided_at: at } }) {
  return (
    <div class="decided">
      <p class="decided__what">{DECISIONS[decision ?? ""] ?? decision}</p>
      <p class="voice decided__why">{rationale}</p>
      <p class="caption">{[by?.name, at && moment(at)].filter(Boolean).join(", ")}</p>
    </div>
  );
}

/** @param {{ debrief: Debrief, etag: string | undefined, onDecided: () => void }} props */
function DecisionForm({ debrief, etag, onDecided }) {
  const [decision, setDecision] = useState(/** @type {Decided | ""} */ (debrief.decision ?? ""));
  const [rationale, setRationale] = useState(debrief.rationale);
  const { run, working, problem, errors, setErrors } = useSend((/** @type {{ decision: Decided, rationale: string }} */ entered) => decide(debrief.id, entered, etag), onDecided);
  const send = () => {
    const missing = missingOf(decision, rationale);
    if (!decision || Object.keys(missing).length > 0) setErrors(missing);
    else void run({ decision, rationale });
  };
  return (
    <div class="no-print">
      <Form onSubmit={send} errors={errors} label="Decision">
        {problem?.status === 412 && <ErrorState what="This debrief was changed since you opened it." problem={problem} onRetry={onDecided} />}
        <div class="decision__choice" role={errors.decision ? "alert" : undefined} tabIndex={-1}>
          <Segmented wide legend="Decision" options={OPTIONS} value={/** @type {Decided} */ (decision)} onChange={setDecision} />
          {errors.decision && <p class="field__error">{errors.decision}</p>}
        </div>
        <Field label="Reason" name="rationale" type="textarea" voice rows={3} value={rationale} onInput={setRationale} error={errors.rationale} hint="In terms of the evidence: what decided it, and what is still open." />
        <p class="decision__end">
          <span class="caption">Recorded with your name and {counted(debrief.cards.submitted, "scorecard")}.</span>
          <Button type="submit" look="primary" working={working}>
            {working ? "Recording" : "Record decision"}
          </Button>
        </p>
      </Form>
    </div>
  );
}

/** @param {string} decision @param {string} rationale */
function missingOf(decision, rationale) {
  /** @type {Record<string, string>} */
  const missing = {};
  if (!decision) missing.decision = "Choose one of the four.";
  if (!rationale.trim()) missing.rationale = "A decision needs its reason.";
  return missing;
}
