import { demoEntrance, enter, newEntrance, told } from "./support/people.js";
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

test("the examples work when they are sent as they stand", async ({ browser, baseURL }) => {
  test.slow();
  const base = String(baseURL);
  const demo = { state: await enter(base, "login", demoEntrance()), calls: { questions_retrieve: 200, interviews_list: 200, practice_preview_create: 200 } };
  const newcomer = { state: await enter(base, "signup", newEntrance()), calls: { openings_create: 201, attempts_create: 201 } };
  for (const { state, calls } of [demo, newcomer]) {
    const context = await browser.newContext({ baseURL: base, storageState: state });
    const page = await context.newPage();
    await page.goto("/api/docs/");
    await page.locator(".operation-filter-input").waitFor({ timeout: 40_000 }); // a hundred operations take their time
    for (const [id, status] of Object.entries(calls)) {
      const reply = await tryOut(page, id);
      expect(reply.status(), id).toBe(status);
    }
    await context.close();
  }
});
