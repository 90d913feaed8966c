/**
 * The trial on A4: whom to pick, the comparison, what would change it, what to approve.
 * @module
 */
import { html } from "lit";
import { paper, paperFindings } from "../../shared/paper.js";
import { verdictMark } from "../../shared/status.js";
import { matrix } from "./matrix.js";
import { scoreSources, scoreSteps, verdictReadings } from "./how.js";
import { trialStep, currentTrial } from "./step.js";
import { changes, partnerAt, planText } from "./view.js";
import { limits } from "./words.js";

/**
 * The one the paper is about: the pick, else the partner in the strip.
 * @param {import("../../context.js").Context} ctx
 */
function shownTrial(ctx) {
  const { selection } = ctx.results;
  return selection?.ranking.find((result) => result.id === selection.pick?.id) ?? currentTrial(ctx) ?? selection?.ranking[0];
}

/** @param {import("../../context.js").Context} ctx @returns {string[]} */
export function trialAsk(ctx) {
  const { selection } = ctx.results;
  const shown = shownTrial(ctx);
  if (!selection || !shown || shown.passed.length + shown.missed.length === 0) return [];
  const at = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === shown.id);
  const name = ctx.w.partner(ctx.store.workspace.dossiers[at] ?? shown, at);
  return [ctx.w.t(`paper.askTrial.${selection.pick ? selection.advice : "none"}`, { name, limits: limits(ctx, shown, shown.notMeasured), notMeasured: shown.notMeasured })];
}

/** @param {import("../../context.js").Context} ctx */
export function trialPaper(ctx) {
  const { w, results } = ctx;
  const selection = results.selection;
  const shown = shownTrial(ctx);
  if (!selection || !shown) return html`<article class="paper"><p>${w.t("trial.empty")}</p></article>`;
  const nameOf = (/** @type {string} */ id) => {
    const at = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === id);
    return w.partner(ctx.store.workspace.dossiers[at] ?? { id }, at);
  };
  const name = nameOf(shown.id);
  const verdict = w.t(w.known(`verdict.${shown.verdict}`));
  const others = selection.ranking.filter((result) => result !== shown).map((result) => w.t("paper.other", { name: nameOf(result.id), verdict: w.t(w.known(`verdict.${result.verdict}`)) }));
  const pay = results.quote && ctx.store.workspace.current === shown.id ? [{ term: w.t("paper.yearPay", { volume: results.quote.volume }), text: w.money(results.quote.net, { symbol: true }) }] : [];
  return paper(ctx, {
    title: w.t("paper.trial"),
    headline: trialHeadline(ctx, shown.id),
    strong: w.t(selection.pick ? "paper.pick" : "paper.noPick", { name, verdict }),
    extra: others.length > 0 ? others.join(w.t("punct.semicolon")) + w.t("punct.stop") : "",
    figures: [
      { term: w.t("trial.score"), text: w.num(shown.shownScore, 0, 0) },
      { term: w.t("paper.criteria"), text: w.t("paper.criteriaCount", { met: shown.passed.length, missed: shown.missed.length, none: shown.notMeasured.length }) },
      ...pay,
    ],
    body: html`<div class="head"><h2>${w.t("step.trial")}</h2><p>${planText(ctx, selection)}</p></div>${matrix(ctx, selection)}
      <div class="cols c2"><section><h2 class="sec">${w.t("trial.flips")}</h2>${changes(ctx, selection)}</section><section>${paperFindings(ctx, selection.findings, (finding) => partnerAt(ctx, finding.path))}</section></div>`,
    findings: selection.findings,
    names: (finding) => partnerAt(ctx, finding.path),
    asks: trialAsk(ctx),
    legend: w.t("trial.legend"),
    annex: selection.ranking.map((result) => html`<section class="how annex-part"><header><h2>${w.t("paper.annex")} · ${w.t("how.title")}${w.t("punct.colon")}<bdi>${nameOf(result.id)}</bdi> ${verdictMark(ctx, result.verdict)}</h2></header>
      <div>${scoreSteps(ctx, selection, result)}</div><div>${scoreSources(ctx, selection)}${verdictReadings(ctx, result)}</div></section>`),
  });
}

/**
 * The strip's words for any candidate.
 * @param {import("../../context.js").Context} ctx
 * @param {string} id
 */
function trialHeadline(ctx, id) {
  const { workspace } = ctx.store;
  if (workspace.current === id) return trialStep.headline(ctx);
  const view = Object.create(ctx, { store: { value: Object.create(ctx.store, { workspace: { value: { ...workspace, current: id } } }) } });
  return trialStep.headline(view);
}
