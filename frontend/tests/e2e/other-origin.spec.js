import { newEntrance, told } from "./support/people.js";
import { serveSite } from "./support/secondOrigin.js";
import { expect, test } from "./support/test.js";

/** @type {() => Promise<void>} */
let stop;

test.beforeAll(async ({ baseURL }) => {
  stop = await serveSite(told("SECOND_ORIGIN"), String(baseURL));
});
test.afterAll(() => stop());

test("the site lists, searches, lets in and writes from another origin than the API's", async ({ page, baseURL }) => {
  const site = told("SECOND_ORIGIN");
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto(`${site}/questions`);
  await expect(page.locator(".bank__list a").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search questions" }).fill("migration");
  await expect(page.locator(".bank__list mark").first()).toHaveText("migration");
  await expect(page).toHaveURL(`${site}/questions?q=migration`);
  expect(asked.some((call) => call.startsWith(`GET ${baseURL}/api/v1/questions/?q=migration`))).toBe(true);
  expect(asked.some((call) => call.includes(`${site}/api/`))).toBe(false);

  await page.goto(`${site}/sign-up?next=/questions`);
  const { email, password } = newEntrance();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel(/^Name/).fill("Far Away");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL(`${site}/questions`);
  await expect(page.locator(".top .avatar")).toHaveAccessibleName(/Far Away/);

  await page.goto(`${site}/interviews/new`);
  await page.getByLabel("Organization").fill("Over There");
  await page.getByRole("button", { name: "Add interview" }).click();
  await expect(page.locator("h1")).toContainText("Over There");
  expect(asked).toContain(`POST ${baseURL}/api/v1/interviews/`);
});
