/**
 * One sentence that concerns no single page: what was taken over, what was refused. It stays until
 * it is closed. `tell("...")` from anywhere; <Notice /> stands once in the shell.
 */
import { createStore, useStore } from "../lib/store.js";
import { IconButton } from "./Button.jsx";
import "./notice.css";

/** @typedef {{ text: string, link?: { href: string, label: string } }} Told */

/** @type {import("../lib/store.js").Store<Told | undefined>} */
const current = createStore(/** @type {Told | undefined} */ (undefined));

/**
 * @param {string} text a sentence
 * @param {{ href: string, label: string }} [link] where to see more
 */
export const tell = (text, link) => current.set({ text, link });

export function Notice() {
  const told = useStore(current);
  const close = () => current.set(undefined);
  // Not on paper, not even empty: it would begin a page before one that has a size of its own.
  return (
    <div role="status" class="no-print">
      {told && (
        <div class="notice">
          <p>
            {told.text}{" "}
            {told.link && (
              <a class="link" href={told.link.href} onClick={close}>
                {told.link.label}
              </a>
            )}
          </p>
          <IconButton icon="close" label="Close this note" onClick={close} />
        </div>
      )}
    </div>
  );
}
