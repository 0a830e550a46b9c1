import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./Button.jsx";
import "./dialog.css";

/**
 * A modal dialog: the browser traps the focus, closes on Escape and gives the focus back.
 *
 * @param {{ open: boolean, onClose: () => void, title: string, children: import("preact").ComponentChildren, look?: "centre" | "sheet" | "bare", footer?: import("preact").ComponentChildren }} props
 *   sheet: from the lower edge on small screens; bare: no visible head (the title is still spoken)
 */
export function Dialog({ open, onClose, title, children, look = "centre", footer }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const heading = useId();
  // Before the browser paints: whoever types on at once types into the dialog, not past it.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return undefined;
    // A press on the veil closes; keys have Escape for it.
    const veil = (/** @type {MouseEvent} */ event) => event.target === dialog && onClose();
    dialog.addEventListener("mousedown", veil);
    dialog.showModal();
    return () => {
      dialog.removeEventListener("mousedown", veil);
      dialog.close();
    };
  }, [open]);
  if (!open) return null;
  // The browser tells of a closing late: by then another dialog may be open, which this one must leave alone.
  const closed = () => element.current && onClose();
  return (
    <dialog ref={element} class={`dialog dialog--${look}`} aria-labelledby={heading} onClose={closed}>
      <div class="dialog__inside">
        <div class={look === "bare" ? "sr-only" : "dialog__head"}>
          <h2 id={heading}>{title}</h2>
          {look !== "bare" && <IconButton icon="close" label="Close" onClick={onClose} />}
        </div>
        {children}
        {footer && <div class="dialog__foot">{footer}</div>}
      </div>
    </dialog>
  );
}
