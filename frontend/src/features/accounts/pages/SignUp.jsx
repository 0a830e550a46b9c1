import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Door } from "../parts/Door.jsx";
import { PasswordField } from "../parts/PasswordField.jsx";
import { missing, safeNext } from "../rules.js";
import { signUp } from "../signIn.js";

/** Making an account: an address and a password are enough. */
export default function SignUp() {
  const { query } = useLocation();
  const next = safeNext(query.next);
  const [sentTo, setSentTo] = useState("");
  return (
    <Door title="Make an account" next={next} lead="An account keeps your interviews and lets your programs in. It is yours alone: nobody else here sees what you note.">
      {sentTo ? (
        <p class="door__demo" role="status">
          A mail is on its way to {sentTo}. Follow its link, and the account is open.
        </p>
      ) : (
        <SignUpForm next={next} onConfirm={setSentTo} />
      )}
      <p class="door__other">
        You have one?{" "}
        <a class="link" href={`/sign-in${query.next ? `?next=${encodeURIComponent(next)}` : ""}`}>
          Sign in
        </a>
      </p>
    </Door>
  );
}

/** @param {{ next: string, onConfirm: (email: string) => void }} props */
function SignUpForm({ next, onConfirm }) {
  const { route } = useLocation();
  const shortest = useSession().installation?.password_min_length ?? 12;
  const [entered, setEntered] = useState({ email: "", password: "", name: "" });
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [working, setWorking] = useState(false);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const put = (/** @type {keyof entered} */ field) => (/** @type {string} */ value) => setEntered((before) => ({ ...before, [field]: value }));
  const submit = async () => {
    if (working) return;
    const wrong = missing(entered, shortest);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setWorking(true);
    const outcome = await signUp({ ...entered, email: entered.email.trim(), time_zone: zone });
    setWorking(false);
    if (outcome.state === "done") route(next, true);
    else if (outcome.state === "confirm") onConfirm(entered.email.trim());
    else setErrors(outcome.errors);
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors} label="Make an account">
      <Field label="E-mail address" name="email" type="email" value={entered.email} onInput={put("email")} error={errors.email} required autocomplete="username" />
      <PasswordField isNew value={entered.password} onInput={put("password")} error={errors.password} hint={`At least ${shortest} characters. A few words in a row are easier to keep than symbols.`} />
      <Field label="Name" name="name" value={entered.name} onInput={put("name")} error={errors.name} required={false} autocomplete="name" hint="How you are greeted; nothing else hangs on it." />
      <p class="caption">
        Times will be shown for <b>{zone}</b>, as on this device. Settings can change that.{errors.time_zone && ` ${errors.time_zone}`}
      </p>
      <p>
        <Button look="primary" type="submit" working={working}>
          {working ? "Making it" : "Make the account"}
        </Button>
      </p>
    </Form>
  );
}
