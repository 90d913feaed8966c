// Without a network: a second visit shows everything the first did, and a part that cannot come is told in words.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/** By its entry in the menu. @param {import("playwright-core").Page} page */
const saveWorkbook = (page) => page.locator("allymark-app .menu button", { hasText: /导出 Excel|Export to Excel/ }).first().evaluate((button) => /** @type {HTMLElement} */ (button).click());

test("a page that was open once opens without a network, with all its parts", async () => {
  const context = await on.browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(`${on.url}#trial`);
  await page.locator("allymark-app .frame").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));
  await page.locator("#f-dossiers-0-trial-metrics-conversion-value").fill("14");
  await page.waitForFunction(() => caches.keys().then((names) => names.length === 1));
  await context.setOffline(true);
  await page.reload();
  await page.locator("allymark-trial .mx").waitFor();
  assert.match(await page.locator("allymark-trial .mx").innerText(), /众安在线/);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
  await page.locator(".tools .lang").click();
  await page.locator("allymark-trial h1", { hasText: "Trial" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), saveWorkbook(page)]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  assert.deepEqual(said, []);
  await context.close();
});

test("a part that does not come is told in words, and nothing typed is lost", async () => {
  const context = await on.browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript("delete Navigator.prototype.serviceWorker");
  // What writes a workbook.
  await context.route(/assets\/browser-/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${on.url}#trial`);
  await page.locator("allymark-app .frame").waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
  await page.locator("#f-dossiers-0-trial-metrics-conversion-value").fill("14");
  await saveWorkbook(page);
  await page.locator("allymark-app", { hasText: "没有取到" }).waitFor();
  assert.equal(await page.locator("#f-dossiers-0-trial-metrics-conversion-value").inputValue(), "14");
  await context.close();
});
