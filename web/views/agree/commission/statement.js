/**
 * The statement: a line per tier and per quality clause, and what is due.
 * @module
 */
import { html, nothing } from "lit";
import { figure } from "../../shared/figure.js";
import { breachText, lineName, rateText } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Quote} Quote */

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {boolean} [paper] on paper no figure opens
 */
export function statement(ctx, quote, paper = false) {
  const { w } = ctx;
  const stale = ctx.results.staleQuote;
  const show = (/** @type {string} */ id, /** @type {string} */ text, /** @type {string} */ label) => (paper ? text : figure(ctx, id, text, { stale, label }));
  return html`<h2 class="sec later">${w.t("agree.statement")} <small>${w.t(w.known(`choice.rounding.${quote.reading.rounding}`))}</small></h2>
    <table part="table"><thead><tr><th scope="col">${w.t("col.line")}</th><th scope="col" class="num">${w.t("col.quantity")}</th><th scope="col" class="num">${w.t("col.rate")}</th><th scope="col" class="num">${w.t("col.amount", { unit: w.t(`unit.${w.moneyUnit}`) })}</th></tr></thead>
    <tbody>${quote.lines.map((line, index) => html`<tr><th scope="row">${lineName(ctx, line)} ${line.kind === "deduction" ? html`<span class="q">${breachText(ctx, line)}</span>` : nothing}</th>
      <td class="num">${line.quantity === undefined ? nothing : w.num(line.quantity)}</td><td class="num ${line.kind === "deduction" && !line.breached ? "q" : ""}">${rateText(ctx, line)}</td>
      <td class="num">${show(`pay/lines/${index}/amount`, w.money(line.amount, { fen: true }), lineName(ctx, line))}</td></tr>`)}
      <tr class="sum"><th scope="row">${w.t("agree.due")}</th><td class="num">${w.num(quote.volume)}</td><td class="num">${show("pay/effectiveRate", w.num(quote.effectiveRate, 2, 2), w.t("agree.effectiveRate"))}</td>
        <td class="num">${show("pay/net", w.money(quote.net, { fen: true }), w.t("agree.due"))}</td></tr></tbody></table>
    <p class="s q under">${nextTier(ctx, quote)}</p>`;
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function nextTier(ctx, quote) {
  const { w } = ctx;
  const parts = [];
  if (quote.toTarget && quote.toTarget.units > 0) parts.push(w.t("agree.toTarget", { units: quote.toTarget.units, worth: quote.toTarget.worth }));
  if (quote.toNextTier) parts.push(w.t("agree.toNextTier", { units: quote.toNextTier.units, bound: quote.toNextTier.bound, rate: quote.toNextTier.rate }));
  return parts.length > 0 ? parts.join(w.t("punct.semicolon")) + w.t("punct.stop") : w.t("agree.topTier");
}
