import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Heading, Page } from "../../../ui/Page.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { accept } from "../api.js";
import { forgetSecret, takeSecret } from "../secret.js";
import "../invitation.css";

/** Somebody was invited by a link: who they are first, then they join. */
export default function Invitation() {
  const [secret] = useState(takeSecret);
  const { person, known } = useSession();
  return (
    <Page title="Invitation">
      <div class="invitation">
        <Heading look="ask">{secret ? "You are invited to a mock interview." : "This invitation is not whole."}</Heading>
        {!secret && <p class="page__lead">The link of an invitation ends with a # and a long secret. Open it as it was sent to you, or ask for a new one.</p>}
        {secret && known && (person ? <Join secret={secret} name={person.name || person.email} /> : <WhoFirst />)}
      </div>
    </Page>
  );
}

function WhoFirst() {
  return (
    <>
      <p class="page__lead">The other person has to know who joins, and what you write has to be yours alone. Sign in, or make an account; then you come back here.</p>
      <p class="state__actions">
        <Button look="primary" href="/sign-up?next=%2Finvitation">
          Make an account
        </Button>
        <Button href="/sign-in?next=%2Finvitation">Sign in</Button>
      </p>
    </>
  );
}

/** @param {{ secret: string, name: string }} props */
function Join({ secret, name }) {
  const { route } = useLocation();
  const { run, working, problem } = useSend(accept, ({ data }) => {
    forgetSecret();
    route(`/interviews/${data.id}`, true);
  });
  if (problem && (problem.missing || problem.status === 409)) return <Over problem={problem} />;
  return (
    <>
      <p class="page__lead">You join as {name}. Whoever invited you sees your name, and the questions wait until one of you begins.</p>
      {problem && <ErrorState what="You have not joined yet." problem={problem} onRetry={() => void run(secret)} />}
      <p class="state__actions">
        <Button look="primary" working={working} onClick={() => void run(secret)}>
          {working ? "Joining" : "Join"}
        </Button>
      </p>
    </>
  );
}

/** @param {{ problem: import("../../../lib/problem.js").Problem }} props */
function Over({ problem }) {
  return (
    <>
      <p class="page__lead" role="alert">
        {problem.missing ? "There is no such invitation. The link may have been cut short." : problem.message} Ask the person who invited you for a new link.
      </p>
      <p class="state__actions">
        <Button href="/interviews">My interviews</Button>
      </p>
    </>
  );
}
