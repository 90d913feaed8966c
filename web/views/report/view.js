/**
 * One A4 page for the one who decides, whatever the steps: verdict, three figures, one picture, risks, what to approve
 * and where to sign; then each step's own page with every calculation.
 * @module
 */
import { html, nothing } from "lit";
import { matrix } from "../select/trial/matrix.js";
import { findingText, grouped } from "../shared/findings.js";
import { icon } from "../shared/icon.js";
import { onScreen } from "../shared/paper.js";
import { status } from "../shared/status.js";
import { STEPS } from "../steps.js";
import { partnerAt } from "../select/trial/view.js";
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
  const asks = [...new Set([...(stops ? [stops] : []), ...lines].map(({ step }) => step.ask?.(ctx) ?? "").filter(Boolean))];
  return html`<article class="paper summary">
    <div class="pt"><span><b>${w.t("report.title")}</b> <bdi>${w.text(store.workspace.name) || w.t("workspace.unnamed")}</bdi></span><span>${w.t("brand")} ${w.t("brand.other")} · ${w.t("how.policy")} ${ctx.policyName} · ${store.workspace.asOf}</span></div>
    <div class="pv"><div><h1 class=${lead?.headline.tone ?? "neutral"}>${lead?.headline.icon ? icon(lead.headline.icon) : nothing}<bdi>${name}</bdi>${lead ? html`${w.t("punct.colon")}${lead.headline.strong}` : nothing}</h1>
      <p>${lead ? html`${lead.headline.fact}${lead.headline.detail ? html`${w.t("punct.semicolon")}${lead.headline.detail}` : nothing}${w.t("punct.stop")}` : w.t("report.empty")}</p></div>
      <dl>${figures(lines).map(({ step }) => {
        const fact = step.fact(ctx);
        return html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`;
      })}</dl></div>
    <div class="head"><h2>${w.t("report.steps")}</h2></div>
    <table class="verdicts"><tbody>${lines.map(({ step, headline }) => html`<tr><th scope="row">${w.t(`step.${step.id}`)}</th><td>${headline.icon ? status({ tone: headline.tone || "neutral", icon: headline.icon }, headline.strong) : html`<b class="n">${headline.strong}</b>`}</td><td>${headline.fact}</td></tr>`)}</tbody></table>
    ${picture(ctx, drawing)}
    ${risks(ctx, lead?.step.id)}
    <div class="sign"><div>${w.t("paper.ask")}${asks.length > 0 ? asks.map((ask) => ask.replace(/[。.]$/, "")).join(w.t("punct.semicolon")) + w.t("punct.stop") : w.t("report.noAsk")}</div><div>${w.t("paper.approve")}</div><div>${w.t("paper.date")}</div></div>
    <p class="pf"><span>${w.t("report.foot")}</span><span>${w.t("paper.engine", { engine: store.engine.version })} · ${w.t("sheet.digest")} ${store.results.policy.digest.slice(0, 12)}</span></p></article>`;
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
 * The gravest first, and of those what the leading step says.
 * @param {Context} ctx
 * @param {string} [lead]
 */
function risks(ctx, lead) {
  const { w } = ctx;
  const order = { block: 0, doubt: 1, note: 2 };
  const steps = [...STEPS.filter((step) => step.id === lead), ...STEPS.filter((step) => step.id !== lead)];
  const groups = steps.flatMap((step) => grouped(ctx, step.findings(ctx))).filter((group) => group[0].severity !== "note").sort((a, b) => order[a[0].severity] - order[b[0].severity]);
  if (groups.length === 0) return nothing;
  return html`<div class="head"><h2>${w.t("report.risks")}</h2>${groups.length > RISKS ? html`<p>${w.t("report.moreRisks", { n: groups.length - RISKS })}</p>` : nothing}</div>
    <ul class="finds">${groups.slice(0, RISKS).map((group) => html`<li><span class=${group[0].severity === "block" ? "bad" : "warn"}>${icon(group[0].severity === "block" ? "stop" : "find")}</span><div><p>${findingText(ctx, group, { names: (finding) => partnerAt(ctx, finding.path) })}</p></div></li>`)}</ul>`;
}
