/** What must hold of any page in any state: axe finds nothing, and nothing is wider than the window. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} where for the message
 * @param {string} [part] only this part of the page: what a panel half covers has no honest size
 */
export async function expectNoBarriers(page, where, part = "html") {
  // Half-way between two colours is neither: what moves comes to its end first. What never ends is not waited for.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)));
  // Without frames the plain way is the same, and quicker: no second page is opened for the result.
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(TAGS).setLegacyMode(true).analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`) }));
  expect(told, `axe, ${where}`).toEqual([]);
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} where for the message
 */
export async function expectNoSideways(page, where) {
  const wide = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));
  expect(wide.page, `width of the page, ${where}`).toBeLessThanOrEqual(wide.window);
}

/** @param {import("@playwright/test").Page} page */
export async function settled(page) {
  await expect(page.locator("h1").first()).toBeAttached();
  await page.waitForLoadState("networkidle");
}
