/**
 * A form for any part of a pack, from its schema: figures, choices, switches, texts, lists as tables.
 * @module
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { isNumberText } from "../../io/number.js";
import { escapePart, read } from "../../store/pointer.js";
import { control, fieldId, message } from "../shared/field.js";
import { icon } from "../shared/icon.js";
import { choiceName, choicesAt, entryName, keyName, placeName, resolved, ruleAt } from "./names.js";
import { suffixAt, unitAt } from "./units.js";

/** @typedef {import("../context.js").Context} Context */

/** Not rules: what names the pack, and where its rules come from. */
const ASIDE = new Set(["schemaVersion", "id", "version", "effective", "label", "provenance"]);
/** The story's order; what is not named here comes behind. */
const ORDER = ["keyLevel", "readiness", "ability", "willingness", "needs", "screening", "diligence", "trial", "commission", "stopLoss", "exit", "scorecard", "cadence", "workshop", "crisis", "portfolio", "metrics"];

/** @param {any} pack */
export function sectionsOf(pack) {
  const rank = (/** @type {string} */ key) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.keys(pack).filter((key) => !ASIDE.has(key) && pack[key] !== null && typeof pack[key] === "object").sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {Context} ctx
 * @param {string} key
 */
export const ruleForm = (ctx, key) => part(ctx, `/${escapePart(key)}`, ruleAt(`/${escapePart(key)}`), 0);

/**
 * A part of the pack further in, wherever on the page it is edited.
 * @param {Context} ctx
 * @param {string} pointer
 * @param {string} [but] a field that is not edited there
 */
export const rulePart = (ctx, pointer, but) => part(ctx, pointer, ruleAt(pointer), 0, but);

/**
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any} rule
 * @param {number} depth
 * @param {string} [but]
 * @returns {unknown}
 */
function part(ctx, pointer, rule, depth, but) {
  const value = read(ctx.results.policy.wanted, pointer);
  if (Array.isArray(value)) return list(ctx, pointer, rule, value);
  const shown = Object.keys({ ...rule.properties, ...value }).filter((key) => !isId(rule, key) && key !== but).map((key) => named(ctx, key, `${pointer}/${escapePart(key)}`, resolved(rule.properties?.[key] ?? rule.additionalProperties)));
  const leaves = shown.filter((entry) => isLeaf(entry.rule, read(ctx.results.policy.wanted, entry.at)));
  const trees = shown.filter((entry) => !leaves.includes(entry) && read(ctx.results.policy.wanted, entry.at) !== undefined && read(ctx.results.policy.wanted, entry.at) !== null);
  return html`${leaves.length > 0 ? html`<div class="rule-fields">${leaves.map((entry) => line(ctx, entry.at, entry.key, entry.rule))}</div>` : nothing}
    ${trees.map((entry) => html`<fieldset class="rule-set"><legend>${treeName(ctx, entry.at, entry.key, entry.rule)}</legend><div class="rule-in">${part(ctx, entry.at, entry.rule, depth + 1)}${message(ctx, `policy${entry.at}`)}</div></fieldset>`)}`;
}

/** What an entry is known by to other rules and to the data: no rule, and no text for people. @param {any} rule @param {string} key */
const isId = (rule, key) => key === "id" && rule.properties?.id !== undefined;

/** A name in two languages. @param {any} rule */
const isLabel = (rule) => Boolean(rule.properties?.zh && rule.properties?.en);

/**
 * A place of the form. A name in two languages is edited in the one on the screen.
 * @param {Context} ctx
 * @param {string} key
 * @param {string} at
 * @param {any} rule
 */
function named(ctx, key, at, rule) {
  return isLabel(rule) ? { key, at: `${at}/${ctx.w.lang}`, rule: rule.properties[ctx.w.lang] } : { key, at, rule };
}

/**
 * @param {Context} ctx
 * @param {string} at
 * @param {string} key
 * @param {any} rule
 */
function treeName(ctx, at, key, rule) {
  const value = read(ctx.results.policy.wanted, at);
  const label = value?.label?.[ctx.w.lang];
  return label ?? keyName(ctx, key, rule);
}

/** A share as a fraction: 1 / 3. @param {any} rule */
const isShare = (rule) => Boolean(rule.properties?.part && rule.properties?.of);

/** Whether a place holds one figure, choice or text, or is left blank. @param {any} rule @param {any} value */
function isLeaf(rule, value) {
  if (isShare(rule)) return value !== undefined && value !== null;
  if (value !== null && typeof value === "object") return false;
  return rule.enum !== undefined || ["number", "string", "boolean"].some((type) => [rule.type].flat().includes(type));
}

/**
 * @param {Context} ctx
 * @param {string} at
 * @param {string} key
 * @param {any} rule
 */
function line(ctx, at, key, rule) {
  const label = keyName(ctx, key, rule);
  if (isShare(rule)) return fraction(ctx, at, rule, label);
  return html`<div class="field"><label for=${fieldId(`policy${at}`)}>${label}</label>${entry(ctx, at, rule, label, false)}${message(ctx, `policy${at}`)}</div>`;
}

/**
 * @param {Context} ctx
 * @param {string} at
 * @param {any} rule
 * @param {string} label
 */
function fraction(ctx, at, rule, label) {
  const side = (/** @type {"part" | "of"} */ key) => entry(ctx, `${at}/${key}`, resolved(rule.properties[key]), `${label} ${keyName(ctx, key)}`, true);
  return html`<div class="field"><span>${label}</span><span class="fraction">${side("part")} <span aria-hidden="true">/</span> ${side("of")}</span>${message(ctx, `policy${at}/part`)}${message(ctx, `policy${at}/of`)}</div>`;
}

/**
 * @param {Context} ctx
 * @param {string} at
 * @param {any} rule
 * @param {string} label
 * @param {boolean} hideLabel
 * @returns {unknown}
 */
function entry(ctx, at, rule, label, hideLabel) {
  const { store, w } = ctx;
  const value = read(ctx.results.policy.wanted, at);
  const types = [rule.type].flat();
  const path = `policy${at}`;
  const id = fieldId(path);
  const key = at.slice(at.lastIndexOf("/") + 1);
  if (types.includes("boolean")) return html`<input type="checkbox" id=${id} aria-label=${hideLabel ? label : nothing} ?disabled=${store.readonly} .checked=${live(value === true)} @change=${(/** @type {Event} */ event) => store.editPolicy(at, /** @type {HTMLInputElement} */ (event.target).checked)}>`;
  const choices = rule.enum?.filter((/** @type {unknown} */ choice) => choice !== null) ?? choicesAt(ctx, at, value);
  if (choices) return html`<select class="btn" id=${id} aria-label=${hideLabel ? label : nothing} ?disabled=${store.readonly} @change=${(/** @type {Event} */ event) => store.editPolicy(at, /** @type {HTMLSelectElement} */ (event.target).value || undefined)}>
    ${rule.optional ? html`<option value="" ?selected=${value === undefined || value === null}>${w.t("policy.none")}</option>` : nothing}${choices.map((/** @type {string} */ choice) => html`<option value=${choice} ?selected=${choice === value}>${choiceName(ctx, at, choice)}</option>`)}</select>`;
  if (types.includes("number")) return control(ctx, { path, label, hideLabel, narrow: hideLabel, unit: unitAt(ctx, at), suffix: suffixAt(ctx, at), plain: key === "seed" || key === "year", write: (text) => store.editPolicy(at, asFigure(text)) });
  const wrong = store.errorsAt(path).length > 0;
  return html`<span class="inp ${wrong ? "err" : ""}"><input class="rule-text" id=${id} aria-label=${hideLabel ? label : nothing} aria-invalid=${wrong ? "true" : "false"} autocomplete="off" spellcheck="false" ?readonly=${store.readonly} .value=${live(String(value ?? ""))}
    @input=${(/** @type {Event} */ event) => store.editPolicy(at, /** @type {HTMLInputElement} */ (event.target).value || (rule.optional ? undefined : ""))} @blur=${() => store.seal()}></span>`;
}

/** A figure as the pack writes it: a number, as long as it survives being one. @param {string | null} text */
function asFigure(text) {
  if (text === null) return undefined;
  return isNumberText(text) && String(Number(text)) === text ? Number(text) : text;
}

/**
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any} rule
 * @param {any[]} values
 */
function list(ctx, pointer, rule, values) {
  const item = resolved(rule.items);
  const keys = Object.keys(item.properties ?? {}).filter((key) => !isId(item, key));
  const columns = keys.filter((key) => isLeaf(resolved(item.properties[key]), null) || isLabel(resolved(item.properties[key])));
  const used = columns.filter((key) => values.some((value) => value?.[key] !== undefined && value[key] !== null) || (item.required ?? []).includes(key));
  const inner = values.some((value) => keys.some((key) => !columns.includes(key) && value?.[key] !== null && typeof value?.[key] === "object"));
  if (inner) return values.map((value, index) => html`<fieldset class="rule-set"><legend>${entryName(ctx, value, index)}</legend><div class="rule-in">${part(ctx, `${pointer}/${index}`, item, 1)}${message(ctx, `policy${pointer}/${index}`)}${removeButton(ctx, pointer, values, index)}</div></fieldset>`);
  if (!item.properties) return html`<div class="rule-fields">${values.map((value, index) => html`<div class="field"><label for=${fieldId(`policy${pointer}/${index}`)}>${entryName(ctx, value, index)}</label>${entry(ctx, `${pointer}/${index}`, item, entryName(ctx, value, index), false)}${message(ctx, `policy${pointer}/${index}`)}</div>`)}</div>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${placeName(ctx, pointer)}><table class="rule-table"><thead><tr>${used.map((key) => html`<th scope="col" class=${isFigure(item, key) ? "num" : ""}>${keyName(ctx, key, resolved(item.properties[key]))}</th>`)}<th><span class="sr">${ctx.w.t("action.remove")}</span></th></tr></thead>
    <tbody>${values.map((value, index) => html`<tr>${used.map((key) => {
      const { at, rule } = named(ctx, key, `${pointer}/${index}/${escapePart(key)}`, resolved(item.properties[key]));
      return html`<td class=${isFigure(item, key) ? "num" : ""} data-name=${keyName(ctx, key, rule)}>${entry(ctx, at, rule, `${entryName(ctx, value, index)} ${keyName(ctx, key, resolved(item.properties[key]))}`, true)}${message(ctx, `policy${at}`)}</td>`;
    })}<td>${removeButton(ctx, pointer, values, index)}</td></tr>${rowMessage(ctx, `policy${pointer}/${index}`, used.length + 1)}`)}</tbody></table></div>
    ${ctx.store.readonly ? nothing : html`<p class="under"><button type="button" class="btn" @click=${() => ctx.store.editPolicy(pointer, withRow(values, used, item))}>${icon("plus")}${ctx.w.t("policy.addRow")}</button></p>`}`;
}

/**
 * What is wrong about a row as a whole, under it.
 * @param {Context} ctx
 * @param {string} path
 * @param {number} columns
 */
function rowMessage(ctx, path, columns) {
  const said = message(ctx, path);
  return said === nothing ? nothing : html`<tr class="row-says"><td colspan=${columns}>${said}</td></tr>`;
}

/** @param {any} item @param {string} key */
const isFigure = (item, key) => [resolved(item.properties[key]).type].flat().includes("number");

/**
 * One more row: like the last one, so that it is whole, under an id of its own; in a ladder it goes before the open end.
 * @param {any[]} values
 * @param {string[]} keys
 * @param {any} item
 */
function withRow(values, keys, item) {
  const last = values.at(-1);
  if (!last) return [Object.fromEntries((item.required ?? keys).map((/** @type {string} */ key) => [key, isFigure(item, key) ? 0 : ""]))];
  if (!keys.includes("upTo") || last.upTo !== undefined) return [...values, last.id === undefined ? { ...last } : { ...last, id: freeId(values, String(last.id)) }];
  const before = values.at(-2)?.upTo ?? 0;
  return [...values.slice(0, -1), { ...last, upTo: Number(before) + 1000 }, last];
}

/** @param {any[]} values @param {string} id of the entry that is copied */
function freeId(values, id) {
  const stem = id.replace(/_\d+$/, "");
  let n = 2;
  while (values.some((value) => value.id === `${stem}_${n}`)) n += 1;
  return `${stem}_${n}`;
}

/**
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any[]} values
 * @param {number} index
 */
function removeButton(ctx, pointer, values, index) {
  if (values.length < 2 || ctx.store.readonly) return nothing;
  const label = `${ctx.w.t("action.remove")} ${entryName(ctx, values[index], index)}`;
  return html`<button type="button" class="ghost" aria-label=${label} title=${label} @click=${() => ctx.store.editPolicy(pointer, values.filter((_, at) => at !== index))}>${icon("x")}</button>`;
}
