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
const phone = { width: 390, height: 844, scale: 2 };

for (const step of STEPS) {
  await shot(`${step}-desktop`, { step });
  await shot(`${step}-desktop-dark`, { step, theme: "dark" });
  await shot(`${step}-desktop-en`, { step, lang: "en" });
  await shot(`${step}-desktop-how`, { step }, (page) => page.locator(`allymark-${step} ${FIGURE[step] ?? "[data-figure]"}`).first().click());
  await shot(`${step}-tablet`, { step, width: 768, height: 1024 });
  await shot(`${step}-phone`, { step, ...phone });
  await shot(`${step}-phone-top-dark`, { step, ...phone, theme: "dark" });
  await shot(`${step}-phone-edit`, { step, ...phone }, pane(1));
  await shot(`${step}-phone-report`, { step, ...phone }, pane(3));
  await paper(`${step}-print`, { step });
}
for (const step of PAGES) {
  await shot(`${step}-desktop`, { step });
  await shot(`${step}-desktop-dark`, { step, theme: "dark" });
  await shot(`${step}-desktop-en`, { step, lang: "en" });
  await shot(`${step}-phone`, { step, ...phone });
  await paper(`${step}-print`, { step });
}
await shot("trial-desktop-error", {}, async (page) => {
  const rate = page.locator("#f-dossiers-1-trial-metrics-complaint_rate-value");
  await rate.fill("5.1.2");
  await rate.blur();
});
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
