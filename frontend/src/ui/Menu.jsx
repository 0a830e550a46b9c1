import { useEffect, useId, useRef, useState } from "preact/hooks";
import "./menu.css";

/**
 * A button that opens a panel of links and controls. It is a disclosure, not an ARIA menu: Tab
 * walks through it, Escape and a press elsewhere close it, the focus returns to the button.
 *
 * @param {{ label: string, trigger: import("preact").ComponentChildren, triggerClass?: string, children: import("preact").ComponentChildren, align?: "start" | "end" }} props
 */
export function Menu({ label, trigger, triggerClass = "button", children, align = "end" }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const panel = useId();
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (/** @type {Event} */ event) => {
      if (!root.current?.contains(/** @type {Node} */ (event.target))) setOpen(false);
    };
    const escape = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", escape, true);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", escape, true);
    };
  }, [open]);
  return (
    <div class="menu" ref={root}>
      <button ref={button} type="button" class={triggerClass} aria-label={label} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {trigger}
      </button>
      <div id={panel} class={`menu__panel menu__panel--${align}`} hidden={!open}>
        {open && <MenuContent onDone={() => setOpen(false)}>{children}</MenuContent>}
      </div>
    </div>
  );
}

/**
 * Following a link inside closes the panel; the listener sits on the panel because links come from outside.
 *
 * @param {{ children: import("preact").ComponentChildren, onDone: () => void }} props
 */
function MenuContent({ children, onDone }) {
  const content = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    const element = content.current;
    const followed = (/** @type {Event} */ event) => {
      if (event.target instanceof Element && event.target.closest("a, [data-closes]")) onDone();
    };
    element?.addEventListener("click", followed);
    return () => element?.removeEventListener("click", followed);
  }, []);
  return <div ref={content}>{children}</div>;
}

/** One line of a menu. @param {{ href?: string, onClick?: () => void, children: import("preact").ComponentChildren, aside?: import("preact").ComponentChildren }} props */
export function MenuItem({ href, onClick, children, aside }) {
  const inside = (
    <>
      <span>{children}</span>
      {aside}
    </>
  );
  if (href) {
    return (
      <a class="menu__item" href={href}>
        {inside}
      </a>
    );
  }
  return (
    <button type="button" class="menu__item" data-closes onClick={onClick}>
      {inside}
    </button>
  );
}
