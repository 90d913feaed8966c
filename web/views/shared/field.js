/**
 * A number field: text that is never blocked while typing. The figure goes to the core at each key press; the error
 * stands under the field when it is left.
 * @module
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { number, MISSING } from "../../io/format.js";
import { isNumberText, typed } from "../../io/number.js";
import { icon } from "./icon.js";

/** @typedef {import("../context.js").Context} Context */
/**
 * @typedef {object} FieldSpec
 * @property {string} path JSON Pointer into the workspace, or `policy` and a pointer into its policy
 * @property {string} [id] where `path` moves while typing, as in a list kept in order: what the field is called
 * @property {string} label
 * @property {string} [unit] "%", "h", "CNY", "count" and others of io/number.js: which endings may be typed
 * @property {string} [suffix] what stands inside the field, behind the figure
 * @property {boolean} [big]
 * @property {boolean} [narrow]
 * @property {boolean} [plain] without separators of thousands: a number that is a name, not an amount
 * @property {boolean} [hideLabel] the label is for readers only
 * @property {string} [placeholder] what is used while the field is empty
 * @property {any} [hint]
 * @property {any} [note] a finding about this field, shown under it
 * @property {(text: string | null) => void} [write] instead of writing to `path`
 * @property {Held} [held] instead of what stands at `path`
 */

/** @typedef {{value?: string | null, error?: import("allymark/engine").InputError}} Held what a field holds that is no part of the workspace */

/** The text of the field being typed in, as typed. */
/** @type {{id: string, text: string} | null} */
let draft = null;

/** What is being typed below a place; it changes with each key and ends when the field is left. @param {string} base */
export const typedBelow = (base) => (draft?.id.startsWith(`${fieldId(base)}-`) ? draft : null);

/** @param {string} path */
export const fieldId = (path) => `f${path.replaceAll(/[^\w-]/g, "-")}`;

/**
 * @param {Context} ctx
 * @param {FieldSpec} spec
 */
export function control(ctx, spec) {
  const stored = spec.held ? spec.held.value : ctx.store.valueAt(spec.path);
  const id = spec.id ?? fieldId(spec.path);
  const editing = draft?.id === id;
  const missing = stored === null || stored === undefined || stored === "";
  const shown = editing ? draft?.text ?? "" : missing ? "" : isNumberText(stored) && !spec.plain ? number(stored, ctx.w.lang, 0, 9) : String(stored);
  const error = editing ? undefined : spec.held ? spec.held.error : ctx.store.errorsAt(spec.path)[0];
  const classes = `inp${spec.big ? " big" : ""}${spec.narrow ? " narrow" : ""}${missing && !editing ? " miss" : ""}${error ? " err" : ""}`;
  return html`<span class=${classes}><input id=${id} name=${id} inputmode="decimal" autocomplete="off" spellcheck="false" ?readonly=${ctx.store.readonly}
      .value=${live(shown)} placeholder=${spec.placeholder ?? MISSING} aria-label=${spec.hideLabel ? spec.label : nothing}
      aria-invalid=${error ? "true" : "false"} aria-describedby=${error ? `${id}-e` : spec.note ? `${id}-n` : nothing}
      @focus=${(/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
      @input=${(/** @type {InputEvent} */ event) => {
        const text = /** @type {HTMLInputElement} */ (event.target).value;
        draft = { id, text };
        const value = typed(text, spec.unit);
        if (spec.write) spec.write(value);
        else ctx.store.set(spec.path, value);
      }}
      @blur=${(/** @type {FocusEvent} */ event) => {
        if (draft?.id !== id) return;
        draft = null;
        const input = /** @type {HTMLInputElement} */ (event.target);
        // A row that rests until its partner changes would keep a dash that changed nothing.
        if (typed(input.value, spec.unit) === null) input.value = "";
        ctx.store.seal();
        ctx.store.look({});
      }}>${spec.suffix ? html`<span aria-hidden="true">${spec.suffix}</span>` : nothing}</span>`;
}

/**
 * The sentence under a field: what to type, and that the last good result still stands.
 * @param {Context} ctx
 * @param {string} path
 * @param {any} [note]
 * @param {string} [id] of the field
 * @param {Held} [held]
 */
export function message(ctx, path, note, id = fieldId(path), held = undefined) {
  const error = draft?.id === id ? undefined : held ? held.error : ctx.store.errorsAt(path)[0];
  if (error) {
    const typedText = held ? held.value : ctx.store.valueAt(path);
    return html`<span class="msg bad" id="${id}-e">${icon("x")} ${errorText(ctx, error, typedText)}</span>`;
  }
  return note ? html`<span class="msg warn" id="${id}-n">${icon("find")} ${note}</span>` : nothing;
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").InputError} error
 * @param {unknown} text
 */
export function errorText(ctx, error, text) {
  const shown = String(text ?? "");
  const short = shown.length > 24 ? `${[...shown].slice(0, 24).join("")}…` : shown;
  return ctx.w.t(ctx.w.known(`error.${error.code}`, "error.unknown"), { ...error.params, text: short });
}

/**
 * A labelled row: label and hint left, field right, message below.
 * @param {Context} ctx
 * @param {FieldSpec} spec
 */
export function field(ctx, spec) {
  return html`<div class="field"><label for=${fieldId(spec.path)}>${spec.label} ${spec.hint ? html`<span class="q">${spec.hint}</span>` : nothing}</label>
    ${control(ctx, spec)}${message(ctx, spec.path, spec.note, fieldId(spec.path), spec.held)}</div>`;
}
