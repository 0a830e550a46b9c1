/** Interviewers of a test: people of its own who have said that they interview for a team. */
import { request } from "@playwright/test";
import { enter, newEntrance } from "./people.js";

/**
 * @param {string} baseURL
 * @param {string} name
 * @returns {Promise<import("./people.js").StorageState>} the cookies of who came in
 */
export async function newInterviewer(baseURL, name) {
  const state = await enter(baseURL, "signup", newEntrance());
  const context = await request.newContext({ baseURL, storageState: state });
  const { csrf_token: token } = await (await context.get("/api/v1/me/")).json();
  const reply = await context.patch("/api/v1/me/", { data: { name, is_interviewer: true }, headers: { "X-CSRFToken": token } });
  if (!reply.ok()) throw new Error(`The group was answered with ${reply.status()}: ${await reply.text()}`);
  await context.dispose();
  return state;
}

/**
 * The criterion at a place of one's scorecard, opened with its key.
 *
 * @param {import("@playwright/test").Page} page
 * @param {number} place from 1
 */
export async function openCriterion(page, place) {
  const row = page.locator(".criterion").nth(place - 1);
  await page.keyboard.press(`Alt+${place}`);
  await row.locator(".anchors").waitFor();
  return row;
}

/**
 * Scores the first criteria, with evidence, and says of the rest that there was no time; as a person does, mostly by keys.
 *
 * @param {import("@playwright/test").Page} page
 * @param {readonly number[]} scores
 * @param {string} evidence
 * @param {string} recommendation
 */
export async function fillCard(page, scores, evidence, recommendation) {
  await page.locator(".criterion").first().waitFor();
  const all = await page.locator(".criterion").count();
  for (let place = 1; place <= all; place += 1) {
    const row = await openCriterion(page, place);
    const score = scores[place - 1];
    if (score) {
      await row.locator(".anchors label").nth(score - 1).click();
      await row.locator(".note textarea").first().fill(`${evidence} ${place}`);
    } else {
      await row.getByRole("button", { name: "No evidence" }).click();
      await row.getByLabel("Not assessed, because").fill("There was no time.");
    }
  }
  await page.locator(".recommendation label").filter({ hasText: new RegExp(`^${recommendation}$`) }).click();
}
