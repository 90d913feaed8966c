/**
 * A menu under a button: opens on click or Enter, closes on Esc, on leaving it and on a choice.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "./icon.js";

/** @typedef {{text: unknown, act: () => void, hint?: string, lang?: string}} Item */

/**
 * @param {{label: unknown, name?: string, items: (Item | null | typeof nothing)[], classes?: string, onOpen?: () => void}} menu null draws a line
 */
export function menu({ label, name, items, classes = "", onOpen }) {
  const close = (/** @type {Event} */ event) => (/** @type {HTMLElement} */ (event.currentTarget).closest("details")?.removeAttribute("open"));
  return html`<details class="menu ${classes}" @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${(/** @type {Event} */ event) => {
    if (/** @type {HTMLDetailsElement} */ (event.currentTarget).open) onOpen?.();
  }}><summary aria-label=${name ?? nothing}>${label}${name ? nothing : icon("chevron")}</summary>
    <div class="panel list">${items.map((item) => (item === nothing ? nothing : item === null ? html`<hr>` : html`<button type="button" lang=${/** @type {Item} */ (item).lang ?? nothing} @click=${(/** @type {Event} */ event) => {
      close(event);
      /** @type {Item} */ (item).act();
    }}><span>${/** @type {Item} */ (item).text}</span>${/** @type {Item} */ (item).hint ? html`<small>${/** @type {Item} */ (item).hint}</small>` : nothing}</button>`))}</div></details>`;
}

/** @param {KeyboardEvent} event */
export function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (!menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/** @param {FocusEvent} event */
export function closeOnLeave(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
}
