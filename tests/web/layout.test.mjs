// No sideways scroll, nothing clipped, no text over text, and nothing axe-core objects to: on every step, in both
// languages, light and dark, from a narrow phone to a wide screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { faults } from "./support/faults.mjs";
import { PAGES, exampleOf, open, stage } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STEPS = ["level", "readiness", "diligence", "trial", "commission", "stop-loss", "scorecard"];
/** Of a phone's four panes, those that belong to a step; overview and report are pages of their own. */
const STEP_PANES = [1, 2];
const LATER = ["relationship", "crisis", "portfolio"];
/** Widths that one window is drawn to, and how far it is zoomed: 720 px at twice the density is 1440 px at 200 %. */
const WINDOWS = /** @type {const} */ ([[[320, 375, 768], 1], [[720], 2], [[1440], 1]]);

/** @type {readonly (readonly ["zh" | "en", "light" | "dark"])[]} */
const LOOKS = [["zh", "light"], ["zh", "dark"], ["en", "dark"], ["en", "light"]];

/** @param {import("playwright-core").Page} page */
const drawn = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** @param {import("playwright-core").Page} page @param {"zh" | "en"} lang @param {"light" | "dark"} theme */
async function speak(page, lang, theme) {
  await page.evaluate(([lang, theme]) => /** @type {any} */ (document.querySelector("allymark-app")).store.prefer({ lang, theme }), [lang, theme]);
  await page.waitForFunction((lang) => /** @type {any} */ (document.querySelector("allymark-app")).store.preferences.lang === lang && document.documentElement.lang.startsWith(lang), lang);
  await drawn(page);
}


/** @type {import("./support/page.mjs").Stage} */
let on;
before(async () => {
  on = await stage();
});
after(() => on?.close());

for (const step of [...STEPS, ...LATER]) {
  for (const [widths, scale] of WINDOWS) {
    test(`${step} at ${widths.join(", ")} px, zoomed ${scale} ×: nothing sticks out, is cut off or overlaps`, async () => {
      const { page, context, said } = await open(on, { step, width: widths[0], scale, ...exampleOf(step) });
      for (const lang of /** @type {const} */ (["zh", "en"])) {
        await speak(page, lang, "light");
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          for (const pane of width < 900 ? STEP_PANES : [2]) {
            if (width < 900) await page.locator(".bottom button").nth(pane).click();
            await drawn(page);
            assert.deepEqual(await page.evaluate(faults), [], `${width} px in ${lang}, pane ${pane}`);
          }
        }
      }
      assert.deepEqual(said, []);
      await context.close();
    });
  }
}

for (const step of STEPS) {
  test(`${step} with an explanation open fits a phone and a screen`, async () => {
    for (const width of [320, 375, 1440]) {
      const { page, context } = await open(on, { step, width, ...exampleOf(step) });
      await page.locator(`allymark-${step} [data-figure]:visible`).last().click();
      await page.locator(`allymark-${step} .how`).waitFor();
      for (const menu of await page.locator(`allymark-${step} summary:visible`).all()) await menu.click();
      assert.deepEqual(await page.evaluate(faults), [], `${width} px`);
      await context.close();
    }
  });
}

for (const volume of ["1", "4999", "5000", "7999", "13990", "60000"]) {
  test(`the pictures stay legible at ${volume} policies under every reading`, async () => {
    const { page, context } = await open(on, { step: "commission" });
    await page.locator("#f-dossiers-0-agreement-volume").fill(volume);
    for (const reading of ["marginal", "all_units", "excess_at_reached", "linear_ramp"]) {
      await page.locator(`#reading-tiers-${reading}`).check();
      await drawn(page);
      assert.deepEqual(await page.evaluate(faults), [], reading);
    }
    await context.close();
  });
}

for (const step of STEPS) {
  for (const width of [390, 1440]) {
    test(`axe-core finds nothing on ${step} at ${width} px, in both languages and themes`, async () => {
      const { page, context } = await open(on, { step, width, ...exampleOf(step) });
      await page.evaluate(axe);
      for (const [lang, theme] of LOOKS) {
        await speak(page, lang, theme);
        for (const pane of width < 900 ? STEP_PANES : [2]) {
          if (width < 900) await page.locator(".bottom button").nth(pane).click();
          await drawn(page);
          assert.deepEqual(await violations(page), [], `${lang}, ${theme}, pane ${pane}`);
        }
        await page.locator(`allymark-${step} [data-figure]:visible`).last().click();
        await drawn(page);
        assert.deepEqual(await violations(page), [], `${lang}, ${theme}, explained`);
        await page.keyboard.press("Escape");
      }
      await context.close();
    });
  }
}

