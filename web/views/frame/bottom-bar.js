/**
 * A phone's bar: overview, entry, results, report.
 * @module
 */
import { html } from "lit";
import { icon } from "../shared/icon.js";

/** @typedef {import("../context.js").Context} Context */

const PANES = /** @type {const} */ (["overview", "edit", "result", "report"]);

/** @param {Context} ctx */
export function bottomBar(ctx) {
  const { w, store } = ctx;
  return html`<nav class="bottom" aria-label=${w.t("pane.label")}>${PANES.map((pane) => html`<button type="button" aria-current=${store.ui.pane === pane ? "page" : "false"} @click=${() => {
    store.look({ pane });
    scrollTo({ top: 0 });
  }}>${icon(pane)}<span>${w.t(`pane.${pane}`)}</span></button>`)}</nav>`;
}
