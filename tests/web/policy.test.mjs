// The form of the rule pack: figures as people type them, nonsense in every field, words in place of codes.
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
 * The form with every section open.
 * @param {import("./support/page.mjs").Look} look
 * @param {(page: import("playwright-core").Page) => Promise<void>} body
 * @param {string} [pack]
 */
async function visit(look, body, pack = "insurance-data") {
  const { page, context, said } = await open(on, { step: "policy", ...look });
  try {
    await page.evaluate(async (pack) => {
      const app = /** @type {any} */ (document.querySelector("allymark-app"));
      if (app.store.results.policy.id !== pack) app.store.change((/** @type {any} */ workspace) => ({ ...workspace, policy: { id: pack, edits: {} } }));
      app.store.look({ flags: Object.fromEntries(Object.keys(app.store.results.policy.document).map((key) => [`policy/${key}`, true])) });
      await app.updateComplete;
    }, pack);
    await body(page);
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
}

/** Field, what is typed, what the pack then holds. */
const UNITS = /** @type {[string, string, number | string][]} */ ([
  ["trial/criteria/0/threshold", "16%", 16],
  ["trial/criteria/0/threshold", "１７％", 17],
  ["trial/score/metrics/3/target", "23h", 23],
  ["trial/score/metrics/3/target", "22小时", 22],
  ["trial/verdict/retryMonths", "4个月", 4],
  ["trial/plan/months", "5 months", 5],
  ["trial/plan/users", "1200人", 1200],
  ["exit/dataDestructionDays", "31天", 31],
  ["exit/penaltyPercent", "21%", 21],
  ["exit/quarterShare", "51％", 51],
  ["exit/liabilityFrom", "¥700", 700],
  ["exit/liabilityTo", "5100万元", 51000000],
  ["commission/years/0/tiers/0/rate", "251元", 251],
  ["commission/years/0/tiers/0/rate", "￥252", 252],
  ["commission/years/1/target", "1.3万", 13000],
  ["commission/years/1/target", "1.4万份", 14000],
  ["commission/years/2/year", "4年", 4],
  ["commission/deductions/0/above", "9%", 9],
  ["crisis/plans/3/limit", "61%", 61],
  ["scorecard/bands/0/from", "121分", 121],
  ["scorecard/metrics/0/target", "501份", 501],
  ["contract/3/atMost", "29天", 29],
  ["metrics/quote_hours/high", "8000小时", 8000],
  ["portfolio/costlyInvestment", "3星", 3],
]);

test("each figure takes the unit that people type behind it", () => visit({}, async (page) => {
  const held = await page.evaluate(async (units) => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    const taken = [];
    for (const [path, text] of units) {
      const field = app.shadowRoot.getElementById(`fpolicy-${path.replaceAll("/", "-")}`);
      if (!field) {
        taken.push([path, text, "no field"]);
        continue;
      }
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      field.blur();
      await app.updateComplete;
      const held = path.split("/").reduce((/** @type {any} */ at, /** @type {string} */ part) => at?.[part], app.store.results.policy.wanted);
      taken.push([path, text, field.getAttribute("aria-invalid") === "true" ? "refused" : held]);
    }
    return taken;
  }, UNITS);
  assert.deepEqual(held, UNITS);
}));

const FIGURES = ["abc", "-5", "1e400", "🙂", "\u202e15", "<b>1</b>", "9".repeat(10000), "constructor", "12 apples", "NaN"];
const TEXTS = ["<img src=x onerror=alert(1)>", "名".repeat(10000), "\u202eevil", "🙂", "\ud800", "{n|num}", "**x**", "constructor"];

