/**
 * What all cards share: they show one view of a store, follow its changes and close the open explanation on Esc. Inside
 * the app the app gives the store; alone on a page a card opens the worked example itself.
 * @module
 */
import { LitElement, html } from "lit";
import { Context } from "../views/context.js";
import { openStore } from "../store/open.js";
import { resolvedTheme, onSystemTheme } from "./theme.js";

/** @typedef {import("../store/store.js").Store} Store */

export class AllymarkCard extends LitElement {
  static properties = { store: { attribute: false }, pane: { reflect: true }, inner: { type: Boolean, reflect: true } };

  constructor() {
    super();
    /** @type {Store | undefined} */
    this.store = undefined;
    /** @type {"edit" | "result" | undefined} which part a phone shows */
    this.pane = undefined;
    this.inner = false;
    this.linked = false;
    /** @type {() => void} */
    this.release = () => {};
    this.followed = /** @type {Store | undefined} */ (undefined);
    /** Settles when the card shows figures. @type {Promise<void>} */
    this.ready = new Promise((resolve) => (this.shown = resolve));
    this.addEventListener("keydown", (event) => this.onKey(event));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopTheme = onSystemTheme(() => this.requestUpdate());
    if (!this.store && !this.inner) void openStore().then((store) => (this.store = store));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.release();
    this.followed = undefined;
    this.stopTheme?.();
  }

  willUpdate() {
    if (this.store === this.followed) return;
    this.release();
    this.followed = this.store;
    this.release = this.store?.subscribe(() => this.requestUpdate()) ?? (() => {});
  }

  render() {
    if (!this.store) return html`<slot></slot>`;
    this.lang = this.store.preferences.lang === "zh" ? "zh-CN" : "en";
    this.dataset.theme = resolvedTheme(this.store.preferences.theme);
    return this.view(new Context(this.store, this));
  }

  updated() {
    if (!this.store) return;
    this.shown?.();
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
