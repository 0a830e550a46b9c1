import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const rows = (page) => page.locator(".bank__list > li");

/** @param {import("@playwright/test").Page} page */
const search = (page) => page.getByRole("searchbox", { name: "Search questions" });

/** @param {import("@playwright/test").Page} page @param {string} label */
const facetCount = (page, label) => page.locator(".facet__row", { hasText: label }).locator(".facet__count [aria-hidden]").innerText();

test("a newcomer goes from the front page to an answer by searching, with marks, counts and an address that holds it all", async ({ page, context }) => {
  await page.goto("/");
  await page.locator("main").getByRole("link", { name: /^Questions What/ }).click();
  await expect(page).toHaveURL("/questions");
  await expect(page).toHaveTitle("Questions - Vivavoce");
  await expect(rows(page).first()).toBeVisible();
  const counted = async () => Number(await page.locator(".bank__count b").innerText());
  const all = await counted();
  expect(all).toBeGreaterThan(5);

  const before = await facetCount(page, "Technical");
  await search(page).pressSequentially("migration");
  await expect(page).toHaveURL("/questions?q=migration");
  await expect(rows(page).first().locator("mark")).toHaveText("migration");
  expect(await counted()).toBeLessThan(all);
  await expect.poll(() => facetCount(page, "Technical")).not.toBe(before);

  // The level: the list follows, and the group's own choice does not shrink its own counts.
  const mid = page.getByRole("checkbox", { name: /^Mid, \d/ });
  const name = await mid.getAttribute("aria-label");
  await mid.check({ force: true });
  await expect(page).toHaveURL("/questions?q=migration&level=mid");
  await expect(page.locator(".bank__count b")).toHaveText(String(name).replace(/\D/g, ""));
  await expect(mid).toHaveAttribute("aria-label", String(name));
  await expect(page.getByRole("button", { name: "Remove filter Mid" })).toBeVisible();

  const reply = await context.request.get("/api/v1/questions/?q=migration&level=mid&kind=interview");
  const told = (await reply.json()).results.map((/** @type {{ slug: string }} */ { slug }) => `/questions/${slug}`);
  expect(await rows(page).locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(told);

  await page.reload();
  await expect(search(page)).toHaveValue("migration");
  await expect(mid).toBeChecked();
  await expect(rows(page)).toHaveCount(told.length);
});

test("J, K and Enter walk and open; going back keeps the search and the row", async ({ page }) => {
  await page.goto("/questions?q=django");
  await expect(rows(page).nth(2)).toBeVisible();
  await keysReady(page, "move");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  const second = rows(page).nth(1).locator("a");
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute("aria-current", "true");
  const address = String(await second.getAttribute("href"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  await expect(page.locator("h1")).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL("/questions?q=django");
  await expect(search(page)).toHaveValue("django");
  await expect(page.locator(`.bank__list a[href="${address}"]`)).toBeFocused();
});

test("while typing, single keys are letters; / goes to the search", async ({ page }) => {
  await page.goto("/questions");
  await keysReady(page, "move");
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("jk?f`");
  await expect(search(page)).toHaveValue("jk?f`");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator(".question-row--current")).toHaveCount(0);
});

test("nothing found offers the spelling that is found", async ({ page }) => {
  await page.goto("/questions?q=migraton");
  await expect(page.getByText("No question mentions “migraton”.")).toBeVisible();
  await page.getByRole("button", { name: "Search for “migration”" }).click();
  await expect(page).toHaveURL("/questions?q=migration");
  await expect(rows(page).first()).toBeVisible();
  await expect(search(page)).toHaveValue("migration");
});

test("a refused call stands in the list's place, with its type and request id, and can be tried again", async ({ page, faults }) => {
  faults.allow(/503/);
  const problem = { type: "/api/problems/unavailable/", title: "Not available", status: 503, detail: "The database does not answer.", request_id: "01a20332-3f66-7df0-afc2-8400c81f1a5d" };
  let refuse = true;
  await page.route(/\/api\/v1\/questions\/\?.*facets/, (route) =>
    refuse ? route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }) : route.continue(),
  );
  await page.goto("/questions");
  const block = page.getByRole("alert");
  await expect(block).toContainText("The questions did not load. The database does not answer.");
  await expect(block).toContainText(`503 · ${problem.type} · request ${problem.request_id}`);
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  await block.getByRole("button", { name: "Copy the call" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("curl --silent --show-error");
  refuse = false;
  await block.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(block).toHaveCount(0);
});

test("a value that does not exist is refused by the API and said by the page", async ({ page, faults }) => {
  faults.allow(/400/);
  await page.goto("/questions?level=midd");
  await expect(page.getByRole("alert")).toContainText("level");
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("filters are a sheet that says how many there will be", async ({ page }) => {
    await page.goto("/questions");
    await page.getByRole("button", { name: /^Filters/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.locator("label", { hasText: "Senior" }).click();
    await expect(page).toHaveURL("/questions?level=senior");
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Remove filter Senior" })).toBeVisible();
  });
});
