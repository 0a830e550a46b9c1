// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { allShortcuts, isTyping, match, pressed, registerKeys } from "./keys.js";

const key = (/** @type {string} */ name, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });
const shortcut = (/** @type {string[]} */ keys, run = () => undefined) => ({ keys, label: keys.join(), group: "Test", run });

describe("pressed", () => {
  test.each([
    [key("j"), ["J"]],
    [key("?"), ["?"]],
    [key("k", { ctrlKey: true }), ["Ctrl", "K"]],
    [key("k", { metaKey: true }), ["Ctrl", "K"]],
    [key("1", { altKey: true }), ["Alt", "1"]],
    [key("Enter"), ["Enter"]],
  ])("writes a key as a shortcut does", (event, keys) => {
    expect(pressed(event)).toEqual(keys);
  });

  test("a digit with Alt is the digit, whatever the keyboard writes", () => {
    expect(pressed({ key: "¡", code: "Digit1", ctrlKey: false, metaKey: false, altKey: true })).toEqual(["Alt", "1"]);
    expect(pressed({ key: "¡", code: "Digit1", ctrlKey: false, metaKey: false, altKey: false })).toEqual(["¡"]);
  });
});

describe("match", () => {
  const shortcuts = [shortcut(["G", "Q"]), shortcut(["J"])];

  test("finds a key, and a sequence when its first key came before", () => {
    expect(match(shortcuts, [], ["J"]).hit?.keys).toEqual(["J"]);
    expect(match(shortcuts, [], ["G"])).toEqual({ hit: undefined, begins: true });
    expect(match(shortcuts, ["G"], ["Q"]).hit?.keys).toEqual(["G", "Q"]);
    expect(match(shortcuts, [], ["Q"])).toEqual({ hit: undefined, begins: false });
  });

  test("passes over what is only listed", () => {
    expect(match([{ keys: ["Esc"], label: "close", group: "Test" }], [], ["Esc"]).hit).toBeUndefined();
  });
});

test("the latest registration comes first and can be taken back", () => {
  const [page, dialog] = [vi.fn(), vi.fn()];
  const takePage = registerKeys([shortcut(["U"], page)]);
  const takeDialog = registerKeys([shortcut(["U"], dialog)]);
  expect(match(allShortcuts(), [], ["U"]).hit?.run).toBe(dialog);
  takeDialog();
  expect(match(allShortcuts(), [], ["U"]).hit?.run).toBe(page);
  takePage();
  expect(allShortcuts()).toEqual([]);
});

test("letters are letters while typing, not on a checkbox", () => {
  document.body.innerHTML = '<input><textarea></textarea><select></select><input type="checkbox"><button></button>';
  expect([...document.body.children].map(isTyping)).toEqual([true, true, true, false, false]);
  expect(isTyping(null)).toBe(false);
});
