/**
 * Candidates side by side: verdict first, then a bullet bar per metric, then the score. On a narrow card each metric is
 * a row of its own.
 * @module
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { bullet, bulletDomain } from "../../../charts/bullet.js";
import { scaleLinear } from "../../../charts/scale.js";
import { figure, originTag, staleTag } from "../../shared/figure.js";
import { icon } from "../../shared/icon.js";
import { place } from "../../shared/place.js";
import { verdictLook } from "../../shared/status.js";
import { trialParts } from "./lazy.js";
import { marginText, metricOf, reason } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Selection} Selection */
/** @typedef {import("allymark/engine").TrialResult} TrialResult */
/** @typedef {import("allymark/engine").TrialMetric} TrialMetric */

/**
 * @param {Context} ctx
 * @param {Selection} selection
 */
export function matrix(ctx, selection) {
  const columns = selection.ranking[0]?.metrics ?? [];
  const domains = new Map(columns.map((column) => [column.metric, domainOf(ctx, selection, column)]));
  return html`<div class="sheet bleed mx" role="group" aria-label=${ctx.w.t("trial.matrix")} part="card"
      ${place({ "--columns": String(columns.length) })}>
    <div class="hd"><b>${ctx.w.t("trial.candidates")}</b><span>${ctx.w.t("trial.order")}</span></div>
    ${columns.map((column) => heading(ctx, column, domains.get(column.metric) ?? [0, 1]))}
    <div class="hd r"><b>${ctx.w.t("trial.score")}</b><span>${originTag(ctx, selection.scoreOrigin)}</span></div>
    ${selection.ranking.map((result, index) => guard(candidateRests(ctx, selection, result, index, domains), () => candidate(ctx, selection, result, index, domains)))}
  </div>`;
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialMetric} column
 */
function domainOf(ctx, selection, column) {
  const values = selection.ranking.flatMap((result) => {
    const entry = metricOf(result, column.metric);
    return [entry?.value, entry?.evidence?.high];
  });
  return bulletDomain(column.threshold, ctx.w.labels.unit(column.metric), values);
}

/**
 * @param {Context} ctx
 * @param {TrialMetric} column
 * @param {[number, number]} domain
 */
function heading(ctx, column, domain) {
  const at = scaleLinear(domain, [0, 100]).clamp(true)(column.threshold);
  const text = column.role === "noted" ? ctx.w.value(column.metric, column.threshold) : ctx.w.limit(column.metric, column.relation, column.threshold);
  return html`<div class="hd"><b>${ctx.w.labels.metric(column.metric)}</b><span class="rule"><i ${place({ left: `${Math.min(82, Math.max(18, at))}%` })}>${text}</i></span></div>`;
}

/**
 * What a candidate is drawn from: as long as it stays, so does the row. An open explanation shows the others, too.
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialResult} result
 * @param {number} index
 * @param {Map<string, [number, number]>} domains
 */
function candidateRests(ctx, selection, result, index, domains) {
  const { store, w } = ctx;
  const at = store.workspace.dossiers.findIndex((dossier) => dossier.id === result.id);
  const open = store.ui.open?.startsWith(`trial/${result.id}/`) ? [store.ui.open, selection, trialParts()] : [];
  return [result, w, index, selection.ranking.length, at, store.workspace.dossiers[at]?.name, result.id === store.workspace.current, ctx.results.staleTrials.has(result.id), ...[...domains.values()].flat(), ...open];
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialResult} result
 * @param {number} index
 * @param {Map<string, [number, number]>} domains
 */
