/** Texts that would do something if a page took them for more than text; the back end's tests use the same file. */
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

const FILE = new URL("../../../../backend/tests/security/corpus.json", import.meta.url);

/** @type {Array<{ name: string, text: string }>} */
export const corpus = JSON.parse(readFileSync(FILE, "utf8"));

/** @type {string[]} */
export const texts = corpus.map(({ text }) => text);

/** All of them, one a line, for places where people write much. */
export const everything = texts.join("\n");

/**
 * Watches for what a live text would do beyond breaking the policy, which every test looks for: open a dialog or
 * another page, or ask another server.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} origin
 * @returns {string[]} filled as it happens
 */
export function watched(page, origin) {
  /** @type {string[]} */
  const seen = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) seen.push(`request ${request.url()}`);
  });
  page.on("popup", (popup) => seen.push(`popup ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) seen.push(`frame ${frame.url()}`);
  });
  return seen;
}

/** @param {string} text as a page lays it out: white space is one space */
const laidOut = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Every text stands on the page as it was written: in its words or in a field of a form.
 *
 * @param {import("@playwright/test").Page} page
 * @param {readonly string[]} wanted
 * @param {string} where for the message
 */
export async function expectAsText(page, wanted, where) {
  const missing = async () => {
    const shown = laidOut(
      await page.evaluate(() => {
        const fields = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (document.querySelectorAll("input, textarea"));
        return [document.body.textContent, ...[...fields].map(({ value }) => value)].join("\n");
      }),
    );
    return wanted.filter((text) => !shown.includes(laidOut(text)));
  };
  await expect.poll(missing, { message: `not there as text, ${where}` }).toEqual([]);
}
