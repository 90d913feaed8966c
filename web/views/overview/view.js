/**
 * Everything at a glance: each step's verdict for the current partner, then all partners.
 * @module
 */
import { html, nothing } from "lit";
import { verdictMark, gradeMark, status } from "../shared/status.js";
import { icon } from "../shared/icon.js";
import { STEPS } from "../steps.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * @param {Context} ctx
 * @param {{clear: () => void, example: () => void}} actions
 */
export function overview(ctx, actions) {
  const { w, store } = ctx;
  return html`<div class="overview"><h1>${w.t("pane.overview")}</h1>
    <ul class="steps-list">${STEPS.map((step) => {
      const headline = step.headline(ctx);
      const open = () => store.look({ view: step.id, pane: "result", open: null });
      return html`<li><button type="button" @click=${open}><span class="q">${w.t(`step.${step.id}`)}</span>
        ${headline.icon ? status({ tone: headline.tone || "neutral", icon: headline.icon }, headline.strong) : html`<b class="n">${headline.strong}</b>`}<small>${headline.fact}</small></button></li>`;
    })}</ul>
    <h2 class="sec">${w.t("overview.partners")}</h2>
    <ul class="partner-list">${store.workspace.dossiers.map((dossier, index) => partnerRow(ctx, dossier, index))}</ul>
    <p class="acts"><button type="button" class="btn" @click=${actions.clear}>${w.t("action.clear")}</button><button type="button" class="btn" @click=${actions.example}>${w.t("action.example")}</button></p></div>`;
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Dossier} dossier
 * @param {number} index
 */
function partnerRow(ctx, dossier, index) {
  const { w, store } = ctx;
  const result = ctx.results.selection?.ranking.find((entry) => entry.id === dossier.id);
  const { quote, months } = store.brief(index);
  const card = months?.scorecard ?? null;
  const current = dossier.id === store.workspace.current;
  return html`<li><button type="button" aria-pressed=${current ? "true" : "false"} @click=${() => store.pick(dossier.id)}>
    <b><bdi>${w.partner(dossier, index)}</bdi></b>${current ? icon("tick") : nothing}<span class="marks">${result ? verdictMark(ctx, result.verdict) : nothing}
    <span class="n">${w.num(result?.shownScore ?? null, 0, 0)}</span></span>
    ${quote || card ? html`<span class="more">${quote ? html`<span class="n">${w.money(quote.net, { symbol: true })}</span>` : nothing}${card ? gradeMark(ctx, card.grade) : nothing}</span>` : nothing}</button></li>`;
}
