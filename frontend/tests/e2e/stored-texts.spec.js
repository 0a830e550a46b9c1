import { everything, expectAsText, texts, watched } from "./support/corpus.js";
import { fillCard, newInterviewer } from "./support/table.js";
import { settled } from "./support/accessibility.js";
import { expect, test } from "./support/test.js";
import { write } from "./support/writes.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {number} index @returns {string} */
const nth = (index) => texts[index % texts.length];

/** A link that nothing but our own pages and the web can open. @param {string} address */
const isHarmless = (address) => /^(https?:|mailto:|\/|#|blob:)/.test(address);

/** @param {Page} page @param {string[]} seen @param {string} where */
async function expectNothingAlive(page, seen, where) {
  const links = await page.locator("a[href], form[action], iframe[src], img[src], object[data]").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href") ?? node.getAttribute("action") ?? node.getAttribute("src") ?? ""));
  expect(links.filter((link) => !isHarmless(link)), `links, ${where}`).toEqual([]);
  expect(await page.locator("[onerror], [onload], [onfocus], [onmouseover], [onclick], iframe, object, embed, base, marquee, x-y").count(), `elements, ${where}`).toBe(0);
  expect(seen, where).toEqual([]);
}

/** @param {Page} page @param {string} path @param {string[]} wanted @param {string[]} seen */
async function visit(page, path, wanted, seen) {
  await page.goto(path);
  await settled(page);
  await expectAsText(page, wanted, path);
  await expectNothingAlive(page, seen, path);
}

/** @param {number} index @param {object} [more] */
const anInterview = (index, more = {}) => ({
  organization: nth(index),
  title: nth(index + 1),
  place: nth(index + 2),
  participants: [{ role: "interviewer", name: nth(index + 3), note: nth(index + 4) }],
  notes: nth(index),
  starts_at: new Date(Date.now() + (index + 1) * 3_600_000).toISOString(),
  ...more,
});

/** @param {Page} page @param {string} path below /api/v1/ @param {object} data changed as the site does: as it was read last */
async function change(page, path, data) {
  const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
  const tag = (await page.request.get(`/api/v1/${path}`)).headers().etag;
  const reply = await page.request.patch(`/api/v1/${path}`, { data, headers: { "X-CSRFToken": token, "If-Match": tag } });
  expect(reply.ok(), await reply.text()).toBe(true);
}

test("the watch sees what is alive", async ({ page, faults, baseURL }) => {
  faults.allow(/./);
  const seen = watched(page, String(baseURL));
  await page.goto("/questions");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src=https://evil.example/x onerror=alert(1)><a href='javascript:alert(2)'>x</a>"));
  await expect.poll(() => faults.seen.join(" ")).toContain("policy violated");
  await expect(expectNothingAlive(page, seen, "planted")).rejects.toThrow("links, planted");
});

test.describe("what somebody wrote for themselves", () => {
  test.use({ as: "newcomer" });

  test("interviews, look back, name and tokens show it as text", async ({ page, baseURL }) => {
    test.setTimeout(150_000);
    const seen = watched(page, String(baseURL));
    const interviews = await write(page, "interviews/", texts.map((_, index) => anInterview(index)));
    await page.goto("/interviews");
    await settled(page);
    await expectAsText(page, texts.slice(0, 10), "/interviews");
    await expectNothingAlive(page, seen, "/interviews");
    for (let index = 0; index < texts.length; index += 5) {
      await visit(page, `/interviews/${interviews[index].id}`, [0, 1, 2, 3, 4].map((step) => nth(index + step)), seen);
    }
    const whole = await write(page, "interviews/", anInterview(0, { notes: everything, starts_at: new Date(Date.now() - 86_400_000).toISOString() }));
    const asked = texts.slice(0, 40).map((text) => ({ prompt: text, note: text }));
    await write(page, `interviews/${whole.id}/retrospective/`, { summary: everything, went_well: everything, to_improve: everything, next_steps: everything, asked });
    await visit(page, `/interviews/${whole.id}`, texts, seen);
    for (const index of [0, 3, 31]) {
      await write(page, `interviews/${interviews[index].id}/cancel/`, { reason: nth(index) });
      await visit(page, `/interviews/${interviews[index].id}`, [nth(index)], seen);
    }
    for (const text of texts.slice(0, 10)) await write(page, "tokens/", { name: text.slice(0, 80) });
    await visit(page, "/settings", texts.slice(0, 10).map((text) => text.slice(0, 80)), seen);
    await visit(page, "/today", [], seen);
  });

  test("a link that is a script is refused", async ({ page }) => {
    const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
    for (const address of ["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/x", "vbscript:x", " javascript:alert(1)"]) {
      const reply = await page.request.post("/api/v1/interviews/", { data: { organization: "Halden", video_link: address }, headers: { "X-CSRFToken": token } });
      expect(reply.status(), address).toBe(400);
    }
  });

  test("an answer is text, as a draft and beside the examples", async ({ page, baseURL }) => {
    const seen = watched(page, String(baseURL));
    await write(page, "attempts/", { question: "n-plus-one", body: everything });
    await visit(page, "/practice/n-plus-one", texts, seen);
    await page.locator("#answer").focus();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: "You wrote" })).toBeVisible();
    await page.getByRole("button", { name: "Show the example answers" }).click();
    await expect(page.getByRole("heading", { name: "Example answers" })).toBeVisible();
    await expectAsText(page, texts, "the answer, turned");
    await expectNothingAlive(page, seen, "the answer, turned");
    // Who leaves before the server has said so sends the step again, and hears a 409: here nobody is in a hurry.
    await expect.poll(async () => (await (await page.request.get("/api/v1/attempts/")).json()).results[0].state).toBe("revealed");
    await visit(page, "/questions/n-plus-one", [], seen);
  });

  test("names of all kinds are text in the bars and menus", async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    const seen = watched(page, String(baseURL));
    const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
    for (let index = 0; index < texts.length; index += 6) {
      const reply = await page.request.patch("/api/v1/me/", { data: { name: nth(index) }, headers: { "X-CSRFToken": token } });
      expect(reply.ok(), nth(index)).toBe(true);
      await visit(page, "/settings", [nth(index)], seen);
    }
  });
});

