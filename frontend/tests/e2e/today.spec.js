import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";
import { write } from "./support/writes.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page @returns {Promise<any>} */
const todayOf = async (page) => (await page.request.get("/api/v1/today/")).json();

test.describe("without an account", () => {
  test("Today says what an account would bring, and practice is one press away", async ({ page }) => {
    await page.goto("/today");
    await expect(page.locator("h1")).toHaveText("Your day begins with one question.");
    await expect(page.getByRole("link", { name: "Make an account" })).toHaveAttribute("href", "/sign-up?next=%2Ftoday");
    await page.getByRole("link", { name: "Practise now" }).click();
    await expect(page).toHaveURL("/practice");
  });

  test("what was practised in this browser is told in short", async ({ page }) => {
    await page.goto("/practice");
    await expect(page.locator(".asked h1")).toBeVisible();
    await keysReady(page, "show, then good");
    await page.keyboard.press("Space");
    await expect(page.getByRole("heading", { name: "Example answers" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Good returns in/ })).toBeVisible();
    await page.keyboard.press("3");
    await expect(page.getByRole("heading", { name: "Example answers" })).toHaveCount(0);
    await page.goto("/today");
    await expect(page.locator("h1")).toHaveText("You practised 1 question in this browser.");
    await expect(page.getByText(/^The next returns /)).toBeVisible();
  });
});

test.describe("in a new account", () => {
  test.use({ as: "newcomer" });

  test("three steps stand in place of the columns until something has happened", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Open Today" }).click();
    await expect(page.locator("h1")).toBeFocused();
    await expect(page.locator(".first-steps h2")).toHaveText(["Answer one question", "Note your next interview", "Look at the ways to prepare"]);
    await expectNoBarriers(page, "three steps");

    const starts = new Date(Date.now() + 3 * 86_400_000 + 5 * 3_600_000);
    await write(page, "interviews/", { purpose: "tracked", organization: "Lantern Works", title: "Second round", starts_at: starts.toISOString(), minutes: 60, time_zone: "Europe/Lisbon" });
    await page.reload();
    await expect(page.locator(".first-steps")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Plan for Lantern Works" })).toBeVisible();
    await expect(page.getByRole("timer")).toHaveAccessibleName(/^In 3 days, (4|5) hours and \d+ minutes?$/);
    await keysReady(page, "next interview");
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/interviews\/[0-9a-f-]{36}$/);
  });

  test("a way to prepare is ticked on Today, seen where it stands, and unticked there", async ({ page }) => {
    await page.goto("/steps");
    const first = page.locator(".step-done input").first();
    await first.check();
    await expect(page.locator(".reading__note").first()).toHaveText("done");
    await page.goto("/today");
    await expect(page.locator(".checklist .caption")).toHaveText("1 of 10 done");
    await page.locator(".checklist__steps input").nth(1).check();
    await expect(page.locator(".checklist .caption")).toHaveText("2 of 10 done");
    await expect.poll(async () => (await todayOf(page)).steps.filter((/** @type {any} */ mark) => mark.done_at).length).toBe(2);
    await page.goto("/steps");
    await expect(page.locator(".step-done input:checked")).toHaveCount(2);
    await first.uncheck();
    await expect.poll(async () => (await todayOf(page)).steps.filter((/** @type {any} */ mark) => mark.done_at).length).toBe(1);
  });

  test("a tick that is not kept is taken back and said", async ({ page, faults }) => {
    faults.allow(/500|Failed to load/);
    await page.goto("/steps");
    await page.route("**/api/v1/today/steps/*/", (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify({ title: "Failed", detail: "The disk is full." }) }));
    const box = page.locator(".step-done input").last();
    await box.click();
    await expect(page.getByRole("alert")).toContainText("That was not kept. The disk is full.");
    await expect(box).not.toBeChecked();
  });

  test("the minutes a day are kept with the account and change the plan", async ({ page }) => {
    await write(page, "interviews/", { purpose: "tracked", organization: "Harbour Lights", title: "Technical", starts_at: new Date(Date.now() + 9 * 86_400_000).toISOString(), minutes: 60, time_zone: "Europe/Lisbon" });
    await page.goto("/today");
    const choice = page.getByRole("group", { name: "Minutes a day" });
    await expect(choice.getByRole("radio", { name: "25" })).toBeChecked();
    await choice.locator("label", { hasText: "45" }).click();
    await expect.poll(async () => (await todayOf(page)).plan.minutes_a_day).toBe(45);
    await page.reload();
    await expect(choice.getByRole("radio", { name: "45" })).toBeChecked();
  });
});

test.describe("in the demo world", () => {
  test.use({ as: "demo" });

  test("what the page says is what the API says, and every drawing is a table too", async ({ page }) => {
    await page.goto("/today");
    const today = await todayOf(page);
    await expect(page.locator("h1")).toHaveText(today.headline);
    await expect(page.locator(".due__row")).toHaveCount(today.due.items.length);
    await expect(page.locator(".qualities li")).toHaveCount(8);
    await expect(page.locator(".weak li")).toHaveCount(today.weak_spots.length);
    const drawings = page.getByRole("button", { name: "View as table" });
    const count = await drawings.count();
    for (let index = 0; index < count; index += 1) await drawings.nth(index).click();
    await expect(page.locator(".today .plot__table")).toHaveCount(count);
    const [quality] = today.readiness.qualities;
    const row = page.getByRole("row", { name: new RegExp(`^${quality.quality.name}`) });
    await expect(row).toContainText(`${quality.seen} of ${quality.questions}`);
    await expectNoBarriers(page, "the tables");
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSideways(page, "the tables, 320 px");
  });

  test("P starts practice", async ({ page }) => {
    await page.goto("/today");
    await keysReady(page, "practise");
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/\/practice$/);
  });
});

for (const side of ["candidate", "interviewer"]) {
  test(`the navigation of the ${side} fits into 1280 px`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.addInitScript((value) => localStorage.setItem("vivavoce", JSON.stringify({ side: value })), side);
    await page.goto("/");
    await expect(page.locator(".nav a").first()).toBeVisible();
    expect(await page.locator(".nav").evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBeLessThanOrEqual(0);
  });
}
