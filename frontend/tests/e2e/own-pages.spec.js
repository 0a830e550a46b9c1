import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { texts, watched } from "./support/corpus.js";
import { shell } from "./support/terminal.js";
import { expect, test } from "./support/test.js";

/** The pages that are not the site's: each works under the policy, which every test watches. */

test("each kind of problem has a page, and so has one that does not exist", async ({ page, faults, baseURL }) => {
  faults.allow(/404 \(Not Found\)/);
  const seen = watched(page, String(baseURL));
  for (const kind of ["not-found", "invalid-body", "https-required", "too-many-requests"]) {
    await page.goto(`/api/problems/${kind}/`);
    await expect(page.locator("h1")).toBeVisible();
  }
  await page.goto("/api/problems/nothing/");
  expect(seen).toEqual([]);
});

test("what the API answers is no page, whatever stands in it", async ({ page, faults, baseURL }) => {
  test.slow();
  faults.allow(/40[0-9] \(/);
  const seen = watched(page, String(baseURL));
  for (const text of texts.slice(0, 6)) {
    await page.goto(`/api/v1/questions/?q=${encodeURIComponent(text)}`);
    await page.goto(`/api/v1/questions/?${encodeURIComponent(text)}=1`);
    await page.goto(`/api/${encodeURIComponent(text.replace(/[/\\]/g, ""))}`);
    expect(await page.locator("script, img, iframe, svg").count()).toBe(0);
  }
  expect(seen).toEqual([]);
});

test("the site's own addresses echo nothing that is alive", async ({ page, faults, baseURL }) => {
  test.setTimeout(150_000);
  faults.allow(/40[0-9] \(/);
  const seen = watched(page, String(baseURL));
  for (const text of texts.slice(0, 40).filter((_, index) => index % 8 === 0)) {
    for (const path of ["/questions?q=", "/sign-in?next=", "/sign-up?next=", "/questions/", "/invitation#", "/no/such/"]) {
      await page.goto(`${path}${encodeURIComponent(text)}`);
      await expect(page.locator("h1").first()).toBeAttached();
    }
  }
  expect(seen).toEqual([]);
});

const BACKEND = fileURLToPath(new URL("../../../backend", import.meta.url));

/** @param {string} email @param {string} password somebody of the office, made where only the operator can */
async function makeStaff(email, password) {
  const kept = ["DATABASE_URL", "SECRET_KEY", "VIVAVOCE_MODE", "PUBLIC_URL"].map((name) => [name, process.env[name] ?? ""]);
  await shell(`cd '${BACKEND}' && ../.venv/bin/python manage.py createsuperuser --noinput --email '${email}'`, { ...Object.fromEntries(kept), DJANGO_SUPERUSER_PASSWORD: password });
}

test("the office works under the policy: its door, its lists, its forms", async ({ page, baseURL }) => {
  test.setTimeout(150_000);
  const seen = watched(page, String(baseURL));
  const [email, password] = [`office-${randomUUID()}@example.org`, "a lantern, a kite, a plum"];
  await makeStaff(email, password);
  await page.goto("/admin/login/");
  await page.locator("#id_username").fill(email);
  await page.locator("#id_password").fill(password);
  await page.locator("[type=submit]").click();
  await expect(page.locator("#site-name")).toBeVisible();
  const lists = await page.locator("#content-main th a").evaluateAll((links) => links.map((link) => String(link.getAttribute("href"))));
  expect(lists.length).toBeGreaterThan(5);
  for (const list of lists) {
    await page.goto(list);
    await expect(page.locator("#content h1").first()).toBeVisible();
    const first = page.locator("#result_list tbody th a").first();
    if (await first.count()) {
      await first.click();
      await expect(page.locator("#content h1").first()).toBeVisible();
    }
  }
  // A form with its scripts: a name that wants to be one is kept and shown as text.
  await page.goto("/admin/accounts/person/add/");
  await page.locator("#id_email").fill(`new-${randomUUID()}@example.org`);
  await page.locator("#id_password1").fill(password);
  await page.locator("#id_password2").fill(password);
  await page.locator("[name=_continue]").click();
  await page.locator("#id_name").fill(texts[3]);
  await page.locator("[name=_save]").click();
  await expect(page.locator("#content")).toContainText(texts[3]);
  await page.locator("#logout-form button").click();
  await expect(page.locator("#content")).toContainText("Thanks");
  expect(seen).toEqual([]);
});

test("a password may be pasted", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => navigator.clipboard.writeText("a pasted, long password"));
  await page.getByLabel("Password", { exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("a pasted, long password");
});