test("what a panel wrote of a candidate is text, in the room and in the debrief", async ({ browser, baseURL, faults }) => {
  test.setTimeout(180_000);
  const base = String(baseURL);
  const page = await (await browser.newContext({ baseURL, storageState: await newInterviewer(base, nth(3)), viewport: { width: 1440, height: 900 } })).newPage();
  const seen = watched(page, base);
  page.on("console", (message) => {
    if (message.type() === "error") faults.seen.push(message.text());
  });
  const kit = (await (await page.request.get("/api/v1/kits/?purpose=hiring")).json()).results[0];
  const interview = await write(page, "interviews/start-now/", { purpose: "hiring", kit: kit.slug, candidate_name: nth(0), title: nth(11), place: nth(31), notes: everything });
  const evidence = texts.map((text) => ({ text, kind: "said" }));
  const [card] = (await (await page.request.get(`/api/v1/scorecards/?interview=${interview.id}`)).json()).results;
  await change(page, `scorecards/${card.id}/`, { evidence, key_takeaways: everything, note_for_next: everything, private_note: everything, shareable_feedback: everything });
  const address = `/interviews/${interview.id}`;
  await visit(page, address, [nth(0)], seen);
  await fillCard(page, [3, 2], nth(3), "Yes");
  await expectNothingAlive(page, seen, "a card");
  await page.getByRole("button", { name: "Submit scorecard" }).click();
  await expect(page.locator(".scorecard__head")).toContainText("Submitted");
  await visit(page, address, texts, seen);

  const debrief = (await (await page.request.get("/api/v1/debriefs/")).json()).results.find((/** @type {any} */ one) => one.interview?.id === interview.id || one.candidate_name === nth(0));
  await visit(page, "/debriefs", [nth(0)], seen);
  await visit(page, `/debriefs/${debrief.id}`, [nth(0)], seen);
  await write(page, `debriefs/${debrief.id}/decide/`, { decision: "hold", rationale: everything });
  await visit(page, `/debriefs/${debrief.id}`, texts, seen);
});
