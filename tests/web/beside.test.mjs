// The pages beside the steps, and what comes in and goes out: partners, the policy, the report, pasted tables,
// spreadsheets, links.
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

/**
 * @param {import("./support/page.mjs").Look} look
 * @param {(page: import("playwright-core").Page) => Promise<void>} body
 */
async function visit(look, body) {
  const { page, context, said } = await open(on, look);
  try {
    await body(page);
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
}

/** @param {import("playwright-core").Locator} locator */
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
/** @param {import("playwright-core").Page} page */
const undo = (page) => page.locator(".tools button[aria-label='撤销']").click();
/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.querySelector("allymark-app")?.shadowRoot?.activeElement?.id);
/** @param {import("playwright-core").Page} page */
const names = (page) => page.locator(".partner-list input.text").evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
/** @param {import("playwright-core").Page} page @param {number} row @param {string} item */
async function manage(page, row, item) {
  await page.locator(".partner-list .rowmenu summary").nth(row).click();
  await page.locator(".partner-list .panel:visible button", { hasText: item }).click();
}
/** @param {import("playwright-core").Page} page @param {string} table */
const pasteInto = (page, table) => page.evaluate((table) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", table);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }));
}, table);

test("the overview shows every step's verdict, what stands in the way and what is next", () => visit({ step: "overview" }, async (page) => {
  const cards = await page.locator(".steps-list li").allInnerTexts();
  assert.equal(cards.length, await page.locator(".rail nav a").count() - 3);
  assert.ok(cards.some((card) => /试合作.*有条件签约/s.test(card)) && cards.some((card) => /¥2,730,000/.test(card)) && cards.some((card) => /良好/.test(card)));
  assert.match(await text(page.locator("main .cols section").first()), /第 2、3 年的档位都没写/);
  await page.locator(".steps-list button", { hasText: "协议与佣金" }).click();
  assert.match(page.url(), /#commission$/);
}));

test("partners are added, named, copied, moved, archived, taken back and removed, each one step", () => visit({ step: "overview" }, async (page) => {
  await page.locator("main button", { hasText: "加一家伙伴" }).click();
  await page.locator(".partner-list input.text").nth(3).fill("平安");
  assert.deepEqual(await names(page), ["众安在线", "泰康在线", "蔚来保", "平安"]);
  await manage(page, 3, "上移");
  assert.deepEqual(await names(page), ["众安在线", "泰康在线", "平安", "蔚来保"]);
  await manage(page, 0, "复制一份");
  assert.deepEqual(await names(page), ["众安在线", "众安在线 副本", "泰康在线", "平安", "蔚来保"]);
  await manage(page, 0, "归档");
  assert.deepEqual(await names(page), ["众安在线 副本", "泰康在线", "平安", "蔚来保"]);
  assert.match(await text(page.locator(".away")), /众安在线/);
  await page.locator(".away button").click();
  await manage(page, 1, "移除");
  assert.deepEqual(await names(page), ["众安在线", "泰康在线", "平安", "蔚来保"]);
  await undo(page);
  assert.equal((await names(page)).length, 5);
  await page.locator(".partner-list input[type=radio]").nth(2).check();
  await page.locator(".rail a", { hasText: "试合作" }).click();
  assert.match(await text(page.locator(".strip .v")), /再试/);
}));

test("a changed rule changes the verdict above with the key press, is listed, and is taken back", () => visit({ step: "policy" }, async (page) => {
  await page.locator(".strip select").selectOption({ label: "泰康在线" });
  const threshold = page.locator("#fpolicy-trial-criteria-2-threshold");
  await threshold.fill("6");
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
  assert.match(await text(page.locator(".rail a", { hasText: "规则包" })), /已改/);
  const change = page.locator("table tbody tr", { hasText: "试合作 › 门槛 › 投诉率 › 门槛值" });
  assert.match(await text(change), /5 6/);
  await threshold.fill("six");
  await threshold.blur();
  assert.match(await text(page.locator(".notice.bad")), /1 处规则不成立.*试合作 › 门槛 › 投诉率 › 门槛值.*看不懂“six”/);
  assert.match(await text(page.locator(".strip .v")), /有条件签约/, "the last sound rules still hold");
  assert.equal(await threshold.getAttribute("aria-invalid"), "true");
  await change.locator("button").click();
  assert.match(await text(page.locator(".strip .v")), /再试/);
  assert.match(await text(page.locator("main")), /没有改动/);
}));

test("tiers are drawn while they are edited, and a crossing is told at its field", () => visit({ step: "policy" }, async (page) => {
  await page.locator("details.rules summary", { hasText: "协议与佣金" }).click();
  const drawn = () => page.locator(".rule-picture path.ours").getAttribute("d");
  const before = await drawn();
  await page.locator("#fpolicy-commission-years-0-tiers-0-rate").fill("300");
  assert.notEqual(await drawn(), before);
  assert.match(await text(page.locator(".rule-picture figcaption").first()), /500,200/, "the cliff at the target is priced anew: 5,000 × 300 − 4,999 × 200");
  const bound = page.locator("#fpolicy-commission-years-0-tiers-1-upTo");
  await bound.fill("4000");
  await bound.blur();
  assert.match(await text(page.locator(".rule-table .msg.bad")), /上界/);
  await page.locator("button", { hasText: "还原这一节" }).click();
  assert.equal(await drawn(), before);
}));

test("a contradiction of the rules is named with its remedy, which is taken in one step and undone in one", () => visit({ step: "policy" }, async (page) => {
  await page.locator("#fpolicy-trial-criteria-2-threshold").fill("9");
  await page.locator("#fpolicy-trial-criteria-2-threshold").blur();
  const ladder = page.locator(".lint li", { has: page.locator('[data-fix="/commission/deductions/0/above"]') });
  assert.match(await text(ladder), /投诉率的阶梯乱了.*界限是 8.*前一级的 9.*见 试合作 › 门槛 › 投诉率 › 门槛值.*8 → 9/);
  await ladder.locator("[data-place]").click();
  assert.equal(await focused(page), "fpolicy-commission-deductions-0-above");
  await ladder.locator("[data-fix]").click();
  await ladder.waitFor({ state: "detached" });
  const row = page.locator(".rule-changes tbody tr");
  assert.equal(await row.count(), 2);
  await undo(page);
  assert.equal(await row.count(), 1);
  await ladder.waitFor();
}));

test("weights that make no hundred get their shares of it in one step, and no verdict changes by that", () => visit({ step: "policy" }, async (page) => {
  await page.locator("#fpolicy-trial-score-metrics-0-weight").fill("80");
  await page.locator("#fpolicy-trial-score-metrics-0-weight").blur();
  const remark = page.locator(".lint li", { has: page.locator('[data-fix="/trial/score/metrics"]') });
  assert.match(await text(remark), /权重加起来是 140，不是 100.*指标 › 权重：80 · 25 · 25 · 10 → 57\.14 · 17\.86 · 17\.86 · 7\.14/);
  const strip = await text(page.locator(".strip"));
  await remark.locator("[data-fix]").click();
  await remark.waitFor({ state: "detached" });
  const weights = await Promise.all([0, 1, 2, 3].map((i) => page.locator(`#fpolicy-trial-score-metrics-${i}-weight`).inputValue()));
  assert.deepEqual(weights, ["57.14", "17.86", "17.86", "7.14"]);
  assert.equal(await text(page.locator(".strip")), strip);
  await undo(page);
  await remark.waitFor();
}));

test("an entry that was taken out of a list is named, and its list comes back whole", () => visit({ step: "policy" }, async (page) => {
  const rows = page.locator(".rule-changes tbody tr");
  await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    store.editPolicy("/scorecard/redLines", store.results.policy.base.scorecard.redLines.slice(1));
  });
  assert.equal(await rows.count(), 1);
  assert.match(await text(rows.first()), /月度评估 › .*没有/);
  await rows.locator("button").first().click();
  assert.match(await text(page.locator("main")), /没有改动/);
}));