test("every field takes nonsense: each error in words at its place, and the last sound rules stay in force", () => visit({}, async (page) => {
  const { faults, figures, texts } = await page.evaluate(async ({ figures, texts }) => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    const root = app.shadowRoot;
    /** @type {string[]} */
    const faults = [];
    const seen = new Set();
    const count = { figures: 0, texts: 0 };
    const type = async (/** @type {string} */ id, /** @type {string} */ text) => {
      const field = root.getElementById(id);
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      root.getElementById(id)?.blur();
      await app.updateComplete;
      return root.getElementById(id);
    };
    const check = (/** @type {any} */ field, /** @type {string} */ told, /** @type {string} */ sound) => {
      const { errors, digest } = app.store.results.policy;
      const refused = field.getAttribute("aria-invalid") === "true";
      if (errors.length > 0 && digest !== sound) faults.push(`${told}: unsound rules are in force`);
      for (const { path } of errors) {
        const said = root.getElementById(`fpolicy${path.replaceAll("/", "-")}-e`)?.textContent.trim() ?? "";
        if (path.split("/")[1] === field.id.split("-")[1] && (said === "" || /undefined|\[object|NaN(?!”)/.test(said))) faults.push(`${told}: the error at ${path} says “${said}”`);
      }
      if (field.inputMode === "decimal" && !refused && !/^[-−\d.,]*$/.test(field.value)) faults.push(`${told} is taken as “${field.value.slice(0, 16)}”`);
      if (root.querySelector("main img, main script, main b > b")) faults.push(`${told} became markup`);
      if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push(`${told} scrolls sideways`);
    };
    for (const section of Object.keys(app.store.ui.flags)) {
      app.store.look({ flags: { ...Object.fromEntries(Object.keys(app.store.ui.flags).map((key) => [key, false])), [section]: true } });
      await app.updateComplete;
      // Rows of one list are alike: the first of each stands for all.
      const fields = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("main .rulebook input:not([type])")]).filter((field) => {
        const kind = field.id.replaceAll(/-\d+(?=-|$)/g, "-N");
        return field.id.startsWith("fpolicy-") && !seen.has(kind) && seen.add(kind);
      });
      for (const { id, inputMode, value: before } of fields) {
        const kind = inputMode === "decimal" ? "figures" : "texts";
        const list = kind === "figures" ? figures : texts;
        // Alike fields share the list between them.
        for (let n = 0; n < 3; n += 1) {
          const text = list[(count[kind] * 3 + n) % list.length];
          const sound = app.store.results.policy.digest;
          const told = `${id} with ${JSON.stringify(text.slice(0, 16))}`;
          const field = await type(id, text);
          if (!field) {
            faults.push(`${told} is gone`);
            break;
          }
          check(field, told, sound);
        }
        count[kind] += 1;
        await type(id, before);
        app.store.resetPolicy("");
        await app.updateComplete;
      }
    }
    return { faults, ...count };
  }, { figures: FIGURES, texts: TEXTS });
  assert.deepEqual(faults, []);
  assert.ok(figures > 60 && texts > 5, `${figures} figures, ${texts} texts`);
}));

for (const [pack, lang] of /** @type {const} */ ([["insurance-data", "zh"], ["insurance-data", "en"], ["used-car", "zh"], ["used-car", "en"]])) {
  test(`no field and no choice of ${pack} shows a code in ${lang}`, () => visit({ lang }, async (page) => {
    const shown = await page.locator(".rulebook").evaluate((book) => [...book.querySelectorAll("input:not([type]), option, th, legend, label")].map((one) => (one instanceof HTMLInputElement ? one.value : one.textContent ?? "").trim()));
    assert.deepEqual([...new Set(shown.filter((text) => /^[a-z]+(_[a-z]+)+$|^(partner|us|executive|manager|engineer|service|legal|users|deals|policies|managers|keep)$/.test(text)))], []);
    const owner = page.locator("#fpolicy-actions-0-owner");
    assert.match((await owner.locator("option:checked").textContent()) ?? "", lang === "zh" ? /分管副总裁/ : /Vice president/);
    assert.equal(await owner.inputValue(), "executive", "the code stays what is stored");
  }, pack));
}

test("a row that is added has an id of its own, which nobody has to type", () => visit({}, async (page) => {
  const table = page.locator('[aria-label="尽调 › 初筛"]');
  await table.locator("xpath=following-sibling::p[1]").locator("button").click();
  const state = await page.evaluate(() => {
    const { policy } = /** @type {any} */ (document.querySelector("allymark-app")).store.results;
    return { errors: policy.errors, ids: policy.wanted.diligence.screening.map((/** @type {any} */ entry) => entry.id) };
  });
  assert.deepEqual(state.errors, []);
  assert.equal(new Set(state.ids).size, state.ids.length);
}));

test("a remark that wants a new entry or a name brings it with one press, and a name that lacks a language stands in the other", async () => {
  await visit({ lang: "en" }, async (page) => {
    const state = () => page.evaluate(() => {
      const { policy } = /** @type {any} */ (document.querySelector("allymark-app")).store.results;
      return { meetings: policy.document.cadence.frequencies, nps: policy.document.metrics.nps.label, codes: policy.lint.map((/** @type {any} */ finding) => finding.code) };
    });
    await page.evaluate(() => {
      const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
      store.editPolicy("/cadence/frequencies", store.results.policy.document.cadence.frequencies.slice(0, 8));
      store.editPolicy("/metrics/nps/label", { zh: "净推荐值" });
    });
    const fix = (/** @type {string} */ at) => page.locator(`.lint li:has([data-fix="${at}"])`);
    const meetings = fix("/cadence/frequencies/8/level");
    assert.match(await meetings.innerText(), /one more like Level B · Managers, for Level C/);
    await page.locator("main", { hasText: "净推荐值" }).first().waitFor();
    await meetings.locator("[data-fix]").click();
    await meetings.waitFor({ state: "detached" });
    assert.deepEqual((await state()).meetings.at(-1), { level: "C", layer: "managers", everyMonths: 3 });
    const name = fix("/metrics/nps/label/en");
    assert.match(await name.innerText(), /lacks a language/);
    await name.locator("[data-fix]").click();
    await name.waitFor({ state: "detached" });
    const after = await state();
    assert.equal(after.nps.en, "净推荐值");
    assert.deepEqual(after.codes.filter((/** @type {string} */ code) => /label_missing|level_without_meetings/.test(code)), []);
  });
});
