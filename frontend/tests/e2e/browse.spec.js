import { expectNoBarriers, expectNoSideways } from "./support/accessibility.js";
import { expect, test } from "./support/test.js";

/** @param {import("@playwright/test").Page} page */
const count = (page) => page.locator(".bank__count b");

/** @param {import("@playwright/test").APIRequestContext} request @param {string} query @returns {Promise<any>} */
async function asked(request, query) {
  return (await request.get(`/api/v1/questions/?kind=interview&${query}`)).json();
}

test("an index leads from a category and its topics to as many questions as it says", async ({ page, context }) => {
  const { facets } = await asked(context.request, "facets=category&page_size=1");
  const full = facets.category.filter((/** @type {{ count: number }} */ one) => one.count > 0);
  await page.goto("/questions");
  await page.getByRole("link", { name: "Browse by category" }).click();
  await expect(page.locator("h1")).toHaveText("Questions by category");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(full.map((/** @type {{ label: string }} */ { label }) => label));
  await expectNoBarriers(page, "the index");

  const first = page.getByRole("list", { name: `Topics of ${full[0].label}` }).getByRole("link").first();
  const said = (await first.innerText()).match(/\d+/)?.[0];
  await first.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/questions\\?category=${full[0].value}&topic=`));
  await expect(count(page)).toHaveText(String(said));
  await page.goBack();
  await page.getByRole("heading", { name: full[1].label }).getByRole("link").click();
  await expect(count(page)).toHaveText(String(full[1].count));
});

test("topics are folded by their counts, and all of them can be shown", async ({ page, context }) => {
  const { facets } = await asked(context.request, "facets=topic&page_size=1");
  await page.goto("/questions");
  const group = page.getByRole("group", { name: "Topic" });
  await expect(group.getByRole("checkbox").first()).toBeVisible();
  const shown = await group.getByRole("checkbox").count();
  const counts = async () => (await group.locator(".facet__count [aria-hidden]").allInnerTexts()).map(Number);
  expect(await counts()).toEqual((await counts()).toSorted((one, other) => other - one));
  await group.getByRole("button", { name: `${facets.topic.length - shown} more topics` }).click();
  await expect(group.getByRole("checkbox")).toHaveCount(facets.topic.length);
});

test("your Django stands in the address; what it hides is counted, with the reason, and comes back", async ({ page, context }) => {
  const all = await asked(context.request, "level=mid&page_size=1");
  const now = await asked(context.request, "level=mid&applies_to=django:5.2&page_size=1");
  await page.goto("/questions?level=mid");
  await page.getByRole("radio", { name: "Django 5.2" }).check({ force: true });
  await expect(page).toHaveURL("/questions?level=mid&applies_to=django:5.2");
  await expect(count(page)).toHaveText(String(now.count));
  const said = page.locator(".bank__hidden");
  await expect(said).toContainText(all.count === now.count ? "Nothing is hidden: all of them apply to Django 5.2." : `${all.count - now.count} hidden`);

  // As if two of them needed a newer one.
  await page.route(/fields=applies_to/, async (route) => {
    const reply = await route.fetch();
    const body = await reply.json();
    await route.fulfill({ response: reply, json: { ...body, count: now.count + 2, results: [...body.results, { applies_to: { django: ">=6.1" } }, { applies_to: { django: ">=6.1" } }] } });
  });
  await page.reload();
  await expect(said).toContainText(/\d+ hidden: they need Django .*6\.1 or newer\./);
  await expectNoBarriers(page, "something is hidden", "main");
  await said.getByRole("button", { name: "Show them" }).click();
  await expect(page).toHaveURL("/questions?level=mid");
  await expect(said).toHaveCount(0);
  await expect(count(page)).toHaveText(String(all.count));
});

test("a key point that came later than your Django says so", async ({ page, context }) => {
  const { results } = await asked(context.request, "page_size=200&applies_to=django:5.2&fields=slug,key_points");
  const later = results.find((/** @type {any} */ { key_points }) => key_points.some((/** @type {any} */ { since }) => since?.django));
  expect(later, "a question with a key point of a later Django").toBeTruthy();
  const point = later.key_points.find((/** @type {any} */ { since }) => since?.django);
  const line = page.locator("#points li", { hasText: point.text });
  await page.goto(`/questions/${later.slug}`);
  await expect(line).toContainText(`since Django ${point.since.django}`);
  await page.goto("/questions?applies_to=django:5.2");
  await expect(page.locator(".bank__list > li").first()).toBeVisible();
  await page.goto(`/questions/${later.slug}`);
  await expect(line).toContainText(`not in your Django 5.2: since ${point.since.django}`);
  await expectNoBarriers(page, "a key point of a later Django", "#points");
});

test("where nothing is found, another choice that has results is offered", async ({ page, context }) => {
  const { facets } = await asked(context.request, "category=behavioural&facets=topic&page_size=1");
  const empty = facets.topic.find((/** @type {{ count: number }} */ one) => one.count === 0);
  await page.goto(`/questions?category=behavioural&topic=${empty.value}`);
  await expect(page.getByText("No question has all of these at once.")).toBeVisible();
  await page.getByRole("button", { name: /^Show (?!all)/ }).click();
  await expect(page.locator(".bank__list > li").first()).toBeVisible();
});

test("a window that becomes small is not wider than itself before the script has heard of it", async ({ page }) => {
  await page.goto("/questions");
  await expect(page.locator("#call")).toBeVisible();
  const drawer = await page.locator("#call").evaluate((element) => element.outerHTML);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("#call")).toHaveCount(0);
  await expectNoSideways(page, "390 px");
  // Between the new width and the next drawing the call still stands beside the list.
  await page.locator(".shell__body").evaluate((body, html) => {
    body.classList.add("shell__body--docked");
    body.insertAdjacentHTML("beforeend", html);
  }, drawer);
  await expectNoSideways(page, "390 px, with the call beside the list");
});

test("long names from code break where the window is narrow, in lists, on a question and on paper", async ({ page, context }) => {
  const { results } = await asked(context.request, "page_size=200&fields=number,slug,prompt");
  const longest = (/** @type {string} */ prompt) => Math.max(...prompt.split(/\s/).map((word) => word.length));
  const worst = results.toSorted((/** @type {any} */ one, /** @type {any} */ other) => longest(other.prompt) - longest(one.prompt))[0];
  await page.setViewportSize({ width: 320, height: 800 });
  const pages = { [`/questions?number=${worst.number}`]: ".bank__list > li", [`/questions/${worst.slug}`]: "h1", "/questions/print?answers=1": ".paper__question" };
  for (const [address, part] of Object.entries(pages)) {
    await page.goto(address);
    await expect(page.locator(part, { hasText: worst.prompt })).toBeVisible();
    await expectNoSideways(page, address);
  }
});
