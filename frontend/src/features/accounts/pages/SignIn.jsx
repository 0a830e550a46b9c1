import { useLocation } from "preact-iso";
import { useRef, useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Door } from "../parts/Door.jsx";
import { PasswordField } from "../parts/PasswordField.jsx";
import { missing, safeNext } from "../rules.js";
import { signIn } from "../signIn.js";

/** Signing in; afterwards one is where one came from. */
export default function SignIn() {
  const { query } = useLocation();
  const next = safeNext(query.next);
  const [email, setEmail] = useState("");
  return (
    <Door title="Sign in" next={next} lead="The bank and the rubrics need no account. Your own interviews and tokens do.">
      <Demo onFill={setEmail} />
      <SignInForm email={email} onEmail={setEmail} next={next} />
      <p class="door__other">
        <Lost />
        New here?{" "}
        <a class="link" href={`/sign-up${query.next ? `?next=${encodeURIComponent(next)}` : ""}`}>
          Make an account
        </a>
      </p>
    </Door>
  );
}

/** @param {{ email: string, onEmail: (email: string) => void, next: string }} props */
function SignInForm({ email, onEmail, next }) {
  const { route } = useLocation();
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [working, setWorking] = useState(false);
  const submit = async () => {
    if (working) return;
    const wrong = missing({ email, password });
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setWorking(true);
    const outcome = await signIn({ email: email.trim(), password });
    setWorking(false);
    if (outcome.state === "done") route(next, true);
    else setErrors(outcome.state === "confirm" ? { "": "Follow the link in the mail that was sent to this address first." } : outcome.errors);
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors} label="Sign in">
      <Field label="E-mail address" name="email" type="email" value={email} onInput={onEmail} error={errors.email} required autocomplete="username" />
      <PasswordField value={password} onInput={setPassword} error={errors.password} />
      <p>
        <Button look="primary" type="submit" working={working}>
          {working ? "Signing in" : "Sign in"}
        </Button>
      </p>
    </Form>
  );
}

/** Only where this installation sends mail. */
function Lost() {
  const { installation } = useSession();
  if (!installation || installation.email_verification === "none") return null;
  return (
    <>
      <a class="link" href="/sign-in/forgotten">
        Forgotten your password?
      </a>{" "}
    </>
  );
}

/** Offered while the demo world is loaded: its address goes in at a press, its password only its host knows. @param {{ onFill: (email: string) => void }} props */
function Demo({ onFill }) {
  const { installation } = useSession();
  const note = useRef(/** @type {HTMLDivElement | null} */ (null));
  const address = installation?.demo_sign_in;
  if (!address) return null;
  const fill = () => {
    onFill(address);
    /** @type {HTMLElement | null | undefined} */ (note.current?.parentElement?.querySelector("input[name=password]"))?.focus();
  };
  return (
    <div class="door__demo" ref={note}>
      <p>
        <b>A demo world is loaded here.</b> Its person is <span class="mono">{address}</span>; the password stands in the terminal where the server was started.
      </p>
      <Button small onClick={fill}>
        Use the demo address
      </Button>
    </div>
  );
}
