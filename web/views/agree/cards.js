/**
 * The agreement beside the year's pay: folds one below the other, with a line that leads to each.
 * @module
 */
import { html, nothing } from "lit";
import { fieldId } from "../shared/field.js";
import { icon } from "../shared/icon.js";
import { adjustmentCard } from "./adjustment/view.js";
import { contractCard } from "./contract/view.js";
import { exitCard } from "./exit/view.js";
import { settlementCard } from "./settlement/view.js";
import { termsCard } from "./terms/view.js";
import { whatIfCard } from "./what_if/view.js";
import { wordingCard } from "./wording/view.js";

/** @typedef {import("../context.js").Context} Context */
/**
 * @typedef {object} Card
 * @property {string} id
 * @property {string} state one phrase that stays in sight while it is folded
 * @property {"bad" | "warn" | "ok" | ""} tone of that phrase
 * @property {unknown} body
 * @property {boolean} [folded] whether it begins folded on a screen, too
 * @property {string} [field] what remarks about the whole card point at
 * @property {boolean} [edit] whether something is typed here, so that a phone shows it on both panes
 */

/** @type {((ctx: Context) => Card | null)[]} */
const CARDS = [termsCard, whatIfCard, settlementCard, exitCard, contractCard, adjustmentCard, wordingCard];

/** @param {Context} ctx */
export const agreementCards = (ctx) => CARDS.map((card) => card(ctx)).filter((card) => card !== null);

/**
 * @param {Context} ctx
 * @param {Card[]} cards
 */
export function contents(ctx, cards) {
  const { w, host } = ctx;
  return html`<nav class="toc" aria-label=${w.t("agree.contents")}>${cards.map((card) => html`<button type="button" class="do" @click=${() => {
    const fold = /** @type {HTMLDetailsElement | null} */ (host.renderRoot.querySelector(`#card-${card.id}`));
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView({ block: "start" });
    fold.querySelector("summary")?.focus({ preventScroll: true });
  }}>${w.t(`agree.card.${card.id}`)}</button>`)}</nav>`;
}

/**
 * @param {Context} ctx
 * @param {Card[]} cards
 */
export function folds(ctx, cards) {
  const { w } = ctx;
  // A phone shows headings first; a screen has room for all.
  const phone = /** @type {any} */ (ctx.host).pane !== undefined;
  return cards.map((card) => html`<details class="fold ${card.edit ? "" : "result-part"}" id="card-${card.id}" ?open=${!phone && !card.folded}><summary id=${card.field ? fieldId(card.field) : nothing}><h2 class="sec">${w.t(`agree.card.${card.id}`)} <small class=${card.tone}>${card.state}</small></h2>${icon("chevron")}</summary>
    <div class="fold-body">${card.body ?? nothing}</div></details>`);
}
