/**
 * Fields of the rooms before the trial: one of a few, stars, a short text. Each writes at once.
 * @module
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { read } from "../../../store/pointer.js";
import { fieldId, message } from "../../shared/field.js";

/** @typedef {import("../../context.js").Context} Context */

/**
 * Writes a choice as one undo step; nothing chosen is missing.
 * @param {Context} ctx
 * @param {string} path
 * @param {any} value
 */
function put(ctx, path, value) {
  ctx.store.set(path, value === "" ? undefined : value);
  ctx.store.seal();
}

/**
 * One of some stars, or none.
 * @param {Context} ctx
 * @param {{path: string, label: string, hint?: unknown, low: number, high: number}} spec
 */
export function stars(ctx, { path, label, hint, low, high }) {
  const stored = read(ctx.store.workspace, path);
  const chosen = stored === undefined || stored === null ? "" : String(stored);
  const steps = Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
  const odd = chosen !== "" && !steps.includes(chosen);
  return html`<fieldset class="stars" id=${fieldId(path)}><legend>${label}${hint ? html` <span class="q">${hint}</span>` : nothing}</legend>
    <span class=${`row${chosen === "" ? " miss" : ""}`}>${["", ...steps, ...(odd ? [chosen] : [])].map((step) => html`<label><input type="radio" name=${fieldId(path)} value=${step} .checked=${live(step === chosen)} ?disabled=${ctx.store.readonly}
      aria-label=${step === "" ? ctx.w.t("room.notRated") : step} @change=${() => put(ctx, path, step)}><span aria-hidden="true">${step === "" ? ctx.w.num(null) : step}</span></label>`)}</span>${message(ctx, path)}</fieldset>`;
}

/**
 * A list to choose from.
 * @param {Context} ctx
 * @param {{path: string, label: string, options: {id: string, text: string}[], empty: string, none?: string, hideLabel?: boolean}} spec `empty` says what nothing chosen means, and so does the stored value `none`
 */
export function pick(ctx, { path, label, options, empty, none = "unknown", hideLabel = false }) {
  const stored = read(ctx.store.workspace, path) ?? "";
  const chosen = stored === none ? "" : stored;
  const id = fieldId(path);
  const list = html`<select id=${id} class="pick" aria-label=${hideLabel ? label : nothing} ?disabled=${ctx.store.readonly} .value=${live(chosen)}
    @change=${(/** @type {Event} */ event) => put(ctx, path, /** @type {HTMLSelectElement} */ (event.target).value)}><option value="" ?selected=${chosen === ""}>${empty}</option>${options.map((option) => html`<option value=${option.id} ?selected=${option.id === chosen}>${option.text}</option>`)}</select>`;
  if (hideLabel) return html`${list}${message(ctx, path)}`;
  return html`<div class="field"><label for=${id}>${label}</label>${list}${message(ctx, path)}</div>`;
}

/**
 * A line of text.
 * @param {Context} ctx
 * @param {{path: string, label: string, placeholder?: string, hideLabel?: boolean}} spec
 */
export function line(ctx, { path, label, placeholder = "", hideLabel = false }) {
  const id = fieldId(path);
  const input = html`<input id=${id} class="line" autocomplete="off" aria-label=${hideLabel ? label : nothing} placeholder=${placeholder} ?readonly=${ctx.store.readonly}
    .value=${live(read(ctx.store.workspace, path) ?? "")} @input=${(/** @type {Event} */ event) => ctx.store.set(path, /** @type {HTMLInputElement} */ (event.target).value || undefined)} @blur=${() => ctx.store.seal()}>`;
  if (hideLabel) return html`${input}${message(ctx, path)}`;
  return html`<div class="field"><label for=${id}>${label}</label>${input}${message(ctx, path)}</div>`;
}

/** Yes, no and unknown as a list to choose from. @param {Context} ctx */
export const signals = (ctx) => [{ id: "yes", text: ctx.w.t("signal.yes") }, { id: "no", text: ctx.w.t("signal.no") }];
