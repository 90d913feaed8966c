/**
 * The payback on A4: the verdict, the crossing lines, every pace, and what each month before would have said.
 * @module
 */
import { html } from "lit";
import { payback } from "../../../charts/payback.js";
import { dataTable } from "../../shared/table.js";
import { ofPartner, paper, paperFindings } from "../../shared/paper.js";
import { traceSteps } from "../../shared/how.js";
import { caseName, monthsText, outlooks, paybackData } from "./picture.js";
import { stopLossStep } from "./step.js";
import { lookBack, stopAsk, stopHeadline, stopLoss } from "./verdict.js";
import { backTable } from "./view.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} drawing
 */
export function stopPaper(ctx, drawing) {
  const { w } = ctx;
  const result = stopLoss(ctx);
  if (!result) return html`<article class="paper"><p>${w.t("stop.empty")}</p></article>`;
  const data = paybackData(ctx, result);
  const trace = ctx.results.assessment?.trace ?? {};
  const cases = outlooks(result);
  return paper(ctx, {
    title: w.t("step.stop-loss"),
    headline: stopHeadline(ctx),
    strong: ofPartner(ctx, stopHeadline(ctx).strong),
    figures: [
      { term: w.t("stop.invested"), text: w.money(result.invested, { symbol: true }) },
      { term: w.t("stop.earned"), text: w.money(result.earned, { symbol: true }) },
      { term: w.t("stop.uncovered"), text: w.money(result.uncovered, { symbol: true }) },
    ],
    body: html`<figure><figcaption class="cap"><b>${data.label}</b></figcaption>${drawing((width) => payback(data, width, 270), 690)}</figure>
      ${dataTable({ caption: w.t("stop.howLong"), head: [w.t("stop.case"), w.t("stop.incomeIn", { unit: w.t(`unit.${w.moneyUnit}`) }), w.t("stop.toRecover"), w.t("stop.breakEven"), w.t("stop.breakEvenAll")], rows: cases.map(({ kind, outlook }) => [caseName(ctx, kind, outlook), w.money(outlook.incomePerMonth), monthsText(ctx, outlook.monthsToRecover), w.num(outlook.breakEvenUnits), w.num(outlook.plannedBreakEvenUnits ?? null)]) })}
      ${paperFindings(ctx, stopLossStep.findings(ctx))}`,
    findings: stopLossStep.findings(ctx),
    asks: stopAsk(ctx),
    legend: w.t("stop.legend"),
    annex: html`<section><h2 class="sec">${w.t("paper.annex")} · ${w.t("stop.back")}</h2>${dataTable(backTable(ctx, lookBack(ctx)))}</section>
      <section><h2 class="sec">${w.t("how.title")}</h2>${["uncovered", ...cases.map(({ kind }) => `${kind}/monthsToRecover`), "verdict"].map((at) => traceSteps(ctx, trace[`/stopLoss/${at}`]))}</section>`,
  });
}