test("targets are at least 24 px, and 44 px for what a thumb presses on a phone", async () => {
  for (const [width, least] of [[1440, 24], [390, 24]]) {
    for (const step of STEPS) {
      const { page, context } = await open(on, { step, width, ...exampleOf(step) });
      const small = await page.evaluate((least) => {
        /** @type {string[]} */
        const found = [];
        /** @param {ParentNode} root */
        const walk = (root) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) walk(element.shadowRoot);
            if (!element.matches("button, a[href], select, summary, label.choice, input:not([type=radio], label.choice input)")) continue;
            const box = (element.closest(".inp, .picker") ?? element).getBoundingClientRect();
            if (box.width > 0 && (box.height < least - 0.5 || (box.width < least - 0.5 && !element.matches(".fig")))) found.push(`${element.className} ${element.textContent?.trim().slice(0, 12)} ${Math.round(box.width)}×${Math.round(box.height)}`);
          }
        };
        walk(document);
        return found;
      }, least);
      assert.deepEqual(small, [], `${step} at ${width}`);
      if (width === 390) {
        const thumb = await page.locator(".bottom button, .tabs a, .tools button:visible, allymark-trial .btn:visible").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent));
        assert.deepEqual(thumb, []);
      }
      await context.close();
    }
  }
});

/**
 * Another page of the one that is open, the rule pack with every section unfolded.
 * @param {import("playwright-core").Page} page
 * @param {string} view
 * @param {boolean} [whole] whether they are
 */
async function turnTo(page, view, whole = true) {
  await page.evaluate(async ([view, whole]) => {
    const app = /** @type {any} */ (document.querySelector("allymark-app"));
    app.view = view;
    app.store.look({ flags: Object.fromEntries(Object.keys(app.store.results.policy.document).map((key) => [`policy/${key}`, view === "policy" && (whole || key === "trial")])) });
    await app.updateComplete;
  }, /** @type {const} */ ([view, whole]));
  await drawn(page);
}

