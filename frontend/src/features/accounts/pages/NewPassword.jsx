import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { Button } from "../../../ui/Button.jsx";
import { Form } from "../../../ui/Field.jsx";
import { Door } from "../parts/Door.jsx";
import { PasswordField } from "../parts/PasswordField.jsx";
import { setNewPassword } from "../signIn.js";

/** Where the link of the mail leads. @param {{ secret: string }} props secret: the link's own part */
export default function NewPassword({ secret }) {
  const { route } = useLocation();
  const shortest = useSession().installation?.password_min_length ?? 12;
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [working, setWorking] = useState(false);
  const submit = async () => {
    if (working) return;
    if (password.length < shortest) {
      setErrors({ password: `This has ${password.length} characters; ${shortest} are needed.` });
      return;
    }
    setWorking(true);
    const outcome = await setNewPassword(secret, password);
    setWorking(false);
    if (outcome.state === "done") route("/sign-in", true);
    else setErrors(outcome.errors.key ? { "": "This link is used up or too old. Ask for another." } : outcome.errors);
  };
  return (
    <Door title="Choose a new password" next="/" lead="It replaces the old one at once; then sign in with it.">
      <Form onSubmit={() => void submit()} errors={errors} label="Choose a new password">
        <PasswordField isNew value={password} onInput={setPassword} error={errors.password} hint={`At least ${shortest} characters.`} />
        <p>
          <Button look="primary" type="submit" working={working}>
            {working ? "Keeping it" : "Keep this password"}
          </Button>
        </p>
      </Form>
    </Door>
  );
}
