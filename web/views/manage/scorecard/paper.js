/**
 * The month on A4: grade, scores, red lines, what to do.
 * @module
 */
import { html } from "lit";
import { bandStrip } from "../../../charts/band-strip.js";
import { hundredBar, hundredDomain } from "../../../charts/hundred-bar.js";
import { paper, paperFindings } from "../../shared/paper.js";
import { gradeFacts, stripData } from "./grade.js";
import { scorecardSources, totalSteps } from "./how.js";
import { scorecardStep } from "./step.js";

/**
 * Going on as before needs nobody's approval.
 * @param {import("../../context.js").Context} ctx
 * @returns {string[]}
 */
export function scorecardAsk(ctx) {
  const card = ctx.results.months?.scorecard;
  const text = `score.ask.${card?.action}`;
  return card?.grade && ctx.w.has(text) ? [ctx.w.t(text)] : [];
}

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} drawing
 */
export function scorecardPaper(ctx, drawing) {
  const { w } = ctx;
  const card = ctx.results.months?.scorecard;
  if (!card) return html`<article class="paper"><p>${w.t("score.empty")}</p></article>`;
  const domain = hundredDomain(card.metrics.map((entry) => entry.score), w.labels.scorecardBase());
  const { workspace, index } = ctx.store;
  const name = w.partner(workspace.dossiers[index], index);
  return paper(ctx, {
    title: w.t("paper.scorecard"),
    headline: scorecardStep.headline(ctx),
    strong: w.t("paper.graded", { name, grade: w.t(w.known(`grade.${card.grade ?? "none"}`)) }),
    figures: [
      { term: w.t("score.total"), text: w.num(card.shownTotal, 0, 0) },
      { term: w.t("col.unrounded"), text: w.num(card.total, 2, 2) },
      { term: w.t("score.coverage"), text: `${w.num(card.coverage, 0, 0)}%` },
    ],
    body: html`<div class="head"><h2>${w.t("step.scorecard")}</h2><p>${w.month(card.month)}</p></div>
      <table><thead><tr><th>${w.t("col.metric")}</th><th class="num">${w.t("col.target")}</th><th class="num">${w.t("col.actual")}</th><th class="barcol"><span class="sr">${w.t("col.score")}</span></th><th class="num">${w.t("col.score")}</th><th class="num raw">${w.t("col.unrounded")}</th></tr></thead>
      <tbody>${card.metrics.map((entry) => html`<tr><th scope="row">${w.labels.metric(entry.metric)}</th><td class="num">${w.limit(entry.metric, entry.relation, entry.target)}</td><td class="num">${w.value(entry.metric, entry.value)}</td><td class="barcol">${hundredBar(entry.score, domain)}</td><td class="num">${w.num(entry.shownScore, 0, 0)}</td><td class="num raw">${w.num(entry.score, 2, 2)}</td></tr>`)}
        <tr class="sum"><th scope="row">${w.t("score.total")}</th><td></td><td></td><td class="barcol"></td><td class="num">${w.num(card.shownTotal, 0, 0)}</td><td class="num raw">${w.num(card.total, 2, 2)}</td></tr></tbody></table>
      <div class="cols c2"><section><h2 class="sec">${w.t("score.grading")}</h2>${drawing((width) => bandStrip(stripData(ctx, card), width), 330)}${gradeFacts(ctx, card)}</section><section>${paperFindings(ctx, scorecardStep.findings(ctx))}</section></div>`,
    findings: scorecardStep.findings(ctx),
    asks: scorecardAsk(ctx),
    legend: w.t("score.legend", { base: w.labels.scorecardBase(), cap: w.labels.scorecardCap() }),
    annex: html`<section class="how annex-part"><header><h2>${w.t("paper.annex")} · ${w.t("how.title")}${w.t("punct.colon")}${w.t("score.total")}</h2></header><div>${totalSteps(ctx, card)}</div><div>${scorecardSources(ctx, card)}</div></section>`,
  });
}
