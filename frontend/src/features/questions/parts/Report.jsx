import { useEffect, useRef, useState } from "preact/hooks";
import { copyText } from "../../../lib/copy.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { say } from "../../../ui/Toast.jsx";
import { reportText } from "../report.js";

/**
 * Copies what identifies the question and its state; where the clipboard is refused, shows it to be
 * copied by hand.
 *
 * @param {{ question: import("../../../api/models.d.ts").Question }} props
 */
export function Report({ question }) {
  const [shown, setShown] = useState(false);
  const text = reportText(question, `${location.origin}/questions/${question.slug}`);
  const report = async () => {
    if (await copyText(text)) say("Copied: number, version, uid and page. Paste it, and write what is wrong.");
    else setShown(true);
  };
  return (
    <>
      <Button small icon="flag" onClick={report}>
        Report a mistake
      </Button>
      <Dialog open={shown} onClose={() => setShown(false)} title="Report a mistake">
        <ByHand text={text} />
      </Dialog>
    </>
  );
}

/** @param {{ text: string }} props */
function ByHand({ text }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => field.current?.select(), []);
  return (
    <div class="dialog__body about__report">
      <p id="report-why">The browser did not let the page copy. Copy these lines, and write under them what is wrong.</p>
      <textarea ref={field} class="field__control" readOnly rows={8} aria-label="What to send" aria-describedby="report-why" value={text} />
    </div>
  );
}
