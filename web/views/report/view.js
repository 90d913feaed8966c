/**
 * One A4 page for the one who decides, whatever the steps: verdict, three figures, one picture, risks, what to approve
 * and where to sign; then each step's own page with every calculation.
 * @module
 */
import { html, nothing } from "lit";
import { matrix } from "../select/trial/matrix.js";
import { icon } from "../shared/icon.js";
import { approval, findingLines, onScreen } from "../shared/paper.js";
import { staleTag } from "../shared/figure.js";
import { aged, headlineMark } from "../shared/status.js";
import { STEPS } from "../steps.js";
import { currentTrial } from "../select/trial/step.js";
import { partnerAt } from "../select/trial/view.js";
import { flips, undecided } from "../select/trial/words.js";
import { weightiest } from "./risks.js";
import { payCurve } from "../../charts/pay-curve.js";
import { payback } from "../../charts/payback.js";
import { paybackData } from "../agree/stop_loss/picture.js";
import { stopLoss } from "../agree/stop_loss/verdict.js";
import { curveData } from "../agree/commission/pictures.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../shared/paper.js").Drawing} Drawing */

/** Width of an A4 page between its margins, in pixels. */
const PAGE = 690;
/** Risks that fit the page; the annex has all. */
const RISKS = 5;
/** Candidates beside each other on the page; the annex has all. */
const CANDIDATES = 3;
/** Decisions that one signature covers. */
const ASKS = 4;
/** Lines on what would change the verdict. */
const CHANGES = 2;

/**
 * @param {Context} ctx
 * @param {import("../frame/actions.js").Actions} actions
 */
export function reportPage(ctx, actions) {
  const { w } = ctx;
  return html`<div class="report"><div class="head"><h1>${w.t("page.report")}</h1><p>${w.t("report.hint")}</p><div class="act"><button type="button" class="btn pri" @click=${actions.print}>${icon("print")}${w.t("report.print")}</button>
    <button type="button" class="btn" @click=${() => actions.saveTable("xlsx")}>${w.t("save.xlsx")}</button><button type="button" class="btn" @click=${actions.saveFile}>${w.t("save.json")}</button></div></div>
    <div class="sheet-paper">${report(ctx, onScreen)}</div></div>`;
}

/**
 * @param {Context} ctx
 * @param {Drawing} drawing
 */
export function report(ctx, drawing) {
  return html`${summaryPage(ctx, drawing)}<div class="attached">${STEPS.filter((step) => step.completeness(ctx) !== "empty").map((step) => html`<section>${step.paper(ctx, drawing)}</section>`)}</div>`;
}

/** Steps that say something about this partner. @param {Context} ctx */
const told = (ctx) => STEPS.filter((step) => step.completeness(ctx) !== "empty").map((step) => ({ step, headline: step.headline(ctx) }));

/**
 * @param {Context} ctx
 * @param {Drawing} drawing
 */
function summaryPage(ctx, drawing) {
  const { w, store } = ctx;
  const { index } = store;
  const name = w.partner(store.workspace.dossiers[index], index);
  const lines = told(ctx);
  // The trial decides, and what has to be stopped before it; without either the first step that judges leads.
  const stops = lines.find(({ step, headline }) => step.id === "stop-loss" && headline.tone === "bad");
  const lead = stops ?? lines.find(({ step }) => step.id === "trial") ?? lines.find(({ headline }) => headline.icon !== null) ?? lines[0];
  // Beside a stop only what is as grave is decided: nobody makes up for meetings with a partner that is left.
  const asks = [...new Set((stops ? [stops, ...lines.filter(({ headline }) => headline.tone === "bad")] : lines).flatMap(({ step }) => step.ask?.(ctx) ?? []))].slice(0, ASKS);
  return html`<article class="paper summary">
    <div class="pt"><span><b>${w.t("report.title")}</b> <bdi>${w.text(store.workspace.name) || w.t("workspace.unnamed")}</bdi></span><span>${w.t("brand")} ${w.t("brand.other")} · ${w.t("how.policy")} ${ctx.policyName} · ${store.workspace.asOf}</span></div>
    <div class="pv"><div><h1 class=${lead?.headline.stale ? "neutral" : lead?.headline.tone ?? "neutral"}>${lead?.headline.icon ? icon(lead.headline.icon) : nothing}<bdi>${name}</bdi>${lead ? html`${w.t("punct.colon")}${lead.headline.strong}` : nothing}${lead?.headline.stale ? staleTag(ctx) : nothing}</h1>
      <p>${lead ? html`${lead.headline.fact}${lead.headline.detail ? html`${w.t("punct.semicolon")}${lead.headline.detail}` : nothing}${w.t("punct.stop")}` : w.t("report.empty")}</p></div>
      <dl>${figures(lines).map(({ step }) => factLine(ctx, step))}</dl></div>
    <div class="head"><h2>${w.t("report.steps")}</h2></div>
    <table class="verdicts"><tbody>${STEPS.map((step) => ({ step, headline: step.headline(ctx) })).map(({ step, headline }) => html`<tr><th scope="row">${w.t(`step.${step.id}`)}</th><td>${headlineMark(ctx, headline)}</td><td>${headline.fact}</td></tr>`)}</tbody></table>
    ${picture(ctx, drawing)}
    ${stops ? nothing : changes(ctx)}${risks(ctx, lead?.step.id)}
    ${approval(ctx, asks, w.t("report.noAsk"))}
    <p class="pf"><span>${w.t("report.foot")}</span> <span>${w.t("paper.engine", { engine: store.engine.version })} · ${w.t("sheet.digest")} ${store.results.policy.digest.slice(0, 12)}</span></p></article>`;
}

