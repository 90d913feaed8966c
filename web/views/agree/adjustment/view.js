/**
 * 明年条款: what a finished year proposes for the next one, as differences of the policy, and what an open year costs
 * under each way to fill it.
 * @module
 */
import { html, nothing } from "lit";
import { roomFigure } from "../../manage/explain.js";
import { agreeHow } from "../how.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Adjustment} Adjustment */
/** @typedef {import("allymark/engine").Quote} Quote */

/** @param {Context} ctx @returns {import("../cards.js").Card | null} */
export function adjustmentCard(ctx) {
  const { w } = ctx;
  if (!ctx.results.policy.document.adjustment) return null;
  const result = ctx.results.assessment?.adjustment ?? null;
  const next = nextYear(ctx);
  const open = next?.net === null;
  return {
    id: "adjustment",
    tone: open ? "warn" : "",
    state: result ? w.t("adjust.result", { year: result.contractYear, result: result.result }) : open ? w.t("adjust.openYear", { year: next.contractYear }) : w.t("adjust.later"),
    body: html`<div class="cols c2 first"><section>${result ? changes(ctx, result) : html`<p class="q none">${w.t("adjust.later")}</p>`}</section><section>${next ? openYear(ctx, next) : nothing}</section></div>
      ${agreeHow(ctx, "/adjustment/", w.t("agree.card.adjustment"))}`,
  };
}

/**
 * @param {Context} ctx
 * @param {Adjustment} result
 */
function changes(ctx, result) {
  const { w, store } = ctx;
  return html`<p>${w.t("adjust.resultIs", { year: result.contractYear })} <b>${roomFigure(ctx, "/adjustment/result", `${w.num(result.result)}%`, w.t("adjust.resultIs", { year: result.contractYear }), "commission")}</b></p>
    <table class="facts" part="table"><tbody>${result.changes.map((change) => html`<tr><th scope="row">${w.t(`adjust.${change.proposal}`)}</th><td>${change.path ? html`<span class="q">${w.t("adjust.targetOf", { year: Number(/years\/(\d+)/.exec(change.path)?.[1] ?? 0) + 1 })}</span> <span class="n">${w.num(change.from)} → <b>${w.num(change.to)}</b></span>
      ${store.readonly || change.to === undefined ? nothing : html`<button type="button" class="do" @click=${() => store.editPolicy(change.path ?? "", change.to)}>${w.t("adjust.take", { version: result.nextVersion })}</button>`}` : nothing}</td></tr>`)}</tbody></table>`;
}

/** @type {WeakMap<object, {reference: any, quote: Quote | null}>} */
const known = new WeakMap();

/**
 * The next contract year at its own target.
 * @param {Context} ctx
 * @returns {Quote | null}
 */
function nextYear(ctx) {
  const { document, reference } = ctx.results.policy;
  const agreement = ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {};
  const kept = known.get(agreement);
  if (kept && kept.reference === reference) return kept.quote;
  const contractYear = Number(ctx.results.assessment?.settlement?.contractYear ?? agreement.contractYear ?? 1) + 1;
  const target = /** @type {any[]} */ (document.commission?.years ?? []).find((year) => year.year === contractYear)?.target;
  const answer = target === undefined ? null : ctx.store.engine.quote({ policy: reference, contractYear, volume: target });
  const quote = answer?.ok ? answer : null;
  known.set(agreement, { reference, quote });
  return quote;
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
function openYear(ctx, quote) {
  const { w } = ctx;
  const rows = quote.net === null ? quote.undecided.map((option) => [w.t(w.known(`choice.years.${option.choice}`)), option.net]) : [[w.t("agree.due"), quote.net]];
  return html`<h3>${w.t("adjust.next", { year: quote.contractYear, volume: quote.volume })}</h3><table class="facts" part="table"><tbody>${rows.map(([name, net]) => html`<tr><th scope="row">${name}</th><td class="num">${w.money(/** @type {number | null} */ (net), { fen: true })}</td></tr>`)}</tbody></table>
    ${quote.net === null ? html`<p class="q s under">${w.t("agree.openHint")}</p>` : nothing}`;
}
