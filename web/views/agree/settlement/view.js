/**
 * 月结与清算: what each month is due and paid, the statements as they were issued, corrections, and the year's true-up.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../../shared/icon.js";
import { control, message } from "../../shared/field.js";
import { copyButton } from "../../shared/toolbar.js";
import { roomFigure } from "../../manage/explain.js";
import { addTo, removeButton } from "../../shared/entries.js";
import { errorLine, textControl, textField } from "../../shared/text-field.js";
import { assessed, dossierPath } from "../../manage/room.js";
import { figure } from "../../shared/figure.js";
import { sumHow } from "../../shared/how.js";
import { agreeHow } from "../how.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").SettlementResult} Result */

/** @param {Context} ctx @returns {import("../cards.js").Card} */
export function settlementCard(ctx) {
  const { w } = ctx;
  const result = ctx.results.assessment?.settlement ?? null;
  return {
    id: "settlement",
    edit: true,
    tone: "",
    state: result ? w.t(result.complete ? "settle.whole" : "settle.soFar", { paid: result.paid, n: result.statements.length }) : w.t("settle.needs"),
    body: html`<div class="cols c75 first"><section class="result-part">${result ? monthsTable(ctx, result) : nothing}</section>
      <section>${textField(ctx, { path: `${dossierPath(ctx)}/agreement/effective`, label: w.t("settle.effective"), kind: "date" })}
        ${result ? html`<div class="result-part">${statements(ctx, result)}</div>${corrections(ctx)}<p class="q s under">${terms(ctx, result)}</p>` : nothing}</section></div>
      ${agreeHow(ctx, "/settlement/", w.t("agree.card.settlement"), (pointer) => pointer.replace(/\/due$/, "/payment").replace(/\/yearNet$/, "/trueUp"))}${result ? sums(ctx, result) : nothing}`,
  };
}

/** Who counts, how long a statement may be contested, tax. @param {Context} ctx @param {Result} result */
function terms(ctx, { rules }) {
  const { w } = ctx;
  return [w.t(w.known(`sentence.payment.${rules.payment}`)), w.t(w.known(`sentence.period.${rules.period}`)), w.t(w.known(`sentence.countedBy.${rules.countedBy}`), { days: rules.disputeDays }), w.t(`sentence.tax.${rules.taxExclusive ? "exclusive" : "inclusive"}`)].join(w.lang === "en" ? " " : "");
}

/**
 * A year's target falls to its months in whole policies, so these differ by one: the heading says of what they are shares.
 * @param {Context} ctx
 * @param {Result} result
 */
function targetName({ w, results }, result) {
  const year = /** @type {any[]} */ (results.policy.document.commission?.years ?? []).find((entry) => entry.year === result.contractYear);
  const shaped = (year?.shape ?? []).length > 0;
  return year?.target && !shaped && result.rules.period === "contract_year" ? w.t("settle.targetOf", { target: year.target, n: result.months.length }) : w.t("settle.target");
}

/**
 * @param {Context} ctx
 * @param {Result} result
 */
function monthsTable(ctx, result) {
  const { w } = ctx;
  return html`<div class="bar"><h3>${w.t("settle.months", { from: result.from, to: result.to })}</h3>${copyButton(ctx, () => settlementTable(ctx, result))}</div>
    <table class="settled" part="table"><thead><tr><th scope="col">${w.t("score.month")}</th><th scope="col" class="num">${targetName(ctx, result)}</th><th scope="col" class="num">${w.t("settle.volume")}</th><th scope="col" class="num">${w.t("settle.due")}</th><th scope="col" class="num">${w.t("settle.payment")}</th></tr></thead>
      <tbody>${result.months.map((month, index) => html`<tr class=${month.volume === null ? "q" : ""}><th scope="row" class="n">${month.month}</th><td class="num">${w.num(month.target)}</td><td class="num">${w.num(month.volume)}${month.volume !== null && month.target !== null && month.volume < month.target ? html` <span class="warn" role="img" aria-label=${w.t("settle.below")}>${icon("find")}</span>` : nothing}</td>
        <td class="num">${month.due === null || month.payment === null ? w.money(month.due, { fen: true }) : roomFigure(ctx, `/settlement/months/${index}/due`, w.money(month.due, { fen: true }), `${w.month(month.month)} ${w.t("settle.due")}`, "commission")}</td>
        <td class="num">${month.payment === null ? "—" : roomFigure(ctx, `/settlement/months/${index}/payment`, w.money(month.payment, { fen: true }), `${w.month(month.month)} ${w.t("settle.payment")}`, "commission")}${month.provisional ? html` <small class="q">${w.t("settle.provisional")}</small>` : nothing}</td></tr>`)}
        <tr class="sum"><th scope="row">${w.t("settle.paid")}</th><td></td><td class="num">${w.num(result.months.at(-1)?.toDate ?? null)}</td><td class="num">${result.yearNet === null ? "" : roomFigure(ctx, "/settlement/yearNet", w.money(result.yearNet, { fen: true }), w.t("settle.due"), "commission")}</td><td class="num">${figure(ctx, PAID, w.money(result.paid, { fen: true }), { label: w.t("settle.paid"), stale: assessed(ctx).stale, step: "commission" })}</td></tr></tbody></table>
    <p class="s under">${w.t("settle.trueUp")} <b>${result.trueUp === null ? w.t("settle.trueUpLater", { to: result.to }) : roomFigure(ctx, "/settlement/trueUp", w.money(result.trueUp, { fen: true, sign: true }), w.t("settle.trueUp"), "commission")}</b></p>`;
}

