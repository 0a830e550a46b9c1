import { told } from "./support/people.js";
import { python, shell } from "./support/terminal.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const drawer = (page) => page.getByRole("complementary", { name: "The call behind this view" });

/**
 * What the drawer shows: the call in one language, and the reply as it came.
 *
 * @param {import("@playwright/test").Page} page
 * @param {"HTTPie" | "curl" | "Python"} language
 */
async function shown(page, language) {
  const box = drawer(page);
  await box.getByRole("button", { name: language }).click();
  const raw = box.getByRole("button", { name: "As received" });
  if ((await raw.getAttribute("aria-pressed")) !== "true") await raw.click();
  return {
    call: String(await box.getByRole("region", { name: "The call" }).textContent()),
    reply: String(await box.getByRole("region", { name: "The reply" }).textContent()),
    said: await box.locator(".drawer__result").innerText(),
  };
}

/**
 * Runs what is shown in each language and compares it with what the page received.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} reply the body as the browser received it
 * @param {Record<string, string>} environment
 */
async function expectTheSame(page, reply, environment) {
  const curl = await shown(page, "curl");
  expect(curl.reply).toBe(reply);
  expect(curl.call).toMatch(/^curl --silent/);
  const bytes = await shell(curl.call, environment);
  expect(bytes.equals(Buffer.from(reply))).toBe(true);
  const { call } = await shown(page, "HTTPie");
  expect(call).toMatch(/^http GET /);
  // HTTPie and Python read the body; what they read must be the same data.
  expect(JSON.parse((await shell(`${call} --ignore-stdin --body`, environment)).toString())).toEqual(JSON.parse(reply));
  const script = (await shown(page, "Python")).call;
  expect(script).toContain("import requests");
  const printed = await python(script.replace("print(reply.json())", "print(reply.text)"), environment);
  expect(JSON.parse(printed.toString())).toEqual(JSON.parse(reply));
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} address
 * @param {RegExp} call
 */
async function openAndCatch(page, address, call) {
  const [response] = await Promise.all([page.waitForResponse((reply) => call.test(reply.url()) && reply.request().method() === "GET"), page.goto(address)]);
  return { response, body: (await response.body()).toString() };
}

test("the call of the bank, run in a terminal, gives the very bytes that the page received", async ({ page }) => {
  const { response, body } = await openAndCatch(page, "/questions?q=migration&level=mid&level=senior", /\/questions\/\?.*facets/);
  await expect(page.locator(".bank__list a").first()).toBeVisible();
  const { said, call } = await shown(page, "curl");
  expect(call).toContain(response.url());
  expect(said).toContain("200");
  expect(said).toContain("application/json");
  expect(call).not.toContain("Authorization");
  await expectTheSame(page, body, {});
  // The status bar names the same call.
  await expect(page.getByRole("button", { name: /The call behind this view: GET/ })).toContainText("/api/v1/questions/?q=migration");
});

test("the drawer follows the filters, is copied, and goes over the page elsewhere", async ({ page }) => {
  await page.goto("/questions");
  await expect(page.locator(".bank__list a").first()).toBeVisible();
  await page.locator("label", { hasText: "Senior" }).first().click();
  await expect(drawer(page).getByRole("region", { name: "The call" })).toContainText("senior");
  await drawer(page).getByRole("button", { name: "curl" }).click();
  await drawer(page).getByRole("button", { name: "Copy" }).click();
  const shownCall = await drawer(page).getByRole("region", { name: "The call" }).textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shownCall);
  await page.keyboard.press("`");
  await expect(drawer(page)).toHaveCount(0);

  await page.goto("/questions/query-optimisation");
  await expect(page.locator("h1")).toBeVisible();
  await expect(drawer(page)).toHaveCount(0);
  await page.keyboard.press("`");
  await expect(drawer(page)).toBeFocused();
  await expect(drawer(page).getByRole("region", { name: "The call" })).toContainText("/api/v1/questions/query-optimisation/");
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toHaveCount(0);
});

test.describe("signed in", () => {
  test.use({ as: "demo" });

  test("the same holds with a token, which never stands on the screen", async ({ page }) => {
    const { body } = await openAndCatch(page, "/interviews", /\/api\/v1\/interviews\/\?/);
    await expect(page.locator("h1")).toBeVisible();
    await page.getByRole("button", { name: /The call behind this view/ }).click();
    const { call } = await shown(page, "curl");
    expect(call).toContain('"Authorization: Bearer $VIVAVOCE_TOKEN"');
    expect(call).not.toContain(told("DEMO_TOKEN"));
    await expectTheSame(page, body, { VIVAVOCE_TOKEN: told("DEMO_TOKEN") });
  });
});
