/**
 * Controls above a card: one of several, and copying.
 * @module
 */
import { html } from "lit";
import { copyTable } from "../../io/clipboard.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * @param {string} label
 * @param {{id: string, text: any, title?: string}[]} options
 * @param {string} chosen
 * @param {(id: string) => void} choose
 */
export function segmented(label, options, chosen, choose) {
  return html`<span class="seg" role="group" aria-label=${label}>${options.map((option) => html`<button type="button" aria-pressed=${option.id === chosen ? "true" : "false"} title=${option.title ?? ""} @click=${() => choose(option.id)}>${option.text}</button>`)}</span>`;
}

/**
 * @param {Context} ctx
 * @param {string} flag
 */
export function chartOrTable(ctx, flag) {
  const table = ctx.store.ui.flags[flag] ?? false;
  return segmented(ctx.w.t("toolbar.shape"), [{ id: "chart", text: ctx.w.t("toolbar.chart") }, { id: "table", text: ctx.w.t("toolbar.table") }], table ? "table" : "chart", (id) =>
    ctx.store.look({ flags: { ...ctx.store.ui.flags, [flag]: id === "table" } }));
}

/** @param {Context} ctx */
export function moneyUnit(ctx) {
  return segmented(ctx.w.t("toolbar.money"), [{ id: "yuan", text: ctx.w.t("unit.yuan") }, { id: "wan", text: ctx.w.t("unit.wan") }], ctx.store.preferences.money, (id) =>
    ctx.store.prefer({ money: id === "wan" ? "wan" : "yuan" }));
}

/**
 * @param {Context} ctx
 * @param {() => import("./table.js").TableData} table
 */
export function copyButton(ctx, table) {
  return html`<button type="button" class="btn" @click=${(/** @type {Event} */ event) => {
    const done = copyTable(table());
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    button.dispatchEvent(new CustomEvent("allymark-say", { bubbles: true, composed: true, detail: ctx.w.t(done ? "toolbar.copied" : "toolbar.copyRefused") }));
  }}>${ctx.w.t("toolbar.copy")}</button>`;
}
