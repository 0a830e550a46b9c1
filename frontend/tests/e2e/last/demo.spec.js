import { demoEntrance } from "../support/people.js";
import { expect, test } from "../support/test.js";

test.use({ as: "demo" });

/** After everything else: nothing is left for other tests of the demo person. */
test("the demo world is erased at a press", async ({ page, faults }) => {
  faults.allow(/_allauth.*400|400 \(Bad Request\)/);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Erase the demo world" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.locator(".top .avatar")).toHaveAccessibleName("Account and settings");
  await expect(page.getByText("Demo world")).toHaveCount(0);

  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Use the demo address" })).toHaveCount(0);
  await page.getByLabel("E-mail address").fill(demoEntrance().email);
  await page.getByLabel("Password", { exact: true }).fill(demoEntrance().password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
});
