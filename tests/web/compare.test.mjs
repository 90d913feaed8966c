// What stands side by side: two policies, two months; prices beside the year's that explain themselves; lists of more
// partners than a screen shows.
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
/** @param {import("playwright-core").Page} page @param {(store: any) => unknown} change */
const inStore = (page, change) => page.evaluate(`(${change})(document.querySelector("allymark-app").store)`);
const pack = JSON.parse(readFileSync("core/policies/insurance-data.json", "utf8"));

test("the case under an edited policy stands beside the shipped one, with what differs marked and by how much", () => visit({ step: "policy" }, async (page) => {
  await inStore(page, (store) => store.editPolicy("/commission/years/0/tiers/0/rate", 260));
  await page.locator("#beside summary").click();
  const table = page.locator("table.beside").first();
  const row = (/** @type {string} */ name) => table.locator("tr", { hasText: name });
  assert.match(await text(row("年佣金")), /¥2,780,000 ¥2,730,000 不同 −¥50,000/);
  assert.match(await text(row("关键等级")), /相同/);
  assert.equal(await table.locator("tr.differs").count(), 1);
  await page.locator("#beside button", { hasText: "全部 3 家" }).click();
  assert.deepEqual(await table.locator("tbody th bdi").allInnerTexts(), ["众安在线", "泰康在线", "蔚来保"]);
  await inStore(page, (store) => store.editPolicy("/trial/criteria/2/threshold", 6));
  const taikang = table.locator("tbody", { hasText: "泰康在线" }).locator("tr", { hasText: "试合作结论" });
  assert.match(await text(taikang), /有条件签约 再试 3 个月 不同/);
}));

test("a pack from a file is only compared with, and the months are played again under it", () => visit({ step: "policy" }, async (page) => {
  await page.locator("#beside summary").click();
  const strict = structuredClone(pack);
  strict.version = "9.9";
  strict.scorecard.metrics.find((/** @type {any} */ entry) => entry.metric === "policies").target = 1000;
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#beside button", { hasText: "从文件" }).click()]);
  await chooser.setFiles({ name: "strict.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(strict)) });
  // 58 points in place of 116 are a sixth of 58 less in all: 102.51.
  const replay = page.locator("table.replay");
  await replay.locator("th", { hasText: "9.9" }).waitFor();
  assert.match(await text(replay.locator("tbody tr").first()), /2024 年 8 月 112 · 良好 103 · 良好 不同/);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.results.policy.version), pack.version, "what is in force stays");
  const [again] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#beside button", { hasText: "从文件" }).click()]);
  await again.setFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.locator(".notice", { hasText: "no.json 没有采用" }).waitFor();
}));

test("a policy of another trade says what it cannot judge", () => visit({ step: "policy" }, async (page) => {
  await page.locator("#beside summary").click();
  assert.match(await text(page.locator("table.beside").first()), /另一套规则算不了这家：/);
  assert.equal(await page.locator("table.replay").count(), 0);
}));

test("the month stands beside another one that somebody chooses", () => visit({ step: "scorecard" }, async (page) => {
  const card = page.locator("allymark-scorecard");
  assert.equal(await card.locator(".beside-month").count(), 0, "one month has nothing to stand beside");
  await inStore(page, (store) => store.change((/** @type {any} */ workspace) => {
    const metrics = { policies: { value: 500 }, conversion: { value: 18 }, nps: { value: 70 }, complaint_rate: { value: 5 }, quote_hours: { value: 24 }, failure_rate: { value: 1 } };
    const [first, ...rest] = workspace.dossiers;
    return { ...workspace, dossiers: [{ ...first, months: [{ month: "2024-06", metrics: { nps: { value: 70 } } }, { month: "2024-07", metrics }, ...first.months] }, ...rest] };
  }));
  const beside = card.locator(".beside-month");
  assert.match(await text(beside.locator("tbody tr").first()), /签约份数 500 580 100 116 \+16$/);
  assert.match(await text(beside.locator("tr.sum")), /总分 良好 良好 100 112 \+12$/);
  await beside.locator("select").selectOption("2024-06");
  assert.match(await text(beside.locator("tbody tr").first()), /签约份数 — 580 — 116 —$/);
  assert.match(await text(beside.locator("tr.sum")), /未定档/);
}));

test("a month without a grade is named in the strip, and its total is not shown for one", () => visit({ step: "scorecard" }, async (page) => {
  await inStore(page, (store) => store.set("/dossiers/0/months/0/metrics", { policies: { value: 40 } }));
  assert.match(await text(page.locator(".strip dl")), /本月 8 月 未定档/);
  await inStore(page, (store) => store.undo());
  assert.match(await text(page.locator(".strip dl")), /本月 112 良好/);
}));

test("plan, downside and the ways to fill a year left open say how they were worked out", () => visit({ step: "commission" }, async (page) => {
  const card = page.locator("allymark-commission");
  await card.locator('[data-figure="pay/cases/1/net"]').click();
  assert.match(await text(card.locator(".how")), /不利 4,000 .*¥800,000/);
  await card.locator("button", { hasText: "第 2 年" }).first().click();
  await page.locator("#f-dossiers-0-agreement-volume").fill("12000");
  await card.locator('[data-figure="pay/undecided/1/net"]').click();
  assert.match(await text(card.locator(".how")), /12,000 份以内 .*¥250 → ¥3,000,000/);
  await page.locator("#f-dossiers-0-agreement-volume").fill("11999");
  assert.doesNotMatch(await text(card.locator(".how")), /¥3,000,000/);
}));

test("verdicts of all partners go out, not only of those side by side", () => visit({ step: "trial" }, async (page) => {
  const told = await page.evaluate(async () => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    const metrics = { conversion: { value: 21 }, nps: { value: 76 }, complaint_rate: { value: 2.8 }, failure_rate: { value: 0.5 }, response_hours: { value: 12 } };
    store.replace({ ...store.workspace, current: "p0", dossiers: Array.from({ length: 40 }, (_, index) => ({ id: `p${index}`, name: `伙伴${index}`, trial: { users: 300, metrics: index === 20 ? { ...metrics, nps: { value: 60 } } : metrics }, agreement: {}, months: [] })) });
    return store.workspace.dossiers.map((/** @type {any} */ _, /** @type {number} */ index) => store.trialOf(index)?.verdict);
  });
  assert.deepEqual(told, Array.from({ length: 40 }, (_, index) => (index === 20 ? "retry" : "sign")));
  await page.locator(".rail a", { hasText: "概览" }).click();
  assert.match(await text(page.locator(".partner-list > li").nth(20)), /再试/);
}));
