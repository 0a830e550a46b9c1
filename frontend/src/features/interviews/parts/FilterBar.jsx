import { useState } from "preact/hooks";
import { Button } from "../../../ui/Button.jsx";
import { Field } from "../../../ui/Field.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { filterCount, PURPOSES, STAGES, STATES } from "../rules.js";

/** @typedef {import("../rules.js").ListState} ListState */

/**
 * @typedef {object} FilterProps
 * @property {ListState} state
 * @property {Record<string, import("../../../api/models.d.ts").FacetCount[]> | undefined} facets
 * @property {string} text of the search field
 * @property {(text: string) => void} onText
 * @property {(state: ListState) => void} onChange
 * @property {(group: import("../rules.js").Group, value: string) => void} onToggle
 * @property {() => void} onClear
 * @property {import("preact").RefObject<HTMLInputElement | null>} field
 */

/** Everything the list can be narrowed by; folded away on small screens. @param {FilterProps} props */
export function FilterBar(props) {
  const count = filterCount(props.state);
  const [open, setOpen] = useState(count > 0);
  return (
    <search class="interviews__filters">
      <div class="interviews__search">
        <Icon name="search" />
        <input ref={props.field} type="search" aria-label="Search interviews" placeholder="Organization, title, person, note" value={props.text} onInput={(event) => props.onText(event.currentTarget.value)} />
      </div>
      <button type="button" class="button button--secondary" aria-expanded={open} aria-controls="interview-filters" onClick={() => setOpen(!open)}>
        <Icon name="sliders" />
        Filters{count > 0 && <b> {count}</b>}
      </button>
      {(count > 0 || props.state.q) && (
        <Button look="quiet" onClick={props.onClear}>
          Clear
        </Button>
      )}
      <div id="interview-filters" class="interviews__panel" hidden={!open}>
        {open && <Panel {...props} />}
      </div>
    </search>
  );
}

/** @param {FilterProps} props */
function Panel({ state, facets, onChange, onToggle }) {
  const put = (/** @type {"organization" | "from" | "to"} */ name) => (/** @type {string} */ value) => onChange({ ...state, [name]: value });
  return (
    <>
      <Choices legend="Purpose" words={PURPOSES} counts={facets?.purpose} chosen={state.purpose} onToggle={(value) => onToggle("purpose", value)} />
      <Choices legend="State" words={STATES} counts={facets?.state} chosen={state.state} onToggle={(value) => onToggle("state", value)} />
      <Choices legend="Stage of the application" words={STAGES} counts={facets?.stage} chosen={state.stage} onToggle={(value) => onToggle("stage", value)} />
      <div class="interviews__texts">
        <Field label="Organization" name="organization" value={state.organization} onInput={put("organization")} />
        <Field label="From" name="from" type="date" value={state.from} onInput={put("from")} max={state.to || undefined} />
        <Field label="To" name="to" type="date" value={state.to} onInput={put("to")} min={state.from || undefined} />
      </div>
    </>
  );
}

/**
 * Values with something in them, and those that are chosen.
 *
 * @param {{ legend: string, words: Record<string, string>, counts: ReadonlyArray<{ value: string, count: number }> | undefined, chosen: readonly string[], onToggle: (value: string) => void }} props
 */
function Choices({ legend, words, counts, chosen, onToggle }) {
  const countOf = (/** @type {string} */ value) => counts?.find((one) => one.value === value)?.count ?? 0;
  const shown = Object.keys(words).filter((value) => chosen.includes(value) || countOf(value) > 0);
  if (shown.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend class="label">{legend}</legend>
      {shown.map((value) => (
        <label key={value} class="choices__one">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          {words[value]}
          <span class="caption">{countOf(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
