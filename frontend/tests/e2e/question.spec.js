import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test("keys 1 to 4 switch the answer; each says why it has its score", async ({ page }) => {
  await page.goto("/questions/query-optimisation");
  await expect(page.getByRole("heading", { level: 3, name: /^Score 3/ })).toBeAttached();
  const said = new Set();
  await keysReady(page, "score of the answer");
  for (const score of ["1", "2", "3", "4"]) {
    await page.keyboard.press(score);
    await expect(page.getByRole("heading", { level: 3, name: new RegExp(`^Score ${score},`) })).toBeAttached();
    await expect(page.getByRole("heading", { name: `Why this is a ${score}` })).toBeVisible();
    said.add(await page.locator(".answer__said").innerText());
  }
  expect(said.size).toBe(4);
  await page.keyboard.press("c");
  await expect(page.locator(".answer")).toHaveCount(2);
});

test("code that was run says on which Django and when", async ({ page, context }) => {
  const reply = await context.request.get("/api/v1/questions/?kind=interview&expand=answers&page_size=100");
  const ran = (await reply.json()).results.find((/** @type {any} */ question) => question.checked_on.length > 0 && question.answers.some((/** @type {any} */ { samples }) => samples.some((/** @type {any} */ { run }) => run)));
  expect(ran, "a question with samples that were run").toBeTruthy();
  await page.goto(`/questions/${ran.slug}`);
  await keysReady(page, "score of the answer");
  const badge = page.getByText(/^checked on Django \d\.\d/).first();
  for (const score of ["1", "2", "3", "4"]) {
    await page.keyboard.press(score);
    if (await badge.isVisible()) break;
  }
  await expect(badge).toBeVisible();
  await expect(page.getByText(/^ran .* on \d\.\d+/).first()).toBeVisible();
});

test("sources, sections and what the call gave stand on the page", async ({ page, context }) => {
  const question = await (await context.request.get("/api/v1/questions/query-optimisation/")).json();
  await page.goto("/questions/query-optimisation");
  await expect(page.locator("h1")).toHaveText(question.prompt);
  const links = page.locator("#sources a");
  await expect(links).toHaveCount(question.sources.length);
  await expect(links.first()).toHaveAttribute("href", question.sources[0].url);
  for (const point of question.key_points) await expect(page.locator("#points")).toContainText(point.text);
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Sources" }).click();
  await expect(page.locator("#sources-title")).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL("/questions/query-optimisation");
});

test("neighbours are those of the list one came from, by link and by [ and ]", async ({ page }) => {
  await page.goto("/questions?level=junior");
  const links = page.locator(".bank__list a");
  await expect(links.nth(2)).toBeVisible();
  const hrefs = await links.evaluateAll((found) => found.map((link) => String(link.getAttribute("href"))));
  await links.nth(1).click();
  await expect(page).toHaveURL(hrefs[1]);
  await expect(page.getByRole("navigation", { name: "In this list" })).toBeVisible();
  await keysReady(page, "previous, next");
  await page.keyboard.press("]");
  await expect(page).toHaveURL(hrefs[2]);
  await expect(page.locator("h1")).toBeFocused();
  await page.keyboard.press("[");
  await expect(page).toHaveURL(hrefs[1]);
  await page.keyboard.press("[");
  await expect(page).toHaveURL(hrefs[0]);
});

test("the code, the link and the citation can be copied", async ({ page, baseURL }) => {
  await page.goto("/questions/query-optimisation");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => copied(page)).toBe(`${baseURL}/questions/query-optimisation`);
  await page.getByRole("button", { name: "Cite" }).click();
  await expect.poll(() => copied(page)).toContain("Vivavoce, question 3, version");
  const figure = page.locator(".code-figure").first();
  const code = await figure.getByRole("region").innerText();
  await figure.getByRole("button", { name: "Copy" }).click();
  await expect.poll(async () => (await copied(page)).trim()).toBe(code.trim());
});

test("an unknown question and an unknown address are not found, inside the shell", async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/);
  await page.goto("/questions/no-such-question");
  await expect(page.getByText("There is no question “no-such-question”.")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();

  const reply = await page.goto("/no/such/page");
  expect(reply?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address.");
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  await page.getByRole("link", { name: "See the questions" }).click();
  await expect(page).toHaveURL("/questions");
});
