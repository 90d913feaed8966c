// Pictures of every step, for people to look at: node tests/web/support/shots.mjs [NAME...]
import { execFileSync } from "node:child_process";
import { exampleOf, open, PAGES, stage } from "./page.mjs";

const FOLDER = "build/shots";
const STEPS = ["level", "readiness", "diligence", "trial", "commission", "stop-loss", "scorecard", "relationship", "crisis", "portfolio"];
/** @type {Record<string, string>} the figure whose explanation is shown */
const FIGURE = { level: '[data-figure="level/zhongan/keyLevel/level"]', readiness: '[data-figure="readiness/zhongan/readiness/ability/mean"]', diligence: '[data-figure="diligence/taikang/diligence/groups/2/completeness"]', trial: '[data-figure="trial/zhongan/conversion"]', commission: '[data-figure="pay/net"]', "stop-loss": '[data-figure="room/stopLoss/present/monthsToRecover"]', scorecard: '[data-figure="month/metrics/3/score"]' };
const wanted = process.argv.slice(2);
const on = await stage();

/**
 * @param {string} name
 * @param {import("./page.mjs").Look} look
 * @param {(page: import("playwright-core").Page) => Promise<void>} [act]
 */
async function shot(name, look, act) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const { page, context } = await open(on, { ...exampleOf(look.step ?? ""), ...look });
  await act?.(page);
  // A phone's bars are sticky: a picture of the whole page needs a window as tall as the page.
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const width = look.width ?? 1440;
  if (!name.includes("-top")) await page.setViewportSize({ width, height: tall });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
  await context.close();
}

/** @param {string} name @param {import("./page.mjs").Look} look */
async function paper(name, look) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const { page, context } = await open(on, { ...exampleOf(look.step ?? ""), ...look });
  const file = `${FOLDER}/${name}.pdf`;
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  execFileSync("pdftoppm", ["-r", "100", "-png", file, `${FOLDER}/${name}`]);
  console.log(file);
  await context.close();
}

/** @param {number} pane @returns {(page: import("playwright-core").Page) => Promise<void>} */
const pane = (pane) => (page) => page.locator(".bottom button").nth(pane).click();
const phone = { width: 375, height: 812, scale: 2 };

/** Another pass mark on trial, the shipped pack beside it: the tables of what differs. @param {import("playwright-core").Page} page */
async function twoPolicies(page) {
  await page.locator("#fpolicy-trial-criteria-0-threshold").fill("20");
  await page.locator("#beside summary").click();
  await page.locator("table.beside").first().waitFor();
}

/** A month before the last, to stand beside it. @param {import("playwright-core").Page} page */
async function twoMonths(page) {
  await page.evaluate(() => {
    const { store } = /** @type {any} */ (document.querySelector("allymark-app"));
    const values = { policies: 500, conversion: 18.4, nps: 71, complaint_rate: 4.1, quote_hours: 20, failure_rate: 0.6 };
    const metrics = Object.fromEntries(Object.entries(values).map(([metric, value]) => [metric, { value }]));
    const last = store.workspace.dossiers[0].months;
    store.set("/dossiers/0/months", [{ month: "2024-07", metrics }, ...last]);
  });
  await page.locator(".beside-month").waitFor();
}

/** @param {import("playwright-core").Page} page */
async function nonsense(page) {
  const rate = page.locator("#f-dossiers-1-trial-metrics-complaint_rate-value");
  await rate.fill("5.1.2");
  await rate.blur();
}

for (const step of STEPS) {
  await shot(`${step}-desktop`, { step });
  await shot(`${step}-desktop-dark`, { step, theme: "dark" });
  await shot(`${step}-desktop-en`, { step, lang: "en" });
  await shot(`${step}-desktop-how`, { step }, (page) => page.locator(`allymark-${step} ${FIGURE[step] ?? "[data-figure]"}`).first().click());
  await shot(`${step}-tablet`, { step, width: 768, height: 1024 });
  await shot(`${step}-phone`, { step, ...phone });
  await shot(`${step}-phone-edit`, { step, ...phone }, pane(1));
  await shot(`${step}-phone-report`, { step, ...phone }, pane(3));
  await shot(`${step}-phone-dark`, { step, ...phone, theme: "dark" });
  await shot(`${step}-phone-en`, { step, ...phone, lang: "en" });
  await shot(`${step}-phone-how`, { step, ...phone }, (page) => page.locator(`allymark-${step} [data-figure]:visible`).first().click());
  await paper(`${step}-print`, { step });
}
for (const step of PAGES) {
  await shot(`${step}-desktop`, { step });
  await shot(`${step}-desktop-dark`, { step, theme: "dark" });
  await shot(`${step}-desktop-en`, { step, lang: "en" });
  await shot(`${step}-phone`, { step, ...phone });
  await shot(`${step}-phone-en`, { step, ...phone, lang: "en" });
  await shot(`${step}-phone-dark`, { step, ...phone, theme: "dark" });
  await paper(`${step}-print`, { step });
}
await shot("trial-desktop-error", {}, nonsense);
await shot("trial-phone-error", phone, async (page) => {
  await pane(1)(page);
  await nonsense(page);
});
for (const [name, look] of /** @type {const} */ ([["desktop", {}], ["phone", phone]])) {
  await shot(`policy-${name}-beside`, { step: "policy", ...look }, twoPolicies);
  await shot(`scorecard-${name}-beside`, { step: "scorecard", ...look }, twoMonths);
}
await shot("trial-desktop-blank", {}, async (page) => {
  await page.locator(".tools button.wide").first().click();
  await page.locator("dialog .pri").click();
});
await shot("trial-desktop-menu", {}, (page) => page.locator("allymark-trial .menu summary").click());
await shot("trial-desktop-counts", {}, async (page) => {
  for (const column of [0, 1]) await page.locator("allymark-trial .grid .head .twin").nth(column).click();
  await page.locator("#f-dossiers-1-trial-metrics-complaint_rate-events").fill("15");
});
await shot("commission-desktop-year2", { step: "commission" }, (page) => page.locator("allymark-commission .seg button").nth(1).click());
await shot("commission-desktop-all-units", { step: "commission" }, (page) => page.locator("#reading-tiers-all_units").check());
await shot("commission-desktop-missed", { step: "commission" }, (page) => page.locator("#f-dossiers-0-agreement-volume").fill("4999"));
await shot("scorecard-desktop-months", { step: "scorecard" }, async (page) => {
  const rows = [["2024-09", "430", "17", "68", "5.6", "25", "1.1"], ["2024-10"], ["2024-11", "610", "20", "78", "2.4", "12", "0.2"]];
  for (const [index, [, ...figures]] of rows.entries()) {
    await page.locator("allymark-scorecard .act button").first().click();
    for (const [at, metric] of ["policies", "conversion", "nps", "complaint_rate", "quote_hours", "failure_rate"].entries()) {
      if (figures[at]) await page.locator(`#f-dossiers-0-months-${index + 1}-metrics-${metric}-value`).fill(figures[at]);
    }
  }
});
await on.close();
