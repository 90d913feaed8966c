// The room agree in the browser: stop-loss and payback, and what the contract says beside the year's pay.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults } from "./support/faults.mjs";
import { open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

/**
 * @param {import("./support/page.mjs").Look} look
 * @param {(page: import("playwright-core").Page, card: import("playwright-core").Locator) => Promise<void>} body
 */
async function visit(look, body) {
  const { page, context, said } = await open(on, look);
  try {
    await body(page, page.locator(`allymark-${look.step}`));
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
}

/** @type {import("./support/page.mjs").Look} */
const FAILURE = { step: "stop-loss", example: "used-car" };
/** @param {import("playwright-core").Locator} locator */
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
/** @param {import("playwright-core").Locator} card @param {string} name */
const term = (card, name) => card.locator(`#f-dossiers-0-investment-${name}`);
/** @param {import("playwright-core").Locator} field @param {string} value */
async function type(field, value) {
  await field.fill(value);
  await field.blur();
}

test("the failure says when and why to stop, without a key pressed", () => visit(FAILURE, async (page, card) => {
  assert.match(await text(page.locator(".strip")), /应当停止 按现速还要 64\.8 个月才回本，合同只剩 30 个月 从 2022 年 3 月起每个月都该停/);
  const months = await card.locator(".look-back tbody tr").allInnerTexts();
  assert.deepEqual(months.map((row) => row.replace(/\s+/g, " ").trim()), ["2022-01 288,000 24 / 35 可以继续", "2022-02 276,000 23 / 34 可以继续", "2022-03 564,000 47 / 33 应当停止", "2022-04 552,000 46 / 32 应当停止", "2022-05 540,000 45 / 31 应当停止", "2022-06 778,000 64.8 / 30 应当停止 怎么定的"]);
  assert.deepEqual(await card.locator(".outlooks").first().locator("td.num").allInnerTexts(), ["64.8 个月", "129.7 个月", "5.2 个月", "129.7 个月"]);
  assert.deepEqual((await card.locator(".outlooks").nth(1).locator("td:last-child").allInnerTexts()), ["3,334", "6,667", "3,334", "3,334"]);
}));

test("every figure of the payback opens its calculation", () => visit(FAILURE, async (_page, card) => {
  const expected = { "present/monthsToRecover": /778,000.*12,000.*64\.8/s, "proposed/incomePerMonth": /20.*300.*6,000/s, "present/breakEvenUnits": /850,000.*600.*1,417/s, "present/plannedBreakEvenUnits": /2,000,000.*600.*3,334/s, uncovered: /850,000.*72,000.*778,000/s, verdict: /64\.8.*30/s };
  for (const [at, steps] of Object.entries(expected)) {
    await card.locator(`[data-figure="room/stopLoss/${at}"]`).click();
    assert.match(await card.locator(".how").innerText(), steps, at);
    assert.match(await card.locator(".how").innerText(), /二手车平台 1\.0/);
  }
}));

test("each month looked back at, and the contract's end, open their own calculation", () => visit(FAILURE, async (_page, card) => {
  for (const [id, steps] of /** @type {[string, RegExp][]} */ ([["2022-01/uncovered", /2022 年 1 月.*300,000.*12,000.*288,000/s], ["2022-03/present/monthsToRecover", /2022 年 3 月.*564,000.*12,000.*47/s], ["2022-06/uncovered", /850,000.*72,000.*778,000/s], ["now/uncovered", /850,000.*72,000.*778,000/s], ["end/uncovered", /850,000.*432,000.*418,000/s], ["whole/uncovered", /2,000,000.*432,000.*1,568,000/s], ["today/invested", /2022 年 1 月 ¥300,000.*2022 年 3 月 ¥300,000.*2022 年 6 月 ¥250,000.*→ ¥850,000/s], ["today/earned", /2022 年 1 月 20 × ¥600.*2022 年 6 月 20 × ¥600.*→ ¥72,000/s], ["end/earned", /2024 年 12 月 20 × ¥600.*→ ¥432,000/s], ["whole/invested", /2022 年 1 月 ¥2,000,000\s*→ ¥2,000,000/s]])) {
    const one = card.locator(`[data-figure="asked/${id}"]`);
    await one.click();
    assert.equal(await card.locator(".how").count(), 1, id);
    assert.match(await card.locator(".how").innerText(), steps, id);
    await one.click();
    assert.equal(await card.locator(".how").count(), 0, id);
  }
}));

test("each term and each month changes what comes out", () => visit(FAILURE, async (page, card) => {
  const verdict = () => text(page.locator(".strip .v"));
  const why = () => text(page.locator(".strip .why"));
  await type(term(card, "stopLoss"), "70万");
  assert.match(await why(), /未收回 ¥778,000，已到止损线 ¥700,000/);
  assert.equal(await card.locator("path.stop-line").count(), 2);
  await type(term(card, "stopLoss"), "80万");
  assert.match(await why(), /64\.8/);
  await type(term(card, "downsideUnits"), "10");
  assert.match(await text(card.locator(".outlooks").first()), /不利时，每月 10 单 129\.7 个月/);
  await type(term(card, "proposedRate"), "400");
  assert.match(await text(card.locator(".outlooks").first()), /改价 400 元，每月 20 单 97\.3 个月/);
  await type(term(card, "plannedTotal"), "1000000");
  assert.match(await text(card.locator(".outlooks").nth(1)), /现价 600 元 12,000 1,417 1,667/);
  await type(term(card, "months"), "80");
  assert.match(await verdict(), /盯紧/);
  await type(term(card, "months"), "120");
  assert.match(await verdict(), /可以继续/);
  await type(term(card, "amount-2022-06"), "");
  assert.match(await text(card.locator(".outlooks").first()), /现价 600 元，每月 20 单 44 个月/);
  await type(term(card, "gate-2022-03"), "成交 60 单");
  assert.doesNotMatch(await text(card.locator(".finds")), /投入没有分阶段把关/);
  await card.locator("button", { hasText: "成交另填" }).click();
  await type(term(card, "units-2022-06"), "2000");
  assert.match(await verdict(), /已回本/);
  await card.locator("button", { hasText: "成交改取自月度评估" }).click();
  assert.match(await verdict(), /可以继续/);
}));

test("each remark that a field can answer leads to it", () => visit(FAILURE, async (page, card) => {
  for (const [said, name] of [["没有设止损线", "stopLoss"], ["投入没有分阶段把关", "gate-2022-06"], ["降到 300 元", "proposedRate"]]) {
    await card.locator(".finds li", { hasText: said }).locator(".do").click();
    await page.waitForFunction((id) => document.querySelector("allymark-app")?.shadowRoot?.querySelector("allymark-stop-loss")?.shadowRoot?.activeElement?.id === id, `f-dossiers-0-investment-${name}`);
  }
}));

test("a wrong figure gets its sentence under the field and leaves the last verdict, and undo takes it back", () => visit(FAILURE, async (page, card) => {
  await type(term(card, "rate"), "六百");
  assert.match(await text(term(card, "rate-e")), /六百/);
  assert.equal(await term(card, "rate").getAttribute("aria-invalid"), "true");
  assert.match(await text(page.locator(".strip .v")), /应当停止 上次有效值/);
  await page.locator("allymark-stop-loss h1").click();
  await page.keyboard.press("Control+z");
  await page.locator(".strip .v .stale-tag").waitFor({ state: "detached" });
  assert.equal(await term(card, "rate").inputValue(), "600");
}));

test("an investment half filled in is no error: what is missing is said, the rest of the partner stays judged", () => visit({ step: "stop-loss" }, async (page, card) => {
  assert.doesNotMatch(await text(card.locator(".foot")), /粗蓝线/, "no lines, nothing to say of them");
  await type(term(card, "rate"), "250");
  assert.equal(await card.locator(".msg.bad").count(), 0);
  assert.match(await text(card.locator("p.none")), /还差合同首月、单价或第一笔投入/);
  await type(term(card, "start"), "2024-07");
  await type(term(card, "amount-2024-08"), "300000");
  assert.match(await text(page.locator(".strip .v")), /可以继续|盯紧|应当停止/);
  assert.match(await text(card.locator(".look-back")), /2024-08/);
  assert.match(await text(card.locator(".foot")), /粗蓝线/);
}));

test("the picture's points are reached by key and its table holds the same figures", () => visit(FAILURE, async (_page, card) => {
  const points = card.locator("svg.payback .point");
  assert.equal(await points.count(), 6);
  await points.last().focus();
  assert.match((await points.last().getAttribute("aria-label")) ?? "", /2022 年 6 月末，累计投入 ¥850,000，累计收入 ¥72,000/);
  await card.locator(".twin").first().click();
  assert.match(await text(card.locator("table.data").first()), /2022 年 6 月 850,000 72,000/);
}));

test("a table of money pasted from a spreadsheet is previewed and written as one step", () => visit({ step: "stop-loss" }, async (page, card) => {
  await type(term(card, "rate"), "600");
  await page.locator(".tools button", { hasText: "粘贴 Excel" }).first().click();
  await page.locator("dialog textarea").fill("月份\t投入\t成交\n2024-07\t300,000\t20\n2024-08\t30万\t20");
  assert.match(await text(page.locator("dialog .preview")), /2024 年 7 月 300,000 20 2024 年 8 月 300,000 20/);
  await page.locator("dialog .pri").click();
  assert.match(await text(page.locator(".strip .v")), /应当停止/);
  assert.deepEqual(await card.locator(".look-back tbody th").allInnerTexts(), ["2024-07", "2024-08"]);
  await page.locator("allymark-stop-loss h1").click();
  await page.keyboard.press("Control+z");
  assert.equal(await card.locator(".look-back").count(), 0);
}));

/** @param {import("playwright-core").Locator} card @param {string} id */
const fold = async (card, id) => {
  const details = card.locator(`#card-${id}`);
  if (!(await details.evaluate((element) => /** @type {HTMLDetailsElement} */ (element).open))) await details.locator("summary").click();
  return details;
};
/** @type {import("./support/page.mjs").Look} */
const SUCCESS = { step: "commission" };
/** @type {import("./support/page.mjs").Look} */
const FAILED_CONTRACT = { step: "commission", example: "used-car" };

test("months are settled one by one, a correction is booked on its own month, and each payment explains itself", () => visit(FAILED_CONTRACT, async (_page, card) => {
  const settled = await fold(card, "settlement");
  assert.match(await text(settled.locator("summary")), /已出 6 张结算单，付 ¥72,000/);
  await settled.locator('[data-figure="room/settlement/months/5/payment"]').click();
  assert.match(await settled.locator(".how").innerText(), /72,000.*60,000.*12,000/s);
  for (const [id, steps] of /** @type {[string, RegExp][]} */ ([["room/settlement/months/5/due", /72,000.*60,000.*12,000/s], ["sum/settlement/paid", /各项相加.*12,000\.00.*12,000\.00.*72,000\.00/s], ["sum/settlement/statements/0", /12,000\.00.*12,000\.00/s]])) {
    await settled.locator(`[data-figure="${id}"]`).click();
    assert.match(await settled.locator(".how").innerText(), steps, id);
  }
  await settled.locator("button", { hasText: "添一笔更正" }).click();
  assert.equal(await card.locator("#f-dossiers-0-agreement-corrections-0-volume").inputValue(), "20");
  await type(card.locator("#f-dossiers-0-agreement-corrections-0-volume"), "50");
  assert.match(await text(settled.locator("summary")), /付 ¥90,000/);
  await type(card.locator("#f-dossiers-0-agreement-corrections-0-month"), "2022-05");
  await type(card.locator("#f-dossiers-0-agreement-corrections-0-received"), "2022-06-20");
  assert.match(await text(settled.locator(".result-part").nth(1)), /2022-06-20 2022-07-05 前可异议 2022-05 更正 18,000\.00/);
  await type(card.locator("#f-dossiers-0-agreement-corrections-0-received"), "2022-13-01");
  assert.match(await text(settled.locator(".msg.bad")), /2022-13-01/);
  await type(card.locator("#f-dossiers-0-agreement-corrections-0-received"), "2022-07-01");
  await type(card.locator("#f-dossiers-0-agreement-effective"), "2021-07-01");
  assert.match(await text(settled), /2021-07-01 至 2022-06-30/);
}));

test("the ways out say what each costs and what is missing; a failed negotiation opens the free one", () => visit(FAILED_CONTRACT, async (_page, card) => {
  const exit = await fold(card, "exit");
  const routes = async () => (await exit.locator(".routes tbody tr").allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
  const [early, weak, breach] = await routes();
  assert.match(early, /可行使 2023-01-01 28,800 28,800 2023-01-31/);
  assert.match(early, /合同里没写，按规则包推算/);
  assert.match(weak, /先谈改进计划 缺：改进谈判失败的记录/);
  assert.match(breach, /条件未到 没有已确认的违约事件.*5,000,000 最多 ¥50,000,000/);
  await exit.locator('[data-figure="room/exit/penalty"]').first().click();
  assert.match(await exit.locator(".how").innerText(), /144,000.*20%.*28,800/s);
  await exit.locator('[data-figure="room/exit/quarters/1/below"]').click();
  assert.match(await exit.locator(".how").innerText(), /60.*375/s);
  await exit.locator("button", { hasText: "记为今天谈判失败" }).click();
  assert.match((await routes())[1], /可行使 2022-07-01 0 0 2022-07-31/);
}));

test("the checklist has every clause of the policy with its reason, and judges what is filled in", () => visit(SUCCESS, async (page, card) => {
  const list = await fold(card, "contract");
  assert.equal(await list.locator(".clauses tbody tr").count(), 17);
  assert.match(await text(list.locator("summary")), /17 条：16 有，1 弱，0 缺/);
  assert.match(await text(list), /调价复议 中途要求降价时，要有条款可依/);
  await type(card.locator("#f-dossiers-0-agreement-clauses-destruction_days-value"), "31");
  assert.match(await text(list.locator("summary")), /15 有，2 弱，0 缺/);
  await list.locator("tr", { hasText: "止损条款" }).locator("button", { hasText: "没有" }).click();
  assert.match(await text(list.locator("summary")), /14 有，2 弱，1 缺/);
  assert.match(await text(card.locator(".finds")), /合同里缺 止损条款/);
  await type(card.locator("#f-dossiers-0-agreement-clauses-mlps_level-value"), "三级");
  assert.match(await text(list.locator(".msg.bad")), /三级/);
  await page.locator("allymark-commission h1").click();
  for (const _ of [1, 2, 3]) await page.keyboard.press("Control+z");
  assert.match(await text(list.locator("summary")), /16 有，1 弱，0 缺/);
}));

test("a finished year proposes the next one's target and can write it into the policy; an open year is priced each way", () => visit(SUCCESS, async (page, card) => {
  const next = await fold(card, "adjustment");
  assert.match(await text(next), /沿用第 1 年档位 3,370,000\.00.*3,000,000\.00/);
  await type(card.locator("#f-dossiers-0-agreement-effective"), "");
  assert.match(await text(next), /完成目标的 200% 提高目标 第 2 年目标 12,000 → 13,200/);
  await next.locator('[data-figure="room/adjustment/result"]').click();
  assert.match(await next.locator(".how").innerText(), /10,000.*5,000.*200%/s);
  await next.locator("button", { hasText: "写进规则包" }).click();
  assert.match(await text(page.locator(".rail a", { hasText: "规则包" })), /已改/);
  assert.match(await text(next), /第 2 年，按目标 13,200 计/);
}));

test("the contract's text follows the reading in force and is copied as a whole", () => visit(SUCCESS, async (page, card) => {
  const words = await fold(card, "wording");
  assert.match(await text(words), /超额累进.*5,000 以内（含），250 元一份.*12,000 以上，350 元一份/);
  await card.locator("#reading-tiers-all_units").check();
  assert.match(await text(words), /全额累进计算，到达哪一档，全部按该档单价.*投诉率超过 8% 的/);
  await words.locator("button", { hasText: "复制全文" }).click();
  await page.locator('[role="status"]', { hasText: "合同文字已复制" }).waitFor({ state: "attached" });
}));

test("the plan and the downside case are priced beside each other", () => visit(SUCCESS, async (_page, card) => {
  assert.match(await text(card.locator(".cases")), /按计划 10,000 2,730,000\.00 不利 4,000 800,000\.00/);
  await type(card.locator("#f-dossiers-0-agreement-downsideVolume"), "5000");
  assert.match(await text(card.locator(".cases")), /不利 5,000 1,250,000\.00/);
}));

test("a year drawn from ranges says what it may pay and how likely each tier and breach is", () => visit(SUCCESS, async (_page, card) => {
  const drawn = await fold(card, "whatIf");
  const of = (/** @type {string} */ at) => card.locator(`#fwhat-if-${at}`);
  // One volume alone is its statement in every year.
  await type(of("volume-from"), "10,000");
  await type(of("volume-to"), "1万");
  assert.match(await text(drawn.locator(".draws")), /^有 5% 可能不超过 ¥2,730,000 有 50% 可能不超过 ¥2,730,000 有 95% 可能不超过 ¥2,730,000 平均 ¥2,730,000$/);
  assert.match(await text(drawn.locator(".chances")), /完成目标 100% .*第 1 档 0% .*第 2 档 0% .*第 3 档 100% .*第 4 档 0% 投诉率越线扣减 0% NPS 越线扣减 0%/);
  await type(of("complaint_rate-from"), "9%");
  await type(of("complaint_rate-to"), "9");
  await type(of("nps-from"), "60");
  await type(of("nps-to"), "60");
  assert.match(await text(drawn.locator(".draws")), /有 95% 可能不超过 ¥2,047,500 平均 ¥2,047,500/);
  assert.match(await text(drawn.locator(".chances")), /投诉率越线扣减 100% NPS 越线扣减 100%/);
  // At the target's edge half of the years miss it.
  await type(of("complaint_rate-from"), "");
  await type(of("complaint_rate-to"), "");
  await type(of("nps-from"), "");
  await type(of("nps-to"), "");
  await type(of("volume-from"), "4999");
  await type(of("volume-to"), "5000");
  assert.match(await text(drawn.locator(".draws")), /有 5% 可能不超过 ¥999,800 .*有 95% 可能不超过 ¥1,250,000/);
  const met = Number(/完成目标 ([\d.]+)%/.exec(await text(drawn.locator(".chances")))?.[1]);
  assert.ok(met > 47 && met < 53, String(met));
  assert.match(await text(drawn.locator("summary")), /有一半可能不超过 ¥(999,800|1,250,000)/);
}));

test("ranges the wrong way round get their sentence and leave the last answer, marked; blank ones are plan and downside", () => visit(SUCCESS, async (_page, card) => {
  const drawn = await fold(card, "whatIf");
  const low = card.locator("#fwhat-if-volume-from");
  assert.deepEqual([await low.getAttribute("placeholder"), await card.locator("#fwhat-if-volume-to").getAttribute("placeholder")], ["4,000", "10,000"]);
  const before = await text(drawn.locator(".draws"));
  await type(low, "很多");
  assert.match(await text(drawn.locator(".spread .msg.bad")), /看不懂“很多”/);
  assert.equal(await low.getAttribute("aria-invalid"), "true");
  assert.equal(await text(drawn.locator(".draws")), before);
  await drawn.locator(".stale-tag").waitFor();
  await type(low, "20000");
  assert.match(await text(drawn.locator(".spread .msg.bad")), /20,?000/);
  await type(low, "");
  assert.equal(await drawn.locator(".msg.bad, .stale-tag").count(), 0);
  assert.equal(await text(drawn.locator(".draws")), before);
  // A year whose tiers are not decided has no answer of its own, and borrows none.
  await type(card.locator("#fwhat-if-goal"), "1000");
  assert.equal(await drawn.locator(".goal").count(), 1);
  await card.locator("button", { hasText: "第 2 年" }).first().click();
  assert.equal(await drawn.locator(".draws, .goal").count(), 0);
  // Why stands where the answer would, under no field.
  assert.match(await text(drawn.locator(".result-part p.none")), /这一年的档位没写/);
  assert.equal(await drawn.locator(".msg.bad").count(), 0);
  await card.locator("button", { hasText: "第 1 年" }).first().click();
  assert.equal(await text(drawn.locator(".draws")), before);
  await type(card.locator("#f-dossiers-0-agreement-downsideVolume"), "6000");
  assert.equal(await low.getAttribute("placeholder"), "6,000");
}));

test("an answer still on its way never takes the place of a newer one", () => visit(SUCCESS, async (page, card) => {
  await fold(card, "whatIf");
  const told = await page.evaluate(async () => {
    const root = /** @type {any} */ (document.querySelector("allymark-app")).shadowRoot.querySelector("allymark-commission").shadowRoot;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const type = (/** @type {string} */ id, /** @type {string} */ text) => {
      const input = root.getElementById(id);
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      input.blur();
    };
    // This one is answered behind its frame, the next one within it.
    type("f-dossiers-0-agreement-downsideVolume", "6000");
    await frame();
    type("fwhat-if-volume-from", "abc");
    /** @type {string[]} */
    const seen = [];
    for (let i = 0; i < 30; i += 1) {
      await frame();
      seen.push(root.getElementById("fwhat-if-volume-from").getAttribute("aria-invalid"));
    }
    return seen;
  });
  assert.deepEqual([...new Set(told)], ["true"]);
}));

test("target and tiers are typed beside the pay they make, told as changed, and restored", () => visit(SUCCESS, async (page, card) => {
  const strip = () => page.locator(".strip .v").innerText();
  await card.locator("#card-terms").evaluate((fold) => ((/** @type {HTMLDetailsElement} */ (fold)).open = true));
  assert.match(await strip(), /2,730,000/);
  await card.locator("#fpolicy-commission-years-0-tiers-0-rate").fill("260元");
  assert.match(await strip(), /2,780,000/, "5,000 policies at 10 yuan more");
  assert.match(await card.locator("#card-terms summary").innerText(), /本工作区改过/);
  await card.locator("#fpolicy-commission-years-0-tiers-1-upTo").fill("4,000");
  await card.locator("#fpolicy-commission-years-0-target").focus();
  assert.match(await card.locator("#card-terms .msg").first().innerText(), /一档比一档高/);
  assert.match(await strip(), /2,780,000/, "the last sound terms stay");
  await card.locator("#card-terms button", { hasText: "恢复原条款" }).click();
  assert.match(await strip(), /2,730,000/);
}));

test("what is asked here is kept with the workspace, undone and printed", () => visit(SUCCESS, async (page, card) => {
  const drawn = await fold(card, "whatIf");
  await type(card.locator("#fwhat-if-volume-from"), "5000");
  await type(card.locator("#fwhat-if-volume-to"), "5000");
  const asked = () => page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.workspace.whatIf);
  assert.deepEqual(await asked(), { zhongan: { volume: { from: "5000", to: "5000" } } });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("allymark-app")).store.keeper.state === "saved");
  await page.reload();
  await drawn.locator(".draws").waitFor();
  assert.equal(await card.locator("#fwhat-if-volume-from").inputValue(), "5,000");
  assert.match(await text(drawn.locator(".draws")), /平均 ¥1,250,000/);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).paperNow(true));
  assert.match(await text(page.locator(".print")), /情景测算 可能的范围 签约量5,000 份累计.*平均¥1,250,000完成目标100%/s);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).paperNow(false));
  await type(card.locator("#fwhat-if-volume-from"), "4000");
  await page.locator('.tools button[aria-label="撤销"]').click();
  assert.deepEqual(await asked(), { zhongan: { volume: { from: "5000", to: "5000" } } });
}));

