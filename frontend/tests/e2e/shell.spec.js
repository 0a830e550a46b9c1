import { expectNoBarriers } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  await expect(page.locator("h1")).toBeAttached();
  await keysReady(page, "all keys");
}

test("Ctrl K finds questions and pages, by keys alone", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Find a question or a page" });
  await expect(field).toBeFocused();
  await field.fill("rubr");
  await expect(page.getByRole("option").first()).toContainText("Rubrics");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await field.fill("n+1");
  await expect(page.getByRole("option").first()).toBeVisible();
  const wanted = page.getByRole("option").nth(1);
  const number = Number.parseInt(await wanted.innerText(), 10);
  await page.keyboard.press("ArrowDown");
  await expect(wanted).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/questions\/[a-z0-9-]+$/);
  await expect(page).toHaveTitle(`Question ${number} - Vivavoce`);
  await expect(page.locator("h1")).toBeFocused();
});

test("? lists the keys of this screen and can switch single keys off", async ({ page }) => {
  await open(page, "/questions");
  await expect(page.locator(".bank__list a").first()).toBeVisible();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("find anything");
  await expect(keys).toContainText("down");
  await keys.getByRole("checkbox", { name: /Single keys work/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(page.locator(".question-row--current")).toHaveCount(0);
  // Kept on this device; keys with Ctrl go on working.
  await page.reload();
  await expect(page.locator(".bank__list a").first()).toBeVisible();
  await page.keyboard.press("?");
  await expect(keys).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Find anything" })).toBeVisible();
});

test("G and a letter goes there", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page).toHaveURL("/rubrics");
  await expect(page.locator("h1")).toBeFocused();
});

test("the theme is kept, and is there before the first paint", async ({ page }) => {
  await open(page, "/");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Account and settings" }).click();
  await page.locator("label", { hasText: "Dark" }).click();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => document.body);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await expect.poll(paper).toBe(dark);
});

test("the side of the table is kept, changes the navigation and never a reply", async ({ page }) => {
  /** @type {Map<string, string>} */
  const replies = new Map();
  /** @param {string} side */
  const visit = async (side) => {
    const seen = page.waitForResponse((reply) => /\/api\/v1\/questions\/\?.*facets/.test(reply.url()));
    await open(page, "/questions");
    const reply = await seen;
    replies.set(side, `${reply.request().url()}\n${(await reply.body()).toString()}`);
  };
  await visit("candidate");
  const nav = page.getByRole("navigation", { name: "Main" }).first();
  const before = await nav.innerText();
  const side = page.getByRole("group", { name: "Side of the table" }).first();
  await side.getByRole("button", { name: "Interviewer" }).click();
  await expect(nav).not.toHaveText(before);
  await visit("interviewer");
  await expect(side.getByRole("button", { name: "Interviewer" })).toHaveAttribute("aria-pressed", "true");
  expect(replies.get("interviewer")).toBe(replies.get("candidate"));
});

test("the first Tab offers to skip to the content", async ({ page }) => {
  await open(page, "/questions");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("after a navigation the heading has the focus, after a filter it has not", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Questions" }).click();
  await expect(page.locator("h1")).toBeFocused();
  const box = page.getByRole("checkbox", { name: /^Junior/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL("/questions?level=junior");
  await expect(box).toBeFocused();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`what opens over the page has no barriers either, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, "/questions/query-optimisation");
    await page.keyboard.press("`");
    await expectNoBarriers(page, "the call over the page");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expectNoBarriers(page, "the keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("query");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectNoBarriers(page, "find anything");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Account and settings" }).click();
    await expectNoBarriers(page, "the account menu", ".top");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "More", exact: true }).click();
    await expectNoBarriers(page, "the sheet of small screens");
  });
}

test("with reduced motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "/questions/query-optimisation");
  await page.keyboard.press("`");
  await page.keyboard.press("4");
  const moving = await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1).length);
  expect(moving).toBe(0);
});

test("with forced colours the state is in borders and outlines, not in shades", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "/questions?level=junior");
  await keysReady(page, "move");
  await page.keyboard.press("j");
  const outline = await page.locator(".bank__list a").first().evaluate((link) => {
    const row = /** @type {HTMLElement} */ (link.closest("li"));
    return [link, row].map((element) => getComputedStyle(element)).some((style) => (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || Number.parseFloat(style.borderLeftWidth) > 0);
  });
  expect(outline, "the row under the cursor is outlined").toBe(true);
});
