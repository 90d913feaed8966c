// allymark.html, opened from the disk: the same verdicts, nothing asked of the network, kept after a reload.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { stage } from "./support/page.mjs";

const FILE = resolve(process.env.ALLYMARK_FILE ?? "build/release/allymark.html");
/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

test("the file weighs at most 800 kB", () => assert.ok(statSync(FILE).size <= 800_000, `${statSync(FILE).size}`));

test("a double-click shows the verdicts, the commission and the month, and what is typed is kept", async () => {
  const context = await on.browser.newContext();
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(FILE).href);
  await page.locator("allymark-app .frame").waitFor();
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
  assert.deepEqual(await page.locator("allymark-trial .mx .sc .raw").allInnerTexts(), ["95.36", "78.14", "72.46"]);
  await page.locator(".rail a", { hasText: "协议与佣金" }).click();
  await page.locator(".strip .v", { hasText: "¥2,730,000" }).waitFor();
  await page.locator(".rail a", { hasText: "月度评估" }).click();
  assert.match(await page.locator("allymark-scorecard tr.total").innerText(), /112/);
  await page.locator(".tools .lang").click();
  await page.locator("allymark-scorecard h1", { hasText: "Scorecard" }).waitFor();
  await page.locator("#f-dossiers-0-months-0-metrics-policies-value").fill("600");
  await page.locator(".kept", { hasText: "Saved in this browser" }).waitFor();
  await page.reload();
  await page.locator("#f-dossiers-0-months-0-metrics-policies-value").waitFor();
  assert.equal(await page.locator("#f-dossiers-0-months-0-metrics-policies-value").inputValue(), "600");
  assert.deepEqual(said, []);
  assert.deepEqual([...new Set(asked)].filter((url) => !url.startsWith("file:") && !url.startsWith("data:")), []);
  assert.deepEqual([...new Set(asked.filter((url) => url.startsWith("file:")).map((url) => url.replace(/#.*/, "")))], [pathToFileURL(FILE).href], "no other file either");
  await context.close();
});

test("only what its policy names by hash runs in the file", async () => {
  const page = await on.browser.newPage();
  await page.goto(pathToFileURL(FILE).href);
  await page.locator("allymark-app .frame").waitFor();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.doesNotMatch(policy ?? "", /unsafe-inline|'unsafe-eval'|https?:|blob:[^;]*script/);
  const ran = await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement("script"), { textContent: "globalThis.stranger = true" }));
    return "stranger" in globalThis;
  });
  assert.equal(ran, false);
  await page.close();
});

test("a workbook goes out of the file, too", async () => {
  const page = await on.browser.newPage();
  await page.goto(pathToFileURL(FILE).href);
  await page.locator("allymark-app .frame").waitFor();
  await page.locator(".tools summary", { hasText: "保存" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".tools .panel:visible button", { hasText: "导出 Excel" }).click()]);
  assert.match(file.suggestedFilename(), /\.xlsx$/);
  await page.close();
});
