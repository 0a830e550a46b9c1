import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { newEntrance } from "./support/people.js";
import { expect, test } from "./support/test.js";
import { write } from "./support/writes.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page @returns {Promise<any[]>} */
const debriefsOf = async (page) => (await (await page.request.get("/api/v1/debriefs/")).json()).results;

/** @param {Page} page @param {(debrief: any) => boolean} wanted */
async function openOne(page, wanted) {
  const debrief = (await debriefsOf(page)).find(wanted);
  expect(debrief, "the demo world has such a debrief").toBeTruthy();
  await page.goto(`/debriefs/${debrief.id}`);
  await expect(page.locator("h1")).toHaveText(debrief.candidate_name);
  return debrief;
}

const panelOfThree = (/** @type {any} */ one) => one.purpose === "hiring" && one.is_open && one.people.length === 3;

test.describe("in the demo world", () => {
  test.use({ as: "demo" });

  test("every score stands on the axis, what is two apart is named and both sides speak", async ({ page }) => {
    const debrief = await openOne(page, panelOfThree);
    const given = debrief.criteria.flatMap((/** @type {any} */ { scores }) => scores.filter((/** @type {any} */ one) => one.score !== null));
    await expect(page.locator(".scores .mark")).toHaveCount(given.length);
    const mine = given.filter((/** @type {any} */ { person }) => debrief.people.some((/** @type {any} */ one) => one.id === person && one.is_me));
    await expect(page.locator(".scores .mark--me")).toHaveCount(mine.length);

    const apart = debrief.criteria.filter((/** @type {any} */ { disagreement }) => disagreement);
    await expect(page.locator(".score-table__apart")).toHaveCount(apart.length);
    for (const { criterion, spread, scores } of apart) {
      await expect(page.getByRole("img", { name: new RegExp(`^${criterion.name}: .*; ${spread} scores apart`) })).toBeVisible();
      const topic = page.locator(".topic").filter({ hasText: criterion.name });
      const given = scores.map((/** @type {any} */ one) => one.score).filter(Number);
      const ends = scores.filter((/** @type {any} */ one) => [Math.min(...given), Math.max(...given)].includes(one.score));
      for (const { evidence } of ends) await expect(topic).toContainText(evidence[0].text);
    }
    const { within_one: within, pairs, exact } = debrief.agreement;
    await expect(page.locator(".agreement__figure")).toHaveText(`${within} of ${pairs} pairs of scores within one score, ${exact} exact`);
  });

  test("J, K, Enter and D go through it; it can be read as a table; nothing bars the way", async ({ page }) => {
    test.slow();
    const debrief = await openOne(page, panelOfThree);
    await keysReady(page, "all evidence");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const [first] = debrief.criteria;
    await expect(page.getByRole("button", { name: `${first.criterion.name}, all evidence` })).toBeFocused();
    await page.keyboard.press("Enter");
    for (const { evidence } of first.scores) for (const { text } of evidence) await expect(page.locator(".all-evidence")).toContainText(text);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      await expectNoBarriers(page, `a row open, ${colorScheme}`);
    }
    await page.keyboard.press("d");
    await expect(page.getByRole("radio", { name: "Advance" })).toBeFocused();
    await page.locator("h1").click();
    await page.getByRole("button", { name: "View as table" }).click();
    const row = page.getByRole("row", { name: new RegExp(`^${first.criterion.name}`) });
    await expect(row.getByRole("cell").last()).toHaveText(String(first.n));
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSideways(page, "the table, 320 px");
  });

  test("it prints on one page", async ({ page }) => {
    await openOne(page, panelOfThree);
    await expect(page.locator(".scores").first()).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(1);
  });

  test("while one's own card is missing there is who is waited for, and nothing else", async ({ page }) => {
    const debrief = await openOne(page, (one) => !one.is_open);
    expect(debrief.criteria).toBeNull();
    await expect(page.locator(".empty__sentence")).toHaveText("Only your scorecard is missing. Scores open when it is in.");
    await expect(page.locator(".scores, .topic, .agreement, .strictness, .notes, .decision form")).toHaveCount(0);
    await expect(page.getByText(`${debrief.cards.submitted} of ${debrief.cards.expected} scorecards submitted.`)).toBeVisible();
  });

  test("the list says what is to be done with each", async ({ page }) => {
    await page.goto("/debriefs");
    for (const { id, candidate_name: name } of await debriefsOf(page)) await expect(page.locator(`.debriefs a[href="/debriefs/${id}"]`)).toContainText(name);
  });
});

