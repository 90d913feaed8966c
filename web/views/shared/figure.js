/**
 * A computed figure: a button that opens 怎么算的 in place. Missing is a dash in a dashed box, a figure kept from before
 * a bad entry is grey and says so.
 * @module
 */
import { html, nothing } from "lit";
import { MISSING } from "../../io/format.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * @param {Context} ctx
 * @param {string} id what the explanation is about; the same id opens and closes it
 * @param {string} text the figure as shown
 * @param {{stale?: boolean, label?: string, tag?: boolean, step?: string}} [how] `label` names the figure for readers; `tag` adds the word beside a stale figure; `step` is the step the explanation is on
 */
export function figure(ctx, id, text, how = {}) {
  const open = ctx.store.ui.open === id && (!how.step || how.step === ctx.store.ui.view);
  const missing = text === MISSING;
  const classes = `fig n${how.stale ? " stale" : ""}${missing ? " gone" : ""}`;
  return html`<button type="button" class=${classes} part="number" aria-expanded=${open ? "true" : "false"} data-figure=${id}
      aria-label=${how.label ? `${how.label} ${missing ? ctx.w.t("state.missing") : text}${how.stale ? ctx.w.t("punct.comma") + ctx.w.t("state.stale") : ""}` : nothing}
      title=${ctx.w.t("how.open")} @click=${() => ctx.toggle(id, how.step)}>${text}</button>${how.stale && how.tag ? staleTag(ctx) : nothing}`;
}

/** @param {Context} ctx */
export function staleTag(ctx) {
  return html` <span class="tag stale-tag">${ctx.w.t("state.stale")}</span>`;
}

/**
 * Where a rule comes from: 原文, 推得, 假定, 反推.
 * @param {Context} ctx
 * @param {string | undefined} origin
 */
export function originTag(ctx, origin) {
  if (!origin) return nothing;
  return html`<span class="tag" title=${ctx.w.t(ctx.w.known(`origin.${origin}.title`))}>${ctx.w.t(ctx.w.known(`origin.${origin}`))}</span>`;
}
