import { expect, test } from "vitest";
import { jsonTokens, pretty } from "./json.js";

const text = '{"count": 2, "next": null, "at": "-3 \\" d", "ratio": -1.5e3, "ok": [true, {}]}';

test("the tokens are exactly the text", () => {
  expect(jsonTokens(text).map(([, part]) => part).join("")).toBe(text);
  expect(jsonTokens(pretty(text)).map(([, part]) => part).join("")).toBe(pretty(text));
});

test("keys, strings and numbers are told apart", () => {
  const kinds = jsonTokens(text).filter(([kind]) => kind);
  expect(kinds.slice(0, 5)).toEqual([["key", '"count"'], ["num", "2"], ["key", '"next"'], ["num", "null"], ["key", '"at"']]);
  expect(kinds).toContainEqual(["str", '"-3 \\" d"']);
  expect(kinds).toContainEqual(["num", "-1.5e3"]);
});

test("what is not JSON stays as it is", () => {
  expect(pretty("<h1>502</h1>")).toBe("<h1>502</h1>");
});