function candidate(ctx, selection, result, index, domains) {
  const stale = ctx.results.staleTrials.has(result.id);
  const look = verdictLook(result.verdict);
  const last = index === selection.ranking.length - 1 ? " last" : "";
  const current = result.id === ctx.store.workspace.current;
  const open = ctx.store.ui.open?.startsWith(`trial/${result.id}/`) ?? false;
  const at = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === result.id);
  const name = ctx.w.partner(result, at);
  return html`
    <div class="cand${last}${current ? " current" : ""}">
      <div class="nm"><span class="n">${result.rank}</span>
        <button type="button" class="pick" aria-pressed=${current ? "true" : "false"} title=${ctx.w.t("strip.show")} @click=${() => ctx.store.pick(result.id)}><bdi>${name}</bdi></button>
        ${stale ? staleTag(ctx) : nothing}</div>
      <div class="vd ${stale ? "stale" : look.tone}" part="verdict">${icon(look.icon)}<span>${ctx.w.t(ctx.w.known(`verdict.${result.verdict}`))}</span></div>
      <p>${reason(ctx, result)}${result.blockedBy.length > 0 ? html` <b>${ctx.w.t("trial.blocked")}</b>` : nothing}</p>
    </div>
    ${result.metrics.map((entry) => cell(ctx, result, entry, domains.get(entry.metric) ?? [0, 1], last, stale, name))}
    <div class="sc${last}${open ? " open" : ""}"><span class="lab">${ctx.w.t("trial.score")}</span>
      ${figure(ctx, `trial/${result.id}/score`, ctx.w.num(result.shownScore, 0, 0), { stale, label: `${name} ${ctx.w.t("trial.score")}` })}
      ${result.score === null ? nothing : html`<span class="n raw">${ctx.w.num(result.score, 2, 2)}</span>`}</div>
    ${open ? trialParts()?.trialHow(ctx, selection, result, name) : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {TrialResult} result
 * @param {TrialMetric} entry
 * @param {[number, number]} domain
 * @param {string} last
 * @param {boolean} stale
 * @param {string} name
 */
function cell(ctx, result, entry, domain, last, stale, name) {
  const label = ctx.w.labels.metric(entry.metric);
  const limit = entry.role === "noted" ? ctx.w.t("trial.target", { value: ctx.w.value(entry.metric, entry.threshold) }) : ctx.w.limit(entry.metric, entry.relation, entry.threshold);
  const text = ctx.w.value(entry.metric, entry.value);
  const words = entry.value === null ? ctx.w.t("state.notMeasured") : `${text}${ctx.w.t("punct.comma")}${marginText(ctx, entry)}`;
  return html`<div class="cell${last}${stale ? " old" : ""}">
    <div class="l1"><span class="lab">${label}<small>${limit}</small></span>${state(ctx, entry)}
      ${figure(ctx, `trial/${result.id}/${entry.metric}`, text, { stale, label: `${name} ${label}` })}</div>
    ${bullet({ value: entry.value, threshold: entry.threshold, relation: entry.relation, missed: entry.state === "missed", interval: entry.evidence ?? null, domain, label: `${label}${ctx.w.t("punct.colon")}${words}${ctx.w.t("punct.comma")}${limit}` })}
    <div class="l3">${evidence(ctx, entry)}</div></div>`;
}

/**
 * @param {Context} ctx
 * @param {TrialMetric} entry
 */
function state(ctx, entry) {
  if (entry.state === "not_measured" || entry.value === null) return html`<span class="st neutral">${icon("none")}${ctx.w.t("state.notMeasured")}</span>`;
  if (entry.state === "missed") return html`<span class="st bad">${icon("x")}${marginText(ctx, entry)}</span>`;
  if (entry.state === "met") return html`<span class="st ok">${icon("tick")}${marginText(ctx, entry)}</span>`;
  return html`<span class="st noted">${marginText(ctx, entry)}</span>`;
}

/**
 * @param {Context} ctx
 * @param {TrialMetric} entry
 */
function evidence(ctx, entry) {
  if (entry.value === null) return html`<span>${ctx.w.t("gap.not_measured")}</span>`;
  if (entry.role === "noted") return html`<span>${ctx.w.t("gap.noted")}</span>`;
  const proof = entry.evidence;
  if (proof) {
    const range = `${ctx.w.labels.figures().confidence}% ${ctx.w.num(proof.low, 1, 1)}–${ctx.w.num(proof.high, 1, 1)}`;
    return html`<span>${range}</span><span class=${proof.standing === "undecided" ? "warn" : ""}>${ctx.w.t(ctx.w.known(`standing.${proof.standing}`))}</span>`;
  }
  const gap = entry.evidenceGap ?? "no_counts";
  const own = ctx.w.known(`gap.${gap}.${entry.metric}`, `gap.${gap}`);
  return html`<span>${ctx.w.t(own)}</span>${gap === "not_whole" ? html`<span class="warn">${ctx.w.t("gap.check")}</span>` : nothing}`;
}
