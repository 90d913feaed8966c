/**
 * What all cards share: they show one view of a store, follow its changes and close the open explanation on Esc. Inside
 * the app the app gives the store; alone on a page a card opens the worked example itself.
 * @module
 */
import { html } from "lit";
import { Context } from "../views/context.js";
import { breath } from "../store/open.js";
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
    /** @type {string | null} the explanation that was brought into sight */
    this.explained = null;
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

  /** Whether this is the start, where the app's frame is one task, the head of the card another, and its rest a third. */
  get starting() {
    return this.inner && this.store?.opening === true;
  }

  scheduleUpdate() {
    return this.starting ? breath().then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    if (!this.store) return;
    // Findings link to fields, which exist from now on.
    if (!this.linked) this.requestUpdate();
    this.linked = true;
    this.explain(this.store.ui.open);
  }

  /**
   * A narrow page may open an explanation far below its figure: it is brought into sight, once.
   * @param {string | null} open
   */
  explain(open) {
    if (open === this.explained) return;
    const panel = open === null ? null : this.renderRoot.querySelector(".how");
    if (open !== null && !panel) return;
    this.explained = open;
    const top = panel?.getBoundingClientRect().top ?? 0;
    if (panel && (top < 0 || top > innerHeight * 0.7)) panel.scrollIntoView({ block: "start" });
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
