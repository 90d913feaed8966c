// What comes out of the printer: one A4 page for the one who decides, then the annex.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { exampleOf, open, stage } from "./support/page.mjs";

/** @type {import("./support/page.mjs").Stage} */
let on;
/** @type {string} */
let folder;
before(async () => {
  on = await stage();
  folder = mkdtempSync(join(tmpdir(), "allymark-paper-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await on?.close();
});

const hasPdfTools = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

for (const [step, lang, wanted] of /** @type {[string, "zh" | "en", RegExp[]][]} */ ([
  ["trial", "zh", [/选众安在线/, /有条件签约/, /什么会改变结论/, /请批/, /计算引擎/]],
  ["commission", "zh", [/众安在线：¥2,730,000/, /少签 1 份丢/, /断崖/, /请批/, /计算引擎/]],
  ["stop-loss", "zh", [/应当停止/, /64\.8/, /3,334/, /请批/, /计算引擎/]],
  ["stop-loss", "en", [/Stop/, /64\.8/, /For approval/, /Engine/]],
  ["scorecard", "zh", [/良好/, /112\.18/, /请批/, /计算引擎/]],
  ["trial", "en", [/conditionally/, /For approval/, /Engine/]],
  ["commission", "en", [/2,730,000/, /For approval/, /Engine/]],
  ["scorecard", "en", [/Good/, /For approval/, /Engine/]],
  ["relationship", "zh", [/众安在线：会议都按时/, /下一次/, /4,500,000/, /请批/, /计算引擎/]],
  ["crisis", "zh", [/众安在线：平静/, /6\.8 点/, /请批/, /计算引擎/]],
  ["portfolio", "zh", [/众安在线/, /没有佣金数据/, /平静/, /2,730,000/, /请批/, /计算引擎/]],
  ["relationship", "en", [/All meetings on/, /For approval/, /Engine/]],
  ["crisis", "en", [/quiet/, /For approval/, /Engine/]],
  ["portfolio", "en", [/2,730,000/, /For approval/, /Engine/]],
])) {
  test(`${step} prints on one page in ${lang}, and its annex follows`, { skip: hasPdfTools ? false : "pdftotext is not installed" }, async () => {
    const { page, context, said } = await open(on, { step, lang, theme: "dark", ...exampleOf(step) });
    const file = join(folder, `${step}-${lang}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const first = execFileSync("pdftotext", ["-f", "1", "-l", "1", "-layout", file, "-"], { encoding: "utf8" });
    const second = execFileSync("pdftotext", ["-f", "2", "-l", "2", "-layout", file, "-"], { encoding: "utf8" });
    for (const part of wanted) assert.match(first, part);
    assert.match(second, lang === "zh" ? /附页/ : /Annex/);
    assert.deepEqual(said, []);
    await context.close();
  });
}

for (const lang of /** @type {const} */ (["zh", "en"])) {
  test(`the report's first page has verdict, figures, risks, what to approve and where to sign, in ${lang}`, { skip: hasPdfTools ? false : "pdftotext is not installed" }, async () => {
    const { page, context, said } = await open(on, { step: "report", lang });
    const file = join(folder, `report-${lang}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const sheet = (/** @type {number} */ number) => execFileSync("pdftotext", ["-f", String(number), "-l", String(number), "-layout", file, "-"], { encoding: "utf8" });
    const wanted = lang === "zh" ? [/众安在线：有条件签约/, /¥2,730,000/, /各步结论/, /止损与回本\s+还没法判断/, /什么会改变结论/, /风险与缺口/, /请批：[^]*1\. 选众安在线/, /批准/, /规则包指纹/, /众安在线\s+1 \/ \d+/] : [/众安在线: Sign conditionally|众安在线: /, /¥2,730,000/, /Step by step/, /What would change/, /Risks and gaps/, /For approval:[^]*1\. Choose 众安在线/, /digest/, /众安在线\s+1 \/ \d+/];
    for (const part of wanted) assert.match(sheet(1), part);
    assert.doesNotMatch(sheet(2), lang === "zh" ? /批准/ : /Approved/, "it is signed once");
    assert.match(sheet(2), lang === "zh" ? /关键等级|试合作结论/ : /Key level|Trial/);
    const sheets = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))?.[1]);
    assert.ok(sheets <= 16, `the annex flows: ${sheets} sheets`);
    for (let at = 1; at <= sheets; at += 1) assert.ok(sheet(at).trim().split("\n").filter((line) => line.trim() !== "").length > 8, `sheet ${at} is nearly empty`);
    assert.deepEqual(said, []);
    await context.close();
  });
}

test("the failure's report decides its stop, and its first page holds it all", { skip: hasPdfTools ? false : "pdftotext is not installed" }, async () => {
  const { page, context, said } = await open(on, { step: "report", example: "used-car" });
  const file = join(folder, "report-used-car.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const first = execFileSync("pdftotext", ["-f", "1", "-l", "1", "-layout", file, "-"], { encoding: "utf8" });
  for (const part of [/二手车平台：应当停止/, /请批：[^]*1\. 停止追加投入/, /规则包指纹/]) assert.match(first, part);
  assert.doesNotMatch(first, /−¥778,000|补开逾期/);
  const risks = await page.locator("allymark-app .summary .finds li").allInnerTexts();
  assert.equal(new Set(risks).size, risks.length, "no remark is listed twice");
  assert.deepEqual(said, []);
  await context.close();
});

for (const [lang, example] of /** @type {const} */ ([["zh", undefined], ["en", "used-car"]])) {
  test(`no mark of the report is without its style, ${example ?? "first example"}`, async () => {
    const { page, context } = await open(on, { step: "report", lang, example });
    await page.locator("allymark-app .lanes").first().waitFor();
    const black = await page.locator("allymark-app .report svg:not(.i) :is(circle, path, rect, polygon)").evaluateAll((marks) => marks.filter((mark) => getComputedStyle(mark).fill === "rgb(0, 0, 0)").map((mark) => `${mark.parentElement?.getAttribute("class")} ${mark.outerHTML.slice(0, 80)}`));
    assert.deepEqual(black, []);
    const hidden = await page.locator("allymark-app .report svg.lanes .sign").evaluateAll((marks) => marks.filter((mark) => getComputedStyle(mark).display === "none").length);
    assert.equal(hidden, 0, "a mark keeps its sign");
    await context.close();
  });
}

test("every row of the report's tables has as many cells as its head", async () => {
  const { page, context } = await open(on, { step: "report" });
  const wrong = await page.locator("allymark-app .report table").evaluateAll((tables) => tables.flatMap((table) => {
    const cells = (/** @type {Element} */ row) => [...row.children].filter((cell) => getComputedStyle(cell).display !== "none").reduce((sum, cell) => sum + /** @type {HTMLTableCellElement} */ (cell).colSpan, 0);
    const head = table.querySelector("thead tr");
    return head ? [...table.querySelectorAll("tbody tr")].filter((row) => cells(row) !== cells(head)).map((row) => row.textContent ?? "") : [];
  }));
  assert.deepEqual(wrong, []);
  await context.close();
});
