/**
 * The month in view beside another one: figures, points and grade of both, and how far apart they are.
 * @module
 */
import { html, nothing } from "lit";
import { gradeMark } from "../../shared/status.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function besideMonth(ctx, card) {
  const { w, store } = ctx;
  const others = (store.workspace.dossiers[store.index].months ?? []).map(({ month }) => month).filter((month) => month !== card.month);
  if (others.length === 0) return nothing;
  const wanted = store.ui.besideMonth ?? "";
  const month = others.includes(wanted) ? wanted : lastMeasured(card) ?? others.filter((one) => one < card.month).at(-1) ?? others[0];
  const other = store.cardOf(month);
  return html`<section class="result-part gap beside-month"><h2 class="sec">${w.t("beside.months")} <label><span class="sr">${w.t("beside.month")}</span><select class="btn" @change=${(/** @type {Event} */ event) => store.look({ besideMonth: /** @type {HTMLSelectElement} */ (event.target).value })}>${others.map((one) => html`<option value=${one} ?selected=${one === month}>${w.month(one)}</option>`)}</select></label></h2>
    ${other ? both(ctx, card, other) : html`<p class="q none">${w.t("score.ungraded.no_data")}</p>`}</section>`;
}

/** An empty month has nothing to compare. @param {Scorecard} card */
const lastMeasured = (card) => card.history.filter((month) => month.total !== null && month.month !== card.month).at(-1)?.month;

/**
 * @param {Context} ctx
 * @param {Scorecard} card
 * @param {Scorecard} other
 */
function both(ctx, card, other) {
  const { w } = ctx;
  const points = (/** @type {number | null | undefined} */ score) => w.num(score, 0, 0);
  const gap = (/** @type {number | null | undefined} */ one, /** @type {number | null | undefined} */ two) => ((one ?? null) === null || (two ?? null) === null ? w.num(null) : `${Number(one) > Number(two) ? "+" : ""}${w.num(Number(one) - Number(two), 0, 0)}`);
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${w.t("beside.months")}><table class="data beside" part="table"><thead><tr><th scope="col">${w.t("col.metric")}</th><th scope="col" class="num">${w.month(other.month)}</th><th scope="col" class="num">${w.month(card.month)}</th><th scope="col" class="num">${w.t("beside.points", { month: other.month })}</th><th scope="col" class="num">${w.t("beside.points", { month: card.month })}</th><th scope="col" class="num">${w.t("beside.gap")}</th></tr></thead>
    <tbody>${card.metrics.map((entry) => {
      const before = other.metrics.find(({ metric }) => metric === entry.metric);
      return html`<tr><th scope="row">${w.labels.metric(entry.metric)}</th><td class="num q" data-name=${w.month(other.month)}>${w.value(entry.metric, before?.value)}</td><td class="num" data-name=${w.month(card.month)}>${w.value(entry.metric, entry.value)}</td><td class="num q" data-name=${w.t("beside.pointsShort")}>${points(before?.shownScore)}</td><td class="num" data-name=${w.t("beside.pointsShort")}>${points(entry.shownScore)}</td><td class="num" data-name=${w.t("beside.gap")}>${gap(entry.shownScore, before?.shownScore)}</td></tr>`;
    })}
      <tr class="sum"><th scope="row">${w.t("score.total")}</th><td class="num q" data-name=${w.month(other.month)}>${gradeMark(ctx, other.grade)}</td><td class="num" data-name=${w.month(card.month)}>${gradeMark(ctx, card.grade)}</td><td class="num q" data-name=${w.t("beside.pointsShort")}>${points(other.shownTotal)}</td><td class="num" data-name=${w.t("beside.pointsShort")}><b>${points(card.shownTotal)}</b></td><td class="num" data-name=${w.t("beside.gap")}><b>${gap(card.shownTotal, other.shownTotal)}</b></td></tr></tbody></table></div>`;
}