test("a changed rule says whose verdict, grade and pay change with it, and what does not", () => visit({ step: "policy" }, async (page) => {
  await page.locator("#fpolicy-trial-criteria-2-threshold").fill("6");
  const effects = page.locator(".effects tbody tr");
  assert.deepEqual((await effects.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim()), ["泰康在线 试合作结论 再试 3 个月 有条件签约"]);
  await page.locator("details.rules summary", { hasText: "协议与佣金" }).click();
  await page.locator("#fpolicy-commission-years-0-tiers-0-rate").fill("300");
  // The first 5,000 policies pay 50 more each.
  assert.match((await effects.allInnerTexts()).join(" ").replace(/\s+/g, " "), /众安在线 年佣金 ¥2,730,000 ¥2,980,000/);
  await page.locator("#fpolicy-commission-years-0-tiers-0-rate").fill("250");
  await page.locator("#fpolicy-trial-criteria-2-threshold").fill("5.05");
  assert.match(await text(page.locator("main")), /没有一家的结论、等级或年佣金因此改变/);
}));

test("a pack goes out and comes in again; one with errors is refused", () => visit({ step: "policy" }, async (page) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("button", { hasText: "导出规则包" }).click()]);
  const pack = JSON.parse(readFileSync(await file.path(), "utf8"));
  const give = async (/** @type {any} */ document) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator(".head button", { hasText: "导入规则包" }).click()]);
    await chooser.setFiles({ name: "pack.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
  };
  await give({ ...pack, trial: undefined });
  await page.locator(".notice.bad", { hasText: "没有采用" }).waitFor();
  pack.version = "2.0";
  pack.trial.criteria[2].threshold = 6;
  await give(pack);
  await page.locator(".notice", { hasText: "已改用 pack.json" }).waitFor();
  assert.match(await text(page.locator(".head p").first()), /2\.0/);
  await page.locator(".strip select").selectOption({ label: "泰康在线" });
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
  await undo(page);
  assert.match(await text(page.locator(".head p").first()), /1\.0/);
}));

