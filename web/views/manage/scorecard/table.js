/**
 * The month's metrics: what was measured (typed here), the bar around the base, the score and how it counts.
 * @module
 */
import { html, nothing } from "lit";
import { hundredBar, hundredDomain } from "../../../charts/hundred-bar.js";
import { sparkline } from "../../../charts/sparkline.js";
import { figure, originTag } from "../../shared/figure.js";
import { control, message } from "../../shared/field.js";
import { read } from "../../../store/pointer.js";
import { scorecardHow } from "./how.js";
import { sparklines } from "./months.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */
/** @typedef {import("allymark/engine").ScorecardMetric} ScorecardMetric */

/**
 * Where a metric of the month in view is kept.
 * @param {Context} ctx
 * @param {string} metric
 */
export function metricPath(ctx, metric) {
  const months = ctx.store.workspace.dossiers[ctx.store.index].months ?? [];
  const at = months.findIndex((entry) => entry.month === ctx.results.month);
  const path = `/dossiers/${ctx.store.index}/months/${at}/metrics/${metric}`;
  const stored = read(ctx.store.workspace, path);
  if (stored && typeof stored === "object" && (stored.events ?? null) !== null) return `${path}/events`;
  return stored === undefined || stored === null || typeof stored === "object" ? `${path}/value` : path;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function metricTable(ctx, card) {
  const { w } = ctx;
  const base = w.labels.scorecardBase();
  const domain = hundredDomain(card.metrics.map((entry) => entry.score), base);
  const open = ctx.store.ui.open;
  const lines = sparklines(ctx, card);
  const several = card.metrics.some((entry) => lines(entry.metric));
  return html`<div class="sheet bleed card-table" part="card"><table part="table"><thead><tr><th scope="col" class="grp">${w.t("col.group")}</th><th scope="col">${w.t("col.metric")}</th><th scope="col" class="num">${w.t("col.target")}</th><th scope="col" class="num">${w.t("col.actual")}</th>
      <th scope="col" class="barcol"><span class="scale"><span>${domain[0]}</span><span>${w.t("score.under")}</span><b>${w.t("score.base", { base })}</b><span>${w.t("score.over")}</span><span>${domain[1]}</span></span></th>
      ${several ? html`<th scope="col" class="spark">${w.t("col.byMonth")}</th>` : nothing}<th scope="col" class="num">${w.t("col.score")}</th><th scope="col" class="num raw">${w.t("col.unrounded")}</th><th scope="col" class="gain">${w.t("score.curve")} ${originTag(ctx, card.curveOrigin)}</th></tr></thead>
    <tbody>${card.metrics.map((entry, index) => html`${row(ctx, card, entry, index, domain, several ? lines : null)}${open === `month/metrics/${index}/score` ? holder(ctx, card) : nothing}`)}
      ${total(ctx, card, several)}${open !== null && open.startsWith("month/") && !open.startsWith("month/metrics/") ? holder(ctx, card) : nothing}</tbody></table></div>`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
function holder(ctx, card) {
  return html`<tr class="open"><td colspan="9">${scorecardHow(ctx, card)}</td></tr>`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @param {ScorecardMetric} entry
 * @param {number} index
 * @param {[number, number]} domain
 * @param {ReturnType<typeof sparklines> | null} lines none while there is one month only
 */
function row(ctx, card, entry, index, domain, lines) {
  const { w } = ctx;
  const path = metricPath(ctx, entry.metric);
  const label = w.labels.metric(entry.metric);
  const unit = w.labels.unit(entry.metric);
  const first = index === 0 || card.metrics[index - 1].group !== entry.group;
  const stale = ctx.results.staleMonths;
  const line = lines?.(entry.metric);
  return html`<tr class="metric"><td class="q nw grp">${first ? w.labels.group(entry.group) : nothing}</td><th scope="row">${label}</th>
    <td class="num q target" data-name=${w.t("col.target")}>${entry.relation === "at_most" ? w.limit(entry.metric, entry.relation, entry.target) : w.value(entry.metric, entry.target)}</td>
    <td class="num actual">${control(ctx, { path, label, hideLabel: true, unit, suffix: w.suffix(entry.metric), narrow: true })}${message(ctx, path)}</td>
    <td class="barcol">${hundredBar(entry.score, domain)}</td>${lines ? html`<td class="spark">${line ? sparkline(line) : nothing}</td>` : nothing}
    <td class="num score">${figure(ctx, `month/metrics/${index}/score`, w.num(entry.shownScore, 0, 0), { stale, label: `${label} ${w.t("col.score")}` })}</td>
    <td class="num q raw">${entry.score === null ? w.t("state.notMeasured") : w.num(entry.score, 2, 2)}</td><td class="q nw gain">k = ${w.num(entry.gain)}</td></tr>`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @param {boolean} several
 */
function total(ctx, card, several) {
  const { w } = ctx;
  const counted = card.metrics.filter((entry) => entry.score !== null).length;
  return html`<tr class="sum total"><td class="grp"></td><th scope="row">${w.t("score.total")}</th><td class="target"></td><td class="actual"></td>
    <td class="barcol num formula">${w.t("score.totalFormula", { n: counted })}</td>${several ? html`<td class="spark"></td>` : nothing}
    <td class="num score big">${figure(ctx, "month/total", w.num(card.shownTotal, 0, 0), { stale: ctx.results.staleMonths, label: w.t("score.total") })}</td>
    <td class="num raw">${w.num(card.total, 2, 2)}</td><td class="gain"></td></tr>`;
}
