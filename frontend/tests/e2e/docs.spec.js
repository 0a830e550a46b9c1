import { told } from "./support/people.js";
import { expect, test } from "./support/test.js";

/**
 * Opens one operation of Swagger UI and sends it.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} id of the operation
 */
async function tryOut(page, id) {
  // Hundreds of parameters stand on this page: only one group at a time keeps it quick.
  await page.locator(".operation-filter-input").fill(id.split("_")[0]);
  const block = page.locator(`[id$="-${id}"].opblock`);
  await block.locator(".opblock-summary-control").click();
  await block.getByRole("button", { name: "Try it out" }).click();
  const reply = page.waitForResponse((response) => response.request().resourceType() === "fetch" && response.url().includes("/api/v1/"));
  await block.getByRole("button", { name: "Execute" }).click();
  await expect(block.locator(".live-responses-table .response-col_status").first()).toBeVisible();
  return reply;
}

test("the documentation renders under the policy, and sends calls: anonymous, then with a token", async ({ page, faults }) => {
  test.slow();
  faults.allow(/401 \(Unauthorized\)/);
  await page.goto("/api/docs/");
  await expect(page.locator(".info .title")).toContainText("Vivavoce");
  expect(await page.locator(".opblock").count()).toBeGreaterThan(40);

  expect((await tryOut(page, "categories_list")).status()).toBe(200);
  await expect(page.locator(".live-responses-table")).toContainText("technical-proficiency");
  expect((await tryOut(page, "tokens_list")).status()).toBe(401);

  await page.getByRole("button", { name: "Authorize" }).first().click();
  const bearer = page.locator(".auth-container", { has: page.getByText(/bearer/i) }).first();
  await bearer.locator("input").fill(told("DEMO_TOKEN"));
  await bearer.getByRole("button", { name: /Apply|Authorize/ }).click();
  await bearer.getByRole("button", { name: "Close" }).click();
  const reply = await tryOut(page, "me_retrieve");
  expect(reply.status()).toBe(200);
  expect((await reply.request().allHeaders()).authorization).toContain("Bearer vv_");
  expect((await reply.json()).person.email).toBe(told("DEMO_SIGN_IN"));
});
