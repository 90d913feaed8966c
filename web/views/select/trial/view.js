/**
 * 试合作: who to sign after the trial, and why.
 * @module
 */
import { html, nothing } from "lit";
import { findingList, grouped } from "../../shared/findings.js";
import { verdictMark } from "../../shared/status.js";
import { chartOrTable, copyButton } from "../../shared/toolbar.js";
import { dataTable } from "../../shared/table.js";
import { compared } from "../../../store/workspace.js";
import { matrix } from "./matrix.js";
import { methodMenu } from "./method.js";
import { trialInputs } from "./inputs.js";
import { trialParts } from "./lazy.js";
import { trialTable } from "./table.js";
import { beyondMoves, outcomes, trialRemarks, undecided } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Selection} Selection */

/**
 * @param {Context} ctx
 * @param {boolean} [headOnly] what a newcomer sees first
 */
export function trialView(ctx, headOnly = false) {
  const { w, results } = ctx;
  const selection = results.selection;
  const current = selection?.ranking.find((result) => result.id === ctx.store.workspace.current);
  const moves = current && trialParts() && !results.staleTrials.has(current.id) ? current : null;
  return html`<div class="head" part="heading"><h1>${w.t("step.trial")}</h1><p>${selection ? planText(ctx, selection) : nothing}</p>
      <div class="act" part="toolbar">${selection ? html`${chartOrTable(ctx, "trialTable")}${current ? methodMenu(ctx, current) : nothing}${copyButton(ctx, () => trialTable(ctx, selection))}` : nothing}</div></div>
    ${selection && selection.ranking.length > 0 ? html`
      <div class="result-part">${ranking(ctx, selection)}${ctx.store.ui.flags["trialTable"] ? dataTable(trialTable(ctx, selection)) : matrix(ctx, selection)}</div>` : html`<p class="q none">${w.t("trial.empty")}</p>`}
    ${headOnly ? nothing : below(ctx, selection, moves)}`;
}

/**
 * What is typed, what would change the verdicts, and the remarks.
 * @param {Context} ctx
 * @param {Selection | null} selection
 * @param {import("allymark/engine").TrialResult | null} moves whose single moves stand in a table of their own
 */
function below(ctx, selection, moves) {
  const { w } = ctx;
  return html`${trialInputs(ctx)}${trialParts()?.circumstances(ctx) ?? nothing}
    ${selection ? html`<div class="cols c57 result-part"><section><h2 class="sec">${w.t("trial.flips")}</h2>${changes(ctx, selection, moves)}${moves ? trialParts()?.flipTable(ctx, moves) : nothing}</section>
      <section>${trialFindings(ctx, selection)}</section></div>
    <p class="foot result-part"><span>${w.t("trial.legend")}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p>` : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 */
export function planText(ctx, selection) {
  const users = [...new Set(compared(ctx.store.workspace).map(({ dossier }) => String(dossier.trial?.users ?? "")).filter((text) => /^\d+$/.test(text)))];
  const plan = { cities: selection.plan.cities, months: selection.plan.months, planned: selection.plan.users };
  return users.length === 1 ? ctx.w.t("trial.plan", { ...plan, users: users[0] }) : ctx.w.t("trial.planOnly", plan);
}

/**
 * The ranking in short rows, for a narrow card.
 * @param {Context} ctx
 * @param {Selection} selection
 */
function ranking(ctx, selection) {
  return html`<ol class="rank">${selection.ranking.map((result) => html`<li><span class="n q">${result.rank}</span>
    <b><bdi>${ctx.w.partner(result, ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === result.id))}</bdi></b>${verdictMark(ctx, result.verdict)}<b class="n">${ctx.w.num(result.shownScore, 0, 0)}</b></li>`)}</ol>`;
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {import("allymark/engine").TrialResult | null} [moves] whose single moves stand in a table of their own
 */
export function changes(ctx, selection, moves = null) {
  const { w } = ctx;
  const name = (/** @type {string} */ id) => {
    const at = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === id);
    return w.partner(ctx.store.workspace.dossiers[at] ?? { id }, at);
  };
  const order = selection.stability.filter((pair) => pair.above !== selection.dominant).map((pair) => w.t("trial.stability", { above: name(pair.above), below: name(pair.below), share: w.num(pair.share, 1, 1) }));
  if (selection.dominant) order.unshift(w.t("trial.dominant", { name: name(selection.dominant) }));
  return html`<table class="changes" part="table"><tbody>
    ${selection.ranking.map((result) => {
      const told = outcomes(ctx, result === moves ? beyondMoves(result) : result);
      const lines = [...told.map((entry) => outcome(ctx, entry)), ...undecided(ctx, result)];
      return html`<tr><th scope="row"><bdi>${name(result.id)}</bdi></th><td>${lines.length > 0 ? html`<ul class="outcomes">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : w.t(result === moves && result.flips.length > 0 ? "trial.flipBelow" : "trial.noFlip")}</td></tr>`;
    })}
    ${order.length > 0 ? html`<tr><th scope="row">${w.t("trial.ranking")}</th><td>${order.join(w.t("punct.semicolon"))}${w.t("punct.stop")}</td></tr>` : nothing}
  </tbody></table>`;
}

/**
 * A verdict and what leads to it, on a line of its own; a sign never parts from its figure.
 * @param {Context} ctx
 * @param {ReturnType<typeof outcomes>[number]} entry
 */
function outcome(ctx, { verdict, conditions }) {
  return html`<span class="outcome">${verdictMark(ctx, verdict)}<span>${conditions.map(({ name, limit }, at) => html`${at > 0 ? ctx.w.t("trial.or") : nothing}<span class="whole">${name} <span class="nb">${limit}</span></span>`)}</span></span>`;
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 */
export function trialFindings(ctx, selection) {
  const { w } = ctx;
  const findings = trialRemarks(selection);
  const count = grouped(ctx, findings).length;
  const blocks = findings.some((finding) => finding.severity === "block");
  return html`<h2 class="sec">${w.t("findings.title")} <small>${w.t(blocks ? "findings.count" : "findings.countOpen", { n: count })}</small></h2>
    ${findingList(ctx, findings, { names: (finding) => partnerAt(ctx, finding.path) })}`;
}

/**
 * @param {Context} ctx
 * @param {string} path
 */
export function partnerAt(ctx, path) {
  const at = Number(/^\/dossiers\/(\d+)/.exec(path)?.[1] ?? -1);
  const dossier = ctx.store.workspace.dossiers[at];
  return dossier ? ctx.w.partner(dossier, at) : undefined;
}
