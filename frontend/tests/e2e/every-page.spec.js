import { expectNoBarriers, expectNoSideways, settled } from "./support/accessibility.js";
import { addressOf, NOWHERE, paths } from "./support/addresses.js";
import { expect, test } from "./support/test.js";

test.use({ as: "demo" });

const THEMES = /** @type {const} */ (["light", "dark"]);
const WIDTHS = [1440, 390, 320];

for (const path of [...paths, NOWHERE]) {
  test(`${path}: no barriers, nothing sideways, no faults, in both themes and three widths`, async ({ page, context, faults }) => {
    // Axe looks at every coloured token of a call that stands beside its list.
    test.slow();
    if (path === NOWHERE) faults.allow(/404 \(Not Found\)/);
    await page.goto(await addressOf(path, context.request));
    await settled(page);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSideways(page, `${width} px`);
        // 320 px has the layout of 390 px.
        if (width !== 320) await expectNoBarriers(page, `${colorScheme}, ${width} px`);
      }
    }
    await expect(page.locator("h1")).toHaveCount(1);
  });
}
