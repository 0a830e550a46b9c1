import { eventsOf } from "./support/calendar.js";
import { expect, test } from "./support/test.js";

test.use({ as: "newcomer" });

/** @param {number} days from today @returns {string} as a date field takes it */
const dayFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * @param {import("@playwright/test").Page} page
 * @param {{ organization: string, title: string, day: string, time: string }} interview
 */
async function add(page, { organization, title, day, time }) {
  await page.goto("/interviews/new");
  await page.getByLabel("Organization").fill(organization);
  await page.getByLabel(/^Title/).fill(title);
  await page.getByLabel(/^Day/).fill(day);
  await page.getByLabel(/^Time( .optional.)?$/).fill(time);
  await page.getByRole("button", { name: "Add interview" }).click();
  await expect(page).toHaveURL(/\/interviews\/[0-9a-f-]{36}$/);
  await expect(page.locator("h1")).toContainText(organization);
}

/** @param {import("@playwright/test").Page} page @param {RegExp} step */
const take = (page, step) => page.getByRole("region", { name: "What happens with it" }).or(page.locator(".steps-of")).getByRole("button", { name: step }).click();

/** @param {import("@playwright/test").Page} page @param {string} word */
const expectState = (page, word) => expect(page.locator(".interview__head .state-word")).toHaveText(word);

test("an interview is added, moved, put into the calendar and called off", async ({ page }) => {
  const first = dayFromNow(10);
  const second = dayFromNow(12);
  await page.goto("/interviews");
  await expect(page.getByText("No interview is noted yet.")).toBeVisible();
  await add(page, { organization: "Lantern Works", title: "Second round", day: first, time: "14:00" });
  await expectState(page, "Scheduled");

  await take(page, /^Reschedule/);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Day/).fill(second);
  await dialog.getByLabel(/^Time( .optional.)?$/).fill("09:30");
  await dialog.getByLabel(/^Reason/).fill("Their train is late.");
  await dialog.getByRole("button", { name: "Reschedule" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".interview__when")).toContainText("09:30");
  await expect(page.locator(".history")).toContainText("Their train is late.");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Calendar file" }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const [event] = await eventsOf(download);
  expect(event.summary).toContain("Lantern Works");
  expect(event.start).toContain(`${second}T`);
  expect(event.sequence).toBeGreaterThan(0);

  await take(page, /cancel/i);
  await dialog.getByRole("button", { name: "Cancel the interview" }).click();
  await expect(dialog.getByLabel(/^Reason/)).toBeFocused();
  await dialog.getByLabel(/^Reason/).fill("The post was withdrawn.");
  await dialog.getByRole("button", { name: "Cancel the interview" }).click();
  await expectState(page, "Cancelled");
  await page.goto("/interviews");
  await expect(page.locator(".interview-row")).toContainText("Cancelled");
});

test("a move can be taken back", async ({ page }) => {
  await add(page, { organization: "Harbour Lights", title: "First call", day: dayFromNow(6), time: "10:00" });
  await take(page, /^Reschedule/);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Time( .optional.)?$/).fill("16:45");
  await dialog.getByRole("button", { name: "Reschedule" }).click();
  await expect(page.locator(".interview__when")).toContainText("16:45");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".interview__when")).toContainText("10:00");
});

test("one that is over is completed, and what was asked is kept", async ({ page }) => {
  await add(page, { organization: "Kestrel Maps", title: "Technical", day: dayFromNow(-2), time: "11:00" });
  await take(page, /took place/i);
  await page.getByRole("dialog").getByRole("button", { name: "Mark as taken place" }).click();
  await expectState(page, "Took place");

  await page.getByRole("button", { name: "Begin the notes" }).click();
  const form = page.getByRole("form", { name: "How it went" });
  await form.locator("label", { hasText: /^Well$/ }).click();
  await form.getByRole("button", { name: "Add a question" }).click();
  await form.getByRole("textbox", { name: "Question 1" }).fill("What does select_related do?");
  await form.getByLabel("My answer").selectOption("3");
  await form.getByLabel(/^In short/).fill("Friendly, and to the point.");
  await form.getByRole("button", { name: "Keep the notes" }).click();
  await expect(form).toHaveCount(0);
  await page.reload();
  await expect(page.locator(".look-back")).toContainText("How it went: well");
  await expect(page.locator(".asked")).toContainText("What does select_related do?");
  await expect(page.locator(".asked")).toContainText("3 of 4");
});

test("what another tab changed first is shown beside one's own, and nothing is lost", async ({ page, context, faults }) => {
  faults.allow(/412/);
  await add(page, { organization: "Two Tabs", title: "Screen", day: dayFromNow(4), time: "12:00" });
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Edit details" }).click();
  await other.getByLabel(/^Place/).fill("Their office");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Their office")).toBeVisible();

  await page.getByRole("button", { name: "Edit details" }).click();
  await page.getByLabel(/^Place/).fill("A video call");
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "changed elsewhere" });
  await expect(conflict).toContainText("Their office");
  await expect(conflict).toContainText("A video call");
  await conflict.getByRole("button", { name: "Send mine anyway" }).click();
  await expect(conflict).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("A video call")).toBeVisible();
});

test.describe("nobody signed in", () => {
  test.use({ as: "nobody" });

  test("is asked to sign in, and comes back", async ({ page, faults }) => {
    faults.allow(/401/);
    await page.goto("/interviews?state=scheduled");
    await expect(page.getByRole("link", { name: "Sign in" }).first()).toHaveAttribute("href", "/sign-in?next=%2Finterviews%3Fstate%3Dscheduled");
  });
});

test.describe("the demo person", () => {
  test.use({ as: "demo" });

  test("filters their interviews by text and state; the calendar file holds the same", async ({ page }) => {
    await page.goto("/interviews");
    await expect(page.locator(".interview-row").first()).toBeVisible();
    const all = await page.locator(".interview-row").count();
    await page.getByRole("searchbox", { name: "Search interviews" }).fill("Halden");
    await expect(page).toHaveURL(/q=Halden/);
    await expect.poll(() => page.locator(".interview-row").count()).toBeLessThan(all);
    const left = await page.locator(".interview-row").count();
    for (const row of await page.locator(".interview-row__name").allInnerTexts()) expect(row).toContain("Halden");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".interviews__head").getByRole("link", { name: "Calendar file" }).click()]);
    expect(await eventsOf(download)).toHaveLength(left);
  });
});
