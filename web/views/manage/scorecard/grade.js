/**
 * The grade: where the total stands among the bands, what it asks for, and the red lines beside it.
 * @module
 */
import { html, nothing } from "lit";
import { bandStrip } from "../../../charts/band-strip.js";
import { icon } from "../../shared/icon.js";
import { gradeLook } from "../../shared/status.js";
import { meanOver, trendText } from "./trend.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/**
 * "100–119", "≥ 120", "< 80": the bands are read on the rounded total, so a band ends one below the next.
 * @param {Context} ctx
 * @param {{from: number | null, below: number | null}} band
 */
export function bandRange(ctx, band) {
  const { w } = ctx;
  if (band.from === null) return w.t("band.below", { below: band.below });
  if (band.below === null) return w.t("band.from", { from: band.from });
  return w.t("band.between", { from: band.from, last: band.below - 1 });
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function stripData(ctx, card) {
  const { w } = ctx;
  const bands = [...card.bands].reverse().map((band) => ({
    name: w.t(w.known(`grade.${band.grade}`)),
    range: bandRange(ctx, band),
    from: band.from,
    below: band.below,
    marked: band.grade === card.grade,
    tone: gradeLook(band.grade).tone,
  }));
  const word = w.t(w.known(`grade.${card.grade ?? "none"}`));
  return {
    bands,
    total: card.shownTotal,
    totalText: w.num(card.shownTotal, 0, 0),
    nextText: card.toNextGrade ? w.t("score.toNext", { grade: card.toNextGrade.grade, points: card.toNextGrade.points }) : "",
    label: w.t("score.stripLabel", { total: card.shownTotal, grade: word }),
  };
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function gradeSection(ctx, card) {
  const { w } = ctx;
  const data = stripData(ctx, card);
  return html`<h2 class="sec">${w.t("score.grading")} <small>${w.t("score.gradingHint")}</small></h2>
    <figure class="strip-figure"><allymark-sized .draw=${(/** @type {number} */ width) => bandStrip(data, width)}></allymark-sized></figure>
    ${gradeFacts(ctx, card)}`;
}

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function gradeFacts(ctx, card) {
  const { w } = ctx;
  const weakest = card.metrics.find((entry) => entry.metric === card.weakest);
  const crossed = card.redLines.filter((line) => line.state === "crossed");
  const unknown = card.redLines.filter((line) => line.state === "not_measured");
  const over = meanOver(ctx, card);
  const trend = trendText(ctx, card);
  const lineText = (/** @type {Scorecard["redLines"][number]} */ line) => w.t(`score.redLine.${line.relation}`, { metric: line.metric, value: w.value(line.metric, line.value), limit: w.value(line.metric, line.limit), caps: line.caps });
  return html`<table class="facts" part="table"><tbody>
    <tr><th scope="row">${card.grade ? w.t("score.actionWhen", { grade: card.grade }) : w.t("score.noGrade")}</th><td>${card.grade ? w.t(w.known(`act.${card.action}`)) : w.t(w.known(`score.ungraded.${card.ungraded ?? "coverage"}`), { coverage: card.coverage })}</td></tr>
    <tr><th scope="row">${w.t("score.redLines")}</th><td>${crossed.length > 0
      ? html`<span class="st bad">${icon("stop")}${w.t("score.crossed")}</span>　${crossed.map(lineText).join(w.t("punct.semicolon"))}`
      : unknown.length > 0
        ? html`<span class="st neutral">${icon("none")}${w.t("score.redUnknown")}</span>　${unknown.map(lineText).join(w.t("punct.semicolon"))}`
        : html`<span class="st ok">${icon("tick")}${w.t("score.clear")}</span>　${card.redLines.map(lineText).join(w.t("punct.semicolon"))}`}</td></tr>
    ${weakest ? html`<tr><th scope="row">${w.t("score.weakest")}</th><td>${w.t("score.weakestText", { metric: weakest.metric, score: weakest.shownScore })}</td></tr>` : nothing}
    ${card.mean3 !== null && card.history.filter((month) => month.total !== null).length > 1 ? html`<tr><th scope="row">${over.whole ? w.t("score.mean3") : w.t("score.mean3Of", { n: over.measured })}</th><td>${w.num(card.mean3, 2, 2)}${trend ? `${w.t("punct.comma")}${trend}` : nothing}</td></tr>` : nothing}
    ${card.monthsBelow > 0 ? html`<tr><th scope="row">${w.t("score.monthsBelow")}</th><td>${w.num(card.monthsBelow)}</td></tr>` : nothing}
  </tbody></table>`;
}
