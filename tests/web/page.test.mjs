// The page as a person meets it: the worked example judged at once, typing, mistakes, explanations, undo, keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/**
 * Opens a step, runs the body, and asks that the browser had nothing to say and asked for nothing after loading.
 * @param {import("./support/page.mjs").Look} look
 * @param {(page: import("playwright-core").Page) => Promise<void>} body
 */
async function visit(look, body) {
  const { page, context, said, asked } = await open(on, look);
  // The page's own word that it fetches no more: quiet of the network can come between two files on a slow machine.
  await page.waitForFunction(() => performance.getEntriesByName("allymark-settled").length > 0);
  const loaded = asked.length;
  try {
    await body(page);
    assert.deepEqual(said, []);
    assert.deepEqual(asked.slice(loaded), [], "no request after load");
  } finally {
    await context.close();
  }
}

/** @param {import("playwright-core").Locator} locator */
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

/** @param {import("playwright-core").Page} page @param {string} path */
const field = (page, path) => page.locator(`#f${path.replaceAll("/", "-")}`);

test("the worked example stands judged: 95 conditional, 78 retry, 72 stop", () => visit({}, async (page) => {
  const verdicts = await page.locator("allymark-trial .mx .vd").allInnerTexts();
  assert.deepEqual(verdicts.map((word) => word.trim()), ["有条件签约", "再试 3 个月", "终止"]);
  assert.deepEqual(await page.locator("allymark-trial .mx .sc .fig").allInnerTexts(), ["95", "78", "72"]);
  assert.deepEqual(await page.locator("allymark-trial .mx .sc .raw").allInnerTexts(), ["95.36", "78.14", "72.46"]);
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
  assert.match(await text(page.locator(".strip .why")), /补测 ≤ 1% 就签/);
}));

test("the month shows 116 107 106 110 115 120, total 112, good, and names the contradiction", () => visit({ step: "scorecard" }, async (page) => {
  assert.deepEqual(await page.locator("allymark-scorecard tr.metric .score .fig").allInnerTexts(), ["116", "107", "106", "110", "115", "120"]);
  assert.equal(await page.locator("allymark-scorecard tr.total .score .fig").innerText(), "112");
  assert.match(await text(page.locator(".strip .v")), /良好/);
  assert.match(await text(page.locator("allymark-scorecard .finds")), /112 写成“优秀”/);
}));

test("10,000 policies pay 2,730,000, and every reading is priced", () => visit({ step: "commission" }, async (page) => {
  assert.match(await text(page.locator(".strip .v")), /¥2,730,000/);
  const readings = await text(page.locator("allymark-commission .readings").first());
  for (const amount of ["2,730,000.00", "3,200,000.00", "2,850,000.00", "2,678,571.43", "2,047,500.00", "2,088,450.00", "2,320,500.00"]) assert.ok(readings.includes(amount), amount);
  assert.match(await text(page.locator("allymark-commission figcaption").first()), /¥250,200/);
}));

test("a figure typed changes the verdict with the key press", () => visit({}, async (page) => {
  const rate = field(page, "/dossiers/0/trial/metrics/failure_rate/value");
  await rate.focus();
  await page.keyboard.type("0.8");
  assert.match(await text(page.locator(".strip .v")), /^签约/);
  await rate.fill("1.2");
  assert.match(await text(page.locator(".strip .v")), /再试 3 个月/);
  await rate.fill("—");
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
}));

test("figures are taken as people write them", () => visit({ step: "commission" }, async (page) => {
  const volume = field(page, "/dossiers/0/agreement/volume");
  await volume.fill("1.2万份");
  assert.match(await text(page.locator(".strip .v")), /¥3,370,000/);
  await volume.fill("１８，５００");
  assert.match(await text(page.locator(".strip .v")), /¥5,645,000/);
  await volume.blur();
  assert.equal(await volume.inputValue(), "18,500");
}));

