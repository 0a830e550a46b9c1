import { useEffect, useRef } from "preact/hooks";
import { Dialog } from "../../ui/Dialog.jsx";
import { CallView } from "./CallView.jsx";
import "./drawer.css";

/**
 * The machine's side of the view: the call, and the reply as it came.
 *
 * @param {{ mode: import("./useDrawer.js").DrawerMode, onClose: () => void }} props
 */
export function ApiDrawer({ mode, onClose }) {
  if (mode === "shut") return null;
  if (mode === "sheet") {
    return (
      <Dialog open onClose={onClose} title="The call behind this view" look="bare">
        <div class="drawer drawer--sheet machine">
          <CallView onClose={onClose} />
        </div>
      </Dialog>
    );
  }
  return <DrawerPane mode={mode} onClose={onClose} />;
}

/** @param {{ mode: "docked" | "over", onClose: () => void }} props */
function DrawerPane({ mode, onClose }) {
  const pane = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (mode !== "over") return undefined;
    const before = document.activeElement;
    pane.current?.focus();
    const escape = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) onClose();
    };
    addEventListener("keydown", escape);
    return () => {
      removeEventListener("keydown", escape);
      // The pane is gone by now; the focus fell to the page unless somebody took it elsewhere.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, [mode]);
  return (
    <aside ref={pane} id="call" class={`drawer drawer--${mode} machine no-print`} aria-label="The call behind this view" tabIndex={-1}>
      <CallView onClose={onClose} />
    </aside>
  );
}
