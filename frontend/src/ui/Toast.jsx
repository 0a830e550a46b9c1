/**
 * Toasts: for what can be undone, and for what leaves no other trace (a copy). Eight seconds unless told otherwise, waiting while pointed at or focused; U undoes.
 * `offerUndo("Interview cancelled.", restore)` or `say("Copied.")` from anywhere; <Toasts /> stands once in the shell.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { registerKeys } from "../lib/keys.js";
import { createStore, useStore } from "../lib/store.js";
import "./toast.css";

const SHOWN_FOR = 8000;

/** @typedef {{ id: number, text: string, undo?: () => void, shownFor: number }} Toast */

/** @type {import("../lib/store.js").Store<Toast | undefined>} */
const current = createStore(/** @type {Toast | undefined} */ (undefined));

let count = 0;

/**
 * @param {string} text what happened, as a sentence
 * @param {() => void} undo
 * @param {number} [shownFor] milliseconds
 * @returns {() => void} takes the offer back: what it undoes is gone
 */
export const offerUndo = (text, undo, shownFor = SHOWN_FOR) => show({ text, undo, shownFor });

/** @param {string} text what happened, as a sentence */
export const say = (text) => void show({ text, shownFor: SHOWN_FOR });

/** @param {Omit<Toast, "id">} toast */
function show(toast) {
  count += 1;
  const id = count;
  current.set({ ...toast, id });
  return () => current.set((shown) => (shown?.id === id ? undefined : shown));
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

/**
 * Time stands still while the toast is pointed at or has the focus.
 *
 * @param {HTMLElement | null} box
 * @param {(held: boolean) => void} setHeld
 */
function waitWhileHeld(box, setHeld) {
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  for (const name of ["mouseenter", "focusin"]) box?.addEventListener(name, hold);
  for (const name of ["mouseleave", "focusout"]) box?.addEventListener(name, release);
}

/** @param {{ toast: Toast }} props */
function ToastBox({ toast }) {
  const [held, setHeld] = useState(false);
  const undo = () => {
    dismiss();
    toast.undo?.();
  };
  useEffect(() => toast.undo && registerKeys([{ keys: ["U"], label: "undo", group: "Everywhere", run: undo }]), []);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(dismiss, toast.shownFor);
    return () => clearTimeout(timer);
  }, [held]);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => waitWhileHeld(box.current, setHeld), []);
  return (
    <div class="toast machine" ref={box}>
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" class="toast__undo" onClick={undo}>
          Undo <kbd>U</kbd>
        </button>
      )}
    </div>
  );
}
