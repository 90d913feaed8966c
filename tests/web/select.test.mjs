// The rooms before the trial: a choice changes what is shown at once, every figure explains itself, and what was found
// there decides who may be picked.
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
/** @param {import("playwright-core").Page} page @param {string} path */
const field = (page, path) => page.locator(`#f${path.replaceAll("/", "-")}`);
/** @param {import("playwright-core").Page} page @param {string} path @param {number} stars */
const rate = (page, path, stars) => field(page, path).locator(`input[value="${stars}"]`).check({ force: true });
/** @param {import("playwright-core").Page} page @param {string} step */
const go = (page, step) => page.locator(`.rail a[href="#${step}"]`).click();

test("the example's insurer is A by its stars, and says how it is managed", () => visit({ step: "level" }, async (page) => {
  assert.equal(await page.locator("allymark-level .big-verdict .fig").innerText(), "A 级");
  assert.match(await text(page.locator(".strip .v")), /A 级/);
  assert.match(await text(page.locator("allymark-level .big-verdict")), /关键伙伴.*每月交换数据，每季谈判.*由战略价值定级/);
}));

for (const lang of /** @type {const} */ (["zh", "en"])) {
  test(`a phone's axis names each level by its letter, in ${lang}`, () => visit({ step: "level", lang, width: 375, height: 812 }, async (page) => {
    const names = page.locator("allymark-level .row-band + text");
    await names.first().waitFor();
    assert.deepEqual((await names.allTextContents()).map((name) => name.trim()), ["S", "A", "B", "C"]);
  }));
}

test("more stars, then an easy substitute, move the level at each click", () => visit({ step: "level" }, async (page) => {
  const level = page.locator("allymark-level .big-verdict .fig");
  await rate(page, "/dossiers/0/keyLevel/strategicValue", 5);
  assert.equal(await level.innerText(), "S 级");
  await rate(page, "/dossiers/0/keyLevel/substitutability", 4);
  assert.equal(await level.innerText(), "A 级");
  assert.match(await text(page.locator("allymark-level .big-verdict")), /因可替代性降一级/);
  await page.locator(".top button[aria-label^='撤销'], .top-bar button[aria-label^='撤销'], button[aria-label='撤销']").first().click();
  assert.equal(await level.innerText(), "S 级");
}));

test("each rule's level stands beside the one in force, and another rule can be put in force", () => visit({ step: "level" }, async (page) => {
  await rate(page, "/dossiers/0/keyLevel/substitutability", 1);
  await rate(page, "/dossiers/0/keyLevel/investment", 5);
  assert.equal(await page.locator("allymark-level .big-verdict .fig").innerText(), "A 级");
  assert.match(await text(page.locator("allymark-level table").first()), /按星级（现用）.*A 级.*加权平均.*S 级.*三项特征.*S 级.*4\.50/);
  await page.locator("allymark-level .act .seg button", { hasText: "加权平均" }).click();
  assert.equal(await page.locator("allymark-level .big-verdict .fig").innerText(), "S 级");
}));

test("an override waits for its reason and then says both levels", () => visit({ step: "level" }, async (page) => {
  await field(page, "/dossiers/0/keyLevel/override/level").selectOption("C");
  assert.match(await text(page.locator("allymark-level .edit-part")), /这里必须填/);
  assert.equal(await page.locator("allymark-level .big-verdict .fig").innerText(), "A 级");
  assert.equal(await page.locator("allymark-level .big-verdict .fig.stale").count(), 1);
  await field(page, "/dossiers/0/keyLevel/override/reason").fill("牌照未续");
  assert.equal(await page.locator("allymark-level .big-verdict .fig").innerText(), "C 级");
  assert.match(await text(page.locator("allymark-level .big-verdict")), /人工定为 C 级，按规则是 A 级。理由：牌照未续/);
}));