test("nonsense is told under its field on leaving it, and the last good result stays, marked", () => visit({}, async (page) => {
  const rate = field(page, "/dossiers/1/trial/metrics/complaint_rate/value");
  await rate.fill("5.1.2");
  assert.equal(await page.locator("allymark-trial .msg.bad").count(), 0, "not while typing");
  await rate.blur();
  assert.match(await text(page.locator("allymark-trial .msg.bad")), /看不懂“5\.1\.2”/);
  assert.match(await text(page.locator("allymark-trial .says")), /^投诉率：.*结果仍按上次的 5\.1% 显示。$/);
  assert.equal(await rate.inputValue(), "5.1.2");
  assert.equal(await rate.getAttribute("aria-invalid"), "true");
  const scores = page.locator("allymark-trial .mx .sc .fig");
  assert.deepEqual(await scores.allInnerTexts(), ["95", "78", "72"]);
  assert.deepEqual(await scores.evaluateAll((all) => all.map((one) => one.classList.contains("stale"))), [false, true, false]);
  assert.match(await text(page.locator("allymark-trial .mx .cand").nth(1)), /上次有效值/);
  await field(page, "/dossiers/0/trial/metrics/conversion/value").fill("10");
  assert.match(await text(page.locator(".strip .v")), /再试/, "the others stay alive");
  await rate.fill("4.9");
  await rate.blur();
  assert.equal(await page.locator("allymark-trial .msg.bad").count(), 0);
}));

for (const [nonsense, step, path] of [["101", "trial", "/dossiers/0/trial/metrics/conversion/value"], ["-5", "trial", "/dossiers/0/trial/users"], ["1e400", "commission", "/dossiers/0/agreement/volume"], ["🙂", "scorecard", "/dossiers/0/months/0/metrics/nps/value"], ["0.5", "commission", "/dossiers/0/agreement/volume"], ["\u202eabc", "scorecard", "/dossiers/0/months/0/metrics/policies/value"]]) {
  test(`“${nonsense}” in ${path} is refused in words and changes no result`, () => visit({ step }, async (page) => {
    const earlier = await text(page.locator(".strip .v strong"));
    const input = field(page, path);
    await input.fill(nonsense);
    await input.blur();
    const message = await text(page.locator(`allymark-${step} .msg.bad`));
    assert.match(message, /[\u4e00-\u9fff]/);
    assert.doesNotMatch(message, /[a-z]+_[a-z]+|undefined|null|—/);
    assert.equal(await text(page.locator(".strip .v strong")), earlier);
    assert.match(await text(page.locator(".strip .v")), /上次有效值/);
  }));
}

test("counts decide exactly: 15 of 300 meets 5 %, 16 of 300 misses it", () => visit({}, async (page) => {
  await page.locator("allymark-trial .grid .head .twin").nth(1).click();
  const events = field(page, "/dossiers/1/trial/metrics/complaint_rate/events");
  await events.fill("15");
  assert.equal(await field(page, "/dossiers/1/trial/metrics/complaint_rate/of").inputValue(), "300");
  const verdict = page.locator("allymark-trial .mx .cand", { hasText: "泰康在线" }).locator(".vd");
  assert.match(await text(verdict), /有条件签约/);
  await events.fill("16");
  assert.match(await text(verdict), /再试/);
  await events.fill("301");
  await events.blur();
  assert.match(await text(page.locator("allymark-trial .msg.bad")), /比总人数还多/);
}));

test("every figure opens how it was worked out, in place, and Esc gives the focus back", () => visit({}, async (page) => {
  const score = page.locator('allymark-trial .sc [data-figure="trial/taikang/score"]');
  await score.click();
  const how = page.locator("allymark-trial .how");
  const words = await text(how);
  for (const part of ["泰康在线", "78.14 → 78", "73.50", "反推", "推得", "保险数据合作 1.0", "当作未达", "终止"]) assert.ok(words.includes(part), part);
  assert.equal(await score.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await how.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.getAttribute("data-figure")), "trial/taikang/score");
}));

