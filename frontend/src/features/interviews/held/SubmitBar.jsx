import { useEffect, useRef, useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Problem } from "../../../lib/problem.js";
import { useKeys } from "../../../lib/keys.js";
import { Button } from "../../../ui/Button.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { offerUndo } from "../../../ui/Toast.jsx";
import { stepCard } from "./api.js";
import { missingOf, RECOMMENDATIONS } from "./card.js";
import { CardStepDialog } from "./CardStepDialog.jsx";
import { patchOf } from "./merge.js";

/** @typedef {import("./card.js").Missing} Missing */

/**
 * @typedef {object} SubmitBarProps
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./keeper.js").Keeping} state
 * @property {ReadonlyArray<{ slug: string, name: string }>} criteria
 * @property {import("../rules.js").Interview} interview
 * @property {boolean} readOnly
 * @property {boolean} revising
 * @property {(revising: boolean) => void} onRevise
 * @property {() => void} onChanged
 */

/** The recommendation, and the way out of one's hands. @param {SubmitBarProps} props */
export function SubmitBar(props) {
  const { keeper, state, criteria, readOnly, revising, onRevise, onChanged, interview } = props;
  const { mine, card } = state;
  const [told, setTold] = useState(/** @type {Missing[] | undefined} */ (undefined));
  const [dialog, setDialog] = useState(/** @type {"decline" | "revise" | undefined} */ (undefined));
  const missing = missingOf(mine, criteria);
  const submit = useSend(
    () => submitted(keeper),
    () => onChanged(),
  );
  const go = () => {
    if (readOnly) return;
    if (missing.length > 0) setTold(missing);
    else if (revising) setDialog("revise");
    else void submit.run(undefined);
  };
  useKeys([{ keys: ["Ctrl", "Enter"], label: "submit the scorecard", group: "Scorecard", run: go }]);
  const done = (/** @type {import("./keeper.js").Taken} */ taken) => {
    setDialog(undefined);
    onRevise(false);
    keeper.adopt(taken);
    onChanged();
  };
  return (
    <footer class="scorecard__foot">
      {told && missing.length > 0 && !readOnly && <MissingList missing={missing} asked={told} />}
      {submit.problem && <ErrorState what="The scorecard is not submitted." problem={submit.problem} onRetry={() => void submit.run(undefined)} />}
      <Recommendation value={mine.recommendation} readOnly={readOnly} ready={missing.every(({ criterion }) => criterion === "")} onChange={(recommendation) => keeper.change((content) => ({ ...content, recommendation }))} />
      <div class="scorecard__acts">
        <Acts card={card} revising={revising} working={submit.working} debrief={interview.debrief} onSubmit={go} onDecline={() => setDialog("decline")} onRevise={onRevise} onLeave={() => leaveRevision(keeper, onRevise)} />
      </div>
      <CardStepDialog verb={dialog} onClose={() => setDialog(undefined)} onDone={done} send={(reason) => stepped(keeper, dialog ?? "decline", reason)} />
    </footer>
  );
}

/** What was changed goes, and can be had back. @param {import("./keeper.js").Keeper} keeper @param {(revising: boolean) => void} onRevise */
function leaveRevision(keeper, onRevise) {
  const words = keeper.revert();
  onRevise(false);
  offerUndo("The revision is left.", () => {
    keeper.change(() => words);
    onRevise(true);
  });
}

/**
 * Who never began a card may decline it too; what was written before goes with it.
 *
 * @param {import("./keeper.js").Keeper} keeper
 * @param {"decline" | "revise"} verb
 * @param {string} reason
 */
async function stepped(keeper, verb, reason) {
  if (verb === "decline") await keeper.flush();
  const { card, etag, server, mine } = keeper.now;
  const own = card ? { data: card, etag } : await keeper.calls.create({});
  return stepCard(own.data.id, verb, { reason, ...(verb === "revise" ? patchOf(server, mine) : {}) }, own.etag);
}

/** Everything first, then the step; what does not reach the server is said. @param {import("./keeper.js").Keeper} keeper */
async function submitted(keeper) {
  await keeper.flush();
  const { card, etag, problem, held } = keeper.now;
  if (held.length > 0) throw new Problem({ title: "Two versions", detail: "Two versions wait to be compared: choose first, nothing of them is lost." }, 0, undefined);
  if (keeper.unsent.length > 0 || !card) throw problem ?? new Problem({ title: "Not sent yet", detail: "Not everything has reached the server yet." }, 0, undefined);
  keeper.adopt(await stepCard(card.id, "submit", {}, etag));
}

/** @param {{ card: import("./card.js").Scorecard | undefined, revising: boolean, working: boolean, debrief: string | null, onSubmit: () => void, onDecline: () => void, onRevise: (revising: boolean) => void, onLeave: () => void }} props */
function Acts({ card, revising, working, debrief, onSubmit, onDecline, onRevise, onLeave }) {
  const may = (/** @type {string} */ verb) => card?.allowed_transitions.includes(verb);
  if (revising) {
    return (
      <>
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
        <Button look="primary" onClick={onSubmit}>
          Submit revision
        </Button>
      </>
    );
  }
  if (card && card.state !== "draft") {
    return (
      <>
        {may("revise") && <Button onClick={() => onRevise(true)}>Revise</Button>}
        {debrief && (
          <Button look="primary" href={`/debriefs/${debrief}`}>
            Go to the debrief
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={onDecline}>
        Decline
      </Button>
      <Button look="primary" working={working} onClick={onSubmit}>
        {working ? "Submitting" : "Submit scorecard"}
      </Button>
    </>
  );
}

/** What submitting still needs, each with the way there. @param {{ missing: readonly Missing[], asked: readonly Missing[] }} props asked: a new list for each try */
function MissingList({ missing, asked }) {
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => list.current?.focus(), [asked]);
  const go = (/** @type {string} */ slug) => {
    const row = document.getElementById(slug ? `row-${slug}` : "recommendation");
    row?.scrollIntoView({ block: "nearest" });
    const control = /** @type {HTMLElement | null | undefined} */ (row?.querySelector("button, input"));
    if (control?.getAttribute("aria-expanded") === "false") control.click();
    control?.focus();
  };
  return (
    <div class="missing" role="alert" tabIndex={-1} ref={list}>
      <p>
        <b>Before it can be submitted:</b>
      </p>
      <ul>
        {missing.map(({ what, detail, criterion }) => (
          <li key={what}>
            <button type="button" class="text-button" onClick={() => go(criterion)}>
              {what}
            </button>
            : {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @param {{ value: string, readOnly: boolean, ready: boolean, onChange: (value: string) => void }} props */
function Recommendation({ value, readOnly, ready, onChange }) {
  return (
    <fieldset class="recommendation" id="recommendation" disabled={readOnly}>
      <legend>
        <span class="label">Recommendation</span> {!ready && !readOnly && <span class="caption">last, once all criteria are scored or marked “no evidence”</span>}
      </legend>
      <div class="recommendation__choices">
        {Object.entries(RECOMMENDATIONS).map(([choice, words]) => (
          <label key={choice}>
            <input class="sr-only" type="radio" name="recommendation" checked={value === choice} onChange={() => onChange(choice)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