test("a pasted table is shown with its errors before anything changes, and is one step", () => visit({ step: "scorecard" }, async (page) => {
  await pasteInto(page, "月份\t签约份数\t转化率\tNPS\t投诉率\t平均报价时间\t系统故障率\n2024-09\t1.2万\t１９％\t71\t3.1%\t18h\t0.5%\n2024-10\t500\tabc\t500\t—\t12\t0.1");
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  const wrong = await dialog.locator("td.wrong").allInnerTexts();
  assert.equal(wrong.length, 2);
  assert.match(wrong[0], /看不懂“abc”/);
  assert.match(wrong[1], /500 太大，最大是 100/);
  assert.equal(await page.locator("allymark-scorecard select option").count(), 1, "nothing has changed yet");
  await dialog.locator("button", { hasText: "填入 10 格" }).click();
  assert.equal(await page.locator("allymark-scorecard .pick-month option").count(), 3);
  await page.locator("allymark-scorecard .pick-month select").selectOption("2024-09");
  assert.equal(await page.locator("#f-dossiers-0-months-1-metrics-policies-value").inputValue(), "12,000");
  assert.equal(await page.locator("#f-dossiers-0-months-1-metrics-conversion-value").inputValue(), "19");
  await undo(page);
  assert.equal(await page.locator("allymark-scorecard .pick-month option").count(), 1);
}));

/** @param {number} n @param {number} [from] */
const manyMonths = (n, from = 1925) => ["月份\t签约份数\t转化率\tNPS\t投诉率\t平均报价时间\t系统故障率", ...Array.from({ length: n }, (_, at) => `${from + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}\t${500 + at}\t19%\t71\t3.1%\t18h\t0.5%`)].join("\n");

