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
  ["commission", "zh", [/2,730,000/, /断崖/, /请批/, /计算引擎/]],
  ["stop-loss", "zh", [/应当停止/, /64\.8/, /3,334/, /请批/, /计算引擎/]],
  ["stop-loss", "en", [/Stop/, /64\.8/, /For approval/, /Engine/]],
  ["scorecard", "zh", [/良好/, /112\.18/, /请批/, /计算引擎/]],
  ["trial", "en", [/conditionally/, /For approval/, /Engine/]],
  ["commission", "en", [/2,730,000/, /For approval/, /Engine/]],
  ["scorecard", "en", [/Good/, /For approval/, /Engine/]],
  ["relationship", "zh", [/会议都按时/, /4,500,000/, /请批/, /计算引擎/]],
  ["crisis", "zh", [/平静/, /6\.8 点/, /请批/, /计算引擎/]],
  ["portfolio", "zh", [/众安在线/, /2,730,000/, /请批/, /计算引擎/]],
  ["relationship", "en", [/All meetings in time/, /For approval/, /Engine/]],
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
    const wanted = lang === "zh" ? [/众安在线：有条件签约/, /¥2,730,000/, /各步结论/, /风险与缺口/, /请批：选众安在线/, /批准/, /规则包指纹/] : [/众安在线: Sign conditionally|众安在线: /, /¥2,730,000/, /Step by step/, /Risks and gaps/, /For approval/, /digest/];
    for (const part of wanted) assert.match(sheet(1), part);
    assert.doesNotMatch(sheet(2), lang === "zh" ? /批准/ : /Approved/, "it is signed once");
    assert.match(sheet(2), lang === "zh" ? /关键等级|试合作结论/ : /Key level|Trial/);
    assert.deepEqual(said, []);
    await context.close();
  });
}
