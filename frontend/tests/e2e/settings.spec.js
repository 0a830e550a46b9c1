import { shell } from "./support/terminal.js";
import { expect, test } from "./support/test.js";

test.use({ as: "newcomer" });

test("a token is made and shown once, lets a program in, and is revoked", async ({ page, baseURL }) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Make a token" }).click();
  const form = page.getByRole("form", { name: "Make a token" });
  await form.getByRole("button", { name: "Make the token" }).click();
  await expect(form.getByRole("textbox", { name: /^Name/ })).toBeFocused();
  await form.getByRole("textbox", { name: /^Name/ }).fill("terminal");
  await form.getByRole("button", { name: "Make the token" }).click();

  const secret = await page.locator(".secret__text").innerText();
  expect(secret).toMatch(/^vv_/);
  const ask = `curl --silent --output /dev/null --write-out '%{http_code}' --header "Authorization: Bearer $VIVAVOCE_TOKEN" '${baseURL}/api/v1/interviews/'`;
  const status = async () => (await shell(ask, { VIVAVOCE_TOKEN: secret })).toString();
  expect(await status()).toBe("200");

  await page.reload();
  const line = page.locator(".tokens li").filter({ hasText: "terminal" });
  await expect(line).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await line.getByRole("button", { name: "Revoke terminal" }).click();
  await line.getByRole("button", { name: "Revoke terminal for good" }).click();
  await expect(line).toHaveCount(0);
  expect(await status()).toBe("401");
});

test("name and time zone are kept, and how the site behaves follows the account", async ({ page, browser, baseURL }) => {
  await page.goto("/settings");
  await page.getByLabel(/^Name/).fill("Grace Example");
  await page.getByRole("button", { name: /^(Save|Keep)/ }).first().click();
  await expect(page.locator(".top .avatar")).toHaveAccessibleName(/Grace Example/);
  await page.locator("label", { hasText: "Keep example answers shut" }).click();
  await page.locator("main label", { hasText: "Dark" }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await page.waitForLoadState("networkidle");

  // Another device of the same person: nothing is kept there yet.
  const device = await browser.newContext({ baseURL, storageState: { cookies: await page.context().cookies(), origins: [] } });
  const there = await device.newPage();
  await there.goto("/questions/query-optimisation");
  await expect(there.getByText("Say yours first, aloud or on paper.")).toBeVisible();
  await expect.poll(() => there.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await device.close();
});