test("a wanted income takes the first volume that pays it, to the policy", () => visit(SUCCESS, async (_page, card) => {
  const drawn = await fold(card, "whatIf");
  const goal = card.locator("#fwhat-if-goal");
  await type(goal, "300万");
  assert.match(await text(drawn.locator(".goal")), /要 10,844 份，付 ¥3,000,080/);
  await type(goal, "2730000");
  assert.match(await text(drawn.locator(".goal")), /要 10,000 份，付 ¥2,730,000/);
  await type(goal, "2,730,000.01");
  assert.match(await text(drawn.locator(".goal")), /要 10,001 份，付 ¥2,730,320/);
  await type(goal, "钱");
  assert.match(await text(drawn.locator(".field .msg.bad")), /看不懂“钱”/);
  await type(goal, "");
  assert.equal(await drawn.locator(".goal, .field .msg.bad").count(), 0);
}));

for (const width of [320, 768, 1440]) {
  test(`the agreement unfolded fits ${width} pixels, in both languages`, async () => {
    for (const lang of /** @type {const} */ (["zh", "en"])) {
      const { page, context } = await open(on, { ...FAILED_CONTRACT, width, lang });
      for (const id of ["whatIf", "settlement", "exit", "contract", "adjustment", "wording"]) await fold(page.locator("allymark-commission"), id);
      assert.deepEqual(await page.evaluate(faults), []);
      await context.close();
    }
  });
}

