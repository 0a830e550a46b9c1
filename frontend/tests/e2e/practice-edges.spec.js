/** Practice where it could go wrong: pressed twice, held down, closed at once, without room, without leave, in other hands. */
import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";
import { newEntrance } from "./support/people.js";

/** @typedef {import("@playwright/test").Page} Page */

const ANSWER = "I would measure first, because the page asks the database once for each row. Then I use select_related for the foreign key, and a test holds the number of queries.";
const GRADES = "Grade your answer";

/** Presses a key several times before anything can be drawn. @param {Page} page @param {string} key @param {number} times @param {boolean} [held] */
const pressed = (page, key, times, held = false) =>
  page.evaluate(
    ([key, times, held]) => {
      for (let time = 0; time < times; time += 1) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, repeat: held && time > 0 }));
    },
    /** @type {[string, number, boolean]} */ ([key, times, held]),
  );

/** @param {Page} page @param {string} path @returns {Promise<any[]>} */
async function listed(page, path) {
  return (await (await page.request.get(`/api/v1/${path}`)).json()).results;
}

/** What this browser keeps of practice. @param {Page} page @param {string} shelf @returns {Promise<any[]>} */
const onDevice = (page, shelf) =>
  page.evaluate(
    (shelf) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("vivavoce.practice");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(shelf).objectStore(shelf).getAll();
          reading.onsuccess = () => resolve(reading.result.map(({ id, owner, body }) => ({ id, owner, body })));
        };
      }),
    shelf,
  );

/** @param {Page} page @param {string} text */
async function write(page, text) {
  await keysReady(page, "show, then good");
  await page.keyboard.press("n");
  await page.locator("#answer").fill(text);
}

/** Shows the answer of the card in view without a word. @param {Page} page */
async function turn(page) {
  await keysReady(page, "show, then good");
  await page.keyboard.press("Space");
  await expect(page.getByRole("region", { name: GRADES })).toBeVisible();
}

test.describe("signed in", () => {
  test.use({ as: "newcomer" });

  test("a grade pressed twice counts once, and undone twice is undone once", async ({ page }) => {
    await page.goto("/practice/n-plus-one");
    await turn(page);
    await pressed(page, "3", 3);
    await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
    await expect.poll(async () => (await listed(page, "reviews/")).length).toBe(1);
    await page.waitForLoadState("networkidle");
    expect(await listed(page, "reviews/")).toHaveLength(1);
    await pressed(page, "u", 2);
    await expect(page.getByRole("region", { name: GRADES })).toBeVisible();
    await expect(page.getByText("The grade stays.")).toHaveCount(0);
    await expect.poll(async () => (await listed(page, "reviews/")).filter(({ undone_at }) => !undone_at).length).toBe(0);
  });

  test("what was left out is said, one's own sentence is kept, and the card says next time when it was seen", async ({ page }) => {
    await page.goto("/practice/n-plus-one");
    await write(page, ANSWER);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Show the example answers" }).press("Space");
    await expect(page.getByRole("heading", { name: "Example answers" })).toBeFocused();
    const missing = page.getByRole("region", { name: "What yours left out" });
    const [first] = await missing.locator("li").allInnerTexts();
    await page.locator(".ticks li", { hasText: first.replace(/ crucial$/, "") }).getByRole("checkbox").check();
    await expect(missing.getByText(first)).toHaveCount(0);
    await page.getByLabel("Why this grade, in a sentence").fill("3 of them, said too late.");
    // Keys stay letters while one writes.
    await page.keyboard.press("End");
    await page.keyboard.type(" 34");
    await expect(page.getByRole("region", { name: GRADES })).toBeVisible();
    await page.getByRole("button", { name: /^Hard/ }).click();
    await expect(page.getByRole("heading", { name: /That was all/ })).toBeFocused();
    await expect.poll(async () => (await listed(page, "attempts/")).map(({ state, reflection }) => [state, reflection])).toEqual([["graded", "3 of them, said too late. 34"]]);
    await expect.poll(async () => (await listed(page, "practice-sessions/")).every(({ ended_at }) => ended_at)).toBe(true);
    await page.goto("/practice/n-plus-one");
    await expect(page.locator(".asked__facts")).toContainText(/last seen .* ago: Hard/);
  });

  test("a held space bar shows the answer and grades nothing", async ({ page }) => {
    await page.goto("/practice/n-plus-one");
    await keysReady(page, "show, then good");
    await pressed(page, " ", 1);
    await expect(page.getByRole("region", { name: GRADES })).toBeVisible();
    await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true, repeat: true })));
    await page.waitForTimeout(300);
    await expect(page.getByRole("region", { name: GRADES })).toBeVisible();
    expect(await listed(page, "reviews/")).toEqual([]);
  });

  test("where the browser has no room, a grade goes on to the server all the same", async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.goto("/practice/n-plus-one");
    await write(page, ANSWER);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Show the example answers" }).click();
    await page.getByRole("button", { name: /^Hard/ }).click();
    await expect(page.getByRole("heading", { name: /That was all/ })).toBeVisible();
    await expect.poll(async () => (await listed(page, "reviews/")).map(({ grade }) => grade)).toEqual(["hard"]);
    await expect.poll(async () => (await listed(page, "attempts/")).map(({ body, state }) => [body, state])).toEqual([[ANSWER, "graded"]]);
  });

  test("who signs out leaves nothing on the device that the server has", async ({ page, faults }) => {
    faults.allow(/_allauth.*|401/);
    await page.goto("/practice/n-plus-one");
    await write(page, "A draft of mine.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.evaluate(
      (owner) =>
        new Promise((resolve) => {
          indexedDB.open("vivavoce.practice").onsuccess = (event) => {
            const store = /** @type {any} */ (event.target).result.transaction("recordings", "readwrite").objectStore("recordings");
            store.put({ id: `${owner} n-plus-one`, blob: new Blob(["voice"]), seconds: 3, levels: [], made_at: "" }).onsuccess = resolve;
          };
        }),
      (await (await page.request.get("/api/v1/me/")).json()).person.id,
    );
    expect(await onDevice(page, "attempts")).toHaveLength(1);
    await page.goto("/questions");
    await page.getByRole("button", { name: /account/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect.poll(() => onDevice(page, "attempts")).toEqual([]);
    await expect.poll(() => onDevice(page, "recordings")).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.getItem("vivavoce.practice"))).toMatch(/^(null)?$/);
  });
});