test("the level, the mean, the coverage and the completeness each open how they were worked out", async () => {
  for (const [step, figures] of /** @type {const} */ ([
    ["level", ["level/zhongan/keyLevel/level", "level/zhongan/keyLevel/score"]],
    ["readiness", ["readiness/zhongan/readiness/ability/mean", "readiness/zhongan/readiness/willingness/willing", "readiness/zhongan/readiness/ability/withoutEvidence", "readiness/zhongan/readiness/needs/0/coverage"]],
    ["diligence", ["diligence/taikang/diligence/groups/2/completeness", "diligence/weilaibao/diligence/screening/state"]],
  ])) {
    await visit({ step }, async (page) => {
      for (const id of figures) {
        await page.locator(`allymark-${step} [data-figure="${id}"]`).click();
        const how = page.locator(`allymark-${step} .how`);
        const said = await text(how);
        assert.match(said, /怎么算的/, id);
        assert.match(said, /规则包.*1\.0/, id);
        assert.match(said, /原文|推得|假定/, id);
        assert.doesNotMatch(said, /本页还没有说法|undefined|NaN/, id);
        await page.keyboard.press("Escape");
        assert.equal(await how.count(), 0, id);
      }
    });
  }
});

test("a low reputation is a veto at once, whatever the mean", () => visit({ step: "readiness" }, async (page) => {
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /能且愿.*4\.25.*3\/3/);
  await rate(page, "/dossiers/0/ability/reputation/score", 2);
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /愿而不能.*3\.75.*能力不够.*一票否决：信誉/);
  assert.match(await text(page.locator(".strip .v")), /愿而不能/);
  await field(page, "/dossiers/0/ability/reputation/evidence").fill("");
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /没有依据的打分 25%/);
}));

test("up to three candidates can be seen as a radar: the same figures, reached by the keyboard, redrawn on a phone", () => visit({ step: "readiness" }, async (page) => {
  const card = page.locator("allymark-readiness");
  const caption = await text(card.locator("figcaption").first());
  const choice = card.locator(".shape button", { hasText: "雷达图" });
  await choice.focus();
  await page.keyboard.press("Enter");
  assert.equal(await choice.getAttribute("aria-pressed"), "true");
  const points = card.locator(".radar .point");
  assert.equal(await text(card.locator("figcaption").first()), caption);
  // Four dimensions of each candidate that is rated, none of one that is not.
  assert.equal(await points.count(), await page.evaluate(() => {
    const { results } = /** @type {any} */ (document.querySelector("allymark-app")).store;
    return [...results.rooms.values()].flatMap((room) => room.result.readiness.ability.dimensions).filter((entry) => entry.score !== null).length;
  }));
  const ours = card.locator('.radar .point[aria-label^="众安在线"]');
  assert.equal(await ours.count(), 4);
  await rate(page, "/dossiers/0/ability/reputation/score", 2);
  await field(page, "/dossiers/0/ability/reputation/evidence").fill("");
  assert.equal(await card.locator('.radar .point[aria-label="众安在线，信誉 2，没有依据"] .bare').count(), 1);
  await ours.first().focus();
  assert.equal(await ours.first().evaluate((point) => point.matches(":focus")), true);
  await card.locator("figcaption .twin").click();
  assert.match(await text(card.locator("figure table")), /众安在线/);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).paperNow(true));
  assert.equal(await page.locator(".print svg.radar .point").count(), await points.count(), "what is chosen is printed");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).paperNow(false));
  await page.setViewportSize({ width: 390, height: 844 });
  const drawn = card.locator("svg.radar");
  await drawn.waitFor();
  await page.waitForFunction(() => {
    const svg = document.querySelector("allymark-app")?.shadowRoot?.querySelector("allymark-readiness")?.shadowRoot?.querySelector("svg.radar");
    return svg && Number(svg.getAttribute("width")) < 390;
  });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
}));

