// Nothing typed is lost: kept in the browser after each change, restored on reload, safe from a second tab, said when
// the browser refuses; files in and out; undo takes back whatever was opened.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

const VOLUME = "#f-dossiers-0-agreement-volume";
const RATE = "#f-dossiers-0-trial-metrics-failure_rate-value";

/** @param {import("playwright-core").Page} page */
const verdict = async (page) => (await page.locator(".strip .v").innerText()).replace(/\s+/g, " ").trim();
/** @param {import("playwright-core").Page} page */
const complete = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).complete());
/** @param {import("playwright-core").Page} page @param {string} menu @param {string} item */
async function choose(page, menu, item) {
  await page.locator(".tools summary", { hasText: menu }).click();
  await page.locator(".tools .panel:visible button", { hasText: item }).click();
}
/** @param {import("playwright-core").Page} page @param {string} name @param {string} text */
async function openFile(page, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose(page, "打开", "打开文件")]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}
/** @param {import("playwright-core").Page} page @param {() => Promise<unknown>} act */
async function downloaded(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("what was typed is there after a reload, and the page says when it was kept", async () => {
  const { page, context, said } = await open(on);
  assert.equal(await page.locator(".kept").count(), 0, "the example itself is not kept");
  await page.locator(RATE).fill("0.8");
  await page.locator(".kept", { hasText: /已存于本浏览器 \d\d:\d\d/ }).waitFor();
  await page.reload();
  await page.locator("allymark-app .frame").waitFor();
  assert.match(await verdict(page), /^签约/);
  assert.equal(await page.locator(RATE).inputValue(), "0.8");
  assert.deepEqual(said, []);
  await context.close();
});

test("a nonsense entry is kept as it was typed, too", async () => {
  const { page, context } = await open(on);
  await page.locator(RATE).fill("o.8");
  await page.locator(".kept", { hasText: "已存" }).waitFor();
  await page.reload();
  await page.locator(RATE).waitFor();
  assert.equal(await page.locator(RATE).inputValue(), "o.8");
  await context.close();
});

test("a second tab goes on with the same workspace; the first is told and not overwritten", async () => {
  const { page: first, context, said } = await open(on);
  await first.locator(RATE).fill("0.8");
  await first.locator(".kept", { hasText: "已存" }).waitFor();
  const second = await context.newPage();
  await second.goto(on.url);
  await second.locator(RATE).waitFor();
  assert.equal(await second.locator(RATE).inputValue(), "0.8", "a new tab opens the newest");
  await second.locator(RATE).fill("1.2");
  await second.locator(".kept", { hasText: "已存" }).waitFor();
  await first.locator(".notice", { hasText: "另一个标签页改了" }).waitFor();
  assert.equal(await first.locator(RATE).inputValue(), "0.8");
  await first.locator(RATE).fill("0.5");
  await first.locator(".notice button", { hasText: "两份都留" }).click();
  await first.locator(".kept", { hasText: "已存" }).waitFor();
  await second.reload();
  await second.locator(RATE).waitFor();
  assert.equal(await second.locator(RATE).inputValue(), "1.2", "the second tab's is as it left it");
  await first.reload();
  await first.locator(RATE).waitFor();
  assert.equal(await first.locator(RATE).inputValue(), "0.5", "the first tab's has a place of its own");
  assert.deepEqual(said, []);
  await context.close();
});

test("the told tab can take the other one, and undo brings its own back", async () => {
  const { page: first, context } = await open(on);
  await first.locator(RATE).fill("0.8");
  await first.locator(".kept", { hasText: "已存" }).waitFor();
  const second = await context.newPage();
  await second.goto(on.url);
  await second.locator(RATE).fill("1.2");
  await first.locator(".notice button", { hasText: "换成那边的" }).click();
  await first.locator(".strip .v", { hasText: "再试" }).waitFor();
  assert.equal(await first.locator(RATE).inputValue(), "1.2");
  await first.locator(".tools button[aria-label='撤销']").click();
  assert.equal(await first.locator(RATE).inputValue(), "0.8");
  await context.close();
});

test("a browser that refuses to keep anything says so and offers an export", async () => {
  const context = await on.browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, "open", { value() { throw new DOMException("no", "SecurityError"); } });
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(on.url);
  await page.locator("allymark-app .frame").waitFor();
  await complete(page);
  assert.match(await page.locator(".kept").innerText(), /不让保存.*导出/s);
  const { name, bytes } = await downloaded(page, () => page.locator(".kept button").click());
  assert.match(name, /\.json$/);
  assert.equal(JSON.parse(bytes.toString()).data.dossiers.length, 3);
  assert.deepEqual(said, []);
  await context.close();
});

