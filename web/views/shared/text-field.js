/**
 * Fields for text, dates and figures that stand beside words, with the core's sentence under them.
 * @module
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { number } from "../../io/format.js";
import { isNumberText, typed } from "../../io/number.js";
import { errorText, fieldId } from "./field.js";
import { icon } from "./icon.js";

/** @typedef {import("../context.js").Context} Context */

/** The field being typed in shows what was typed; the core gets it tidied. @type {{id: string, text: string} | null} */
let draft = null;

/**
 * @param {Context} ctx
 * @param {{path: string, id?: string, label: string, placeholder?: string, suffix?: string, hideLabel?: boolean, kind?: "date" | "text" | "figure", unit?: string, write?: (text: string | undefined) => void}} spec `write` instead of writing to `path`; `unit` may be typed behind a figure
 */
export function textControl(ctx, spec) {
  const id = spec.id ?? fieldId(spec.path);
  const stored = ctx.store.valueAt(spec.path);
  const editing = draft?.id === id;
  const error = editing ? undefined : errorAt(ctx, spec.path);
  const empty = stored === undefined || stored === null || stored === "";
  return html`<span class="inp words ${spec.kind ?? "text"}${empty ? " miss" : ""}${error ? " err" : ""}"><input id=${id} name=${id} autocomplete="off" spellcheck="false" inputmode=${spec.kind === "figure" ? "decimal" : "text"} ?readonly=${ctx.store.readonly}
    .value=${live(editing ? draft?.text ?? "" : empty ? "" : spec.kind === "figure" && isNumberText(stored) ? number(stored, ctx.w.lang, 0, 9) : String(stored))} placeholder=${spec.placeholder ?? (spec.kind === "date" ? "2024-07-01" : "—")} aria-label=${spec.hideLabel ? spec.label : nothing}
    aria-invalid=${error ? "true" : "false"} aria-describedby=${error ? `${id}-e` : nothing}
    @input=${(/** @type {Event} */ event) => {
      const text = /** @type {HTMLInputElement} */ (event.target).value;
      draft = { id, text };
      const kept = tidy(text, spec.kind, spec.unit);
      if (spec.write) spec.write(kept);
      else ctx.store.set(spec.path, kept);
    }}
    @blur=${() => {
      if (draft?.id !== id) return;
      draft = null;
      ctx.store.seal();
      ctx.store.look({});
    }}>${spec.suffix ? html`<span aria-hidden="true">${spec.suffix}</span>` : nothing}</span>`;
}

/**
 * Figures and 2024/7/1 as people type them, a dash as missing; what is not understood goes to the core as it is.
 * @param {string} text
 * @param {string} [kind]
 * @param {string} [unit]
 */
function tidy(text, kind, unit) {
  if (text.trim() === "") return undefined;
  if (kind === "text" || kind === undefined) return text;
  const figure = typed(text, unit);
  if (figure === null) return undefined;
  if (kind === "figure") return figure;
  const half = text.normalize("NFKC").trim();
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(half);
  return parts ? `${parts[1]}-${parts[2].padStart(2, "0")}-${parts[3].padStart(2, "0")}` : half;
}

/**
 * @param {Context} ctx
 * @param {string} path
 */
export function errorAt(ctx, path) {
  return ctx.results.errors.find((error) => error.path === path);
}

/**
 * @param {Context} ctx
 * @param {string} path
 * @param {string} [id] of the field
 */
export function errorLine(ctx, path, id = fieldId(path)) {
  const error = draft?.id === id ? undefined : errorAt(ctx, path);
  return error ? html`<span class="msg bad" id="${id}-e">${icon("x")} ${errorText(ctx, error, ctx.store.valueAt(path))}</span>` : nothing;
}

/**
 * A labelled row: label left, field right, message below.
 * @param {Context} ctx
 * @param {Parameters<typeof textControl>[1] & {hint?: string}} spec
 */
export function textField(ctx, spec) {
  return html`<div class="field"><label for=${fieldId(spec.path)}>${spec.label} ${spec.hint ? html`<span class="q">${spec.hint}</span>` : nothing}</label>${textControl(ctx, spec)}${errorLine(ctx, spec.path)}</div>`;
}
