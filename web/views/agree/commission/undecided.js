/**
 * A year whose tiers the policy leaves open: every way to fill it is priced, none is chosen.
 * @module
 */
import { html, nothing } from "lit";
import { present } from "../../../store/judge.js";
import { figure } from "../../shared/figure.js";
import { icon } from "../../shared/icon.js";

/** @typedef {import("allymark/engine").Quote} Quote */

/** @type {WeakMap<Quote, Quote | null>} */
const known = new WeakMap();

/**
 * The same year at its own target, where the ways to fill it differ; null when the volume is the target.
 * @param {import("../../context.js").Context} ctx
 * @param {Quote} quote
 */
export function atTarget(ctx, quote) {
  if (quote.target === null || quote.volume === quote.target) return null;
  const kept = known.get(quote);
  if (kept !== undefined) return kept;
  const { reading, metrics } = present(ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {});
  const answer = ctx.store.engine.quote({ policy: ctx.results.policy.reference, contractYear: quote.contractYear, volume: quote.target, reading, metrics });
  const priced = answer.ok ? answer : null;
  known.set(quote, priced);
  return priced;
}

/**
 * @param {import("../../context.js").Context} ctx
 * @param {Quote} quote
 */
export function undecidedYear(ctx, quote) {
  const { w } = ctx;
  const target = atTarget(ctx, quote);
  return html`<h2 class="sec later">${w.t("agree.open", { year: quote.contractYear })} <small>${w.t("agree.readingsAt", { volume: quote.volume, unit: w.t(`unit.${w.moneyUnit}`) })}</small></h2>
    <table part="table"><thead><tr><th scope="col">${w.t("col.reading")}</th><th scope="col" class="num">${target ? w.t("agree.openAt", { volume: quote.volume }) : w.t("agree.due")}</th>${target ? html`<th scope="col" class="num">${w.t("agree.openAtTarget", { volume: target.volume })}</th>` : nothing}<th scope="col" class="num">${w.t("col.verdict")}</th></tr></thead>
    <tbody>${(quote.undecided ?? []).map((option, index) => html`<tr><th scope="row">${w.t(w.known(`choice.years.${option.choice}`))}</th><td class="num">${option.net === null ? w.money(null) : figure(ctx, `pay/undecided/${index}/net`, w.money(option.net, { fen: true }), { stale: ctx.results.staleQuote, label: w.t(w.known(`choice.years.${option.choice}`)) })}</td>
      ${target ? html`<td class="num">${targetFigure(ctx, target, option.choice)}</td>` : nothing}<td class="num"><span class="st neutral">${icon("none")}${w.t("agree.notDecided")}</span></td></tr>`)}</tbody></table>
    <p class="s q under">${w.t("agree.openHint")}</p>`;
}

/**
 * @param {import("../../context.js").Context} ctx
 * @param {Quote} target
 * @param {string} choice
 */
function targetFigure(ctx, target, choice) {
  const { w } = ctx;
  const index = target.undecided.findIndex((other) => other.choice === choice);
  const net = target.undecided[index]?.net ?? null;
  if (net === null) return w.money(null);
  return figure(ctx, `pay/target/${index}/net`, w.money(net, { fen: true }), { stale: ctx.results.staleQuote, label: `${w.t(w.known(`choice.years.${choice}`))} ${w.t("agree.openAtTarget", { volume: target.volume })}` });
}
