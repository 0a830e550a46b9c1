import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Form } from "../../../ui/Field.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { planWithPartner, startNow } from "./api.js";
import { KitChoice } from "./KitChoice.jsx";
import { headed, mockRoles } from "./starting.js";

const WAYS = /** @type {const} */ ([
  { value: "alone", label: "Alone" },
  { value: "ask", label: "A partner answers" },
  { value: "answer", label: "A partner asks" },
]);

/** @type {Record<string, string>} */
const SAYS = {
  alone: "You ask, answer aloud and rate yourself on the anchors an interviewer would use.",
  ask: "You run the kit and rate; your partner answers, and reads the debrief at the end.",
  answer: "Your partner runs the kit and rates; you answer, and read the debrief at the end.",
};

/** A rehearsal, alone or with somebody who is invited by a link. @param {import("./KitChoice.jsx").Choice & { onInvited: (invited: import("./HiringStart.jsx").Invited) => void }} props */
export function MockStart({ onInvited, ...choice }) {
  const { route } = useLocation();
  const [way, setWay] = useState(/** @type {"alone" | "ask" | "answer"} */ ("alone"));
  const { mine, partner } = mockRoles(way);
  const body = { purpose: "mock", kit: choice.kit.slug, my_role: mine };
  const alone = useSend(startNow, ({ data }) => route(`/interviews/${data.id}`));
  const both = useSend((/** @type {string} */ role) => planWithPartner(body, role), onInvited);
  const { working, errors } = partner ? both : alone;
  return (
    <Form onSubmit={() => void (partner ? both.run(partner) : alone.run(body))} errors={headed(errors, [])} label="Start a mock interview">
      <KitChoice {...choice} />
      <Segmented legend="With whom" options={WAYS} value={way} onChange={setWay} />
      <p class="caption">{SAYS[way]}</p>
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {partner ? "Make the interview and a link" : "Begin"}
        </Button>
        <span class="caption">{choice.kit.title}.</span>
      </p>
    </Form>
  );
}