for (const [step, tag] of [["trial", "allymark-trial"], ["commission", "allymark-commission"], ["scorecard", "allymark-scorecard"]]) {
  test(`each figure of ${step} explains itself without an unknown word`, () => visit({ step }, async (page) => {
    for (const more of await page.locator(`${tag} .more summary`).all()) await more.click();
    const ids = await page.locator(`${tag} [data-figure]`).evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("data-figure") ?? ""))]);
    assert.ok(ids.length >= 6, `${ids.length} figures`);
    for (const id of ids) {
      const one = page.locator(`${tag} [data-figure="${id}"]`).first();
      await one.click();
      const how = page.locator(`${tag} .how`);
      assert.equal(await how.count(), 1, id);
      const words = await text(how);
      assert.ok(words.length > 40, `${id}: ${words}`);
      assert.doesNotMatch(words, /本页还没有说法|undefined|NaN|\[object|[a-z]+_[a-z]+/, id);
      assert.match(words, /规则包/);
      await one.click();
      assert.equal(await how.count(), 0, `${id} closes`);
    }
  }));
}

test("another reading of the clause is chosen, priced and undone", () => visit({ step: "commission" }, async (page) => {
  await page.locator("#reading-tiers-all_units").check();
  assert.match(await text(page.locator(".strip .v")), /¥3,200,000/);
  assert.match(await text(page.locator("allymark-commission figcaption").first()), /多签 1 份多|少签 1 份丢/);
  await page.keyboard.press("Control+z");
  assert.match(await text(page.locator(".strip .v")), /¥2,730,000/);
  await page.keyboard.press("Control+y");
  assert.match(await text(page.locator(".strip .v")), /¥3,200,000/);
}));

test("a breach is deducted, and the ways to stack it are priced against each other", () => visit({ step: "commission" }, async (page) => {
  await field(page, "/dossiers/0/agreement/metrics/complaint_rate/value").fill("9");
  await field(page, "/dossiers/0/agreement/metrics/nps/value").fill("60");
  assert.match(await text(page.locator(".strip .v")), /¥2,047,500/);
  await page.locator("#reading-deductions-multiply").check();
  assert.match(await text(page.locator(".strip .v")), /¥2,088,450/);
}));

test("a year without tiers prices every way to fill it and chooses none", () => visit({ step: "commission" }, async (page) => {
  await page.locator("allymark-commission .seg button", { hasText: "第 2 年" }).click();
  assert.match(await text(page.locator(".strip .v")), /未定/);
  const words = await text(page.locator("allymark-commission .result-part").first());
  assert.match(words, /沿用第 1 年档位 1,800,000|沿用第 1 年档位/);
  assert.match(words, /另立新表 —/);
}));

test("another rule for what was not measured changes the verdict, and shows what each would give", () => visit({}, async (page) => {
  await page.locator("allymark-trial .menu summary").click();
  const ignore = page.locator("allymark-trial .menu .choice", { hasText: "不计" });
  assert.match(await text(ignore), /签约/);
  await ignore.locator("input").check();
  assert.match(await text(page.locator(".strip .v")), /^签约/);
  assert.match(await text(page.locator(".top .policy")), /已改/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("allymark-trial .menu[open]").count(), 0);
}));

test("the strip names the partner's level, and the bar puts another shipped pack in force, which undo takes back", () => visit({}, async (page) => {
  assert.match(await text(page.locator(".strip .who")), /众安在线.*A 级 · 试合作第 1 \/ 3 名/s);
  const packs = page.locator(".top .ws .menu");
  await packs.locator("summary").click();
  // The other shipped pack comes behind the first verdict, into an open menu, too.
  await packs.getByRole("button", { name: "二手车平台" }).waitFor();
  assert.match(await text(packs.locator(".panel")), /^保险数据合作 1\.0 现用 .*二手车平台 1\.0.*导入规则包/);
  await packs.getByRole("button", { name: "二手车平台" }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).store.results.policy.id === "used-car");
  assert.match(await text(packs.locator("summary")), /二手车平台 1\.0/);
  assert.match(await text(page.locator(".strip .who")), /众安在线/, "what was typed stays");
  await page.getByRole("button", { name: "撤销" }).click();
  assert.match(await text(packs.locator("summary")), /保险数据合作 1\.0/);
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
}));