/**
 * @param {Context} ctx
 * @param {Result} result
 */
function statements(ctx, result) {
  const { w } = ctx;
  if (result.statements.length === 0) return nothing;
  return html`<h3 class="later">${w.t("settle.statements")}</h3><table part="table"><thead><tr><th scope="col">${w.t("settle.issued")}</th><th scope="col">${w.t("col.line")}</th><th scope="col" class="num">${w.t("col.amount", { unit: w.t(`unit.${w.moneyUnit}`) })}</th></tr></thead>
    <tbody>${result.statements.map((statement, index) => html`<tr><th scope="row"><span class="n">${statement.issued}</span><small class="q">${w.t("settle.contestable", { until: statement.contestableUntil })}</small></th><td>${statement.lines.map((line) => html`<span class="pair">${w.t(`settle.line.${line.kind}`, { month: line.month })}${statement.lines.length > 1 ? html` <span class="q n">${w.money(line.amount, { sign: true })}</span>` : nothing}</span>`)}</td>
      <td class="num">${figure(ctx, `${STATEMENT}${index}`, w.money(statement.total, { fen: true }), { label: `${statement.issued} ${w.t("col.total")}`, stale: assessed(ctx).stale, step: "commission" })}</td></tr>`)}</tbody></table>`;
}

/** Ids of the sums. */
const PAID = "sum/settlement/paid";
const STATEMENT = "sum/settlement/statements/";

/**
 * What a statement, or all of them, add up.
 * @param {Context} ctx
 * @param {Result} result
 */
function sums(ctx, result) {
  const { w, store } = ctx;
  const open = store.ui.open ?? "";
  const money = (/** @type {number} */ amount) => w.money(amount, { fen: true });
  if (open === PAID) return sumHow(ctx, { title: w.t("settle.paid"), parts: result.statements.map(({ issued, total }) => ({ name: issued, text: money(total) })), total: money(result.paid), rules: ["commission.settlement"] });
  const statement = open.startsWith(STATEMENT) ? result.statements[Number(open.slice(STATEMENT.length))] : undefined;
  if (!statement) return nothing;
  return sumHow(ctx, { title: `${w.t("settle.statements")} ${statement.issued}`, parts: statement.lines.map(({ kind, month, amount }) => ({ name: w.t(`settle.line.${kind}`, { month }), text: money(amount) })), total: money(statement.total), rules: ["commission.settlement"] });
}

/** Months told anew after their statement. @param {Context} ctx */
function corrections(ctx) {
  const { w, store } = ctx;
  const path = `${dossierPath(ctx)}/agreement/corrections`;
  const list = /** @type {any[]} */ (store.valueAt(path) ?? []);
  return html`<div class="edit-part"><h3 class="later">${w.t("settle.corrections")} <small class="q">${w.t("settle.correctionsHint")}</small></h3>
    <ul class="entries">${list.map((_, index) => html`<li>${textControl(ctx, { path: `${path}/${index}/month`, label: w.t("settle.correctionMonth", { n: index + 1 }), hideLabel: true, placeholder: "2024-08" })}
      ${control(ctx, { path: `${path}/${index}/volume`, label: w.t("settle.correctionVolume", { n: index + 1 }), hideLabel: true, unit: "count", suffix: w.counted() })}
      ${textControl(ctx, { path: `${path}/${index}/received`, label: w.t("settle.correctionDate", { n: index + 1 }), hideLabel: true, kind: "date" })}${removeButton(ctx, path, index, w.t("action.remove"))}
      ${errorLine(ctx, `${path}/${index}/month`)}${message(ctx, `${path}/${index}/volume`)}${errorLine(ctx, `${path}/${index}/received`)}</li>`)}</ul>
    ${store.readonly ? nothing : html`<button type="button" class="btn" @click=${() => addTo(ctx, path, latest(ctx))}>${icon("plus")}${w.t("settle.addCorrection")}</button>`}</div>`;
}

/**
 * A correction begins as what the latest month says.
 * @param {Context} ctx
 */
function latest(ctx) {
  const dossier = ctx.store.workspace.dossiers[ctx.store.index];
  const unit = ctx.results.policy.document.commission?.unit;
  const month = [...(dossier.months ?? [])].reverse().find((entry) => (entry.metrics?.[unit] ?? null) !== null);
  const known = ctx.results.assessment?.settlement?.months.find((entry) => entry.month === month?.month);
  const metrics = Object.fromEntries(ctx.w.labels.qualityRules().flatMap(({ metric }) => (month?.metrics?.[metric] === undefined ? [] : [[metric, month.metrics[metric]]])));
  return { month: month?.month ?? ctx.store.workspace.asOf.slice(0, 7), volume: known?.volume === undefined || known.volume === null ? undefined : String(known.volume), metrics, received: ctx.store.workspace.asOf };
}

/**
 * @param {Context} ctx
 * @param {Result} result
 * @returns {import("../../shared/table.js").TableData}
 */
export function settlementTable(ctx, result) {
  const { w } = ctx;
  return {
    caption: w.t("agree.card.settlement"),
    head: [w.t("score.month"), targetName(ctx, result), w.t("settle.volume"), w.t("settle.due"), w.t("settle.payment")],
    rows: result.months.map((month) => [month.month, w.num(month.target), w.num(month.volume), w.money(month.due, { fen: true }), w.money(month.payment, { fen: true })]),
  };
}
