import { expect, test } from "vitest";
import { wrongArrow } from "./folder-arrows.js";

test.each([
  ["features/questions/api.js", "api/client.js"],
  ["app/routes.js", "features/questions/pages/Bank.jsx"],
  ["features/questions/parts/Answers.jsx", "features/questions/rules.js"],
  ["main.jsx", "app/App.jsx"],
  ["ui/Page.jsx", "lib/page.js"],
])("%s may import %s", (from, to) => {
  expect(wrongArrow(from, to)).toBeUndefined();
});

test.each([
  ["features/rubrics/api.js", "features/questions/rules.js"],
  ["ui/States.jsx", "api/client.js"],
  ["lib/page.js", "ui/Page.jsx"],
  ["features/questions/rules.js", "app/routes.js"],
  ["api/client.js", "ui/Page.jsx"],
])("%s may not import %s", (from, to) => {
  expect(wrongArrow(from, to)).toMatch(/may not import/);
});
