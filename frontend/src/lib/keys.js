/**
 * Keyboard shortcuts: screens and parts register what they answer to, one listener in the shell
 * asks here what a key press means. Later registrations win, so a dialog's key beats its page's.
 */
import { useEffect, useRef } from "preact/hooks";
import { createStore } from "./store.js";

/**
 * @typedef {object} Shortcut
 * @property {string[]} keys as a person would press them: ["J"], ["G", "Q"] (one after the other), ["Ctrl", "K"]
 * @property {string} label what it does, in a few words
 * @property {string} group the heading in the list of all keys
 * @property {(event: KeyboardEvent) => void} [run] left out where the browser does it already
 * @property {{ at: number, label: string }} [status] its place and words in the status bar; the same words join keys
 */

/** @type {import("./store.js").Store<{ id: symbol, shortcuts: Shortcut[] }[]>} */
const registered = createStore(/** @type {{ id: symbol, shortcuts: Shortcut[] }[]} */ ([]));

export { registered as shortcutGroups };

/**
 * @param {Shortcut[]} shortcuts
 * @returns {() => void} how to take them back
 */
export function registerKeys(shortcuts) {
  const id = Symbol("shortcuts");
  registered.set((groups) => [...groups, { id, shortcuts }]);
  return () => registered.set((groups) => groups.filter((group) => group.id !== id));
}

/**
 * Registers shortcuts while the component is on screen. Their labels are fixed at the first
 * drawing; their actions are always those of the latest.
 *
 * @param {Shortcut[]} shortcuts
 */
export function useKeys(shortcuts) {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const count = shortcuts.length;
  useEffect(
    () =>
      registerKeys(
        latest.current.map((shortcut, index) => ({
          ...shortcut,
          run: shortcut.run && ((event) => latest.current[index]?.run?.(event)),
        })),
      ),
    [count],
  );
}

/** @returns {Shortcut[]} latest first */
export function allShortcuts() {
  return registered.get().flatMap((group) => group.shortcuts).reverse();
}

/** Keys whose names in a list are not those of the browser. @type {Record<string, string>} */
const NAMED = { " ": "Space", Escape: "Esc" };

/**
 * A pressed key, written as in a shortcut. Shift is part of the character ("?"), not a modifier.
 * With Alt some keyboards write another character: a digit is then known by its place.
 *
 * @param {{ key: string, code?: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 * @returns {string[]}
 */
export function pressed(event) {
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code ?? "")?.[1] : undefined;
  const key = digit ?? NAMED[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return [...(event.ctrlKey || event.metaKey ? ["Ctrl"] : []), ...(event.altKey ? ["Alt"] : []), key];
}

/**
 * @param {Shortcut[]} shortcuts
 * @param {string[]} before keys already pressed of a sequence
 * @param {string[]} now the keys of this press
 * @returns {{ hit: Shortcut | undefined, begins: boolean }} what to run, or whether a sequence goes on
 */
export function match(shortcuts, before, now) {
  const wanted = [...before, ...now].join(" ");
  const runnable = shortcuts.filter((shortcut) => shortcut.run);
  return {
    hit: runnable.find((shortcut) => shortcut.keys.join(" ") === wanted),
    begins: runnable.some((shortcut) => shortcut.keys.join(" ").startsWith(`${wanted} `)),
  };
}

/**
 * Whether the focus is where characters are typed, so that single keys must stay letters.
 *
 * @param {EventTarget | null} target
 */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
