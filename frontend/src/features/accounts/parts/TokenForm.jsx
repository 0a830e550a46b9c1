import { useState } from "preact/hooks";
import { useSend } from "../../../api/useSend.js";
import { toggled } from "../../../lib/query.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { makeToken } from "../api.js";
import { expiry, LIFETIMES, READING, SCOPES } from "../tokens.js";

/** @param {{ onMade: (token: import("../api.js").NewToken) => void, onLeave: () => void }} props */
export function TokenForm({ onMade, onLeave }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [scopes, setScopes] = useState(/** @type {string[]} */ (READING));
  const { run, working, errors, setErrors } = useSend(makeToken, ({ data }) => onMade(data));
  const submit = () => {
    /** @type {Record<string, string>} */
    const wrong = {};
    if (!name.trim()) wrong.name = "Say what it is for.";
    if (scopes.length === 0) wrong.scopes = "Choose at least one thing that it may do.";
    if (Object.keys(wrong).length > 0) setErrors(wrong);
    else void run({ name: name.trim(), scopes, expires_at: expiry(days, Date.now()) });
  };
  return (
    <Form onSubmit={submit} errors={errors} label="Make a token">
      <Field label="Name" name="name" value={name} onInput={setName} error={errors.name} required hint="What it is for, such as cli or calendar script." />
      <Scopes chosen={scopes} onToggle={(scope) => setScopes(toggled(scopes, scope))} error={errors.scopes} />
      <Field label="Works for" name="days" type="select" options={LIFETIMES} value={days} onInput={setDays} error={errors.expires_at} />
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {working ? "Making it" : "Make the token"}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </p>
    </Form>
  );
}

/** @param {{ chosen: readonly string[], onToggle: (scope: string) => void, error: string | undefined }} props */
function Scopes({ chosen, onToggle, error }) {
  return (
    <fieldset class="scopes" aria-describedby={error && "scopes-error"}>
      <legend class="label">It may</legend>
      {SCOPES.map(([scope, says]) => (
        <label key={scope} class="switch">
          <input type="checkbox" checked={chosen.includes(scope)} onChange={() => onToggle(scope)} />
          <span>
            {says} <span class="mono caption">{scope}</span>
          </span>
        </label>
      ))}
      {error && (
        <p class="field__error" id="scopes-error" role="alert" tabIndex={-1}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
