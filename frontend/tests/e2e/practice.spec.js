import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { newEntrance } from "./support/people.js";
import { expect, test } from "./support/test.js";

/** @typedef {import("@playwright/test").Page} Page */

const ANSWER = "I would measure first, because the page asks the database once for each row. Then I use select_related for the foreign key, and a test holds the number of queries.";

/** @param {Page} page */
const question = (page) => page.locator(".asked h1");

/** Writes an answer to the card in view, commits it and turns the card. @param {Page} page @param {string} text */
async function answer(page, text) {
  // The keys of a card that was graded a moment ago stand in the same status bar.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page.locator("#answer")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.locator("#answer").fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "You wrote" })).toBeVisible();
  await page.getByRole("button", { name: "Show the example answers" }).click();
  await expect(page.getByRole("heading", { name: "Example answers" })).toBeVisible();
}

/** @param {Page} page @param {string} path @returns {Promise<any[]>} */
async function listed(page, path) {
  return (await (await page.request.get(`/api/v1/${path}`)).json()).results;
}

test("a guest is at the first question within two actions, and keeps everything at sign-up", async ({ page, faults }) => {
  faults.allow(/_allauth.*|401/);
  let actions = 0;
  await page.goto("/");
  await page.getByRole("link", { name: "Practise now" }).first().click();
  actions += 1;
  await expect(question(page)).toBeVisible();
  expect(actions, "actions to the first question").toBeLessThanOrEqual(2);

  const prompt = await question(page).innerText();
  await answer(page, ANSWER);
  await expect(page.getByText("Matched by wording. A guide, not a grade.")).toBeVisible();
  await page.getByRole("button", { name: /^Hard returns in/ }).click();
  await expect(question(page)).not.toHaveText(prompt);
  await keysReady(page, "show, then good");
  await page.keyboard.press("n");
  await page.locator("#answer").fill("A draft that is not done yet.");
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await expect(page.locator("#answer")).toHaveValue("A draft that is not done yet.");

  await page.getByRole("button", { name: "End session" }).first().click();
  await expect(page.getByRole("heading", { name: /You answered 1 of/ })).toBeVisible();
  await page.getByRole("link", { name: "Make an account" }).click();
  const { email, password } = newEntrance();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("What you practised as a guest is yours now: 2 answers and 1 grade.")).toBeVisible();

  const attempts = await listed(page, "attempts/");
  expect(attempts.map(({ body, state }) => [body, state]).sort()).toEqual([
    ["A draft that is not done yet.", "drafting"],
    [ANSWER, "graded"],
  ]);
  const [review] = await listed(page, "reviews/");
  expect([review.grade, review.question.name]).toEqual(["hard", prompt]);
  expect((await listed(page, "cards/")).map(({ question: { name }, reviews_count }) => [name, reviews_count])).toEqual([[prompt, 1]]);
  // Once: coming back claims nothing again.
  await page.reload();
  await expect(page.locator("h1")).toBeVisible();
  expect(await listed(page, "reviews/")).toHaveLength(1);
});

test("a claim that breaks off is repeated, and nothing is there twice", async ({ page, faults }) => {
  faults.allow(/_allauth.*|401|ERR_FAILED/);
  await page.goto("/practice/n-plus-one");
  await answer(page, ANSWER);
  await page.getByRole("button", { name: /^Good returns in/ }).click();
  await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
  // The server takes it; its reply is lost, until the next page.
  await page.route("**/practice/claim/", async (route) => {
    if (page.url().endsWith("/faq")) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.goto("/sign-up?next=/questions");
  const { email, password } = newEntrance();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL("/questions");
  await expect.poll(async () => (await listed(page, "reviews/")).length).toBe(1);
  await page.goto("/faq");
  await expect(page.getByText("What you practised as a guest is yours now: 1 answer and 1 grade.")).toBeVisible();
  expect(await listed(page, "reviews/")).toHaveLength(1);
  expect(await listed(page, "attempts/")).toHaveLength(1);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("vivavoce.practised"))).toBeNull();
});