test("each mark of a picture is reached by the keyboard and says what it shows", async () => {
  for (const [step, picture, first] of [["level", "circle.bub", /^众安在线 A.*可替代性.*\d，战略价值 \d，投入 \d$/], ["readiness", "circle.dp", /^众安在线，.+ \d/], ["scorecard", "rect.band", /^不合格 < 80$/]]) {
    await visit({ step: /** @type {string} */ (step) }, async (page) => {
      const marks = page.locator(`allymark-${step} .plot .point:has(${picture})`);
      const said = await marks.evaluateAll((all) => all.map((one) => [one.getAttribute("aria-label"), one.getAttribute("tabindex")]));
      assert.ok(said.length >= 3);
      assert.match(String(said[0][0]), /** @type {RegExp} */ (first));
      assert.deepEqual([...new Set(said.map(([, at]) => at))], ["0"]);
      await marks.first().focus();
      assert.equal(await marks.first().evaluate((one) => one.matches(":focus")), true);
    });
  }
});

test("four candidates are dots only", () => visit({ step: "readiness" }, async (page) => {
  assert.equal(await page.locator("allymark-readiness .shape button").count(), 2);
  await page.locator("allymark-readiness .shape button").nth(1).click();
  await go(page, "overview");
  await page.locator("main button", { hasText: "加一家伙伴" }).click();
  await go(page, "readiness");
  assert.equal(await page.locator("allymark-readiness .shape button").count(), 0);
  assert.equal(await page.locator("allymark-readiness svg.radar").count(), 0);
  assert.equal(await page.locator("allymark-readiness svg.plot").count(), 1);
}));

test("unknown is not no: two unknown signals leave willingness open, two refusals settle it", () => visit({ step: "readiness" }, async (page) => {
  await field(page, "/dossiers/0/willingness/signals/team").selectOption("");
  await field(page, "/dossiers/0/willingness/signals/term").selectOption("");
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /还说不准.*1\/3.*意愿未定/);
  await field(page, "/dossiers/0/willingness/signals/team").selectOption("no");
  await field(page, "/dossiers/0/willingness/signals/term").selectOption("no");
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /能而不愿.*意愿不足/);
  await go(page, "trial");
  assert.match(await text(page.locator("allymark-trial .finds")), /众安在线不会被选中：意愿不足/);
}));

test("what a need is covered by changes its group's share", () => visit({ step: "readiness" }, async (page) => {
  const share = page.locator('allymark-readiness [data-figure="readiness/zhongan/readiness/needs/0/coverage"]');
  assert.equal(await share.innerText(), "83%");
  await field(page, "/dossiers/0/needs/resources/offline_network").selectOption("not");
  assert.equal(await share.innerText(), "67%");
}));

test("a veto in a cell excludes the candidate, here and at the trial", () => visit({ step: "diligence" }, async (page) => {
  assert.match(await text(page.locator(".strip .v")), /查完，有存疑/);
  await field(page, "/dossiers/0/diligence/items/quote_time/state").selectOption("veto");
  assert.match(await text(page.locator(".strip .v")), /一票否决/);
  await go(page, "trial");
  assert.match(await text(page.locator("allymark-trial .finds")), /众安在线不会被选中：尽调一票否决/);
}));

test("an open item is overdue only after its day, and takes owner, evidence and day", () => visit({ step: "diligence" }, async (page) => {
  const late = page.locator("allymark-diligence .hc em");
  assert.equal(await late.count(), 1);
  await page.locator("allymark-diligence .hc .twin").nth(0).click();
  await field(page, "/dossiers/0/diligence/items/monthly_policies/owner").fill("王工");
  await field(page, "/dossiers/0/diligence/items/monthly_policies/due").fill("2024-08-31");
  await field(page, "/dossiers/0/diligence/items/monthly_policies/state").selectOption("");
  assert.equal(await late.count(), 2);
  await field(page, "/dossiers/0/diligence/items/monthly_policies/due").fill("2024-09-01");
  assert.equal(await late.count(), 1);
}));

test("the agreement's day is typed as people write days, and nonsense is told under its field", () => visit({ step: "diligence" }, async (page) => {
  const day = field(page, "/dossiers/0/diligence/nda");
  await day.fill("2024/3/5");
  await day.blur();
  assert.equal(await day.inputValue(), "2024-03-05");
  await day.fill("soon");
  await day.blur();
  assert.equal(await day.getAttribute("aria-invalid"), "true");
  assert.equal(await day.inputValue(), "soon");
  assert.match(await text(page.locator(`[id="${await day.getAttribute("aria-describedby")}"]`)), /soon/);
}));

