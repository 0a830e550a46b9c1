import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { takeStep } from "../api.js";

/**
 * The conversation is over; the scorecards are not.
 *
 * @param {{ open: boolean, interview: import("../rules.js").Interview, onClose: () => void, onBefore: () => void, onDone: (taken: import("../../../api/client.js").Taken<import("../rules.js").Interview>) => void }} props
 */
export function FinishDialog({ open, interview, onClose, onBefore, onDone }) {
  const { run, working, problem } = useSend(
    () => takeStep(interview.id, "finish", {}),
    (taken) => {
      onClose();
      onDone(taken);
    },
  );
  const finish = () => {
    onBefore();
    void run(undefined);
  };
  return (
    <Dialog open={open} onClose={onClose} title="Finish the interview" look="sheet">
      <div class="dialog__body">
        <p>The clock stops and cannot be started again. Scorecards stay open until they are submitted.</p>
        {problem && <ErrorState what="The interview is not finished." problem={problem} />}
        <p class="state__actions">
          <Button look="primary" working={working} onClick={finish}>
            {working ? "Finishing" : "Finish"}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Go on
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
