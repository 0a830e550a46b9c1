import { expect } from "@playwright/test";

/**
 * Keys work once their screen is drawn; the status bar lists them from the same register.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} label as in the status bar
 */
export async function keysReady(page, label) {
  await expect(page.locator(".status__keys")).toContainText(label);
}
