import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import globals from "globals";
import { folderArrows } from "./build/folder-arrows.js";

export default [
  { ignores: ["dist/", "node_modules/", "src/api/schema.d.ts", "**/*.d.ts", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  {
    files: ["**/*.{js,jsx}"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2025, sourceType: "module", parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      complexity: ["error", 10],
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-console": ["error", { allow: ["error"] }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.{js,jsx}"],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ["src/**/*.{js,jsx}"],
    plugins: { house: { rules: { "folder-arrows": folderArrows } } },
    languageOptions: { globals: globals.browser },
    settings: { "jsx-a11y": { components: { Button: "button", IconButton: "button" }, attributes: { for: ["htmlFor", "for"] } } },
    rules: {
      "house/folder-arrows": "error",
      // A region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["tabpanel", "region"], allowExpressionValues: true }],
    },
  },
  { files: ["src/early.js"], languageOptions: { sourceType: "script" }, rules: { "no-var": "off" } },
  { files: ["build/**/*.js", "scripts/**/*.js", "*.config.js"], languageOptions: { globals: globals.node }, rules: { "no-console": "off" } },
  // Browser tests run in Node; what they evaluate runs in the page.
  { files: ["tests/**/*.js", "scripts/screenshots.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ["**/*.test.js", "**/*.spec.js"], rules: { "max-lines-per-function": "off" } },
];