test("a remark that counts says the core's own number, in both languages", async () => {
  for (const [lang, words] of /** @type {const} */ ([["zh", /有 2 项存疑/], ["en", /\b2 [^.]*doubt/i]])) {
    await visit({ step: "diligence", lang }, async (page) => {
      await field(page, "/dossiers/0/diligence/items/quote_time/state").selectOption("doubt");
      assert.match(await text(page.locator("allymark-diligence .finds")), words);
    });
  }
});

test("where nothing is known there is no sum and no calm, but a dash", () => visit({ step: "portfolio" }, async (page) => {
  await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    store.change((/** @type {any} */ workspace) => ({ ...workspace, dossiers: [{ id: "p1", name: "" }], current: "p1" }));
  });
  const words = await text(page.locator("main"));
  assert.doesNotMatch(words, /¥0|没有预案触发|平静/);
  assert.doesNotMatch(words, /意愿 0\/3/);
  assert.match(words, /年佣金合计 —/);
}));

test("without a non-disclosure agreement nothing is final", () => visit({ step: "diligence" }, async (page) => {
  await field(page, "/dossiers/0/diligence/nda").fill("");
  assert.match(await text(page.locator(".strip .why")), /不算定论/);
  assert.match(await text(page.locator("allymark-diligence .finds")), /还没有生效的保密协议/);
}));

test("an empty workspace asks for what is missing and shows no zero", () => visit({ step: "level" }, async (page) => {
  await page.getByRole("button", { name: "清空开始" }).click();
  await page.getByRole("button", { name: "清空", exact: true }).click();
  assert.match(await text(page.locator("allymark-level .big-verdict")), /—.*就能定级/);
  await go(page, "readiness");
  assert.match(await text(page.locator("allymark-readiness .big-verdict")), /还说不准/);
  await go(page, "diligence");
  assert.match(await text(page.locator("allymark-diligence .heat")), /还没查完.*待核实.*0%/);
  await go(page, "trial");
  assert.match(await text(page.locator("allymark-trial .finds")), /还没有试合作数据/);
}));

test("each room prints its page with verdict, table and calculations", async () => {
  for (const [step, words] of /** @type {const} */ ([["level", /关键等级.*A 级.*加权平均/], ["readiness", /能力与意愿.*能且愿.*4\.25/], ["diligence", /尽调.*每月 UBI 保单数.*通过/]])) {
    await visit({ step }, async (page) => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      assert.match(await text(page.locator("allymark-app .print")), words, step);
    });
  }
});

test("each measured figure says how far it may move before the verdict changes, and follows what is typed", () => visit({ step: "trial" }, async (page) => {
  const card = page.locator("allymark-trial");
  const rows = card.locator('.flips[aria-busy="false"] tbody tr');
  const said = async () => (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
  await page.locator(".strip select").selectOption({ label: "泰康在线" });
  await card.locator(".flips h3", { hasText: "泰康在线" }).waitFor();
  await rows.first().waitFor();
  assert.deepEqual(await said(), ["转化率 16% 14.9% 终止 不变", "NPS 71 69 终止 不变", "投诉率 5.1% 5% 有条件签约 10.1% 终止"]);
  await card.locator("#f-dossiers-1-trial-metrics-complaint_rate-value").fill("5");
  await rows.filter({ hasText: "5.1%" }).waitFor();
  assert.match((await said())[2], /^投诉率 5% 不变 5\.1% 再试 3 个月$/);
  // Counts move by one person.
  await card.locator("button[aria-label='投诉率：改填人数']").click();
  await card.locator("#f-dossiers-1-trial-metrics-complaint_rate-events").fill("15");
  await rows.filter({ hasText: "15 / 300" }).waitFor();
  assert.match((await said())[2], /^投诉率 15 \/ 300 不变 16 \/ 300 再试 3 个月$/);
}));
