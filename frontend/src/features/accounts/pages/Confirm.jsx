import { useState } from "preact/hooks";
import { Button } from "../../../ui/Button.jsx";
import { Door } from "../parts/Door.jsx";
import { confirmAddress } from "../signIn.js";

/** Where the link of the first mail leads. A press confirms, so that a mail scanner cannot. @param {{ secret: string }} props */
export default function Confirm({ secret }) {
  const [state, setState] = useState(/** @type {"asked" | "working" | "done" | "refused"} */ ("asked"));
  const confirm = async () => {
    setState("working");
    const outcome = await confirmAddress(secret);
    setState(outcome.state === "done" ? "done" : "refused");
  };
  return (
    <Door title="Confirm your address" next="/" lead="One press, and the account is open.">
      {state === "refused" && (
        <p class="door__demo" role="alert">
          This link is used up or too old. Sign in to have another sent.
        </p>
      )}
      {state === "done" ? (
        <p class="state__actions" role="status">
          <Button look="primary" href="/sign-in">
            Confirmed: sign in
          </Button>
        </p>
      ) : (
        <Button look="primary" working={state === "working"} onClick={() => void confirm()}>
          Confirm the address
        </Button>
      )}
    </Door>
  );
}
