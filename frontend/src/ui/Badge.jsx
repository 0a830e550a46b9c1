import { Icon } from "./Icon.jsx";
import "./badge.css";

const icons = /** @type {const} */ ({ good: "check", old: "clock", bad: "close" });

/**
 * A fact with a verdict: checked on a version (good), on an older one only (old), fails (bad).
 *
 * @param {{ tone: keyof typeof icons, children: import("preact").ComponentChildren }} props
 */
export function Badge({ tone, children }) {
  return (
    <span class={`badge badge--${tone}`}>
      <Icon name={icons[tone]} />
      {children}
    </span>
  );
}

/** A quiet word in a frame: a number, a state. @param {{ children: import("preact").ComponentChildren }} props */
export function Tag({ children }) {
  return <span class="tag">{children}</span>;
}

/**
 * A chosen filter with its way out.
 *
 * @param {{ children: import("preact").ComponentChildren, onRemove: () => void, name: string }} props
 */
export function Chip({ children, onRemove, name }) {
  return (
    <button type="button" class="chip" onClick={onRemove} aria-label={`Remove filter ${name}`}>
      {children}
      <Icon name="close" />
    </button>
  );
}