/**
 * The year's pay says for how much it is.
 * @param {Context} ctx
 * @param {import("../steps.js").Step} step
 */
function factLine(ctx, step) {
  const { label, value } = step.fact(ctx);
  const { quote } = ctx.results;
  return html`<div><dt>${step.id === "commission" && quote ? ctx.w.t("paper.yearPay", { volume: quote.volume }) : label}</dt><dd>${aged(ctx, step.headline(ctx).stale, value)}</dd></div>`;
}

/** Three figures that a director asks for first. @param {ReturnType<typeof told>} lines */
function figures(lines) {
  const first = ["trial", "stop-loss", "commission", "scorecard"];
  const rank = (/** @type {string} */ id) => (first.includes(id) ? first.indexOf(id) : first.length);
  return [...lines].sort((a, b) => rank(a.step.id) - rank(b.step.id)).slice(0, 3);
}

/**
 * The candidates side by side; without a trial, the money put in and come back, or pay over volume.
 * @param {Context} ctx
 * @param {Drawing} drawing
 */
function picture(ctx, drawing) {
  const { w } = ctx;
  const { selection, quote, curve } = ctx.results;
  if (selection?.ranking.some((result) => result.passed.length + result.missed.length > 0)) return html`<div class="head"><h2>${w.t("trial.matrix")}</h2></div>${matrix(ctx, { ...selection, ranking: selection.ranking.slice(0, CANDIDATES) })}`;
  const money = stopLoss(ctx);
  if (money) return html`<div class="head"><h2>${w.t("stop.picture")}</h2></div><figure>${drawing((width) => payback(paybackData(ctx, money), width, 230), PAGE)}</figure>`;
  if (quote && curve) return html`<div class="head"><h2>${w.t("agree.curve")}</h2></div><figure>${drawing((width) => payCurve(curveData(ctx, quote, curve), width, 210), PAGE)}</figure>`;
  return nothing;
}

/**
 * What would turn the trial's verdict on the partner in view.
 * @param {Context} ctx
 */
function changes(ctx) {
  const { w } = ctx;
  const result = currentTrial(ctx);
  if (!result || result.passed.length + result.missed.length === 0) return nothing;
  const lines = [...flips(ctx, result), ...undecided(ctx, result)].slice(0, CHANGES).map((line) => w.sentence(`${line}${w.t("punct.stop")}`));
  return html`<div class="head"><h2>${w.t("trial.flips")}</h2></div><ul class="turns">${(lines.length > 0 ? lines : [w.t("trial.noFlip")]).map((line) => html`<li>${line}</li>`)}</ul>`;
}

/**
 * @param {Context} ctx
 * @param {string} [lead]
 */
function risks(ctx, lead) {
  const { w } = ctx;
  const groups = weightiest(ctx, lead);
  if (groups.length === 0) return nothing;
  return html`<div class="head"><h2>${w.t("report.risks")}</h2>${groups.length > RISKS ? html`<p>${w.t("report.moreRisks", { n: groups.length - RISKS })}</p>` : nothing}</div>
    ${findingLines(ctx, groups.slice(0, RISKS), (finding) => partnerAt(ctx, finding.path))}`;
}
