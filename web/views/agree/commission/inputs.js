/**
 * The year's volume (slider and number) and the quality figures the deductions look at.
 * @module
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { axisEnd } from "../../../charts/axis.js";
import { keepApart, textWidth } from "../../../charts/declutter.js";
import { control, field, fieldId, message } from "../../shared/field.js";
import { place } from "../../shared/place.js";
import { read, write } from "../../../store/pointer.js";
import { ruleText } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function commissionInputs(ctx) {
  const { w, store } = ctx;
  const base = `/dossiers/${store.index}/agreement`;
  const quote = ctx.results.quote;
  const rules = w.labels.qualityRules();
  return html`<div class="edit-part"><div class="field volume"><label for=${fieldId(`${base}/volume`)}>${w.t("agree.volume")}</label>
      ${control(ctx, { path: `${base}/volume`, label: w.t("agree.volume"), unit: "count", suffix: w.counted(), big: true })}
      ${message(ctx, `${base}/volume`)}${quote ? slider(ctx, quote, `${base}/volume`) : nothing}</div>
    ${rules.map((rule) => field(ctx, {
      path: measurementPath(ctx, `${base}/metrics/${rule.metric}`),
      label: w.t("agree.toDate", { metric: rule.metric }),
      hint: ruleText(ctx, rule),
      unit: w.labels.unit(rule.metric),
      suffix: w.suffix(rule.metric),
    }))}</div>`;
}

/**
 * A stored measurement may be a bare figure or `{value}`.
 * @param {Context} ctx
 * @param {string} path
 */
export function measurementPath(ctx, path) {
  const stored = read(ctx.store.workspace, path);
  return stored === undefined || stored === null || typeof stored === "object" ? `${path}/value` : path;
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Quote} quote
 * @param {string} path
 */
function slider(ctx, quote, path) {
  const to = axisEnd(quote.volume, ctx.w.labels.yearMarks(quote.contractYear));
  const share = Math.min(100, (quote.volume / to) * 100);
  const bounds = [...new Set([quote.target ?? to, ...(ctx.results.curve?.bounds ?? [])])].filter((bound) => bound < to);
  const kept = keepApart(bounds, (bound) => [(bound / to) * 300 - textWidth(ctx.w.num(bound)) / 2, (bound / to) * 300 + textWidth(ctx.w.num(bound)) / 2]);
  return html`<div class="range" ${place({ "--share": `${share}%` })}>
    <input type="range" min="0" max=${to} step="1" .value=${live(String(quote.volume))} aria-label=${ctx.w.t("agree.volumeSlider")} aria-valuetext=${`${ctx.w.num(quote.volume)} ${ctx.w.counted()}`}
      @input=${(/** @type {Event} */ event) => ctx.store.change((workspace) => write(workspace, path, /** @type {HTMLInputElement} */ (event.target).value), `slider${path}`)} @change=${() => ctx.store.seal()}>
    <div class="ticks" aria-hidden="true">${kept.map((bound) => html`<span ${place({ left: `${(bound / to) * 100}%` })}>${ctx.w.num(bound)}</span>`)}</div></div>`;
}
