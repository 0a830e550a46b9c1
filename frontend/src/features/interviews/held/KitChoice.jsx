import { LEVELS } from "./starting.js";

/** @typedef {import("./api.js").Kit} Kit */
/** @typedef {{ kits: readonly Kit[], kit: Kit, onKit: (slug: string) => void }} Choice kit: the one chosen */

/** The kits as a choice of one; what is long is on the kit's own page. @param {Choice} props */
export function KitChoice({ kits, kit, onKit }) {
  return (
    <fieldset class="kit-choice">
      <legend class="label">Kit</legend>
      <ul>
        {kits.map((one) => (
          <li key={one.id}>
            <label class="kit-choice__one" for={`kit-${one.slug}`}>
              <input id={`kit-${one.slug}`} type="radio" name="kit" checked={one.slug === kit.slug} onChange={() => onKit(one.slug)} />
              <b>{one.title}</b>
              <span class="caption">
                {LEVELS[one.level]}, {one.minutes} minutes, {one.items.length} questions
              </span>
              <span class="kit-choice__says">{one.summary}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