test("ten thousand rows are read with a progress that grows while the page stays alive, and what cannot be taken is told", () => visit({ step: "scorecard" }, async (page) => {
  const seen = page.evaluate(() => new Promise((resolve) => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    /** @type {number[]} */
    const values = [];
    const look = () => {
      const bar = app.shadowRoot.querySelector("dialog progress");
      if (bar) values.push(bar.value);
      if (app.shadowRoot.querySelector("dialog .preview")) resolve(values);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }));
  await pasteInto(page, manyMonths(10_000, 1900));
  const values = /** @type {number[]} */ (await seen);
  assert.ok(new Set(values).size >= 3, `frames were drawn on the way: ${values}`);
  assert.deepEqual(values, [...values].sort((a, b) => a - b));
  const dialog = page.locator("dialog[open]");
  assert.match(await text(dialog.locator("[role=alert]")), /1,200/);
  assert.equal(await dialog.locator(".pri").isDisabled(), true);
}));

test("a long table pasted into the dialog's field is named instead of shown, and gives way to another", () => visit({ step: "scorecard" }, async (page) => {
  await page.locator(".tools button", { hasText: "粘贴 Excel" }).first().click();
  const field = page.locator("dialog textarea");
  await field.evaluate((textarea, table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", table);
    textarea.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }));
  }, manyMonths(400));
  await page.locator("dialog button", { hasText: "填入 2,400 格" }).waitFor();
  assert.equal(await field.count(), 0);
  assert.match(await text(page.locator("dialog .paste-in")), /已贴入 401 行/);
  assert.equal(await page.evaluate(() => document.querySelector("allymark-app")?.shadowRoot?.activeElement?.textContent), "换一张表");
  await page.keyboard.press("Enter");
  assert.equal(await field.inputValue(), "");
  assert.equal(await field.evaluate((element) => /** @type {ShadowRoot} */ (element.getRootNode()).activeElement === element), true, "the field takes the focus");
  await field.fill(manyMonths(12).slice(0, -1));
  assert.equal(await field.count(), 1, "a short one is shown, to be mended by hand");
}));

test("a thousand months go in as one step", () => visit({ step: "scorecard" }, async (page) => {
  await pasteInto(page, manyMonths(1_000));
  await page.locator("dialog[open] button", { hasText: "填入 6,000 格" }).click();
  const months = () => page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.workspace.dossiers[0].months.length);
  const filled = await months();
  assert.ok(filled >= 1_000);
  await undo(page);
  assert.equal(await months(), 1);
}));

test("cancelling a long table ends its reading and changes nothing", () => visit({ step: "scorecard" }, async (page) => {
  const before = await page.evaluate(() => JSON.stringify(/** @type {any} */ (document.querySelector("allymark-app")).store.workspace));
  await page.evaluate((table) => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    app.asked = 0;
    const { store } = app;
    const objections = store.objections.bind(store);
    store.objections = (/** @type {any} */ workspace) => {
      app.asked += 1;
      return objections(workspace);
    };
    store.ask("paste", { text: table });
    app.performUpdate();
    if (!app.shadowRoot.querySelector("dialog progress")) throw new Error("no progress");
    app.shadowRoot.querySelector("dialog form button[value=no]").click();
  }, manyMonths(10_000));
  await page.waitForTimeout(1500);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(await page.evaluate(() => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    return [app.asked, JSON.stringify(app.store.workspace)];
  }), [0, before]);
}));

test("a column that is not understood can be told what it is", () => visit({}, async (page) => {
  await pasteInto(page, "候选\t满意度\n众安在线\t50\n新来的\t80");
  const dialog = page.locator("dialog[open]");
  await dialog.locator("select").nth(1).selectOption({ label: "NPS" });
  await dialog.locator("button", { hasText: "填入 2 格" }).click();
  assert.equal(await page.locator("#f-dossiers-0-trial-metrics-nps-value").inputValue(), "50");
  assert.equal(await page.locator("#f-dossiers-3-name").inputValue(), "新来的");
}));

