/**
 * 怎么算的 of a month: one metric's score, or the total and its grade.
 * @module
 */
import { html, nothing } from "lit";
import { gradeMark } from "../../shared/status.js";
import { howPanel, sources, traceSteps } from "../../shared/how.js";
import { signed } from "../../../io/format.js";
import { bandRange } from "./grade.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function scorecardHow(ctx, card) {
  const index = /^month\/metrics\/(\d+)\//.exec(ctx.store.ui.open ?? "")?.[1];
  return index === undefined ? totalHow(ctx, card) : metricHow(ctx, card, Number(index));
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @param {number} index
 */
function metricHow(ctx, card, index) {
  const { w } = ctx;
  const entry = card.metrics[index];
  const trace = ctx.results.months?.trace ?? {};
  return howPanel(ctx, {
    title: html`${w.labels.metric(entry.metric)} <span class="n">${w.num(entry.shownScore, 0, 0)}</span>`,
    left: html`<p class="f small">${w.t(entry.relation === "at_most" ? "score.formulaDown" : "score.formulaUp", { base: w.labels.scorecardBase(), gain: entry.gain })}</p>
      ${traceSteps(ctx, trace[`/scorecard/metrics/${index}/score`] ?? trace[`/scorecard/metrics/${index}/shownScore`])}`,
    right: scorecardSources(ctx, card),
  });
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
function totalHow(ctx, card) {
  const { w } = ctx;
  return howPanel(ctx, {
    title: html`<span class="n">${w.num(card.shownTotal, 0, 0)}</span> ${gradeMark(ctx, card.grade)}`,
    left: totalSteps(ctx, card),
    right: html`${scorecardSources(ctx, card)}<h3>${w.t("score.bands")}</h3><table part="table"><tbody>${card.bands.map((band) => html`<tr class=${band.grade === card.bandGrade ? "on" : ""}><th scope="row">${w.t(w.known(`grade.${band.grade}`))}</th><td class="num">${bandRange(ctx, band)}</td></tr>`)}</tbody></table>`,
  });
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function totalSteps(ctx, card) {
  const { w } = ctx;
  const trace = ctx.results.months?.trace ?? {};
  const scored = card.metrics.filter((entry) => entry.score !== null);
  return html`<p class="f small">${w.t("score.totalRule")}</p>
    <table part="table"><thead><tr><th scope="col">${w.t("col.metric")}</th><th scope="col" class="num">${w.t("col.actual")}</th><th scope="col" class="num">${w.t("col.target")}</th><th scope="col" class="num w">d</th><th scope="col" class="num w">k</th><th scope="col" class="num">${w.t("col.score")}</th><th scope="col" class="num">${w.t("col.weight")}</th><th scope="col" class="num">${w.t("col.contribution")}</th></tr></thead>
    <tbody>${scored.map((entry) => html`<tr><th scope="row">${w.labels.metric(entry.metric)}</th><td class="num">${w.value(entry.metric, entry.value)}</td><td class="num">${w.value(entry.metric, entry.target)}</td><td class="num w">${signed(entry.deviation ?? 0, w.lang, 4, 4)}</td><td class="num w">${w.num(entry.gain)}</td>
      <td class="num">${entry.capped ? html`<span class="q">${w.t("trial.how.capped")}</span> ` : nothing}${w.num(entry.score, 2, 2)}</td><td class="num">${w.num(entry.weight, 0, 2)}</td><td class="num">${w.num(entry.contribution, 2, 2)}</td></tr>`)}
      <tr class="sum"><th scope="row">${w.t("score.total")}</th><td></td><td></td><td class="w"></td><td class="w"></td><td></td><td></td><td class="num">${w.num(card.total, 2, 2)} → ${w.num(card.shownTotal, 0, 0)}</td></tr></tbody></table>
    ${traceSteps(ctx, trace["/scorecard/grade"])}`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function scorecardSources(ctx, card) {
  const { w } = ctx;
  return sources(ctx, [
    { term: w.t("score.src.targets"), text: w.t("score.src.targetsText"), origin: w.labels.origin("scorecard.total") },
    { term: w.t("score.curve"), text: w.t("score.src.curveText"), origin: card.curveOrigin },
    { term: w.t("score.bands"), text: w.t("score.src.bandsText"), origin: w.labels.origin("scorecard.bands") },
    { term: w.t("score.redLines"), text: w.t("score.src.redLinesText"), origin: w.labels.origin("scorecard.redLines") },
  ]);
}
