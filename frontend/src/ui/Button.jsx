import "./button.css";
import { Icon } from "./Icon.jsx";

/**
 * @typedef {object} ButtonProps
 * @property {import("preact").ComponentChildren} children a verb
 * @property {"primary" | "secondary" | "quiet"} [look]
 * @property {boolean} [small]
 * @property {string} [href] a link that looks like a button
 * @property {boolean} [working] a call is under way: spinner, no second press
 * @property {boolean} [disabled] give the reason in text nearby
 * @property {"button" | "submit"} [type]
 * @property {import("./Icon.jsx").IconName} [icon]
 * @property {string} [shortcut] the key that does the same
 * @property {(event: MouseEvent) => void} [onClick]
 * @property {string} [label] spoken name, when the words alone do not say it
 * @property {string} [describedBy]
 */

/** @param {ButtonProps} props */
export function Button({ children, look = "secondary", small, href, working, disabled, type = "button", icon, shortcut, onClick, label, describedBy }) {
  const className = `button button--${look}${small ? " button--small" : ""}`;
  const inside = (
    <>
      {working ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {shortcut && <kbd class="wide-only">{shortcut}</kbd>}
    </>
  );
  if (href) {
    return (
      <a class={className} href={href} onClick={onClick} aria-label={label}>
        {inside}
      </a>
    );
  }
  // aria-disabled rather than disabled while working: the focus must not fall off the button.
  return (
    <button class={className} type={type} disabled={disabled} aria-disabled={working || undefined} aria-label={label} aria-describedby={describedBy} onClick={working ? (event) => event.preventDefault() : onClick}>
      {inside}
    </button>
  );
}

/**
 * A square button with an icon only.
 *
 * @param {{ icon: import("./Icon.jsx").IconName, label: string, onClick?: (event: MouseEvent) => void, href?: string, pressed?: boolean }} props
 */
export function IconButton({ icon, label, onClick, href, pressed }) {
  if (href) {
    return (
      <a class="icon-button" href={href} aria-label={label}>
        <Icon name={icon} />
      </a>
    );
  }
  return (
    <button class="icon-button" type="button" aria-label={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
