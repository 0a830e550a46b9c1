import { useState } from "preact/hooks";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { Door } from "../parts/Door.jsx";
import { askForNewPassword } from "../signIn.js";

/** A mail with a link to a new password, for an installation that sends mail. */
export default function Forgotten() {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [working, setWorking] = useState(false);
  const submit = async () => {
    if (working) return;
    if (!email.trim()) {
      setErrors({ email: "Enter your e-mail address." });
      return;
    }
    setWorking(true);
    const outcome = await askForNewPassword(email.trim());
    setWorking(false);
    setErrors(outcome.errors);
    setSent(outcome.state === "done");
  };
  return (
    <Door title="A new password" next="/" lead="A mail with a link goes to the address of your account.">
      {sent ? (
        <p class="door__demo" role="status">
          If there is an account with this address, the mail is on its way.
        </p>
      ) : (
        <Form onSubmit={() => void submit()} errors={errors} label="A new password">
          <Field label="E-mail address" name="email" type="email" value={email} onInput={setEmail} error={errors.email} required autocomplete="username" />
          <p>
            <Button look="primary" type="submit" working={working}>
              {working ? "Sending" : "Send the mail"}
            </Button>
          </p>
        </Form>
      )}
    </Door>
  );
}
