import { readFile } from "node:fs/promises";
import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const rows = (page) => page.locator(".bank__list > li");

/** @param {import("@playwright/test").Page} page @param {string} address of a list */
async function open(page, address) {
  await page.goto(address);
  await expect(rows(page).nth(3)).toBeVisible();
  await keysReady(page, "move");
}

/** @param {import("@playwright/test").APIRequestContext} request @param {string} query @returns {Promise<any[]>} */
async function listed(request, query) {
  return (await (await request.get(`/api/v1/questions/?kind=interview&page_size=200&${query}`)).json()).results;
}

test("X and the boxes select; what is selected outlives a visit to a question, and goes to paper", async ({ page, context }) => {
  const questions = await listed(context.request, "fields=number,slug,prompt");
  await open(page, "/questions");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByRole("checkbox", { name: `Select question ${questions[2].number}`, exact: true }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await expectNoBarriers(page, "two selected", "main");
  await rows(page).nth(2).locator("a").click();
  await expect(page.locator("h1")).toHaveText(questions[2].prompt);
  await page.goBack();
  await expect(page.getByText("2 selected")).toBeVisible();

  await page.getByRole("button", { name: "Print or export what is selected" }).click();
  await page.getByRole("link", { name: "Print 2 questions" }).click();
  await expect(page).toHaveURL(`/questions/print?number=${questions[0].number}&number=${questions[2].number}`);
  await expect(page.locator("h1")).toHaveText("2 interview questions");
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator(".paper__question h2")).toHaveCount(2);
  await expect(page.locator(".paper__question h2").last()).toContainText(questions[2].prompt);

  await page.goto("/questions");
  await page.getByRole("button", { name: "Select none" }).click();
  await expect(page.getByText("2 selected")).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: /^Select question/, checked: true })).toHaveCount(0);
});

test("paper has all that an interviewer reads, in black on white without the site around it", async ({ page, context }) => {
  const [question] = await listed(context.request, "level=mid&category=technical-proficiency&expand=answers");
  const calls = /** @type {string[]} */ ([]);
  page.on("request", (request) => request.url().includes("/api/v1/questions/") && calls.push(request.url()));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/questions/print?level=mid&category=technical-proficiency");
  const paper = page.locator(".paper__question").first();
  await expect(paper.getByRole("heading", { level: 2 })).toContainText(question.prompt);
  for (const text of [...question.key_points, ...question.red_flags].map((/** @type {{ text: string }} */ { text }) => text)) await expect(paper).toContainText(text);
  for (const probe of question.probes) await expect(paper).toContainText(probe);
  for (const source of question.sources) await expect(paper).toContainText(source.url);
  await expect(paper.getByText("Example answer with score")).toHaveCount(0);
  expect(calls, "calls for the whole list").toHaveLength(1);
  await expectNoBarriers(page, "on paper, dark", "main");

  await page.getByRole("checkbox", { name: "With the example answers" }).check();
  await expect(page).toHaveURL("/questions/print?category=technical-proficiency&level=mid&answers=1");
  await expect(paper.getByText("Example answer with score")).toHaveCount(question.answers.length);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const inks = await paper.locator("h2, h3, p, li, pre, code").evaluateAll((found) => [...new Set(found.map((one) => getComputedStyle(one).color))]);
  for (const ink of inks) expect(Math.max(...(ink.match(/\d+/g) ?? ["255"]).slice(0, 3).map(Number)), ink).toBeLessThan(90);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  // A4 in points, upright.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
});

test("the filters' questions are notes that Anki reads, one for each", async ({ page, context }) => {
  const questions = await listed(context.request, "level=junior&fields=id,number");
  await page.goto("/questions?level=junior");
  await page.getByRole("button", { name: "Print or export these questions" }).click();
  await expectNoBarriers(page, "the menu", "main");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: `Notes for Anki (${questions.length})` }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("questions.txt");
  const lines = (await readFile(await download.path(), "utf8")).split("\n");
  expect(lines.slice(0, 3)).toEqual(["#separator:tab", "#html:true", "#guid column:1"]);
  for (const { id } of questions) expect(lines.filter((line) => line.startsWith(`${id}\t`))).toHaveLength(1);
});

test("a mistake is reported with what identifies the text, by keyboard, copied or by hand", async ({ page, context }) => {
  const question = await (await context.request.get("/api/v1/questions/signals/")).json();
  await page.goto("/questions/signals");
  const button = page.getByRole("button", { name: "Report a mistake" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Copied: number, version, uid and page." })).toBeVisible();
  await expect(page.getByRole("button", { name: /Undo/ })).toHaveCount(0);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [question.id, `question ${question.number}, version ${question.version}`, "/questions/signals", question.checked_on[0]?.version ?? "not run"]) expect(copied).toContain(part);

  await page.evaluate(() => Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("refused")) }));
  await button.press("Enter");
  const field = page.getByRole("dialog", { name: "Report a mistake" }).getByRole("textbox", { name: "What to send" });
  await expect(field).toHaveValue(copied);
  await expect(field).toBeFocused();
  expect(await field.evaluate((element) => element instanceof HTMLTextAreaElement && element.selectionEnd - element.selectionStart)).toBe(copied.length);
  await expectNoBarriers(page, "the dialog", "dialog");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("boxes are large enough to press, and nothing goes sideways", async ({ page }) => {
    await page.goto("/questions");
    const pick = page.locator(".question-row__pick").first();
    await pick.tap();
    await expect(page.getByText("1 selected")).toBeVisible();
    const box = await pick.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "Print or export what is selected" }).tap();
    await expectNoSideways(page, "with the menu open");
    await expectNoBarriers(page, "one selected", "main");
  });
});
