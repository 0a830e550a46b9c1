import { keysReady } from "./support/keys.js";
import { expect, test } from "./support/test.js";

/** @param {Buffer} pdf */
function pagesOf(pdf) {
  const text = pdf.toString("latin1");
  return { count: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, boxes: [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [Number(width), Number(height)]) };
}

test("every rubric prints on one A4 page, landscape", async ({ page, context }) => {
  const { results } = await (await context.request.get("/api/v1/rubrics/")).json();
  expect(results.length).toBeGreaterThanOrEqual(3);
  for (const { slug } of results) {
    await page.goto(`/rubrics/${slug}`);
    await expect(page.locator("table tbody tr")).toHaveCount(8);
    const { count, boxes } = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(count, `pages of ${slug}`).toBe(1);
    const [width, height] = boxes[0];
    expect(Math.abs(width - 841.89), `width of ${slug}`).toBeLessThan(3);
    expect(Math.abs(height - 595.28), `height of ${slug}`).toBeLessThan(3);
  }
});

test("a rubric's rows hold four anchors each, and its levels are one key apart", async ({ page }) => {
  await page.goto("/rubrics");
  await page.locator(".rubrics a").nth(1).click();
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator("table tbody tr").first().locator("td")).toHaveCount(4);
  await expect(page.locator("table .rubric__target")).toHaveCount(8);
  const levels = page.getByRole("navigation", { name: "Levels of this role" });
  const above = levels.locator("[aria-current] + a, [aria-current] ~ a").first();
  await expect(above).toBeVisible();
  await keysReady(page, "level below, above");
  const address = String(await above.getAttribute("href"));
  await page.keyboard.press("]");
  await expect(page).toHaveURL(address);
});