test("one figure pasted into a field goes into the field", () => visit({}, async (page) => {
  await page.locator("#f-dossiers-0-trial-metrics-nps-value").focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "71");
    let active = /** @type {any} */ (document.activeElement);
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    active.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }));
  });
  assert.equal(await page.locator("dialog[open]").count(), 0);
}));

test("a workbook holds verdicts, inputs, steps and rules, and what it holds can be pasted back", () => visit({}, async (page) => {
  await page.locator(".tools summary", { hasText: "保存" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".tools .panel:visible button", { hasText: "导出 Excel" }).click()]);
  const bytes = readFileSync(await file.path());
  const { default: readXlsx } = await import("read-excel-file/node");
  const sheets = await readXlsx(bytes);
  const sheet = (/** @type {string} */ name) => sheets.find((entry) => entry.sheet === name)?.data ?? [];
  assert.deepEqual(sheet("结论").slice(1, 4).map((row) => row.slice(0, 4)), [["众安在线", "有条件签约", 95.36, 2730000], ["泰康在线", "再试 3 个月", 78.14, null], ["蔚来保", "终止", 72.46, null]]);
  assert.equal(sheet("结论").flat().some((cell) => /^[0-9a-f]{64}$/.test(String(cell))), true, "the policy's digest");
  assert.ok(sheet("计算过程").length > 30);
  const stepsOf = (/** @type {string} */ step) => sheet("计算过程").filter((row) => row[0] === step);
  for (const step of ["关键等级 · 众安在线", "能力与意愿 · 泰康在线", "尽调 · 蔚来保", "试合作", "协议与佣金", "月度评估", "关系管理", "危机预案"]) {
    assert.ok(stepsOf(step).length > 0, step);
    assert.deepEqual(stepsOf(step).filter((row) => /\b[a-z]+_[a-z]+\b/.test(`${row[2]} ${row[3]}`)), [], `${step}: no code among the words`);
  }
  assert.ok(sheet("其余输入").some((row) => row[0] === "众安在线" && row[1] === "关键等级" && row[2] === "/keyLevel/strategicValue"));
  assert.ok(sheet("规则").some((row) => row[0] === "/trial/criteria/0/threshold" && row[1] === 15));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), (async () => {
    await page.locator(".tools summary", { hasText: "打开" }).click();
    await page.locator(".tools .panel:visible button", { hasText: "打开文件" }).click();
  })()]);
  const { default: writeXlsx } = await import("write-excel-file/node");
  const table = [["候选", "用户数", "转化率", "NPS"], ["众安在线", 300, 12.5, 70], ["=1+1", 200, 20, 66]].map((row) => row.map((value) => ({ value })));
  await chooser.setFiles({ name: "in.xlsx", mimeType: "application/octet-stream", buffer: await writeXlsx(/** @type {any} */ (table)).toBuffer() });
  await page.locator("dialog[open] button", { hasText: "填入 6 格" }).click();
  assert.equal(await page.locator("#f-dossiers-0-trial-metrics-conversion-value").inputValue(), "12.5");
  assert.equal(await page.locator("#f-dossiers-3-name").inputValue(), "=1+1");
}));

