import { randomUUID } from "node:crypto";
import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { fillCard, newInterviewer, openCriterion } from "./support/table.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const saved = (page) => expect(page.locator(".scorecard__head")).toContainText(", saved");

/** @param {import("@playwright/test").Page} page @param {string} candidate */
async function startNow(page, candidate) {
  await page.goto("/start-now?purpose=hiring");
  await page.getByLabel("Candidate", { exact: true }).fill(candidate);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.locator("h1")).toHaveText(candidate);
  await page.locator(".anchors").waitFor();
}

test.describe("whoever is new", () => {
  test.use({ as: "newcomer" });

  test("is not an interviewer yet, says so on the spot, and rates somebody with three actions", async ({ page }) => {
    await page.goto("/start-now?purpose=hiring");
    await expect(page.getByText("you are not in it")).toBeVisible();
    await page.getByRole("button", { name: "I interview for a team" }).click();
    await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();

    // Counted from the page for starting, the kit being the first: a name, Begin, a score.
    let actions = 0;
    const act = async (/** @type {Promise<void>} */ action) => {
      actions += 1;
      await action;
    };
    await act(page.getByLabel("Candidate", { exact: true }).fill("Mara Lindqvist"));
    await act(page.getByRole("button", { name: "Begin" }).click());
    await act(page.locator(".anchors label").nth(2).click());
    await saved(page);
    expect(actions).toBeLessThanOrEqual(3);
    await page.reload();
    await expect(page.getByRole("radio", { name: "3, Solid" }).first()).toBeChecked();
    await expect(page.locator(".scorecard__head")).toContainText("1 of 8 scored");
  });

  test("rehearses alone by keys: moves, hears, scores, stamps; the page has no barriers in either theme or on a phone", async ({ page }) => {
    test.slow();
    await page.goto("/start-now?purpose=mock");
    await page.getByRole("button", { name: "Begin" }).click();
    await page.locator(".anchors").waitFor();
    await keysReady(page, "stamp a note");
    await page.keyboard.press("j");
    await expect(page.locator(".held-list__current .held-current__ask")).toBeVisible();
    await page.keyboard.press("x");
    await expect(page.locator(".held-points input").first()).toBeChecked();
    const row = await openCriterion(page, 2);
    await page.keyboard.press("4");
    await expect(row.getByRole("radio", { name: "4, Outstanding" })).toBeChecked();
    await page.keyboard.press("t");
    await page.keyboard.type("Says 4 and x while typing.");
    await expect(row.locator("textarea").last()).toHaveValue("Says 4 and x while typing.");
    await expect(row.locator(".note__stamps .tag")).toHaveCount(2);
    await page.keyboard.press("Alt+3");
    await page.locator(".held__head").click();
    await page.keyboard.press("0");
    await expect(page.getByLabel("Not assessed, because")).toBeFocused();
    await saved(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".missing")).toContainText("Recommendation");
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const side of width === 390 ? ["Kit", "Scorecard"] : [""]) {
          if (side) await page.locator(".held__switch label").filter({ hasText: side }).click();
          await expectNoSideways(page, `${width} px ${side}`);
          await expectNoBarriers(page, `${colorScheme}, ${width} px ${side}`);
        }
      }
    }
  });

  test("invites a partner by a link", async ({ page }) => {
    await page.goto("/start-now?purpose=mock");
    await page.locator("label").filter({ hasText: "A partner answers" }).click();
    await page.getByRole("button", { name: "Make the interview and a link" }).click();
    await expect(page.getByLabel("Link for your partner")).toHaveValue(/\/invitation#.{20,}/);
    await page.getByRole("link", { name: "Open the interview" }).click();
    await expect(page.getByRole("button", { name: "Start the interview" })).toBeVisible();
  });
});

