import { randomUUID } from "node:crypto";
import { enter, newEntrance } from "./support/people.js";
import { fillCard, newInterviewer, openCriterion } from "./support/table.js";
import { expect, test } from "./support/test.js";
import { write } from "./support/writes.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const sideOf = (page) => page.locator("html").getAttribute("data-side");

/** @param {Page} page @param {string} words */
const head = (page, words) => expect(page.locator(".scorecard__head")).toContainText(words);

test.describe("in the demo world", () => {
  test.use({ as: "demo" });

  test("an interview that has been going on shows where it is, and a card that waits for its first score; the colleague's stays covered", async ({ page }) => {
    const { results } = await (await page.request.get("/api/v1/interviews/?purpose=hiring&state=in_progress")).json();
    const interview = results.find((/** @type {any} */ one) => one.my_scorecard === null && one.my_roles.includes("interviewer"));
    expect(interview, "the demo world has an interview to rate").toBeTruthy();
    const items = (await (await page.request.get(`/api/v1/interview-items/?interview=${interview.id}&ordering=position`)).json()).results;
    const next = items.find((/** @type {any} */ { asked }) => !asked);
    await page.goto(`/interviews/${interview.id}`);
    await expect(page.locator(".held-list__current")).toContainText(next ? next.question.name : "Their questions");
    for (const { number } of items.filter((/** @type {any} */ { asked }) => asked)) await expect(page.locator(".plan-strip__on").filter({ hasText: String(number).padStart(3, "0") })).toHaveCount(1);
    await head(page, "Not begun: your first score or note begins it");
    await expect(page.locator(".others__cover")).toHaveCount(1);
    await expect(page.locator(".others__cover--off")).toHaveCount(0);
    await expect(page.getByText("Others’ scores stay covered until you submit yours.")).toBeVisible();

    // A hiring interview is the interviewer's side, whatever this device prefers.
    expect(await sideOf(page)).toBe("interviewer");
    await page.goto("/today");
    await expect(page.locator("h1")).toBeVisible();
    expect(await sideOf(page)).toBe("candidate");
  });
});

