/**
 * 月度评估: the month's score and grade, and what it asks for.
 * @module
 */
import { html, nothing } from "lit";
import { findingList, grouped, withLint } from "../../shared/findings.js";
import { icon } from "../../shared/icon.js";
import { copyButton } from "../../shared/toolbar.js";
import { addMonth, nextMonth, previousMonth } from "../../../store/workspace.js";
import { besideMonth } from "./beside.js";
import { gradeSection } from "./grade.js";
import { historySection } from "./history.js";
import { metricTable } from "./table.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/** @param {Context} ctx */
export function scorecardView(ctx) {
  const { w } = ctx;
  const card = ctx.results.months?.scorecard ?? null;
  return html`<div class="head" part="heading"><h1>${w.t("step.scorecard")}</h1><p>${card ? subtitle(ctx, card) : nothing}</p>
      <div class="act" part="toolbar">${monthChoice(ctx)}${card ? copyButton(ctx, () => scorecardTable(ctx, card)) : nothing}</div></div>
    ${card ? html`${metricTable(ctx, card)}
      <div class="cols c2 result-part"><section>${gradeSection(ctx, card)}</section><section>${scorecardFindings(ctx)}</section></div>
      ${historySection(ctx, card)}
      ${besideMonth(ctx, card)}
      <p class="foot result-part"><span>${w.t("score.legend", { base: w.labels.scorecardBase(), cap: w.labels.scorecardCap() })}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p>` : html`<p class="q none">${w.t("score.empty")}</p>`}`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
function subtitle(ctx, card) {
  const measured = card.metrics.filter((entry) => entry.value !== null).length;
  const crossed = card.redLines.some((line) => line.state === "crossed");
  return ctx.w.t(crossed ? "score.subRed" : "score.sub", { month: card.month, n: card.metrics.length, measured, base: ctx.w.labels.scorecardBase() });
}

/** @param {Context} ctx */
export function scorecardFindings(ctx) {
  const { w } = ctx;
  const findings = withLint(ctx, ctx.results.months?.findings, "scorecard");
  return html`<h2 class="sec">${w.t("findings.title")} <small>${w.t("findings.count", { n: grouped(ctx, findings).length })}</small></h2>
    ${findingList(ctx, findings, { address: (path) => path.replace(/^\/dossier(?=\/)/, `/dossiers/${ctx.store.index}`) })}`;
}

/** @param {Context} ctx */
function monthChoice(ctx) {
  const { w, store } = ctx;
  const months = store.workspace.dossiers[store.index].months ?? [];
  const after = months.length > 0 ? nextMonth(months[months.length - 1].month) : previousMonth(store.workspace.asOf.slice(0, 7));
  const add = () => {
    store.change((workspace) => addMonth(workspace, store.index, after));
    store.look({ month: after, open: null });
  };
  return html`${months.length > 0 ? html`<label class="pick-month"><span class="sr">${w.t("score.month")}</span><select class="btn" .value=${ctx.results.month ?? ""} @change=${(/** @type {Event} */ event) => store.look({ month: /** @type {HTMLSelectElement} */ (event.target).value, open: null })}>
      ${months.map((entry) => html`<option value=${entry.month} ?selected=${entry.month === ctx.results.month}>${w.month(entry.month)}</option>`)}</select></label>` : nothing}
    <button type="button" class="btn" @click=${add}>${icon("plus")}${w.t("score.addMonth", { month: after })}</button>`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @returns {import("../../shared/table.js").TableData}
 */
export function scorecardTable(ctx, card) {
  const { w } = ctx;
  return {
    caption: `${w.t("step.scorecard")} ${w.month(card.month)}`,
    head: [w.t("col.metric"), w.t("col.group"), w.t("col.target"), w.t("col.actual"), w.t("col.score"), w.t("col.unrounded")],
    rows: [
      ...card.metrics.map((entry) => [w.labels.metric(entry.metric), w.labels.group(entry.group), w.limit(entry.metric, entry.relation, entry.target), w.value(entry.metric, entry.value), w.num(entry.shownScore, 0, 0), w.num(entry.score, 2, 2)]),
      [w.t("score.total"), w.t(w.known(`grade.${card.grade ?? "none"}`)), "", "", w.num(card.shownTotal, 0, 0), w.num(card.total, 2, 2)],
    ],
  };
}