test("a saved file opens again as it was, what the page does not know included, and undo goes back", async () => {
  const { page, context, said } = await open(on);
  await page.locator(RATE).fill("0.8");
  const { name, bytes } = await downloaded(page, () => choose(page, "保存", "保存为文件"));
  assert.equal(name, "盟鉴-保险伙伴遴选.json");
  const document = JSON.parse(bytes.toString());
  assert.equal(document.schemaVersion, 1);
  assert.match(document.policy.digest, /^[0-9a-f]{64}$/);
  assert.equal(document.results.zhongan.verdict, "sign");
  document.data.dossiers[1].unheardOf = { kept: true };
  document.sentBy = "somebody";
  document.data.dossiers[0].trial.metrics.failure_rate.value = "1.5";
  await openFile(page, "again.json", JSON.stringify(document));
  await page.locator(".notice", { hasText: "已打开 again.json" }).waitFor();
  assert.match(await verdict(page), /再试/);
  const again = JSON.parse((await downloaded(page, () => choose(page, "保存", "保存为文件"))).bytes.toString());
  assert.deepEqual(again.data.dossiers[1].unheardOf, { kept: true });
  assert.equal(again.sentBy, "somebody");
  await page.locator(".tools button[aria-label='撤销']").click();
  assert.match(await verdict(page), /^签约/);
  assert.deepEqual(said, []);
  await context.close();
});

for (const [what, text, words] of /** @type {[string, string, RegExp][]} */ ([
  ["newer", JSON.stringify({ schemaVersion: 7, data: { dossiers: [{ id: "a" }] } }), /更新的版本存的（7），没有动它/],
  ["no JSON", "PK\u0003\u0004", /不是 JSON 文件/],
  ["no workspace", "[1,2,3]", /没有盟鉴的方案/],
  ["of another shape", JSON.stringify({ dossiers: [{ id: "a", months: "x" }] }), /\/dossiers\/0\/months/],
])) {
  test(`a file that is ${what} is refused in words, and nothing changes`, async () => {
    const { page, context, said } = await open(on);
    await openFile(page, "<b>x</b>.json", text);
    const notice = page.locator(".notice.bad");
    await notice.waitFor();
    assert.match(await notice.innerText(), words);
    assert.match(await notice.innerText(), /<b>x<\/b>\.json/, "the name is text");
    assert.match(await verdict(page), /有条件签约/);
    assert.equal(await page.locator(".tools button[aria-label='撤销']").getAttribute("aria-disabled"), "true");
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("a file judged by other rules says so and shows both results", async () => {
  const { page, context } = await open(on);
  const { bytes } = await downloaded(page, () => choose(page, "保存", "保存为文件"));
  const document = JSON.parse(bytes.toString());
  document.policy = { id: "insurance-data", version: "0.9", digest: "ab".repeat(32) };
  document.results.zhongan.verdict = "stop";
  await openFile(page, "old.json", JSON.stringify(document));
  await page.locator(".notice.doubt", { hasText: "0.9" }).waitFor();
  await page.locator(".notice.doubt button", { hasText: "看两边结论" }).click();
  const rows = await page.locator("dialog tbody tr").allInnerTexts();
  assert.match(rows[0], /众安在线.*发来时.*终止/s);
  assert.match(rows[1], /现在.*有条件签约/s);
  await context.close();
});

test("clearing asks, offers to save first, and undo brings everything back", async () => {
  const { page, context, said } = await open(on);
  await page.locator(".tools button", { hasText: "清空开始" }).click();
  await page.locator("dialog button", { hasText: "不清空" }).click();
  assert.match(await verdict(page), /有条件签约/);
  await page.locator(".tools button", { hasText: "清空开始" }).click();
  const { bytes } = await downloaded(page, () => page.locator("dialog button", { hasText: "先导出" }).click());
  assert.equal(JSON.parse(bytes.toString()).data.dossiers[0].name, "众安在线");
  await page.locator("dialog .pri").click();
  assert.match(await verdict(page), /数据不足/);
  await page.keyboard.press("Control+z");
  assert.match(await verdict(page), /有条件签约/);
  assert.deepEqual(said, []);
  await context.close();
});

test("the failure story opens as an example, and the work before it is still under 打开", async () => {
  const { page, context, said } = await open(on, { step: "commission" });
  await page.locator(VOLUME).fill("8000");
  await page.locator(".ws-name").fill("我的方案");
  await page.locator(".kept", { hasText: "已存" }).waitFor();
  await choose(page, "打开", "二手车平台");
  // It opens on its point: when and why to stop.
  await page.locator(".strip .v", { hasText: "应当停止" }).waitFor();
  assert.match(await page.locator(".strip").innerText(), /64\.8.*30[^]*2022 年 3 月[^]*778,000/);
  await page.locator(".tools summary", { hasText: "打开" }).click();
  await page.locator(".tools .panel:visible button", { hasText: "我的方案" }).click();
  await page.locator(".rail a", { hasText: "协议与佣金" }).click();
  await page.locator(".strip .v", { hasText: "¥2,090,000" }).waitFor();
  assert.equal(await page.locator(VOLUME).inputValue(), "8,000");
  assert.deepEqual(said, []);
  await context.close();
});

test("a hundred changes can be taken back one by one", async () => {
  const { page, context } = await open(on);
  await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    for (let step = 1; step <= 110; step += 1) {
      store.set("/dossiers/0/trial/users", String(step));
      store.seal();
    }
  });
  const users = await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    let steps = 0;
    for (; store.canUndo; steps += 1) store.undo();
    return [steps, store.workspace.dossiers[0].trial.users];
  });
  assert.deepEqual(users, [100, "10"]);
  await context.close();
});