test("clearing asks first, leaves a blank candidate, and can be undone", () => visit({}, async (page) => {
  await page.locator(".tools button", { hasText: "清空开始" }).click();
  await page.locator("dialog button", { hasText: "不清空" }).click();
  assert.equal(await page.locator("allymark-trial .mx .cand").count(), 3);
  await page.locator(".tools button", { hasText: "清空开始" }).click();
  await page.locator("dialog button", { hasText: /^清空$/ }).click();
  assert.equal(await page.locator("allymark-trial .mx .cand").count(), 1);
  assert.match(await text(page.locator(".strip .v")), /数据不足/);
  await page.locator(".tools button[aria-label='撤销']").click();
  assert.equal(await page.locator("allymark-trial .mx .cand").count(), 3);
}));

test("a blank workspace can be filled from nothing on every step", () => visit({}, async (page) => {
  await page.locator(".tools button", { hasText: "清空开始" }).click();
  await page.locator("dialog button", { hasText: /^清空$/ }).click();
  for (const [metric, value] of [["conversion", "15"], ["nps", "70"], ["complaint_rate", "5"], ["failure_rate", "1"]]) await field(page, `/dossiers/0/trial/metrics/${metric}/value`).fill(value);
  assert.match(await text(page.locator(".strip .v")), /^签约/);
  await page.locator(".rail a", { hasText: "协议与佣金" }).click();
  await field(page, "/dossiers/0/agreement/volume").fill("4999");
  assert.match(await text(page.locator(".strip .v")), /¥999,800/);
  await page.locator(".rail a", { hasText: "月度评估" }).click();
  await page.locator("allymark-scorecard .act button", { hasText: "加" }).first().click();
  assert.match(await text(page.locator(".strip .v")), /未定档/);
  for (const [metric, value] of [["policies", "500"], ["conversion", "18"], ["nps", "70"], ["complaint_rate", "5"], ["quote_hours", "24"], ["failure_rate", "1"]]) await field(page, `/dossiers/0/months/0/metrics/${metric}/value`).fill(value);
  assert.equal(await page.locator("allymark-scorecard tr.total .score .fig").innerText(), "100");
}));

test("a name that is markup stays text, and a very long one breaks nothing", () => visit({}, async (page) => {
  const name = field(page, "/dossiers/0/name");
  await name.fill("<img src=x onerror=alert(1)><b>粗</b>");
  assert.ok((await text(page.locator("allymark-trial .mx .cand").first())).includes("<img src=x"));
  await name.fill("很长的名字".repeat(2000));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
}));

test("a gap between months stays a gap", () => visit({ step: "scorecard" }, async (page) => {
  await page.locator("allymark-scorecard .act button").first().click();
  await page.locator("allymark-scorecard .act button").first().click();
  for (const [metric, value] of [["policies", "400"], ["conversion", "15"], ["nps", "66"], ["complaint_rate", "6"], ["quote_hours", "30"], ["failure_rate", "1.5"]]) await field(page, `/dossiers/0/months/2/metrics/${metric}/value`).fill(value);
  assert.equal(await page.locator("allymark-scorecard rect.gap").count(), 1);
  assert.match(await page.locator("allymark-scorecard .plot path.history").getAttribute("d") ?? "", /^M[^L]*M/);
  const lines = page.locator("allymark-scorecard .spark-line");
  assert.equal(await lines.count(), 6);
  assert.equal(await lines.first().getAttribute("aria-label"), "签约份数 得分：2024 年 8 月 116，2024 年 10 月 80");
  assert.equal(await lines.first().locator("path.history").getAttribute("d"), "M4,5.8ZM72,22Z", "nothing joins two months with one missing between them");
  await page.locator("allymark-scorecard figure button", { hasText: "看数据表" }).last().click();
  assert.match(await text(page.locator("allymark-scorecard .twin, allymark-scorecard figure table").last()), /签约份数.*116.*80/s);
}));

