/**
 * Tables as data: the twin of a picture, and what 复制为表格 puts on the clipboard.
 * @module
 */
import { html, nothing } from "lit";

/**
 * @typedef {object} TableData
 * @property {string} caption
 * @property {string[]} head
 * @property {string[][]} rows the first cell of a row names it
 */

/**
 * @param {TableData} table
 * @param {boolean} [first] whether every column but the first holds figures
 */
export function dataTable(table, first = true) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${table.caption}><table class="data" part="table"><caption class="sr">${table.caption}</caption>
    <thead><tr>${table.head.map((text, index) => html`<th scope="col" class=${first && index > 0 ? "num" : ""}>${text}</th>`)}</tr></thead>
    <tbody>${table.rows.map((row) => html`<tr>${row.map((text, index) => (index === 0 ? html`<th scope="row"><bdi>${text}</bdi></th>` : html`<td class=${first ? "num" : ""} data-name=${table.head[index]}>${text}</td>`))}</tr>`)}</tbody></table></div>`;
}

/**
 * The button that shows the figures behind a picture.
 * @param {import("../context.js").Context} ctx
 * @param {string} flag
 */
export function twinButton(ctx, flag) {
  const on = ctx.store.ui.flags[flag] ?? false;
  return html`<button type="button" class="twin" aria-expanded=${on ? "true" : "false"} @click=${() => ctx.store.look({ flags: { ...ctx.store.ui.flags, [flag]: !on } })}>${ctx.w.t(on ? "twin.hide" : "twin.show")}</button>`;
}

/**
 * @param {import("../context.js").Context} ctx
 * @param {string} flag
 * @param {() => TableData} table
 */
export function twin(ctx, flag, table) {
  return ctx.store.ui.flags[flag] ? dataTable(table()) : nothing;
}