/** @param {import("playwright-core").Page} page */
async function violations(page) {
  const result = await page.evaluate("axe.run({ resultTypes: ['violations'] })");
  return /** @type {any} */ (result).violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => `${node.target.flat().join(" ")} ${node.failureSummary?.split("\n")[1] ?? ""}`).slice(0, 3).join(" | ")}`);
}

/** What is looked at in one window, page after page. @type {[string, readonly string[], "used-car" | undefined, readonly (readonly [readonly number[], number])[]][]} */
const TOURS = [
  ["overview, report and rule pack", ["overview", "report", "policy"], undefined, WINDOWS],
  ["the failure's overview, report, stop-loss, crisis and level", ["overview", "report", "stop-loss", "crisis", "level"], "used-car", [[[320], 1], [[1440], 1]]],
];

for (const [name, views, example, windows] of TOURS) {
  for (const lang of /** @type {const} */ (["zh", "en"])) {
    test(`${name} fit every width in ${lang}`, async () => {
      for (const [widths, scale] of windows) {
        const { page, context, said } = await open(on, { step: "overview", width: widths[0], lang, scale, example });
        for (const view of views) {
          await turnTo(page, view);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            for (const pane of width < 900 && !PAGES.includes(view) ? ["edit", "result"] : ["result"]) {
              await page.evaluate((pane) => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ pane }), pane);
              await drawn(page);
              assert.deepEqual(await page.evaluate(faults), [], `${view} at ${width} px, ${scale} ×, ${pane}`);
            }
          }
        }
        assert.deepEqual(said, []);
        await context.close();
      }
    });
  }
}

for (const width of [390, 1440]) {
  test(`axe-core finds nothing on the pages without figures of their own at ${width} px, in both languages and themes`, async () => {
    const { page, context } = await open(on, { step: "overview", width });
    await page.evaluate(axe);
    for (const [lang, theme] of LOOKS) {
      await speak(page, lang, theme);
      for (const view of ["overview", "report", "policy", "relationship", "crisis", "portfolio"]) {
        // Hundreds of fields take axe-core long: once in each language.
        await turnTo(page, view, width === 390 ? lang === "zh" && theme === "dark" : lang === "en" && theme === "light");
        for (const pane of width < 900 && !PAGES.includes(view) ? ["edit", "result"] : ["result"]) {
          await page.evaluate((pane) => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ pane }), pane);
          await drawn(page);
          assert.deepEqual(await violations(page), [], `${view} in ${lang}, ${theme}, ${pane}`);
        }
      }
    }
    await context.close();
  });
}

for (const [step, width] of /** @type {const} */ ([["policy", 320], ["policy", 375], ["policy", 1440], ["scorecard", 320], ["scorecard", 375], ["scorecard", 1440]])) {
  test(`what stands side by side on ${step} fits ${width} px`, async () => {
    for (const lang of /** @type {const} */ (["zh", "en"])) {
      const { page, context } = await open(on, { step, width, lang });
      await page.evaluate((step) => {
        const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
        if (step === "policy") {
          store.editPolicy("/commission/years/0/tiers/0/rate", 260);
          store.look({ flags: { "policy/beside": true } });
        } else store.set("/dossiers/0/months", [{ month: "2024-07", metrics: store.workspace.dossiers[0].months[0].metrics }, ...store.workspace.dossiers[0].months]);
      }, step);
      await page.locator("table.beside").first().waitFor();
      await drawn(page);
      assert.deepEqual(await page.evaluate(faults), [], lang);
      if (step === "policy" && width < 400) {
        const scrolls = await page.locator(".scroll:has(table.beside)").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
        assert.equal(scrolls, 0, "a phone shows both answers at once");
      }
      await context.close();
    }
  });
}

test("figures say what they are counted in", async () => {
  const { page, context } = await open(on, { step: "stop-loss", width: 1440, example: "used-car" });
  const suffix = (/** @type {string} */ id) => page.locator(`allymark-stop-loss [id$="${id}"]`).locator("xpath=..").locator("span").innerText();
  assert.deepEqual([await suffix("investment-plannedUnits"), await suffix("investment-months"), await suffix("investment-stopLoss")], ["单", "个月", "元"]);
  assert.match(await page.locator("allymark-stop-loss .outlooks thead").innerText(), /每月收入（元）.*（单）/s);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ view: "policy" }));
  const limit = page.locator("#fpolicy-trial-criteria-0-threshold");
  await limit.waitFor();
  assert.equal(await limit.locator("xpath=..").locator("span").count(), 1, "a limit of a metric has the metric's unit");
  assert.doesNotMatch(await page.locator('[id="fpolicy-trial-stability-seed"]').inputValue(), /,/, "a seed is no amount");
  await context.close();
});

test("each pack's own unit stands everywhere: deals are no policies", async () => {
  for (const [lang, other] of /** @type {const} */ ([["zh", /\d 份|每份|(?<!复制)一份|份数/], ["en", /\bpolic(y|ies)\b/]])) {
    const { page, context } = await open(on, { step: "commission", lang, example: "used-car" });
    for (const view of ["overview", "commission", "stop-loss", "scorecard", "trial", "report"]) {
      await turnTo(page, view);
      const words = await page.evaluate((view) => {
        const root = document.querySelector("allymark-app")?.shadowRoot;
        const card = root?.querySelector(`allymark-${view}`)?.shadowRoot ?? root?.querySelector("main");
        for (const fold of card?.querySelectorAll("details") ?? []) fold.open = true;
        return /** @type {any} */ (card)?.textContent.replaceAll(/<!--.*?-->/g, " ");
      }, view);
      assert.ok(words.length > 200);
      assert.equal(new RegExp(`.{0,24}(?:${other.source}).{0,12}`).exec(words)?.[0] ?? "", "", `${view} in ${lang}`);
    }
    await context.close();
  }
});

test("the policy's form names every rule and choice in words, in both packs", async () => {
  for (const pack of ["insurance-data", "used-car"]) {
    const { page, context } = await open(on, { step: "policy" });
    const raw = await page.evaluate(async (pack) => {
      const app = /** @type {any} */ (document.querySelector("allymark-app"));
      app.store.change((/** @type {any} */ workspace) => ({ ...workspace, policy: { id: pack, edits: {} } }));
      app.store.look({ flags: Object.fromEntries(Object.keys(app.store.results.policy.document).map((key) => [`policy/${key}`, true])) });
      await app.updateComplete;
      const words = [...app.shadowRoot.querySelectorAll("main *")].flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent.trim()));
      return words.filter((word) => /^[a-z][A-Za-z_]{2,}$/.test(word));
    }, pack);
    assert.deepEqual([...new Set(raw)], [], pack);
    await context.close();
  }
});

test("on a phone the step in view stands in the row of steps", async () => {
  const { page, context } = await open(on, { step: "portfolio", width: 390, height: 844 });
  const inRow = () => page.locator(".tabs [aria-current]").evaluate((tab) => tab.getBoundingClientRect().left >= 0 && tab.getBoundingClientRect().right <= innerWidth + 1);
  assert.equal(await inRow(), true);
  await page.evaluate(() => (/** @type {any} */ (document.querySelector("allymark-app")).view = "level"));
  await page.waitForTimeout(100);
  assert.equal(await inRow(), true);
  await context.close();
});

for (const width of [320, 1440]) {
  test(`every dialog and menu fits ${width} px, and axe-core objects to nothing`, async () => {
    const { page, context } = await open(on, { width });
    await page.evaluate(axe);
    /** @type {[string, any?][]} */
    const dialogs = [["clear"], ["share"], ["paste", { text: "月份\tNPS\tx\n2024-08\tabc\t1\n2024-09\t70\t2" }], ["compare", { results: { zhongan: { name: "x", verdict: "stop", score: 1, net: 5, total: 3, grade: "poor" } }, policy: { version: "0.9", digest: "abcdefgh" } }]];
    const look = async (/** @type {string} */ what) => {
      await drawn(page);
      assert.deepEqual(await page.evaluate(faults), [], what);
      assert.deepEqual(await violations(page), [], what);
    };
    for (const [kind, data] of dialogs) {
      await page.evaluate(([kind, data]) => /** @type {any} */ (document.querySelector("allymark-app")).store.ask(kind, data), [kind, data]);
      await page.locator("dialog[open]").waitFor();
      await look(kind);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("allymark-app")).store.look({ dialog: null }));
    }
    for (const summary of await page.locator(".tools summary:visible").all()) {
      await summary.click();
      await look((await summary.getAttribute("aria-label")) ?? "menu");
      await page.keyboard.press("Escape");
    }
    await context.close();
  });
}
