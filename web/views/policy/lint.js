/**
 * What is contradictory about the rules themselves: the fact, the field it is about, and where one change removes it,
 * that change to be taken with one press.
 * @module
 */
import { html, nothing } from "lit";
import { parts, read } from "../../store/pointer.js";
import { fieldId } from "../shared/field.js";
import { LOOK, findingText, grouped } from "../shared/findings.js";
import { icon } from "../shared/icon.js";
import { sectionsOf } from "./form.js";
import { keyName, placeName, shownValue } from "./names.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Finding} Finding */

/** @param {Context} ctx */
export function lintList(ctx) {
  const { w } = ctx;
  const { policy } = ctx.results;
  // One that brings its own change stands alone: each change is taken by itself.
  const groups = [...grouped(ctx, policy.lint.filter((finding) => !finding.params.fix)), ...policy.lint.filter((finding) => finding.params.fix).map((finding) => [finding])];
  if (groups.length === 0) return nothing;
  const order = { block: 0, doubt: 1, note: 2 };
  groups.sort(([one], [two]) => order[one.severity] - order[two.severity]);
  return html`<section><h2 class="sec">${w.t("policy.lint")} <small>${w.t("findings.count", { n: groups.length })}</small></h2><ul class="finds lint">${groups.map((group) => {
    const [first] = group;
    const look = LOOK[first.severity];
    return html`<li><span class=${look.tone} role="img" aria-label=${w.t(`severity.${first.severity}`)}>${icon(look.icon)}</span><div><p>${findingText(ctx, group.map((finding) => named(ctx, finding)), {})}</p>
      <p class="q">${wayTo(ctx, first.path)} ${first.params.fix ? remedy(ctx, first) : nothing}</p></div></li>`;
  })}</ul></section>`;
}

/** A rule spoken of goes by its name. @param {Context} ctx @param {Finding} finding */
function named(ctx, finding) {
  const { other } = finding.params;
  return typeof other === "string" && other.startsWith("/") ? { ...finding, params: { ...finding.params, other: placeName(ctx, other) } } : finding;
}

/**
 * The change that a finding brings, in words and as what is written where.
 * @param {Context} ctx
 * @param {Finding} finding
 * @returns {{text: string, at: string, value: unknown}}
 */
function changeOf(ctx, { path, params }) {
  const { w } = ctx;
  const { wanted } = ctx.results.policy;
  const at = String(params.fix);
  if (params.member) {
    const member = String(params.member);
    const each = String(params.to).split(" ").map(Number);
    /** @type {Record<string, unknown>[]} */
    const entries = read(wanted, at);
    const from = figures(ctx, entries.map((entry) => entry[member]));
    const text = w.t("policy.remedy", { place: `${placeName(ctx, at)} › ${keyName(ctx, member)}`, from, to: figures(ctx, each) });
    return { text, at, value: entries.map((entry, i) => ({ ...entry, [member]: each[i] })) };
  }
  const to = params.to === "" ? undefined : params.to;
  if (params.copy) {
    const like = String(params.copy);
    const entry = read(wanted, like);
    const text = w.t("policy.remedyCopy", { place: placeName(ctx, path), like: rowName(ctx, like, entry), to: shownValue(ctx, at, to) });
    return { text, at: path, value: [...read(wanted, path), { ...entry, [parts(at).at(-1) ?? ""]: to }] };
  }
  return { text: w.t("policy.remedy", { place: placeName(ctx, at), from: shownValue(ctx, at, read(wanted, at)), to: shownValue(ctx, at, to) }), at, value: to };
}

/** @param {Context} ctx @param {Finding} finding */
function remedy(ctx, finding) {
  const { w, store } = ctx;
  const { text, at, value } = changeOf(ctx, finding);
  return html`<span class="remedy"><span>${text}</span> ${store.readonly ? nothing : html`<button type="button" class="btn" data-fix=${String(finding.params.fix)} aria-label=${`${w.t("policy.take")} ${text}`} @click=${() => {
    store.seal();
    store.editPolicy(at, value);
    store.seal();
  }}>${w.t("policy.take")}</button>`}</span>`;
}

/** Several figures in a row. @param {Context} ctx @param {unknown[]} values */
const figures = (ctx, values) => values.map((value) => ctx.w.num(Number(value))).join(" · ");

/** An entry by what it names. @param {Context} ctx @param {string} at @param {Record<string, unknown>} entry */
const rowName = (ctx, at, entry) => Object.entries(entry).filter(([, value]) => typeof value === "string").map(([key, value]) => shownValue(ctx, `${at}/${key}`, value)).join(" · ");

/**
 * The place's name; where the form has a field for it, a way there.
 * @param {Context} ctx
 * @param {string} at
 */
function wayTo(ctx, at) {
  const name = placeName(ctx, at);
  if (!sectionsOf(ctx.results.policy.wanted).includes(parts(at)[0])) return name;
  return html`<button type="button" class="do" data-place=${at} @click=${() => goTo(ctx, at)}>${name}</button>`;
}

/**
 * Opens the section and brings the field of a place, or the nearest one below or above it, under the cursor.
 * @param {Context} ctx
 * @param {string} at
 */
function goTo(ctx, at) {
  const { store, host } = ctx;
  store.look({ flags: { ...store.ui.flags, [`policy/${parts(at)[0]}`]: true } });
  void host.updateComplete.then(() => {
    for (let place = at; place !== ""; place = place.slice(0, place.lastIndexOf("/"))) {
      const id = fieldId(`policy${place}`);
      const field = /** @type {HTMLElement | null} */ (host.renderRoot.querySelector(`#${id}`) ?? host.renderRoot.querySelector(`[id^="${id}-"]`));
      if (field) return field.focus();
    }
  });
}