test("CSV goes out with a mark that Excel knows and no formula in it, and comes in as Chinese Excel writes it", () => visit({}, async (page) => {
  await page.locator("#f-dossiers-1-name").fill("=HYPERLINK(1)");
  await page.locator(".tools summary", { hasText: "保存" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".tools .panel:visible button", { hasText: "CSV" }).click()]);
  const out = readFileSync(await file.path(), "utf8");
  assert.ok(out.startsWith("\ufeff候选,用户数,转化率"), out.slice(0, 40));
  assert.ok(out.includes("'=HYPERLINK(1)") && !/(^|,)=/m.test(out));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), (async () => {
    await page.locator(".tools summary", { hasText: "打开" }).click();
    await page.locator(".tools .panel:visible button", { hasText: "打开文件" }).click();
  })()]);
  const gb18030 = Buffer.from([0xba, 0xf2, 0xd1, 0xa1, 0x2c, 0x4e, 0x50, 0x53, 0x0d, 0x0a, 0xc6, 0xbd, 0xb0, 0xb2, 0x2c, 0x36, 0x36]);
  await chooser.setFiles({ name: "in.csv", mimeType: "text/csv", buffer: gb18030 });
  await page.locator("dialog[open] button", { hasText: "填入 1 格" }).click();
  assert.equal(await page.locator("#f-dossiers-3-name").inputValue(), "平安");
}));

test("a link opens the same workspace elsewhere, says so, and leaves what is kept there alone", async () => {
  const { page, context, said } = await open(on);
  await page.locator("#f-dossiers-0-trial-metrics-failure_rate-value").fill("0.8");
  await page.locator(".tools button", { hasText: "分享" }).first().click();
  await page.waitForFunction(() => /#w=/.test(/** @type {any} */ (document.querySelector("allymark-app")?.shadowRoot?.querySelector("#share-link"))?.value ?? ""));
  const link = await page.locator("#share-link").inputValue();
  assert.ok(link.length < 3000, `${link.length} characters`);
  await page.locator("dialog .choice input").check();
  await page.waitForFunction((old) => ![old, ""].includes(/** @type {any} */ (document.querySelector("allymark-app")?.shadowRoot?.querySelector("#share-link"))?.value), link);
  const bare = await page.locator("#share-link").inputValue();
  await context.close();

  const other = await open(on);
  await other.page.locator("#f-dossiers-0-trial-users").fill("299");
  await other.page.locator(".kept", { hasText: "已存" }).waitFor();
  await other.page.goto(link);
  await other.page.locator(".notice", { hasText: "链接里带来的" }).waitFor();
  assert.match(await text(other.page.locator(".strip .v")), /^签约/);
  assert.doesNotMatch(other.page.url(), /w=/, "a reload does not open the link again");
  await other.page.goto(bare.replace("#w=", "?s="));
  await other.page.locator(".notice", { hasText: "链接里带来的" }).waitFor();
  const shown = await text(other.page.locator("allymark-trial .mx"));
  assert.ok(/伙伴A/.test(shown) && /伙伴C/.test(shown) && !/众安|泰康|蔚来/.test(shown), shown.slice(0, 80));
  await other.page.locator(".tools summary", { hasText: "打开" }).click();
  await other.page.locator(".tools .panel:visible button", { hasText: "存于" }).first().click();
  await other.page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).store.workspace.dossiers[0].trial.users === "299");
  assert.deepEqual([...said, ...other.said], []);
  await other.context.close();
});

test("a broken link says so and shows what was there", async () => {
  const { page, context, said } = await open(on);
  await page.goto(`${on.url}#w=AAAAAAAAAAAAAAAAAAAAAAAA`);
  await page.locator(".notice.bad", { hasText: "读不出来" }).waitFor();
  assert.match(await text(page.locator(".strip .v")), /有条件签约/);
  assert.deepEqual(said, []);
  await context.close();
});

test("a pasted code offers to open its workspace", () => visit({}, async (page) => {
  await page.locator(".tools button", { hasText: "分享" }).first().click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")?.shadowRoot?.querySelector("#share-code"))?.value);
  const code = await page.locator("#share-code").inputValue();
  await page.locator("dialog button", { hasText: "关闭" }).click();
  await page.locator("#f-dossiers-0-trial-metrics-nps-value").fill("10");
  await page.locator(".tools button.wide", { hasText: "粘贴 Excel" }).click();
  await page.locator("dialog textarea").fill(code);
  await page.locator("dialog button.pri").click();
  await page.locator(".notice", { hasText: "链接里带来的" }).waitFor();
  assert.equal(await page.locator("#f-dossiers-0-trial-metrics-nps-value").inputValue(), "76");
  await undo(page);
  assert.equal(await page.locator("#f-dossiers-0-trial-metrics-nps-value").inputValue(), "10");
}));

