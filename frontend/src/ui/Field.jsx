import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon.jsx";
import "./field.css";

/**
 * @typedef {object} FieldProps
 * @property {string} label
 * @property {string} name
 * @property {string} value
 * @property {(value: string) => void} onInput
 * @property {"text" | "email" | "password" | "date" | "time" | "datetime-local" | "number" | "url" | "search" | "textarea" | "select"} [type]
 * @property {ReadonlyArray<{ value: string, label: string }>} [options] of a select
 * @property {string} [hint] what is expected, before anything went wrong
 * @property {string} [error] what is wrong and what to do
 * @property {boolean} [required]
 * @property {string} [autocomplete]
 * @property {number} [rows] of a textarea
 * @property {string | number} [min]
 * @property {string | number} [max]
 * @property {boolean} [voice] serif: what a person says
 */

/** A labelled field with its hint and its error under it. @param {FieldProps} props */
export function Field(props) {
  const { label, hint, error, required } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div class={`field${error ? " field--wrong" : ""}`}>
      <label class="label" for={id}>
        {label}
        {!required && required !== undefined && <span class="field__optional"> (optional)</span>}
      </label>
      {hint && (
        <p class="caption" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Control {...props} id={id} described={described} />
      {error && (
        <p class="field__error" id={`${id}-error`}>
          <Icon name="close" />
          {error}
        </p>
      )}
    </div>
  );
}

/** @param {FieldProps & { id: string, described: string | undefined }} props */
function Control({ id, described, name, value, onInput, type = "text", options = [], error, required, autocomplete, rows = 4, min, max, voice }) {
  const shared = /** @type {const} */ ({
    id,
    name,
    required,
    class: `field__control${voice ? " voice" : ""}`,
    "aria-invalid": error ? "true" : undefined,
    "aria-describedby": described,
  });
  if (type === "textarea") return <textarea {...shared} rows={rows} value={value} onInput={(event) => onInput(event.currentTarget.value)} />;
  if (type === "select") {
    return (
      <select {...shared} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  // Preact types each input type apart; which one it is, is known at run time only.
  const typed = /** @type {{ type: "text" }} */ ({ type });
  return <input {...shared} {...typed} value={value} min={min} max={max} autocomplete={autocomplete} onInput={(event) => onInput(event.currentTarget.value)} />;
}

/**
 * A form whose focus goes to the first wrong field when errors arrive.
 *
 * @param {{ onSubmit: () => void, errors: Record<string, string>, children: import("preact").ComponentChildren, label?: string }} props
 *   errors: by field name, as `problem.fieldErrors()` gives them; "" belongs to no field
 */
export function Form({ onSubmit, errors, children, label }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector("[aria-invalid], [role=alert]"))?.focus();
  }, [errors]);
  return (
    <form
      ref={form}
      class="form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {errors[""] && (
        <p class="field__error" role="alert" tabIndex={-1}>
          <Icon name="close" />
          {errors[""]}
        </p>
      )}
      {children}
    </form>
  );
}
