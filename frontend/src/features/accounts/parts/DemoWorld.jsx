import { useLocation } from "preact-iso";
import { refreshSession, useSession } from "../../../api/session.js";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { eraseDemo } from "../api.js";

/** For the demo person only: what this world is, and its end by one press. */
export function DemoWorld() {
  const { demo } = useSession();
  const { route } = useLocation();
  const { run, working, problem } = useSend(eraseDemo, () => void refreshSession().then(() => route("/")));
  if (!demo) return null;
  return (
    <section class="settings__part" aria-labelledby="demo">
      <div>
        <h2 id="demo">Demo world</h2>
        <p class="caption">People, companies and dates are invented.</p>
      </div>
      <div class="settings__fields">
        {problem && <ErrorState what="The demo world was not erased." problem={problem} onRetry={() => void run(undefined)} />}
        <p>You are signed in as its person. Erasing removes that person with all openings, interviews and tokens, and signs you out; the bank stays. On the server, make demo loads it again.</p>
        <p class="state__actions">
          <Button working={working} onClick={() => void run(undefined)}>
            {working ? "Erasing" : "Erase the demo world"}
          </Button>
        </p>
      </div>
    </section>
  );
}
