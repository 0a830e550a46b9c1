/**
 * Toasts: only for what can be undone. Eight seconds, waiting while pointed at or focused; U undoes.
 * `offerUndo("Interview cancelled.", restore)` from anywhere; <Toasts /> stands once in the shell.
 */
import { useEffect, useState } from "preact/hooks";
import { registerKeys } from "../lib/keys.js";
import { createStore, useStore } from "../lib/store.js";
import "./toast.css";

const SHOWN_FOR = 8000;

/** @typedef {{ id: number, text: string, undo: () => void }} Toast */

/** @type {import("../lib/store.js").Store<Toast | undefined>} */
const current = createStore(/** @type {Toast | undefined} */ (undefined));

let count = 0;

/**
 * @param {string} text what happened, as a sentence
 * @param {() => void} undo
 */
export function offerUndo(text, undo) {
  count += 1;
  current.set({ id: count, text, undo });
}

const dismiss = () => current.set(undefined);

export function Toasts() {
  const toast = useStore(current);
  return (
    <div class="toasts" role="status">
      {toast && <ToastBox key={toast.id} toast={toast} />}
    </div>
  );
}

/** @param {{ toast: Toast }} props */
function ToastBox({ toast }) {
  const [held, setHeld] = useState(false);
  const undo = () => {
    dismiss();
    toast.undo();
  };
  useEffect(() => registerKeys([{ keys: ["U"], label: "undo", group: "Everywhere", run: undo }]), []);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(dismiss, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div class="toast machine" role="group" aria-label="Can be undone" onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocusCapture={() => setHeld(true)} onBlurCapture={() => setHeld(false)}>
      <span>{toast.text}</span>
      <button type="button" class="toast__undo" onClick={undo}>
        Undo <kbd>U</kbd>
      </button>
    </div>
  );
}
