/**
 * 止损与回本: what was put in against what came back, how long the rest takes at each pace and fee, and since when the
 * answer has been to stop.
 * @module
 */
import { html, nothing } from "lit";
import { headroom } from "../../../charts/headroom.js";
import { findingList, grouped } from "../../shared/findings.js";
import { status } from "../../shared/status.js";
import { copyButton, moneyUnit } from "../../shared/toolbar.js";
import { roomFigure } from "../../manage/explain.js";
import { address } from "../../manage/room.js";
import { agreeHow } from "../how.js";
import { askedFigure, askedHow } from "./asked.js";
import { aheadCard } from "./ahead.js";
import { monthInputs, termInputs } from "./inputs.js";
import { caseName, monthsText, outlooks, paybackFigure } from "./picture.js";
import { stopLossStep } from "./step.js";
import { lookBack, stopLook, stopLoss } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */

/** @param {Context} ctx */
export function stopLossView(ctx) {
  const { w } = ctx;
  const result = stopLoss(ctx);
  return html`<div class="head" part="heading"><h1>${w.t("step.stop-loss")}</h1>
      <p>${result ? w.t("stop.sub", { month: result.month, n: result.elapsed, left: result.monthsLeft, rate: result.present.rate }) : nothing}</p>
      <div class="act" part="toolbar">${result ? html`${moneyUnit(ctx)}${copyButton(ctx, () => backTable(ctx, lookBack(ctx)))}` : nothing}</div></div>
    ${result ? html`<div class="result-part"><div class="cols c75 first"><section>${paybackFigure(ctx)}</section><section>${recovery(ctx, result)}</section></div>
      ${agreeHow(ctx, "/stopLoss/", w.t("step.stop-loss"))}${askedHow(ctx, [{ key: "today", name: "", answer: result }])}
      <div class="cols c75"><section>${aheadCard(ctx, result)}${back(ctx)}</section><section>${stopFindings(ctx)}</section></div></div>` : html`<p class="q none result-part">${w.t(ctx.store.workspace.dossiers[ctx.store.index].investment ? "stop.unfinished" : "stop.empty")}</p>`}
    <div class="cols c75 edit-part"><section>${monthInputs(ctx)}</section><section>${termInputs(ctx)}</section></div>
    <p class="foot result-part">${result ? html`<span>${w.t("stop.legend")}</span>` : nothing}<span>${w.t("how.policy")} ${ctx.policyName}</span></p>`;
}

/** @param {Context} ctx */
function stopFindings(ctx) {
  const findings = stopLossStep.findings(ctx);
  return html`<h2 class="sec">${ctx.w.t("findings.title")} <small>${ctx.w.t("findings.count", { n: grouped(ctx, findings).length })}</small></h2>${findingList(ctx, findings, { address: toField(ctx) })}`;
}

/**
 * Where a remark is answered: one about the stages at the gate of the last of them.
 * @param {Context} ctx
 */
function toField(ctx) {
  return (/** @type {string} */ path) => {
    const place = address(ctx)(path);
    return place.endsWith("/invested") ? place.replace("/invested", `/gate/${ctx.store.valueAt(place)?.at(-1)?.month}`) : place;
  };
}

/**
 * How many more months each pace needs, against the months that are left.
 * @param {Context} ctx
 * @param {StopLoss} result
 */
function recovery(ctx, result) {
  const { w } = ctx;
  const rows = outlooks(result);
  const most = Math.max(result.monthsLeft, ...rows.map(({ outlook }) => outlook.monthsToRecover ?? 0)) * 1.05;
  const fig = (/** @type {string} */ at, /** @type {string} */ text, /** @type {string} */ label) => roomFigure(ctx, `/stopLoss/${at}`, text, label, "stop-loss");
  return html`<h2 class="sec">${w.t("stop.howLong")} <small>${w.t("stop.leftTick", { n: result.monthsLeft })}</small></h2>
    <table class="outlooks bars" part="table"><tbody>${rows.map(({ kind, outlook }) => {
      const name = caseName(ctx, kind, outlook);
      const text = monthsText(ctx, outlook.monthsToRecover);
      return html`<tr class=${kind === "present" ? "on" : ""}><th scope="row">${name}</th>
        <td class="barcol"><allymark-sized .draw=${(/** @type {number} */ width) => headroom({ value: outlook.monthsToRecover, limit: result.monthsLeft, most, safe: "below", label: `${name} ${text}` }, width)}></allymark-sized></td>
        <td class="num">${outlook.monthsToRecover === null ? html`<span class="bad">${text}</span>` : fig(`${kind}/monthsToRecover`, text, `${name} ${w.t("stop.toRecover")}`)}</td></tr>`;
    })}</tbody></table>
    <table class="outlooks later" part="table"><thead><tr><th scope="col">${w.t("stop.case")}</th><th scope="col" class="num">${w.t("stop.incomeIn", unit(ctx))}</th><th scope="col" class="num">${w.t("stop.breakEven")}</th><th scope="col" class="num">${w.t("stop.breakEvenAll")}</th></tr></thead>
      <tbody>${rows.map(({ kind, outlook }) => {
        const name = caseName(ctx, kind, outlook);
        return html`<tr class=${kind === "present" ? "on" : ""}><th scope="row">${w.t(`stop.short.${kind}`, { rate: outlook.rate })}</th><td class="num">${fig(`${kind}/incomePerMonth`, w.money(outlook.incomePerMonth), `${name} ${w.t("stop.income")}`)}</td>
          <td class="num">${fig(`${kind}/breakEvenUnits`, w.num(outlook.breakEvenUnits), `${name} ${w.t("stop.breakEven")}`)}</td>
          <td class="num">${outlook.plannedBreakEvenUnits === undefined ? "—" : fig(`${kind}/plannedBreakEvenUnits`, w.num(outlook.plannedBreakEvenUnits), `${name} ${w.t("stop.breakEvenAll")}`)}</td></tr>`;
      })}</tbody></table>
    <p class="s under">${w.t("stop.uncovered")} <b>${fig("uncovered", w.money(result.uncovered, { symbol: true }), w.t("stop.uncovered"))}</b> <span class="q">${difference(ctx, result)}</span></p>
    <p class="s">${w.t("stop.breakEvenMonth")} <b>${result.breakEvenMonth ? w.month(result.breakEvenMonth) : w.t("stop.notYet")}</b></p>`;
}