test.describe("on a panel of one's own", () => {
  test.use({ as: "newcomer" });

  test("the switch is turned, one interview is rated, and the decision needs its reason", async ({ page }) => {
    await page.goto("/settings");
    const team = page.getByLabel("I interview for a team");
    await team.check();
    await expect.poll(async () => (await (await page.request.get("/api/v1/me/")).json()).groups).toContain("interviewers");
    const interview = await rated(page, "Ida Larsen");

    await page.goto("/debriefs");
    await page.getByRole("link", { name: /^Ida Larsen/ }).click();
    await expect(page.locator("h1")).toBeFocused();
    await page.getByRole("button", { name: "Record decision" }).click();
    await expect(page.getByText("A decision needs its reason.")).toBeVisible();
    await page.locator(".decision label", { hasText: "Hold" }).click();
    await page.getByLabel("Reason").fill("One conversation is not enough to tell.");
    await page.getByRole("button", { name: "Record decision" }).click();
    await expect(page.locator(".decided")).toContainText("Hold");
    await page.reload();
    await expect(page.locator(".decided")).toContainText("One conversation is not enough to tell.");
    expect((await debriefsOf(page)).find(({ interviews }) => interviews[0].id === interview)?.decision).toBe("hold");
  });

  test("where an administrator appoints interviewers, the switch says so and stays off", async ({ page, faults }) => {
    faults.allow(/403/);
    await page.route("**/api/v1/me/", (route) => {
      if (route.request().method() !== "PATCH") return route.continue();
      return route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify({ type: "/api/problems/interviewers-are-appointed", title: "Appointed", detail: "An administrator adds you." }) });
    });
    await page.goto("/settings");
    const team = page.getByLabel("I interview for a team");
    await team.click();
    await expect(page.getByText("Here an administrator appoints interviewers: An administrator adds you.")).toBeVisible();
    await expect(team).not.toBeChecked();
  });

  test("a partner joins by a link, with the secret out of the address, after making an account", async ({ page, browser, baseURL, faults }) => {
    // The sign-in service says with 401 that nobody is signed in yet.
    faults.allow(/401/);
    const kit = (await (await page.request.get("/api/v1/kits/?purpose=mock")).json()).results[0];
    const mock = await write(page, "interviews/", { purpose: "mock", kit: kit.slug, my_role: "candidate" });
    const { link } = await write(page, "invitations/", { interview: mock.id, role: "interviewer" });

    const guest = await (await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } })).newPage();
    await guest.goto(link);
    await expect(guest.locator("h1")).toHaveText("You are invited to a mock interview.");
    expect(guest.url()).not.toContain("#");
    await expectNoBarriers(guest, "an invitation");
    await guest.getByRole("link", { name: "Make an account" }).click();
    const { email, password } = newEntrance();
    await guest.getByLabel("E-mail address").fill(email);
    await guest.getByLabel("Password", { exact: true }).fill(password);
    await guest.getByRole("button", { name: "Make the account" }).click();
    await guest.getByRole("button", { name: "Join" }).click();
    await expect(guest).toHaveURL(`/interviews/${mock.id}`);

    // Once used it is over, and says so.
    await guest.goto("/");
    await guest.goto(link);
    await guest.getByRole("button", { name: "Join" }).click();
    await expect(guest.getByRole("alert")).toContainText("Ask the person who invited you for a new link.");
    await guest.context().close();
  });
});

/** An interview that one held alone and rated. @param {Page} page @param {string} candidate @returns {Promise<string>} its id */
async function rated(page, candidate) {
  const kit = (await (await page.request.get("/api/v1/kits/?purpose=hiring")).json()).results[0];
  const interview = await write(page, "interviews/start-now/", { purpose: "hiring", kit: kit.slug, candidate_name: candidate });
  const [card] = (await (await page.request.get(`/api/v1/scorecards/?interview=${interview.id}`)).json()).results;
  const criteria = (await (await page.request.get(`${card.rubric.url}`)).json()).criteria;
  const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
  const detail = await page.request.get(`/api/v1/scorecards/${card.id}/`);
  const body = {
    ratings: criteria.map((/** @type {any} */ { quality }) => ({ criterion: quality.slug, score: 3 })),
    evidence: criteria.map((/** @type {any} */ { quality }) => ({ criterion: quality.slug, kind: "said", text: `Said of ${quality.name}.` })),
    recommendation: "yes",
  };
  const reply = await page.request.patch(`/api/v1/scorecards/${card.id}/`, { data: body, headers: { "X-CSRFToken": token, "If-Match": detail.headers().etag } });
  expect(reply.ok(), await reply.text()).toBe(true);
  await write(page, `scorecards/${card.id}/submit/`, {});
  await write(page, `interviews/${interview.id}/finish/`, {});
  return interview.id;
}
