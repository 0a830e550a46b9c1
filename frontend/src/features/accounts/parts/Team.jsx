import { useState } from "preact/hooks";
import { refreshSession, useSession } from "../../../api/session.js";
import { useSend } from "../../../api/useSend.js";
import { ErrorState } from "../../../ui/States.jsx";
import { interviewForTeam } from "../api.js";

/** Whether one interviews for a team: opens questions for interviewers, interviews of candidates and their debriefs. */
export function Team() {
  const { groups } = useSession();
  const on = groups.includes("interviewers");
  const [wanted, setWanted] = useState(on);
  const { run, working, problem } = useSend(
    ({ is }) => interviewForTeam(is),
    () => void refreshSession(),
  );
  const refused = problem?.status === 403;
  const choose = (/** @type {boolean} */ is) => {
    setWanted(is);
    void run({ is });
  };
  return (
    <section class="settings__part" aria-labelledby="team">
      <div>
        <h2 id="team">Your team</h2>
        <p class="caption">One installation is one team.</p>
      </div>
      <div class="settings__fields">
        <label class="switch">
          {/* While the answer is on its way, what was asked for; then what holds. */}
          <input type="checkbox" checked={working ? wanted : on} aria-describedby="team-refused" onChange={(event) => choose(event.currentTarget.checked)} />
          <span>
            I interview for a team
            <span class="caption switch__hint">You may then interview candidates, be asked onto panels, and see questions kept for interviewers.</span>
          </span>
        </label>
        <div id="team-refused" role="status">
          {refused && <p>Here an administrator appoints interviewers: {problem.message}</p>}
        </div>
        {problem && !refused && <ErrorState what="The switch was not changed." problem={problem} onRetry={() => void run({ is: wanted })} />}
      </div>
    </section>
  );
}
