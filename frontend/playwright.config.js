import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/e2e/support/browser.js";

/**
 * The browser tests run against the served build with the demo world: `make e2e` starts both and
 * says where they are (BASE_URL, DEMO_SIGN_IN, DEMO_PASSWORD, DEMO_TOKEN, SECOND_ORIGIN).
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 1, // a machine under load may miss a deadline once; the report then says "flaky"
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 7_000 },
  reporter: "list",
  projects: [
    { name: "site", testIgnore: "last/**" },
    { name: "last", testMatch: "last/**", dependencies: ["site"] },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8000",
    launchOptions,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    colorScheme: "light",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    permissions: ["clipboard-read", "clipboard-write"],
  },
});
