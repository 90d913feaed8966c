/**
 * Lists of a dossier that grow: meetings, events, corrections; and one of several to choose from in their rows.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "./icon.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * One of several, written where it belongs.
 * @param {Context} ctx
 * @param {{path: string, label: string, options: {id: string, text: string}[], initial?: string, read?: (id: string) => any}} spec `initial` is meant where nothing is stored, `read` makes the stored value of an id
 */
export function choice(ctx, spec) {
  const stored = String(ctx.store.valueAt(spec.path) ?? spec.initial ?? "");
  const kept = (/** @type {string} */ id) => (id === "" || id === spec.initial ? undefined : spec.read?.(id) ?? id);
  return html`<select class="btn" aria-label=${spec.label} ?disabled=${ctx.store.readonly} @change=${(/** @type {Event} */ event) => ctx.store.set(spec.path, kept(/** @type {HTMLSelectElement} */ (event.target).value))}>
    ${spec.options.map((option) => html`<option value=${option.id} ?selected=${option.id === stored}>${option.text}</option>`)}</select>`;
}

/**
 * Adds an entry to a list of the dossier, which may not exist yet.
 * @param {Context} ctx
 * @param {string} path
 * @param {any} entry
 */
export function addTo(ctx, path, entry) {
  ctx.store.set(path, [...(ctx.store.valueAt(path) ?? []), entry]);
  ctx.store.seal();
}

/**
 * @param {Context} ctx
 * @param {string} path of a list
 * @param {number} index
 */
export function removeFrom(ctx, path, index) {
  ctx.store.set(path, /** @type {any[]} */ (ctx.store.valueAt(path)).filter((_, at) => at !== index));
  ctx.store.seal();
}

/**
 * @param {Context} ctx
 * @param {string} path
 * @param {number} index
 * @param {string} label
 */
export function removeButton(ctx, path, index, label) {
  return ctx.store.readonly ? nothing : html`<button type="button" class="drop" aria-label=${label} title=${label} @click=${() => removeFrom(ctx, path, index)}>${icon("x")}</button>`;
}