test("language, money unit and theme change at once", () => visit({ step: "commission" }, async (page) => {
  await page.locator("allymark-commission .seg button", { hasText: "万元" }).click();
  assert.match(await text(page.locator(".strip .v")), /¥273 万/);
  await page.locator(".tools .lang").click();
  assert.match(await text(page.locator("allymark-commission h1")), /Commission/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.evaluate(() => document.querySelector("allymark-app")?.getAttribute("data-theme")), "light");
  await page.locator(".tools button[aria-label^='Theme']").click();
  assert.equal(await page.evaluate(() => document.querySelector("allymark-app")?.getAttribute("data-theme")), "dark");
}));

test("a trial's days, attempt and incidents are typed, and the second failure or a breach of data stops it", () => visit({}, async (page) => {
  const rows = page.locator("allymark-trial .around tbody tr");
  const said = (/** @type {number} */ at) => text(page.locator("allymark-trial .mx .cand").nth(at));
  assert.match(await said(1), /再试 3 个月/);
  await rows.nth(1).locator("select").selectOption({ label: "再试（第 2 次）" });
  assert.match(await said(1), /终止.*再试之后仍有 1 项未达：投诉率 5.1% 对 5%。不能再试。/s);
  await rows.nth(0).locator("input[type=checkbox]").check();
  assert.match(await said(0), /终止\s*触了红线：数据泄露。/, "a breach stops the best figures");
  await page.keyboard.press("Control+z");
  assert.match(await said(0), /有条件签约/);
  await field(page, "/dossiers/0/trial/start").fill("２０２４年５月１日");
  await field(page, "/dossiers/0/trial/end").fill("2024/3/1");
  await field(page, "/dossiers/0/trial/start").focus();
  assert.match(await text(rows.nth(0).locator(".msg")), /结束日 2024-03-01 早于开始日 2024-05-01/);
  await field(page, "/dossiers/0/trial/end").fill("2024-07-31");
  assert.equal(await rows.nth(0).locator(".msg").count(), 0);
}));

test("a remark about a rule leads to the rule's own field", () => visit({ step: "scorecard" }, async (page) => {
  const remark = page.locator("allymark-scorecard .finds li", { hasText: "每月 500 份" });
  await remark.locator("button", { hasText: "看规则" }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).renderRoot.activeElement?.id.startsWith("fpolicy-scorecard"));
  const box = await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).renderRoot.activeElement.getBoundingClientRect().toJSON());
  assert.ok(box.top > 100 && box.bottom < 900, "in sight, below the strip");
}));

test("a remark on several partners leads to each one's own step", () => visit({ step: "trial" }, async (page) => {
  const remark = page.locator("allymark-trial .finds li", { hasText: "还没查完" });
  assert.deepEqual(await remark.locator("button").allInnerTexts(), ["去填泰康在线的尽调", "去填蔚来保的尽调"]);
  await remark.locator("button").nth(1).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).renderRoot.querySelector("allymark-diligence")?.renderRoot.activeElement?.id.startsWith("f-dossiers-2-diligence"));
  assert.match(await text(page.locator("allymark-app .strip")), /蔚来保/);
  assert.equal(new URL(page.url()).hash, "#diligence");
}));

test("one voice tells what stands above the page, and nothing else is a live region", () => visit({ step: "trial" }, async (page) => {
  const voice = page.locator("allymark-app [role=status]");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.say({ tone: "note", text: "open.gone" }));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).renderRoot.querySelector("[role=status]").textContent !== "");
  assert.equal(await voice.innerText(), await page.locator("allymark-app .notice p").first().innerText());
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ notice: null, view: "policy" }));
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.editPolicy("/trial/criteria/0/threshold", "x"));
  await page.waitForFunction(() => /条规则|处/.test(/** @type {any} */ (document.querySelector("allymark-app")).renderRoot.querySelector("[role=status]").textContent));
  assert.equal(await page.evaluate(() => {
    /** @param {ParentNode} root @returns {number} */
    const live = (root) => [...root.querySelectorAll("*")].reduce((sum, element) => sum + (element.matches("[role=alert], [role=status], [aria-live]") ? 1 : 0) + (element.shadowRoot ? live(element.shadowRoot) : 0), 0);
    return live(document);
  }), 1);
}));