/** Put in less earned, each with its own steps. @param {Context} ctx @param {StopLoss} result */
function difference(ctx, result) {
  const { w } = ctx;
  const [before, between, after] = w.t("stop.uncoveredIs", { invested: "|", earned: "|" }).split("|");
  const part = (/** @type {"invested" | "earned"} */ at) => askedFigure(ctx, "today", at, w.money(result[at], { symbol: true }), w.t(`stop.${at}`));
  return html`${before}${part("invested")}${between}${part("earned")}${after}`;
}

/** @param {Context} ctx */
function back(ctx) {
  const { w } = ctx;
  const months = lookBack(ctx);
  const last = months.length - 1;
  return html`<h2 class="sec later">${w.t("stop.back")} <small>${w.t("stop.backHint")}</small></h2>
    <table class="look-back" part="table"><thead><tr><th scope="col">${w.t("score.month")}</th><th scope="col" class="num">${w.t("stop.uncoveredIn", unit(ctx))}</th><th scope="col" class="num">${w.t("stop.against")}</th><th scope="col">${w.t("stop.verdict")}</th></tr></thead>
      <tbody>${months.map((month, at) => html`<tr class=${at === last ? "on" : ""}><th scope="row" class="n">${month.month}</th><td class="num">${askedFigure(ctx, month.month, "uncovered", w.money(month.uncovered), `${w.month(month.month)} ${w.t("stop.uncovered")}`)}</td><td class="num">${month.present.monthsToRecover === null ? w.t("stop.never") : askedFigure(ctx, month.month, "present/monthsToRecover", w.num(month.present.monthsToRecover), `${w.month(month.month)} ${w.t("stop.toRecover")}`)} / ${w.num(month.monthsLeft)}</td>
        <td>${at === last ? roomVerdict(ctx, month) : mark(ctx, month)}</td></tr>`)}</tbody></table>
    ${askedHow(ctx, months.map((month) => ({ key: month.month, name: w.month(month.month), answer: month })))}`;
}

/** The unit of money for a heading. @param {Context} ctx */
const unit = (ctx) => ({ unit: ctx.w.t(`unit.${ctx.w.moneyUnit}`) });

/** @param {Context} ctx @param {StopLoss} month */
const mark = (ctx, month) => status(stopLook(month.verdict), ctx.w.t(month.reason === "recovered" ? "stop.recovered" : `stop.${month.verdict}`));

/** @param {Context} ctx @param {StopLoss} month */
const roomVerdict = (ctx, month) => html`${mark(ctx, month)} ${roomFigure(ctx, "/stopLoss/verdict", ctx.w.t("stop.why"), `${ctx.w.t("stop.verdict")} ${ctx.w.t("how.title")}`, "stop-loss")}`;

/**
 * @param {Context} ctx
 * @param {StopLoss[]} months
 * @returns {import("../../shared/table.js").TableData}
 */
export function backTable(ctx, months) {
  const { w } = ctx;
  return {
    caption: w.t("stop.back"),
    head: [w.t("score.month"), w.t("stop.invested"), w.t("stop.earned"), w.t("stop.uncovered"), w.t("stop.toRecover"), w.t("stop.left"), w.t("stop.verdict")],
    rows: months.map((month) => [w.month(month.month), w.money(month.invested), w.money(month.earned), w.money(month.uncovered), monthsText(ctx, month.present.monthsToRecover), w.num(month.monthsLeft), w.t(month.reason === "recovered" ? "stop.recovered" : `stop.${month.verdict}`)]),
  };
}
