/**
 * A year whose tiers the policy leaves open: every way to fill it is priced, none is chosen.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { icon } from "../../shared/icon.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("allymark/engine").Quote} quote
 */
export function undecidedYear(ctx, quote) {
  const { w } = ctx;
  return html`<h2 class="sec later">${w.t("agree.open", { year: quote.contractYear })} <small>${w.t("agree.readingsAt", { volume: quote.volume, unit: w.t(`unit.${w.moneyUnit}`) })}</small></h2>
    <table part="table"><thead><tr><th scope="col">${w.t("col.reading")}</th><th scope="col" class="num">${w.t("agree.due")}</th><th scope="col" class="num">${w.t("col.verdict")}</th></tr></thead>
    <tbody>${(quote.undecided ?? []).map((option, index) => html`<tr><th scope="row">${w.t(w.known(`choice.years.${option.choice}`))}</th><td class="num">${option.net === null ? w.money(null) : figure(ctx, `pay/undecided/${index}/net`, w.money(option.net, { fen: true }), { stale: ctx.results.staleQuote, label: w.t(w.known(`choice.years.${option.choice}`)) })}</td>
      <td class="num"><span class="st neutral">${icon("none")}${w.t("agree.notDecided")}</span></td></tr>`)}</tbody></table>
    <p class="s q under">${w.t("agree.openHint")}</p>`;
}
