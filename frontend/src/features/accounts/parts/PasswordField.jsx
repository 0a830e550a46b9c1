import { useState } from "preact/hooks";
import { Field } from "../../../ui/Field.jsx";

/**
 * A password that may be pasted and looked at.
 *
 * @param {{ value: string, onInput: (value: string) => void, error?: string, hint?: string, isNew?: boolean }} props
 */
export function PasswordField({ value, onInput, error, hint, isNew }) {
  const [shown, setShown] = useState(false);
  return (
    <div class="password">
      <Field
        label="Password"
        name="password"
        type={shown ? "text" : "password"}
        value={value}
        onInput={onInput}
        error={error}
        hint={hint}
        required
        autocomplete={isNew ? "new-password" : "current-password"}
      />
      <button type="button" class="text-button password__toggle" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? "Hide" : "Show"}
        <span class="sr-only"> password</span>
      </button>
    </div>
  );
}