test.describe("signed in", () => {
  test.use({ as: "newcomer" });

  test("one marks what was covered, scores oneself, grades, and undoes", async ({ page }) => {
    await page.goto("/practice/n-plus-one");
    await answer(page, ANSWER);
    const first = page.locator(".ticks input").first();
    const before = await first.isChecked();
    await page.keyboard.press("q");
    await expect(first).toBeChecked({ checked: !before });
    await page.keyboard.press("Alt+4");
    await expect(page.getByRole("heading", { name: "Why this is a 4" })).toBeVisible();
    await page.locator(".self .segmented__option").nth(1).click();
    await expect(page.locator(".self__anchor")).toBeVisible();
    await expect(page.getByRole("button", { name: /suggested/ })).toHaveCount(1);
    await page.keyboard.press("4");
    await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
    await expect.poll(async () => (await listed(page, "reviews/")).map(({ grade }) => grade)).toEqual(["easy"]);

    await page.keyboard.press("u");
    await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
    await page.keyboard.press("3");
    await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
    await expect.poll(async () => (await listed(page, "reviews/")).filter(({ undone_at }) => !undone_at).map(({ grade }) => grade)).toEqual(["good"]);
    const [attempt] = await listed(page, "attempts/");
    expect(attempt.state).toBe("graded");
    expect(attempt.self_scores).toHaveLength(1);
    expect(Object.values(attempt.overrules)).toEqual([!before]);
  });

  test("without a network the session goes on, and every grade arrives once", async ({ page, context, faults }) => {
    faults.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.goto("/practice");
    await expect(question(page)).toBeVisible();
    await expect(page.locator(".asked__facts")).toContainText("new");
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    for (const [index, grade] of ["Good", "Hard", "Easy"].entries()) {
      await answer(page, `${ANSWER} Number ${index}.`);
      await page.getByRole("button", { name: new RegExp(`^${grade}`) }).click();
    }
    await expect(page.locator(".status__waiting")).toHaveText("3 waiting");
    await context.setOffline(false);
    await expect(page.locator(".status__waiting")).toHaveText("");
    await expect.poll(async () => (await listed(page, "reviews/")).map(({ grade }) => grade).sort()).toEqual(["easy", "good", "hard"]);
    expect((await listed(page, "attempts/")).map(({ state }) => state)).toEqual(["graded", "graded", "graded"]);
    expect((await listed(page, "cards/")).map(({ reviews_count }) => reviews_count)).toEqual([1, 1, 1]);
  });

  test("two devices write on one draft: both texts are kept and the person chooses", async ({ page, faults }) => {
    faults.allow(/412/);
    await page.goto("/practice/n-plus-one");
    await keysReady(page, "show, then good");
    await page.keyboard.press("n");
    await page.locator("#answer").fill("Written here.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const [draft] = await listed(page, "attempts/");
    const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
    const other = await page.request.patch(draft.url, { data: { body: "Written there." }, headers: { "X-CSRFToken": token } });
    expect(other.ok()).toBe(true);
    await page.locator("#answer").fill("Written here, and more.");
    const conflict = page.getByRole("alert", { name: "Two texts" });
    await expect(conflict).toContainText("Written there.");
    await expect(conflict).toContainText("Written here, and more.");
    await conflict.getByRole("button", { name: "Both, one after the other" }).click();
    await expect(page.locator("#answer")).toHaveValue("Written there.\n\nWritten here, and more.");
    await expect.poll(async () => (await listed(page, "attempts/"))[0].body).toBe("Written there.\n\nWritten here, and more.");
  });
});

test("no barriers on either side of a card, in both themes, wide and narrow", async ({ page }) => {
  test.slow();
  await page.goto("/practice/n-plus-one");
  await expect(question(page)).toBeVisible();
  const look = async (/** @type {string} */ where) => {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectNoBarriers(page, `${where}, ${colorScheme}`);
    }
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoSideways(page, `${where}, ${width} px`);
      await expectNoBarriers(page, `${where}, ${width} px`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await look("front");
  await page.keyboard.press("n");
  await page.locator("#answer").fill(ANSWER);
  await look("writing");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "You wrote" })).toBeVisible();
  await look("committed");
  await page.getByRole("button", { name: "Show the example answers" }).click();
  await expect(page.getByRole("button", { name: /^Good returns in/ })).toBeVisible();
  await look("revealed");
  await page.getByRole("button", { name: /^Good/ }).click();
  await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
  await look("summary");
});

test.describe("aloud", () => {
  test("an answer is recorded, heard again and deleted; nothing of it is sent", async ({ playwright, baseURL }) => {
    const { launchOptions } = await import("./support/browser.js");
    const browser = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] });
    const page = await (await browser.newContext({ baseURL })).newPage();
    /** @type {string[]} */
    const violations = [];
    page.on("console", (message) => message.type() === "error" && violations.push(message.text()));
    await page.goto("/practice/n-plus-one");
    await keysReady(page, "record");
    await page.keyboard.press("m");
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
    await expect.poll(() => page.locator(".recorder meter").getAttribute("value").then(Number)).toBeGreaterThan(0);
    await page.waitForTimeout(1500);
    await page.keyboard.press("m");
    await expect(page.getByText(/recorded, \d s/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/recorded, \d s/)).toBeVisible();
    await page.getByRole("button", { name: /Replay/ }).click();
    await expect(page.getByRole("button", { name: /^Stop/ })).toBeVisible();
    await expect(page.getByRole("button", { name: /Replay/ })).toBeVisible();
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText(/recorded, \d s/)).toHaveCount(0);
    expect(violations).toEqual([]);
    await browser.close();
  });

  test("a refused microphone is said plainly, and typing goes on", async ({ page, context }) => {
    await context.clearPermissions();
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    await page.goto("/practice/n-plus-one");
    await keysReady(page, "record");
    await page.keyboard.press("m");
    await expect(page.getByText("The browser does not let this page use the microphone.")).toBeVisible();
    await page.locator("#answer").fill(ANSWER);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: "You wrote" })).toBeVisible();
  });
});
