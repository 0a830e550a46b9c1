import { shortName } from "../../../lib/format.js";
import { Facet } from "../../../ui/Facet.jsx";
import { MultiSegmented, Segmented } from "../../../ui/Segmented.jsx";
import { WORDS } from "../rules.js";
import { djangoOf, DJANGOS } from "../versions.js";

/** @typedef {import("../rules.js").Group} Group */

/**
 * @typedef {object} FilterProps
 * @property {import("../rules.js").BankState} state
 * @property {Record<string, import("../../../api/models.d.ts").FacetCount[]> | undefined} facets
 * @property {(group: Group, value: string) => void} onToggle
 * @property {(version: string) => void} onDjango empty: any
 */

/** @type {Array<{ group: Group, legend: string, shown: number, more: string }>} */
const before = [{ group: "category", legend: "Category", shown: 9, more: "categories" }];
/** @type {Array<{ group: Group, legend: string, shown: number, more: string }>} */
const after = [
  { group: "quality", legend: "Quality", shown: 9, more: "qualities" },
  { group: "topic", legend: "Topic", shown: 5, more: "topics" },
  { group: "format", legend: "Format", shown: 9, more: "formats" },
];

/** All filters with their counts. @param {FilterProps} props */
export function FilterPanel({ state, facets, onToggle, onDjango }) {
  if (!facets) return null;
  const scale = Math.max(1, ...Object.values(facets).flatMap((values) => values.map((value) => value.count)));
  const draw = (/** @type {typeof after[number]} */ { group, legend, shown, more }) => (
    <Facet
      key={group}
      legend={legend}
      values={displayed(group, facets[group] ?? [])}
      chosen={state.chosen[group]}
      onToggle={(value) => onToggle(group, value)}
      scale={scale}
      shown={shown}
      more={more}
    />
  );
  return (
    <>
      <p class="bank__browse">
        <a class="link" href="/questions/browse">
          Browse by category
        </a>
      </p>
      {before.map(draw)}
      <MultiSegmented
        legend="Level"
        options={(facets.level ?? []).map((value) => ({ value: value.value, label: WORDS[value.value] ?? value.label, under: value.count, spoken: `${value.label}, ${value.count}` }))}
        chosen={state.chosen.level}
        onToggle={(value) => onToggle("level", value)}
      />
      <div class="bank__django">
        <p class="label" aria-hidden="true">
          Your Django
        </p>
        <Segmented legend="Your Django" wide options={["", ...DJANGOS].map((value) => ({ value, label: value || "any", spoken: value ? `Django ${value}` : "any Django" }))} value={djangoOf(state.versions)} onChange={onDjango} />
      </div>
      {after.map(draw)}
    </>
  );
}

/**
 * Topics are many: those with results first, most first. The other groups keep the order of the domain.
 *
 * @param {Group} group
 * @param {readonly import("../../../api/models.d.ts").FacetCount[]} values
 */
function displayed(group, values) {
  const named = values.map((value) => ({ ...value, label: shortName(value.label) }));
  return group === "topic" ? named.sort((one, other) => other.count - one.count) : named;
}