test("the table twin says what the picture says, and can be copied", () => visit({}, async (page) => {
  await page.locator("allymark-trial .seg button", { hasText: "表" }).click();
  const table = await text(page.locator("allymark-trial table.data"));
  for (const part of ["众安在线", "有条件签约", "21%", "未测", "95.36"]) assert.ok(table.includes(part), part);
  await page.locator("allymark-trial .act button", { hasText: "复制为表格" }).click();
  await page.locator("[role=status]", { hasText: "已复制" }).waitFor({ state: "attached" });
}));

test("a choice of language and theme outlasts a reload", async () => {
  const context = await on.browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(on.url);
  await page.locator(".tools .lang").click();
  await page.locator(".tools button[aria-label^='Theme']").click();
  await page.locator(".tools button[aria-label^='Theme']").click();
  await page.reload();
  assert.match(await text(page.locator("allymark-trial h1")), /Trial/);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await context.close();
});

for (const [tag, wanted] of /** @type {[string, RegExp][]} */ ([["allymark-trial", /95\.36/], ["allymark-commission", /2,730,000/], ["allymark-scorecard", /112\.18/]])) {
  test(`<${tag}> stands alone in a column of 320 px`, async () => {
    const { page, context, said } = await open(on);
    await page.evaluate((tag) => {
      const column = document.createElement("div");
      column.style.width = "320px";
      column.append(document.createElement(tag));
      document.body.replaceChildren(column);
    }, tag);
    await page.locator(`${tag} h1`).waitFor();
    assert.match(await page.locator(tag).evaluate((card) => card.shadowRoot?.textContent ?? ""), wanted);
    assert.ok(await page.evaluate(() => (document.querySelector("div")?.scrollWidth ?? 999) <= 320));
    assert.notEqual(await page.locator(tag).evaluate((card) => getComputedStyle(card).getPropertyValue("--allymark-accent").trim()), "");
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("the step in view stands in the address", () => visit({}, async (page) => {
  await page.locator(".rail a", { hasText: "月度评估" }).click();
  assert.match(page.url(), /#scorecard$/);
  assert.equal(await page.locator("allymark-scorecard").count(), 1);
}));

test("the trial is walked by keyboard alone, and the focus is never hidden", () => visit({ height: 700 }, async (page) => {
  const seen = new Set();
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active || active === document.body) return null;
      const box = active.getBoundingClientRect();
      let hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      while (hit?.shadowRoot) {
        const inner = hit.shadowRoot.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      const ring = getComputedStyle(active).outlineStyle !== "none" || (active.parentElement && getComputedStyle(active.parentElement).outlineStyle !== "none");
      return { name: active.id || active.getAttribute("data-figure") || active.textContent?.trim().slice(0, 12) || active.getAttribute("aria-label"), covered: !(hit && (active === hit || active.contains(hit) || hit.contains(active))), ring };
    });
    if (!at) break;
    assert.equal(at.covered, false, `${at.name} is covered`);
    assert.ok(at.ring, `${at.name} shows no focus`);
    seen.add(at.name);
  }
  for (const wanted of ["trial/zhongan/score", "f-dossiers-0-trial-metrics-failure_rate-value", "f-dossiers-2-trial-users"]) assert.ok(seen.has(wanted), wanted);
}));

test("without the engine one plain sentence says what is wrong", async () => {
  const context = await on.browser.newContext();
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(on.url);
  await page.locator(".failure").waitFor();
  assert.match(await page.locator(".failure").innerText(), /计算引擎没能启动.*刷新/);
  await context.close();
});

test("without WebAssembly one plain sentence says what to do", async () => {
  const context = await on.browser.newContext();
  await context.addInitScript("delete globalThis.WebAssembly");
  const page = await context.newPage();
  await page.goto(on.url);
  await page.locator(".failure").waitFor();
  assert.match(await page.locator(".failure").innerText(), /不支持 WebAssembly.*换用/);
  await context.close();
});
