import { useId } from "preact/hooks";
import "./segmented.css";

/**
 * @template {string | number} V
 * @typedef {object} Option
 * @property {V} value
 * @property {import("preact").ComponentChildren} label
 * @property {import("preact").ComponentChildren} [under] a second line: a count
 * @property {string} [spoken] the accessible name, when the label alone does not say it
 */

/**
 * Joined buttons of which exactly one is chosen: radio buttons underneath, so arrows work.
 *
 * @template {string | number} V
 * @param {{ legend: string, options: readonly Option<V>[], value: V, onChange: (value: V) => void, wide?: boolean }} props
 */
export function Segmented({ legend, options, value, onChange, wide }) {
  const name = useId();
  return (
    <fieldset class={`segmented${wide ? " segmented--wide" : ""}`}>
      <legend class="sr-only">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="segmented__option">
          <input class="sr-only" type="radio" name={name} checked={option.value === value} aria-label={option.spoken} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
          {option.under !== undefined && <span class="segmented__under">{option.under}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/**
 * The same look where any number may be chosen: the levels of the filter.
 *
 * @template {string | number} V
 * @param {{ legend: string, options: readonly Option<V>[], chosen: readonly V[], onToggle: (value: V) => void }} props
 */
export function MultiSegmented({ legend, options, chosen, onToggle }) {
  return (
    <fieldset class="multi-segmented">
      <legend class="label">{legend}</legend>
      <div class="segmented segmented--filled">
        {options.map((option) => (
          <label key={option.value} class="segmented__option">
            <input class="sr-only" type="checkbox" checked={chosen.includes(option.value)} aria-label={option.spoken} onChange={() => onToggle(option.value)} />
            <span>{option.label}</span>
            {option.under !== undefined && <span class="segmented__under">{option.under}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
