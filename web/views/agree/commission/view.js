/**
 * 协议与佣金: what the year pays under the clause, and what each other reading of it would pay.
 * @module
 */
import { html, nothing } from "lit";
import { field } from "../../shared/field.js";
import { findingList, grouped } from "../../shared/findings.js";
import { figure, originTag } from "../../shared/figure.js";
import { copyButton, moneyUnit, segmented } from "../../shared/toolbar.js";
import { address } from "../../manage/room.js";
import { agreementCards, contents, folds } from "../cards.js";
import { commissionInputs } from "./inputs.js";
import { curveFigure, waterfallFigure } from "./pictures.js";
import { payHow, payer } from "./how.js";
import { readingsTable } from "./readings.js";
import { commissionStep } from "./step.js";
import { statement } from "./statement.js";
import { undecidedYear } from "./undecided.js";
import { statementTable } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function commissionView(ctx) {
  const { w, results } = ctx;
  const quote = results.quote;
  const priced = quote !== null && quote.net !== null;
  const cards = agreementCards(ctx);
  return html`<div class="head" part="heading"><h1>${w.t("step.commission")}</h1>
      <p>${quote ? html`${w.t("agree.sub", { year: quote.contractYear, target: quote.target })}${w.t("punct.semicolon")}${payer(ctx, quote)} ${originTag(ctx, w.labels.origin("commission.payer"))}` : nothing}</p>
      <div class="act" part="toolbar">${yearChoice(ctx)}${moneyUnit(ctx)}${priced ? copyButton(ctx, () => statementTable(ctx, quote)) : nothing}</div></div>
    ${contents(ctx, cards)}
    <div class="cols c57 first"><section>${commissionInputs(ctx)}
        <div class="result-part">${priced ? statement(ctx, quote) : quote ? undecidedYear(ctx, quote) : html`<p class="q none">${w.t("agree.empty")}</p>`}</div></section>
      <section class="result-part">${priced && results.curve ? curveFigure(ctx, quote, results.curve) : quote ? commissionFindings(ctx) : nothing}</section></div>
    ${priced ? html`<div class="result-part">${payHow(ctx, quote)}</div><div class="cols c2"><section class="result-part">${waterfallFigure(ctx, quote)}
        <div class="gap">${commissionFindings(ctx)}</div></section><section>${readingsTable(ctx, quote)}${casesTable(ctx, quote)}</section></div>` : quote ? html`<div class="result-part">${payHow(ctx, quote)}</div>` : nothing}
    ${folds(ctx, cards)}
    <p class="foot result-part"><span>${priced ? w.t("agree.legend") : nothing}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p>`;
}

/**
 * The plan beside the downside case.
 * @param {Context} ctx
 * @param {import("allymark/engine").Quote} quote
 */
function casesTable(ctx, quote) {
  const { w, store } = ctx;
  const base = `/dossiers/${store.index}/agreement`;
  return html`<h2 class="sec later">${w.t("agree.cases")}</h2><div class="edit-part">${field(ctx, { path: `${base}/plannedVolume`, label: w.t("agree.planned"), unit: "count", suffix: w.counted() })}${field(ctx, { path: `${base}/downsideVolume`, label: w.t("agree.downside"), unit: "count", suffix: w.counted() })}</div>
    ${quote.cases.length === 0 ? nothing : html`<table class="cases result-part" part="table"><thead><tr><th scope="col">${w.t("agree.case")}</th><th scope="col" class="num">${w.t("col.quantity")}</th><th scope="col" class="num">${w.t("agree.dueIn", { unit: w.t(`unit.${w.moneyUnit}`) })}</th></tr></thead><tbody>${quote.cases.map((entry, index) => html`<tr><th scope="row">${w.t(`agree.case.${entry.case}`)}</th><td class="num">${w.num(entry.volume)}</td><td class="num">${figure(ctx, `pay/cases/${index}/net`, w.money(entry.net, { fen: true }), { stale: ctx.results.staleQuote, label: w.t(`agree.case.${entry.case}`) })}</td></tr>`)}</tbody></table>`}`;
}

/** @param {Context} ctx */
export function commissionFindings(ctx) {
  const findings = commissionStep.findings(ctx);
  return html`<h2 class="sec">${ctx.w.t("findings.title")} <small>${ctx.w.t("findings.count", { n: grouped(ctx, findings).length })}</small></h2>
    ${findingList(ctx, findings, { address: (path) => (path.startsWith("/dossier/") ? address(ctx)(path) : `/dossiers/${ctx.store.index}/agreement${path}`) })}`;
}

/** @param {Context} ctx */
function yearChoice(ctx) {
  const { w, store } = ctx;
  const years = w.labels.contractYears();
  if (years.length < 2) return nothing;
  const chosen = String(store.workspace.dossiers[store.index].agreement?.contractYear ?? 1);
  return segmented(w.t("agree.year"), years.map((year) => ({ id: String(year.year), text: w.t(year.undecided ? "agree.yearOpen" : "agree.yearN", { n: year.year }) })), chosen, (id) =>
    store.set(`/dossiers/${store.index}/agreement/contractYear`, Number(id)));
}
