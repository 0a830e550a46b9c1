/** Every page of the site as an address that can be opened: parameters are filled from what the API lists. */
import { routes } from "../../../src/app/routes.js";

/** Where a page's things are listed, when not at `/api/v1/<its first step>/`. @type {Record<string, string>} */
const LISTS = {
  "to-ask": "questions/?kind=to-ask",
  faq: "questions/?kind=faq",
  faqs: "questions/?kind=faq",
  practice: "questions/?kind=interview",
};

/** Parameters that stand in a mail and in no list: one that is wrong, as most that are typed by hand. @type {Record<string, string>} */
const MAILED = { secret: "not-a-secret" };

/** Beside the pages of the table: one that does not exist. */
export const NOWHERE = "/no/such/page";

/** @type {string[]} */
export const paths = routes.map(({ path }) => path);

/** @param {string} path @returns {string} for a test's or a file's name: "/questions/:slug" is "questions-slug" */
export const nameOf = (path) => path.replace(/[:?*]/g, "").split("/").filter(Boolean).join("-") || "start";

/**
 * @param {string} path of the table of routes
 * @param {import("@playwright/test").APIRequestContext} request signed in as somebody who has such things
 * @returns {Promise<string>}
 */
export async function addressOf(path, request) {
  const steps = path.split("/");
  const filled = steps.map((step, index) => {
    const parameter = step.startsWith(":") ? step.slice(1).replace("?", "") : "";
    return parameter ? (MAILED[parameter] ?? sample(steps[index - 1], parameter, request)) : step;
  });
  return (await Promise.all(filled)).join("/");
}

/**
 * @param {string} collection
 * @param {string} parameter
 * @param {import("@playwright/test").APIRequestContext} request
 */
async function sample(collection, parameter, request) {
  const list = LISTS[collection] ?? `${collection}/`;
  const reply = await request.get(`/api/v1/${list}`);
  const first = reply.ok() ? (await reply.json()).results?.[0] : undefined;
  const value = first?.[parameter] ?? first?.slug ?? first?.id;
  if (!value) throw new Error(`No sample for :${parameter} after /${collection}: say in tests/e2e/support/addresses.js where such things are listed.`);
  return encodeURIComponent(value);
}
