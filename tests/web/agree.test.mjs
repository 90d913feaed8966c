// The room agree in the browser: stop-loss and payback, and what the contract says beside the year's pay.
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
  assert.deepEqual(await card.locator(".outlooks").first().locator("td.num").allInnerTexts(), ["64.8 个月", "129.7 个月", "5.2 个月"]);
  assert.deepEqual((await card.locator(".outlooks").nth(1).locator("td:last-child").allInnerTexts()), ["3,334", "6,667", "3,334"]);
}));

test("every figure of the payback opens its calculation", () => visit(FAILURE, async (_page, card) => {
  const expected = { "present/monthsToRecover": /778,000.*12,000.*64\.8/s, "proposed/incomePerMonth": /20.*300.*6,000/s, "present/breakEvenUnits": /850,000.*600.*1,417/s, "present/plannedBreakEvenUnits": /2,000,000.*600.*3,334/s, uncovered: /850,000.*72,000.*778,000/s, verdict: /64\.8.*30/s };
  for (const [at, steps] of Object.entries(expected)) {
    await card.locator(`[data-figure="room/stopLoss/${at}"]`).click();
    assert.match(await card.locator(".how").innerText(), steps, at);
    assert.match(await card.locator(".how").innerText(), /二手车平台 1\.0/);
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
  assert.match(await text(card.locator(".outlooks").first()), /不利：每月 10 129\.7 个月/);
  await type(term(card, "proposedRate"), "400");
  assert.match(await text(card.locator(".outlooks").first()), /改价：单价 400，每月 20 97\.3 个月/);
  await type(term(card, "plannedTotal"), "1000000");
  assert.match(await text(card.locator(".outlooks").nth(1)), /现在 600 元 12,000 1,417 1,667/);
  await type(term(card, "months"), "80");
  assert.match(await verdict(), /盯紧/);
  await type(term(card, "months"), "120");
  assert.match(await verdict(), /可以继续/);
  await type(term(card, "amount-2022-06"), "");
  assert.match(await text(card.locator(".outlooks").first()), /现在：单价 600，每月 20 44 个月/);
  await type(term(card, "gate-2022-03"), "成交 60 单");
  assert.doesNotMatch(await text(card.locator(".finds")), /投入没有分阶段把关/);
  await card.locator("button", { hasText: "成交另填" }).click();
  await type(term(card, "units-2022-06"), "2000");
  assert.match(await verdict(), /已回本/);
  await card.locator("button", { hasText: "成交改取自月度评估" }).click();
  assert.match(await verdict(), /可以继续/);
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
  await type(term(card, "rate"), "250");
  assert.equal(await card.locator(".msg.bad").count(), 0);
  assert.match(await text(card.locator("p.none")), /还差合同首月、单价或第一笔投入/);
  await type(term(card, "start"), "2024-07");
  await type(term(card, "amount-2024-08"), "300000");
  assert.match(await text(page.locator(".strip .v")), /可以继续|盯紧|应当停止/);
  assert.match(await text(card.locator(".look-back")), /2024-08/);
}));

test("the picture's points are reached by key and its table holds the same figures", () => visit(FAILURE, async (_page, card) => {
  const points = card.locator("svg.payback .point");
  assert.equal(await points.count(), 6);
  await points.last().focus();
  assert.match((await points.last().getAttribute("aria-label")) ?? "", /2022 年 6 月末，累计投入 ¥850,000，累计收入 ¥72,000/);
  await card.locator(".twin").first().click();
  assert.match(await text(card.locator("table.data").first()), /2022 年 6 月 850,000 72,000/);
}));
