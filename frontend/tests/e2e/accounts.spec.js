import { demoEntrance, newEntrance } from "./support/people.js";
import { expect, test } from "./support/test.js";

/**
 * @param {import("@playwright/test").Page} page
 * @param {import("./support/people.js").Entrance} entrance
 */
async function fillIn(page, { email, password }) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** @param {import("@playwright/test").Page} page */
const account = (page) => page.locator(".top .avatar");

test("a newcomer makes an account, signs out and signs in again, back to where they were", async ({ page, faults }) => {
  faults.allow(/_allauth.*|401/);
  const entrance = newEntrance();
  await page.goto("/rubrics");
  await account(page).click();
  await page.getByRole("link", { name: "Make an account" }).click();
  await fillIn(page, entrance);
  await page.getByLabel(/^Name/).fill("Ada Example");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL("/rubrics");
  await expect(account(page)).toHaveAccessibleName(/Ada Example/);

  await account(page).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(account(page)).toHaveAccessibleName("Account and settings");
  expect((await (await page.request.get("/api/v1/me/")).json()).person).toBeNull();

  await page.goto("/sign-in?next=/questions");
  await fillIn(page, entrance);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/questions");
  await expect(account(page)).toHaveAccessibleName(/Ada Example/);
  await page.reload();
  await expect(account(page)).toHaveAccessibleName(/Ada Example/);
});

test("what is wrong is said at its field, which takes the focus", async ({ page, faults }) => {
  faults.allow(/_allauth.*40[0-9]|400/);
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");
  await fillIn(page, { email: "somebody@example.org", password: "short" });
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("This has 5 characters; 12 are needed.")).toBeVisible();

  await page.goto("/sign-in");
  await fillIn(page, { email: demoEntrance().email, password: "not the password at all" });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
});

test("the demo person's address is offered, and the demo world is marked as such", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.locator(".top").getByText("Demo world")).toBeVisible();
  await page.getByRole("button", { name: "Use the demo address" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue(demoEntrance().email);
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill(demoEntrance().password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
  await expect(account(page)).toHaveAccessibleName(/Noor Rademaker/);
});

test("an address of another site is no place to go after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example/");
  await fillIn(page, demoEntrance());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/");
});