test("an ended session says what was done, also when that is nothing", async ({ page }) => {
  await page.goto("/practice/n-plus-one");
  await keysReady(page, "show, then good");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Nothing was graded.")).toBeVisible();
  await expect(page.getByText(/There is no question/)).toHaveCount(0);
});

test("a question that was withdrawn does not keep the others away, and alone is said plainly", async ({ page, faults }) => {
  faults.allow(/400/);
  await page.goto("/practice?question=withdrawn&question=n-plus-one&question=gone");
  await expect(page.getByText("of 1")).toBeVisible();
  await page.goto("/practice/withdrawn");
  await expect(page.getByText("There is no question “withdrawn” to practise.")).toBeVisible();
});

test("words typed just before the page is closed are there when it opens again", async ({ page }) => {
  await page.goto("/practice/n-plus-one");
  await keysReady(page, "show, then good");
  await page.keyboard.press("n");
  await expect(page.locator("#answer")).toBeFocused();
  await page.keyboard.type("The last words.");
  await page.reload();
  await expect(page.locator("#answer")).toHaveValue("The last words.");
});

test("a microphone allowed after one has left is given back", async ({ page }) => {
  await page.addInitScript(() => {
    const sound = new AudioContext().createMediaStreamDestination().stream;
    Object.assign(window, { sound, allow: undefined });
    navigator.mediaDevices.getUserMedia = () => new Promise((resolve) => Object.assign(window, { allow: () => resolve(sound) }));
  });
  await page.goto("/practice/n-plus-one");
  await keysReady(page, "record");
  await page.keyboard.press("m");
  await expect(page.getByText("Asking for the microphone")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Asking for the microphone")).toHaveCount(0);
  await page.evaluate(() => /** @type {any} */ (window).allow());
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).sound.getTracks().map((/** @type {MediaStreamTrack} */ { readyState }) => readyState))).toEqual(["ended"]);
});

test("the recordings of a guest go along at sign-up and are not the next guest's", async ({ page, faults }) => {
  faults.allow(/_allauth.*|401/);
  await page.goto("/practice/n-plus-one");
  await write(page, ANSWER);
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("vivavoce.practice").onsuccess = (event) => {
          const store = /** @type {any} */ (event.target).result.transaction("recordings", "readwrite").objectStore("recordings");
          store.put({ id: " n-plus-one", blob: new Blob(["voice"]), seconds: 3, levels: [], made_at: "" }).onsuccess = resolve;
        };
      }),
  );
  await page.goto("/sign-up?next=/questions");
  const { email, password } = newEntrance();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("What you practised as a guest is yours now: 1 answer.")).toBeVisible();
  const { person } = await (await page.request.get("/api/v1/me/")).json();
  await expect.poll(async () => (await onDevice(page, "recordings")).map(({ id }) => id)).toEqual([`${person.id} n-plus-one`]);
});

test("what the bank shows is practised with one key, twenty at most", async ({ page }) => {
  await page.goto("/questions?level=junior");
  await expect(page.locator(".bank__list li").first()).toBeVisible();
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/practice\?question=/);
  await expect(page.locator(".asked h1")).toBeVisible();
  const chosen = await page.evaluate(() => new URLSearchParams(location.search).getAll("question"));
  expect(chosen.length).toBeGreaterThan(1);
  expect(chosen.length).toBeLessThanOrEqual(20);
});
