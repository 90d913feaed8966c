/**
 * A phone's bar: overview, entry, results, report.
 * @module
 */
import { html } from "lit";
import { goTo, isPage } from "../pages.js";
import { icon } from "../shared/icon.js";

/** @typedef {import("../context.js").Context} Context */

const PANES = /** @type {const} */ (["overview", "edit", "result", "report"]);

/** @param {Context} ctx */
export function bottomBar(ctx) {
  const { w, store } = ctx;
  const { view, pane, step } = store.ui;
  const now = isPage(view) ? view : pane;
  return html`<nav class="bottom" aria-label=${w.t("pane.label")}>${PANES.map((entry) => html`<button type="button" aria-current=${now === entry ? "page" : "false"} @click=${() => {
    if (entry === "edit" || entry === "result") {
      if (isPage(view)) goTo(store, step);
      store.look({ pane: entry });
    } else goTo(store, entry);
    scrollTo({ top: 0 });
  }}>${icon(entry)}<span>${w.t(`pane.${entry}`)}</span></button>`)}</nav>`;
}