for (const width of [320, 768, 1440]) {
  test(`the picture of the payback stays legible at ${width} pixels whatever the terms`, async () => {
    for (const lang of /** @type {const} */ (["zh", "en"])) {
      const { page, context, said } = await open(on, { ...FAILURE, width, lang });
      for (const [name, values] of Object.entries({ stopLoss: ["1", "500000", "778000", "5000000"], plannedTotal: ["850000", "9000000"], months: ["6", "7", "120"], plannedUnits: ["0", "3", "5000"], downsideUnits: ["0", "19"], proposedRate: ["599", "0", "5000"] })) {
        for (const value of values) {
          await page.evaluate(({ name, value }) => /** @type {any} */ (document.querySelector("allymark-app")).store.set(`/dossiers/0/investment/${name}`, value), { name, value });
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
          assert.deepEqual(await page.evaluate(faults), [], `${lang} ${name} ${value}`);
        }
      }
      assert.deepEqual(said, []);
      await context.close();
    }
  });
}

test("a year left open explains its prices at the target, too", () => visit({ step: "commission" }, async (page, card) => {
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.set("/dossiers/0/agreement/contractYear", "2"));
  const one = card.locator('[data-figure^="pay/target/"]').first();
  const shown = await one.innerText();
  await one.click();
  const how = await text(card.locator(".how"));
  assert.match(how, /按目标 12,000/);
  assert.match(shown, /\d,\d{3}\.00$/);
  assert.ok(how.includes(`→ ¥${shown.replace(".00", "")}`), `${shown} in ${how}`);
}));

test("each change of a verdict says how it was found, and the portfolio's sum what it adds", async () => {
  await visit({ step: "trial" }, async (_page, card) => {
    const one = card.locator('[data-figure^="flip/"]').first();
    const shown = await one.innerText();
    await one.click();
    const how = await text(card.locator(".how"));
    assert.match(how, /一步试，结论第一次变的地方/);
    assert.ok(how.includes(shown), `${shown} in ${how}`);
  });
  await visit({ step: "portfolio" }, async (_page, card) => {
    await card.locator('[data-figure="port/total"]').click();
    assert.match(await text(card.locator(".how")), /各项相加.*¥[\d,]+/);
  });
});
