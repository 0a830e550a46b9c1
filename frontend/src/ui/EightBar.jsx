import { listed } from "../lib/format.js";
import "./eightbar.css";

/** Strength of evidence, 0 to 3, in words. */
export const STRENGTHS = ["none", "some", "good", "strong"];

/** The eight qualities in their one fixed order, by slug. */
export const QUALITY_ORDER = [
  "django-python",
  "web-development",
  "database",
  "version-control-collaboration",
  "testing-debugging",
  "performance",
  "security",
  "communication",
];

/** @typedef {{ quality: { slug: string, name: string }, strength: number }} Signal */

/** @param {readonly Signal[]} signals */
export function inOrder(signals) {
  return [...signals].sort((one, other) => QUALITY_ORDER.indexOf(one.quality.slug) - QUALITY_ORDER.indexOf(other.quality.slug));
}

/**
 * Eight bars in fixed order: what a question gives evidence of, at a glance.
 *
 * @param {{ signals: readonly Signal[] }} props
 */
export function EightBar({ signals }) {
  const spoken = inOrder(signals).map(({ quality, strength }) => `${quality.name} (${STRENGTHS[strength]})`);
  const label = spoken.length > 0 ? `Evidence of ${listed(spoken)}` : "No evidence named";
  const heights = QUALITY_ORDER.map((slug) => signals.find(({ quality }) => quality.slug === slug)?.strength ?? 0);
  return (
    <span class="eight-bar" role="img" aria-label={label} title={label}>
      {heights.map((height, index) => (
        <i key={QUALITY_ORDER[index]} class={`eight-bar__${height}`} />
      ))}
    </span>
  );
}

/**
 * The same with names, for one question's own page: three steps, as many filled as the strength.
 *
 * @param {{ signals: readonly Signal[] }} props
 */
export function Signals({ signals }) {
  return (
    <ul class="signals" aria-label="Gives evidence of">
      {inOrder(signals).map(({ quality, strength }) => (
        <li key={quality.slug} class={`signals__${strength}`}>
          <span class="signals__steps" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {quality.name}
          <span class="sr-only">: {STRENGTHS[strength]}</span>
        </li>
      ))}
    </ul>
  );
}
