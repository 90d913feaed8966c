// Lighthouse's judgement of the served page, without its category of speed, which scripts/lighthouse measures; and that
// nothing jumps while the page comes to stand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, LEAST } from "./support/lighthouse.mjs";
import { stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

test("Lighthouse gives accessibility, best practices and search 95 or more", async () => {
  const { scores, objections } = await audit("phone", ["accessibility", "best-practices", "seo"]);
  assert.deepEqual(Object.keys(scores).sort(), ["accessibility", "best-practices", "seo"]);
  for (const [category, score] of Object.entries(scores)) assert.ok(score >= LEAST, `${category} ${score}: ${objections.join("; ")}`);
});

for (const width of [390, 1440]) {
  test(`nothing jumps while the page comes to stand at ${width} px`, async () => {
    const context = await on.browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      /** @type {any} */ (globalThis).moved = [];
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => /** @type {any} */ (globalThis).moved.push(/** @type {any} */ (entry).value))).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(on.url);
    await page.locator("allymark-app .frame").waitFor();
    await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
    await page.waitForTimeout(300);
    const moved = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (globalThis).moved));
    assert.ok(moved.reduce((sum, value) => sum + value, 0) < 0.05, moved.join());
    await context.close();
  });
}
