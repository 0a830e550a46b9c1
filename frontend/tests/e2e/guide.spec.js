import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { expect, test } from "./support/test.js";

// The other pages of the guide have nothing that these do not have.
const EACH_KIND = ["/api/guide/", "/api/guide/filtering/", "/api/problems/", "/api/problems/invalid-parameters/"];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`the guide and the pages of problems have no barriers in ${colorScheme}`, async ({ page, faults }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of EACH_KIND) {
      await page.goto(address);
      await expectNoBarriers(page, `${address}, ${colorScheme}`);
    }
    expect(faults.unexpected).toEqual([]);
  });
}

test("the guide leads to all of its pages and to the kinds of problems, and nothing is sideways at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/api/guide/");
  const addresses = await page.locator("main a[href^='/api/guide/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length).toBeGreaterThan(9);
  for (const address of addresses) {
    await page.goto(address);
    await expectNoSideways(page, address);
  }
  await page.getByRole("navigation", { name: "API documentation" }).getByRole("link", { name: "Problems" }).click();
  await expectNoSideways(page, "all problems");
  await page.getByRole("link", { name: "The row has changed since you read it" }).click();
  await expect(page.getByRole("heading", { name: "What to do" })).toBeVisible();
  await expectNoSideways(page, "one problem");
});
