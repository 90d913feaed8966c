/**
 * What all cards share: they show one view of a store, follow its changes and close the open explanation on Esc. Inside
 * the app the app gives the store; alone on a page a card opens the worked example itself.
 * @module
 */
import { html } from "lit";
import { Context } from "../views/context.js";
import { AllymarkElement } from "./embedded.js";

/** @typedef {import("../store/store.js").Store} Store */

export class AllymarkCard extends AllymarkElement {
  static properties = { pane: { reflect: true }, inner: { type: Boolean, reflect: true } };

  constructor() {
    super();
    /** @type {"edit" | "result" | undefined} which part a phone shows */
    this.pane = undefined;
    this.inner = false;
    this.linked = false;
    this.addEventListener("keydown", (event) => this.onKey(event));
  }

  borrows() {
    return this.inner;
  }

  page() {
    const store = /** @type {Store} */ (this.store);
    if (this.inner) this.toggleAttribute("readonly", store.readonly);
    return this.view(new Context(store, this));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    if (!this.store) return;
    // Findings link to fields, which exist from now on.
    if (!this.linked) this.requestUpdate();
    this.linked = true;
  }

  /**
   * @param {Context} _ctx
   * @returns {unknown}
   */
  view(_ctx) {
    return html``;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Escape" || !this.store || this.store.ui.open === null) return;
    event.stopPropagation();
    new Context(this.store, this).close();
  }
}