test("the report says verdict, three figures, risks and what to approve", () => visit({ step: "report" }, async (page) => {
  const sheet = await text(page.locator(".summary"));
  for (const part of ["众安在线：有条件签约", "3/4 有条件", "¥2,730,000", "112", "各步结论", "风险与缺口", "第 2、3 年的档位都没写", "什么会改变结论", "请批：", "超额累进", "批准", "年佣金（10,000 份）"]) assert.ok(sheet.includes(part), part);
  assert.ok(await page.locator(".summary .sign ol li").count() <= 4, "one signature covers four decisions");
  for (const empty of ["保持现行", "维持现状", "先补逾期"]) assert.ok(!sheet.slice(sheet.indexOf("请批")).includes(empty), empty);
  assert.equal(await page.locator(".summary .verdicts tr").count(), 10, "a step without data has its line, too");
}));

/** Where results show and what says that they are the last good ones. @param {import("playwright-core").Page} page @param {string} view */
async function stale(page, view) {
  await page.evaluate((view) => (/** @type {any} */ (document.querySelector("allymark-app")).view = view), view);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).updateComplete);
  const marked = (/** @type {string} */ of) => page.locator(of).evaluateAll((all) => all.filter((one) => one.querySelector(".stale-tag")).length);
  return { strip: await marked(".strip .v"), facts: await marked(".strip dl > div"), cards: await marked(".steps-list li"), partners: await marked(".partner-list li"), lines: await marked(".verdicts tr"), head: await marked(".summary .pv h1"), figures: await marked(".summary .pv dl > div"), papers: await marked(".attached .pv h1") };
}

test("a wrong entry leaves the last good result, and each place that shows it says so", () => visit({ step: "overview" }, async (page) => {
  assert.deepEqual(Object.values(await stale(page, "overview")), [0, 0, 0, 0, 0, 0, 0, 0], "nothing is stale to begin with");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.set("/dossiers/0/trial/metrics/nps/value", "abc"));
  const over = await stale(page, "overview");
  assert.deepEqual([over.strip, over.facts, over.cards, over.partners], [1, 1, 4, 1], "trial, and what is judged of the whole partner: relationship, crisis, portfolio");
  const report = await stale(page, "report");
  assert.deepEqual([report.head, report.figures, report.lines], [1, 1, 4]);
  assert.ok(report.papers > 0);
  await undo(page);
  assert.deepEqual(Object.values(await stale(page, "overview")), [0, 0, 0, 0, 0, 0, 0, 0]);
}));

test("under rules that are unsound every result is the last sound rules' one, and says so", () => visit({ step: "overview" }, async (page) => {
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.editPolicy("/trial/criteria/2/threshold", "six"));
  const over = await stale(page, "overview");
  // What has no verdict yet has none to grow old.
  assert.deepEqual([over.strip, over.facts, over.cards, over.partners], [1, 4, 9, 3]);
  const report = await stale(page, "report");
  assert.deepEqual([report.head, report.figures, report.lines], [1, 3, 9]);
  for (const step of ["level", "readiness", "diligence", "trial", "commission", "scorecard", "relationship", "crisis", "portfolio"]) {
    assert.equal((await stale(page, step)).strip, 1, step);
    assert.ok((await page.locator(`allymark-${step} :is(.stale, .stale-tag)`).count()) > 0, `the card of ${step}`);
  }
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.resetPolicy(""));
  assert.deepEqual(Object.values(await stale(page, "overview")), [0, 0, 0, 0, 0, 0, 0, 0]);
}));
