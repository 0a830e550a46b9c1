/**
 * `make screenshots`: every page of the site in light, dark and on a phone, and what opens over
 * pages, as the demo person sees them. A page in the table of routes joins by itself.
 */
import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { settled } from "../tests/e2e/support/accessibility.js";
import { addressOf, nameOf, NOWHERE, paths } from "../tests/e2e/support/addresses.js";
import { launchOptions } from "../tests/e2e/support/browser.js";
import { demoEntrance, enter, told } from "../tests/e2e/support/people.js";

const folder = fileURLToPath(new URL("../../var/screenshots/", import.meta.url));

/** @typedef {import("@playwright/test").Page} Page */

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} path as in the table of routes, or an address
 * @property {(page: Page) => Promise<void>} [before] what to do on the page first
 * @property {boolean} [anonymous] with nobody signed in
 * @property {boolean} [whole] down to the end of the page, not one window
 */

/** The looks: each with what the browser says of itself. */
const LOOKS = {
  light: { colorScheme: /** @type {const} */ ("light"), viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: /** @type {const} */ ("dark"), viewport: { width: 1440, height: 900 } },
  mobile: { colorScheme: /** @type {const} */ ("light"), viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** @param {string} keys @returns {(page: Page) => Promise<void>} */
const press = (keys) => (page) => page.keyboard.press(keys);

/** @param {Page} page */
async function openCall(page) {
  const braces = page.locator(".mobile-bar").getByRole("button", { name: "The call behind this view" });
  if (await braces.isVisible()) await braces.click();
  else await page.keyboard.press("`");
}

/** @param {Page} page */
async function compare(page) {
  await page.keyboard.press("c");
  await page.locator("#answers").evaluate((section) => section.scrollIntoView());
}

/** Doors are drawn for those who are outside. */
const OUTSIDE = /^\/sign-/;

/** @type {Picture[]} */
const pictures = [
  ...paths.map((path) => ({ name: nameOf(path), path, anonymous: OUTSIDE.test(path) })),
  { name: "not-found", path: NOWHERE },
  { name: "questions-search", path: "/questions?q=migration&level=mid&level=senior" },
  { name: "questions-nothing", path: "/questions?q=migraton" },
  { name: "questions-refused", path: "/questions?level=midd" },
  { name: "questions-slug-whole", path: "/questions/query-optimisation", whole: true },
  { name: "questions-slug-call", path: "/questions/query-optimisation", before: openCall },
  { name: "questions-slug-compared", path: "/questions/query-optimisation", before: compare },
  { name: "find", path: "/questions", before: find },
  { name: "keys", path: "/questions", before: press("?") },
  { name: "interviews-signed-out", path: "/interviews", anonymous: true },
];

/** @param {Page} page */
async function find(page) {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("query");
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {Picture} picture
 * @param {string} look
 */
async function take(context, picture, look) {
  const page = await context.newPage();
  await page.goto(picture.path.includes(":") ? await addressOf(picture.path, context.request) : picture.path);
  await settled(page);
  await picture.before?.(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300); // the drawer's way in
  await page.screenshot({ path: `${folder}${look}/${picture.name}.png`, fullPage: picture.whole });
  await page.close();
}

/**
 * Rubrics are made for paper, too.
 *
 * @param {import("@playwright/test").BrowserContext} context
 */
async function print(context) {
  const page = await context.newPage();
  await page.goto(await addressOf("/rubrics/:slug", context.request));
  await settled(page);
  await page.pdf({ path: `${folder}rubric.pdf`, preferCSSPageSize: true, printBackground: true });
  await page.close();
}

async function main() {
  const baseURL = told("BASE_URL");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const signedIn = await enter(baseURL, "login", demoEntrance());
  const browser = await chromium.launch(launchOptions);
  for (const [look, options] of Object.entries(LOOKS)) {
    const shared = { baseURL, locale: "en-GB", timezoneId: "Europe/Amsterdam", ...options };
    const inside = await browser.newContext({ ...shared, storageState: signedIn });
    const outside = await browser.newContext(shared);
    for (const picture of pictures) await take(picture.anonymous ? outside : inside, picture, look);
    if (look === "light") await print(inside);
    await inside.close();
    await outside.close();
    console.log(`${look}: ${pictures.length} pictures`);
  }
  await browser.close();
}

await main();