test("a question beside the kit, one card that is declined, one that is revised with its reason, and the debrief says so", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const base = String(baseURL);
  const run = randomUUID().slice(0, 6);
  const [ann, ben] = [`Ann Asks ${run}`, `Ben Away ${run}`];
  const states = await Promise.all([newInterviewer(base, `Lea Leads ${run}`), newInterviewer(base, ann), newInterviewer(base, ben)]);
  const [lead, second, third] = await Promise.all(states.map(async (storageState) => (await browser.newContext({ baseURL, storageState, viewport: { width: 1440, height: 900 } })).newPage()));
  const kit = (await (await lead.request.get("/api/v1/kits/?purpose=hiring")).json()).results[0];
  const interview = await write(lead, "interviews/start-now/", { purpose: "hiring", kit: kit.slug, candidate_name: "Ilse Brandt" });
  const address = `/interviews/${interview.id}`;

  await lead.goto(address);
  await lead.getByRole("button", { name: "Opening, panel and place" }).click();
  const dialog = lead.getByRole("dialog");
  await expect(dialog.getByText("settled when the interview started")).toBeVisible();
  for (const label of [ann, ben]) await dialog.getByLabel("Add a colleague").selectOption({ label });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  // Asked although nobody planned it: it is current at once, and says that it was not planned.
  await lead.getByRole("button", { name: "Ask another question" }).click();
  await expect(lead.getByLabel("Find it in the bank")).toBeFocused();
  await lead.keyboard.type("index");
  const planned = (await (await lead.request.get(`/api/v1/interview-items/?interview=${interview.id}`)).json()).results.map((/** @type {any} */ { question }) => question.name);
  const offers = lead.locator(".ask-else button");
  await expect(offers.first()).toBeVisible();
  const texts = await offers.locator(".voice").allTextContents();
  const other = texts.findIndex((text) => !planned.includes(text));
  await offers.nth(other).click();
  await expect(lead.locator(".held-current__ask")).toHaveText(texts[other]);
  await expect(lead.locator(".held-current__top")).toContainText("not planned");
  await second.goto(address);
  await expect(second.locator(".held-list")).toContainText(texts[other]);

  await third.goto(address);
  await third.getByRole("button", { name: "Decline" }).click();
  await third.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(third.getByText("Say why.")).toBeVisible();
  await third.getByLabel("Reason").fill("I was called away after ten minutes.");
  await third.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await head(third, "Declined: I was called away after ten minutes.");

  for (const [page, scores] of /** @type {const} */ ([[lead, [4, 4]], [second, [2, 2]]])) {
    await fillCard(page, scores, "Heard", "Yes");
    await page.getByRole("button", { name: "Submit scorecard" }).click();
    await head(page, "Submitted");
  }
  await lead.getByRole("button", { name: "Finish the interview" }).click();
  await lead.getByRole("dialog").getByRole("button", { name: "Finish" }).click();

  // A revision needs its reason once others' scores were open, and nothing of it is sent before.
  await second.getByRole("button", { name: "Revise" }).click();
  const row = await openCriterion(second, 1);
  await row.locator(".anchors label").nth(2).click();
  await second.getByRole("button", { name: "Submit revision" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Submit revision" }).click();
  await expect(second.getByText("Say why.")).toBeVisible();
  await second.getByLabel("Reason").fill("I had read my own note wrongly.");
  await second.getByRole("dialog").getByRole("button", { name: "Submit revision" }).click();
  await head(second, "Submitted, revision 2");

  await second.getByRole("link", { name: "Go to the debrief" }).click();
  const words = second.locator(".debrief__notes li").filter({ hasText: "Ann" });
  await expect(words).toContainText("revised after it was submitted");
  await expect(second.locator(".debrief__notes")).not.toContainText("Lea");
  await third.goto(second.url());
  await expect(third.locator(".scores .mark").first()).toBeVisible();
  await expect(third.locator("main")).not.toContainText("called away");
  await Promise.all([lead, second, third].map((page) => page.context().close()));
});

test("with a partner, whoever answers sees what is asked, not what is listened for nor the scores, until the debrief", async ({ browser, baseURL }) => {
  test.setTimeout(90_000);
  const open = async () => (await browser.newContext({ baseURL, storageState: await enter(String(baseURL), "signup", newEntrance()), viewport: { width: 1440, height: 900 } })).newPage();
  const [page, partner] = await Promise.all([open(), open()]);
  await page.goto("/start-now?purpose=mock");
  await page.locator("label").filter({ hasText: "A partner asks" }).click();
  await page.getByRole("button", { name: "Make the interview and a link" }).click();
  const link = await page.getByLabel("Link for your partner").inputValue();
  await page.getByRole("link", { name: "Open the interview" }).click();
  await expect(page.locator("h1")).toBeVisible();

  await partner.goto(link);
  await partner.getByRole("button", { name: "Join" }).click();
  await partner.getByRole("button", { name: "Start the interview" }).click();
  await expect(partner.locator(".anchors")).toBeVisible();
  expect(await sideOf(partner)).toBe("interviewer");
  await partner.keyboard.press("j");
  await expect(partner.getByRole("heading", { name: /^Listen for/ })).toBeVisible();
  const asked = await partner.locator(".held-current__ask").textContent();

  await page.reload();
  await expect(page.getByText("You answer; your partner asks and rates.")).toBeVisible();
  expect(await sideOf(page)).toBe("candidate");
  await page.locator(".held-list__line").filter({ hasText: String(asked) }).click();
  await expect(page.locator(".held-current__ask")).toHaveText(String(asked));
  await expect(page.getByRole("heading", { name: /^Listen for/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Submit|Ask another/ })).toHaveCount(0);

  await fillCard(partner, [3, 1], "Said by the partner", "No");
  await expect(partner.locator(".scorecard__head")).toContainText(", saved");
  await page.goto("/debriefs");
  await page.locator(".debriefs a").click();
  await expect(page.locator(".empty__sentence")).toContainText("Waiting for");
  await expect(page.locator("main")).not.toContainText("Said by the partner");
  await partner.getByRole("button", { name: "Submit scorecard" }).click();
  await head(partner, "Submitted");
  await partner.getByRole("button", { name: "Finish the interview" }).click();
  await partner.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await expect(partner.getByRole("button", { name: "Finish the interview" })).toHaveCount(0);

  // The page looks by itself whether the last card is in.
  await expect(page.locator(".scores .mark")).toHaveCount(2, { timeout: 20_000 });
  await expect(page.locator("main")).toContainText("Said by the partner 2");
  await expect(page.locator(".decision")).toContainText("A mock interview needs no decision.");
  expect(await sideOf(page)).toBe("candidate");
  await page.goto("/interviews");
  await page.locator(".interview-row__link").first().click();
  await expect(page.locator(".held-current__ask")).toHaveText(String(asked));
  await expect(page.getByRole("heading", { name: /^Listen for/ })).toBeVisible();
  await Promise.all([page, partner].map((one) => one.context().close()));
});
