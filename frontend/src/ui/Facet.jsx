import { useId, useState } from "preact/hooks";
import { counted } from "../lib/format.js";
import "./facet.css";

/** @typedef {{ value: string, label: string, count: number }} FacetValue */

/**
 * A group of filters: each with its name, a bar to scale and how many results it would give.
 * Zeros stay visible; long groups fold after `shown`, but never a chosen value.
 *
 * @param {{ legend: string, values: readonly FacetValue[], chosen: readonly string[], onToggle: (value: string) => void, scale: number, shown?: number, more?: string }} props
 *   scale: the largest count on the screen; more: the noun for what is folded ("topics")
 */
export function Facet({ legend, values, chosen, onToggle, scale, shown = 9, more = "more" }) {
  const [open, setOpen] = useState(false);
  const visible = open ? values : values.filter((value, index) => index < shown || chosen.includes(value.value));
  const folded = values.length - visible.length;
  return (
    <fieldset class="facet">
      <legend class="label">{legend}</legend>
      {visible.map((value) => (
        <FacetRow key={value.value} value={value} checked={chosen.includes(value.value)} scale={scale} onToggle={onToggle} />
      ))}
      {(folded > 0 || open) && (
        <button type="button" class="facet__more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Show fewer" : `${folded} more ${more}`}
        </button>
      )}
    </fieldset>
  );
}

/** @param {{ value: FacetValue, checked: boolean, scale: number, onToggle: (value: string) => void }} props */
function FacetRow({ value, checked, scale, onToggle }) {
  const id = useId();
  const width = scale > 0 ? Math.ceil((value.count / scale) * 26) : 0;
  return (
    <label class={`facet__row${value.count === 0 ? " facet__row--none" : ""}`} for={id}>
      <input id={id} type="checkbox" checked={checked} onChange={() => onToggle(value.value)} />
      <span class="facet__name">{value.label}</span>
      <svg class="facet__bar" viewBox="0 0 26 3" aria-hidden="true" focusable="false">
        <rect width={width} height="3" />
      </svg>
      <span class="facet__count">
        <span aria-hidden="true">{value.count}</span>
        <span class="sr-only">{counted(value.count, "result")}</span>
      </span>
    </label>
  );
}
