/** Playwright's test with what every test of ours has: who is signed in, and an eye on the page's faults. */
import { expect, test as base } from "@playwright/test";
import { demoEntrance, enter, newEntrance } from "./people.js";

/** @typedef {import("./people.js").StorageState} StorageState */

/** What a page did that it must not do. A test that provokes a fault says so beforehand. */
export class Faults {
  /** @type {string[]} */
  seen = [];
  /** @type {RegExp[]} */
  provoked = [];

  /** @param {RegExp} pattern of a fault that the test itself causes */
  allow(pattern) {
    this.provoked.push(pattern);
  }

  get unexpected() {
    return this.seen.filter((fault) => !this.provoked.some((pattern) => pattern.test(fault)));
  }
}

/** Runs in the page: a violation of the policy has no event outside it. */
function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

/** @param {import("@playwright/test").BrowserContext} context */
async function watch(context) {
  const faults = new Faults();
  context.on("console", (message) => {
    if (message.type() === "error") faults.seen.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.seen.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  await context.addInitScript(reportViolations);
  return faults;
}

/**
 * @typedef {object} Ours
 * @property {"nobody" | "demo" | "newcomer"} as who is signed in; a newcomer is new for each test
 * @property {Faults} faults console errors, uncaught errors and violations of the policy, on all pages
 */

/** @typedef {{ demoState: StorageState }} OursOfWorker */

export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<Ours, OursOfWorker, import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions, import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>} */ ({
    as: ["nobody", { option: true }],
    demoState: [
      // Playwright reads from the pattern which fixtures are wanted: here none.
      // eslint-disable-next-line no-empty-pattern
      async ({}, use, worker) => {
        await use(await enter(String(worker.project.use.baseURL), "login", demoEntrance()));
      },
      { scope: "worker" },
    ],
    storageState: async ({ as, demoState, baseURL }, use) => {
      if (as === "nobody") await use(undefined);
      else if (as === "demo") await use(demoState);
      else await use(await enter(String(baseURL), "signup", newEntrance()));
    },
    faults: [
      async ({ context }, use) => {
        const faults = await watch(context);
        await use(faults);
        expect(faults.unexpected, "faults of the page").toEqual([]);
      },
      { auto: true },
    ],
  }),
);

export { expect };
