/**
 * 怎么算的 of a trial: the verdict and the score of a candidate, or one of its metrics.
 * @module
 */
import { html, nothing } from "lit";
import { verdictMark } from "../../shared/status.js";
import { howPanel, readings, sources, traceSteps } from "../../shared/how.js";
import { signed } from "../../../io/format.js";
import { flips, marginText, metricOf } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Selection} Selection */
/** @typedef {import("allymark/engine").TrialResult} TrialResult */

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialResult} result
 * @param {string} name
 */
export function trialHow(ctx, selection, result, name) {
  const metric = ctx.store.ui.open?.split("/")[2] ?? "score";
  if (metric !== "score" && metricOf(result, metric)) return metricHow(ctx, selection, result, name, metric);
  return howPanel(ctx, {
    title: html`<bdi>${name}</bdi> ${verdictMark(ctx, result.verdict)}${ctx.w.t("punct.comma")}<span class="n">${ctx.w.t("trial.points", { n: result.shownScore })}</span>`,
    left: scoreSteps(ctx, selection, result),
    right: html`${scoreSources(ctx, selection)}${verdictReadings(ctx, result)}`,
  });
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialResult} result
 */
export function scoreSteps(ctx, selection, result) {
  const index = selection.ranking.indexOf(result);
  const scored = result.metrics.filter((entry) => entry.score !== null);
  const curve = ctx.w.labels.trialCurve();
  return html`<h3>${ctx.w.t("trial.how.verdict")}</h3>
    ${traceSteps(ctx, selection.trace?.[`/ranking/${index}/verdict`])}
    <h3>${ctx.w.t("trial.how.score")}</h3>
    <p class="f small">${ctx.w.t("trial.how.formula", curve)}</p>
    <table part="table"><thead><tr><th>${ctx.w.t("col.metric")}</th><th class="num">${ctx.w.t("col.actual")}</th><th class="num">${ctx.w.t("col.target")}</th><th class="num w">d</th>
      <th class="num w">${ctx.w.t("trial.how.uncapped", curve)}</th><th class="num">${ctx.w.t("col.score")}</th><th class="num">${ctx.w.t("col.weight")}</th><th class="num">${ctx.w.t("col.contribution")}</th></tr></thead>
    <tbody>${scored.map((entry) => html`<tr><th scope="row">${ctx.w.labels.metric(entry.metric)}</th><td class="num">${ctx.w.value(entry.metric, entry.value)}</td><td class="num">${ctx.w.value(entry.metric, entry.threshold)}</td>
      <td class="num w">${signed(entry.deviation ?? 0, ctx.w.lang, 4, 4)}</td><td class="num w">${ctx.w.num(entry.uncapped, 2, 2)}</td>
      <td class="num">${entry.capped ? html`<span class="q">${ctx.w.t("trial.how.capped")}</span> ` : nothing}${ctx.w.num(entry.score, 2, 2)}</td>
      <td class="num">${ctx.w.num(entry.weight, 0, 2)}</td><td class="num">${ctx.w.num(entry.contribution, 2, 2)}</td></tr>`)}
      <tr class="sum"><th scope="row">${ctx.w.t("col.total")}</th><td></td><td></td><td class="w"></td><td class="w"></td><td></td><td class="num">${ctx.w.t("trial.how.coverage", { n: result.coverage })}</td>
        <td class="num">${ctx.w.num(result.score, 2, 2)} → ${ctx.w.num(result.shownScore, 0, 0)}</td></tr></tbody></table>`;
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 */
export function scoreSources(ctx, selection) {
  const { w } = ctx;
  return sources(ctx, [
    { term: w.t("trial.src.thresholds"), text: w.t("trial.src.thresholdsText"), origin: w.labels.origin("trial.criteria") },
    { term: w.t("trial.src.verdict"), text: w.t("trial.src.verdictText"), origin: w.labels.origin("trial.verdict") },
    { term: w.t("trial.score"), text: w.t("trial.src.scoreText"), origin: selection.scoreOrigin },
  ]);
}

/**
 * The verdict under each other option of the same rule, where an option changes it.
 * @param {Context} ctx
 * @param {TrialResult} result
 */
export function verdictReadings(ctx, result) {
  const differs = (/** @type {string} */ option) => result.readings.some((row) => row.option === option && row.verdict !== result.verdict);
  return /** @type {const} */ (["missing", "method", "provenOnly"]).filter(differs).map((option) =>
    readings(ctx, ctx.w.t(`option.${option}`), result.readings.filter((row) => row.option === option).map((row) => ({
      label: ctx.w.t(ctx.w.known(`choice.${option}.${row.choice}`)),
      chosen: row.chosen,
      result: verdictMark(ctx, row.verdict),
    }))));
}

/**
 * @param {Context} ctx
 * @param {Selection} selection
 * @param {TrialResult} result
 * @param {string} name
 * @param {string} metric
 */
function metricHow(ctx, selection, result, name, metric) {
  const { w } = ctx;
  const entry = metricOf(result, metric);
  if (!entry) return nothing;
  const index = selection.ranking.indexOf(result);
  const proof = entry.evidence;
  const changes = flips(ctx, { ...result, flips: result.flips.filter((flip) => flip.metric === metric) });
  const base = `/ranking/${index}/metrics/${result.metrics.indexOf(entry)}`;
  // The weights that took part: those of metrics without a figure are left out.
  const weights = (selection.trace?.[`/ranking/${index}/score`]?.[0]?.inputs ?? []).filter((input) => input.name.endsWith(".weight")).reduce((sum, input) => sum + Number(input.value), 0);
  return howPanel(ctx, {
    title: html`<bdi>${name}</bdi> · ${w.labels.metric(metric)} <span class="n">${w.value(metric, entry.value)}</span>`,
    left: html`<h3>${w.t("trial.how.threshold")}</h3>
      <p class="f"><span class="n">${w.value(metric, entry.value)}${w.t("punct.versus")}${w.limit(metric, entry.relation, entry.threshold)}</span> <span class="arrow" aria-hidden="true">→</span>
        <b>${w.t(w.known(`state.${entry.state}`))}</b> ${entry.margin === null ? nothing : html`<span class="q">${marginText(ctx, entry)}</span>`}</p>
      ${proof ? html`<h3>${w.t("trial.how.evidence")}</h3>
        <p class="f"><span class="n">${w.t(proof.derived ? "trial.how.countsDerived" : "trial.how.counts", { events: proof.events, of: proof.of, rate: w.num(proof.rate, 0, 2) })}</span></p>
        <p class="f">${w.t("trial.how.interval", { low: w.num(proof.low, 1, 2), high: w.num(proof.high, 1, 2) })} <b>${w.t(w.known(`standing.${proof.standing}`))}</b>
          ${proof.usersNeeded ? html`<span class="q">${w.t("trial.usersNeeded", { metric, users: proof.usersNeeded })}</span>` : nothing}</p>` : nothing}
      ${traceSteps(ctx, [...(selection.trace?.[`${base}/evidence/low`] ?? []), ...(selection.trace?.[`${base}/evidence/high`] ?? [])])}
      ${entry.score === null ? nothing : html`<h3>${w.t("col.score")}</h3>${traceSteps(ctx, selection.trace?.[`${base}/score`])}
        <p class="f"><span class="n">${w.num(entry.score, 2, 2)} × ${w.num(entry.weight, 0, 2)} ÷ ${w.num(weights, 0, 2)}</span> <span class="arrow" aria-hidden="true">→</span> <b class="n">${w.num(entry.contribution, 2, 2)}</b></p>`}`,
    right: html`${sources(ctx, [{ term: w.t("trial.src.thresholds"), text: w.t("trial.src.thresholdsText"), origin: w.labels.origin("trial.criteria") }])}
      ${changes.length > 0 ? html`<h3>${w.t("trial.flips")}</h3><ul class="plain">${changes.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}`,
  });
}