test("three interviewers run one interview, one of them on two devices; a network is lost and comes back; all submit, and the lead decides", async ({ browser, baseURL, faults }) => {
  test.setTimeout(180_000);
  faults.allow(/412|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const base = String(baseURL);
  // A server keeps the people of earlier runs: names of one's own tell them apart.
  const run = randomUUID().slice(0, 6);
  const [omar, ines] = [`Omar Asks ${run}`, `Ines Listens ${run}`];
  const [leads, asks, listens] = await Promise.all([newInterviewer(base, `Lena Lead ${run}`), newInterviewer(base, omar), newInterviewer(base, ines)]);
  const open = async (/** @type {any} */ storageState) => (await browser.newContext({ baseURL, storageState, viewport: { width: 1440, height: 900 } })).newPage();
  const [lead, laptop, listener] = await Promise.all([open(leads), open(asks), open(listens)]);

  // The lead begins at once and adds the panel while it runs.
  await startNow(lead, "Noor Haddad");
  const address = lead.url();
  const id = address.split("/").at(-1);
  await lead.getByRole("button", { name: "Opening, panel and place" }).click();
  const dialog = lead.getByRole("dialog");
  await dialog.getByLabel("Add a colleague").selectOption({ label: omar });
  await dialog.getByLabel("Add a colleague").selectOption({ label: ines });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lead.locator(".others__one")).toHaveCount(2);

  // Each finds it, and rates; Omar on two devices at once.
  await laptop.goto("/interviews");
  await laptop.getByRole("button", { name: "Interviewer", exact: true }).click();
  await laptop.locator(".interview-row__link").filter({ hasText: "Noor Haddad" }).click();
  await fillCard(laptop, [3, 2], "Heard by Omar", "Yes");
  await saved(laptop);
  const tablet = await open(asks);
  await tablet.goto(address);
  await expect(tablet.locator(".scorecard__head")).toContainText("All 8 scored");
  await lead.keyboard.press("j");

  // The laptop loses its network and is written on; so is the tablet.
  await laptop.context().setOffline(true);
  const offlineRow = await openCriterion(laptop, 1);
  await offlineRow.locator(".note textarea").first().fill("Heard by Omar 1, then on the train");
  await laptop.getByLabel("Key takeaways").fill("Calm, says the laptop.");
  await expect(laptop.locator(".status__waiting")).toContainText("2 waiting");
  await expect(laptop.locator(".offline")).toBeVisible();
  const otherRow = await openCriterion(tablet, 2);
  await otherRow.locator(".note textarea").first().fill("Heard by Omar 2, then at the desk");
  await tablet.getByLabel("Key takeaways").fill("Exact, says the tablet.");
  await tablet.getByLabel("Note for the next").fill("Ask about locks.");
  await saved(tablet);

  // It comes back: what differed is joined, what clashed is shown side by side and chosen.
  await laptop.context().setOffline(false);
  const compare = laptop.getByRole("region", { name: "Compare two versions" });
  await expect(compare).toContainText("Calm, says the laptop.");
  await expect(compare).toContainText("Exact, says the tablet.");
  await expect(laptop.getByLabel("Note for the next")).toHaveValue("Ask about locks.");
  await compare.getByRole("button", { name: "Keep the words of both" }).click();
  await expect(compare).toHaveCount(0);
  await saved(laptop);
  await expect(laptop.locator(".status__waiting")).toBeEmpty();
  await tablet.reload();
  await expect(tablet.getByLabel("Key takeaways")).toHaveValue("Exact, says the tablet.\nCalm, says the laptop.");
  await expect((await openCriterion(tablet, 1)).locator("textarea").first()).toHaveValue("Heard by Omar 1, then on the train");
  await expect((await openCriterion(tablet, 2)).locator("textarea").first()).toHaveValue("Heard by Omar 2, then at the desk");

  // What was written without a network also outlives a reload of the page.
  await tablet.getByLabel("Private note").fill("Unsent.");
  await tablet.reload();
  await expect(tablet.getByLabel("Private note")).toHaveValue("Unsent.");
  await saved(tablet);
  await tablet.getByRole("button", { name: "Submit scorecard" }).click();
  await expect(tablet.locator(".scorecard__head")).toContainText("Submitted");

  // Who has not submitted sees that somebody has, and nothing of what.
  await listener.goto(address);
  await expect(listener.locator(".others__one").filter({ hasText: omar })).toContainText("submitted");
  const cards = await (await listener.context().request.get(`/api/v1/scorecards/?interview=${id}`)).json();
  expect(cards.results.filter((/** @type {any} */ card) => !card.is_mine)).toEqual([]);
  await expect(listener.locator("body")).not.toContainText("Heard by Omar");
  await fillCard(listener, [4, 4], "Heard by Ines", "Strong yes");
  await saved(listener);
  await listener.keyboard.press("Control+Enter");
  await expect(listener.locator(".scorecard__head")).toContainText("Submitted");

  await fillCard(lead, [3, 3], "Heard by Lena", "Yes");
  await lead.getByRole("button", { name: "Submit scorecard" }).click();
  await expect(lead.locator(".scorecard__head")).toContainText("Submitted");
  await lead.getByRole("button", { name: "Finish the interview" }).click();
  await lead.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await lead.getByRole("link", { name: "Go to the debrief" }).click();
  await expect(lead).toHaveURL(/\/debriefs\//);
  await expect(lead.locator("main")).toContainText("Heard by Ines");
  await lead.getByRole("form", { name: "Decision" }).locator("label").filter({ hasText: "Advance" }).click();
  await lead.getByLabel("Reason").fill("Finds the cause and proves it.");
  await lead.getByRole("button", { name: "Record decision" }).click();
  await expect(lead.locator(".decided")).toContainText("Advance");
  await Promise.all([lead, laptop, tablet, listener].map((page) => page.context().close()));
});
