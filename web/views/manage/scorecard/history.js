/**
 * The year so far over the grade bands; only months that exist.
 * @module
 */
import { html } from "lit";
import { historyLine } from "../../../charts/history-line.js";
import { twin, twinButton } from "../../shared/table.js";
import { bandRange } from "./grade.js";
import { scoresByMonth } from "./months.js";
import { trendText } from "./trend.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @returns {import("../../../charts/history-line.js").HistoryLine}
 */
export function historyData(ctx, card) {
  const { w } = ctx;
  const years = new Set(card.history.map((month) => month.month.slice(0, 4)));
  return {
    months: card.history.map((month) => ({
      month: month.month,
      name: w.month(month.month, card.history.length > 4 && years.size === 1),
      total: month.total,
      text: `${w.num(month.shownTotal, 0, 0)} ${w.t(w.known(`grade.${month.grade ?? "none"}`))}`,
      current: month.month === card.month,
    })),
    bands: card.bands.map((band) => ({ name: `${w.t(w.known(`grade.${band.grade}`))} ${bandRange(ctx, band)}`, from: band.from, below: band.below })),
    gapText: w.t("score.gap"),
    label: historyCaption(ctx, card),
  };
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function historyCaption(ctx, card) {
  const known = card.history.filter((month) => month.total !== null);
  const gaps = card.history.length - known.length;
  if (known.length === 0) return ctx.w.t("score.history.none");
  if (known.length === 1) return ctx.w.t("score.history.one", { month: known[0].month, total: known[0].shownTotal, grade: known[0].grade ?? "none" });
  const months = ctx.w.t(gaps > 0 ? "score.history.gaps" : "score.history.many", { n: known.length, gaps });
  const trend = trendText(ctx, card);
  return trend ? `${months}${ctx.w.t(gaps > 0 ? "punct.semicolon" : "punct.comma")}${trend}` : months;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function historySection(ctx, card) {
  const { w } = ctx;
  if (card.history.filter((month) => month.total !== null).length < 2) return html`<section class="result-part gap"><h2 class="sec">${w.t("score.history")} <small>${historyCaption(ctx, card)}</small></h2></section>`;
  const data = historyData(ctx, card);
  return html`<section class="result-part gap"><figure><figcaption><h2 class="sec">${w.t("score.history")} <small>${historyCaption(ctx, card)}</small> ${twinButton(ctx, "historyTable")}</h2></figcaption>
    <allymark-sized .draw=${(/** @type {number} */ width) => historyLine(data, width)}></allymark-sized>
    ${twin(ctx, "historyTable", () => historyTable(ctx, card))}</figure></section>`;
}

/**
 * The totals, and beside them what each metric scored.
 * @param {Context} ctx
 * @param {Scorecard} card
 * @returns {import("../../shared/table.js").TableData}
 */
function historyTable(ctx, card) {
  const { w } = ctx;
  const scores = scoresByMonth(ctx, card);
  return {
    caption: w.t("score.history"),
    head: [w.t("col.month"), w.t("score.total"), w.t("col.unrounded"), w.t("col.grade"), ...card.metrics.map((entry) => w.labels.metric(entry.metric))],
    rows: card.history.map((month, index) => [w.month(month.month), w.num(month.shownTotal, 0, 0), w.num(month.total, 2, 2), w.t(w.known(`grade.${month.grade ?? "none"}`)), ...card.metrics.map((entry) => w.num(scores[index].scores.get(entry.metric) ?? null, 0, 0))]),
  };
}
