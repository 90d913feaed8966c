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
 * @param {Context} ctx
 * @param {Finding} finding
 */
function remedy(ctx, finding) {
  const { w, store } = ctx;
  const at = String(finding.params.fix);
  const to = finding.params.to === "" ? undefined : finding.params.to;
  const { wanted } = ctx.results.policy;
  const copy = finding.params.copy ? String(finding.params.copy) : "";
  const member = finding.params.member ? String(finding.params.member) : "";
  const each = member ? String(to).split(" ").map(Number) : [];
  const text = member
    ? w.t("policy.remedy", { place: `${placeName(ctx, at)} › ${keyName(ctx, member)}`, from: figures(ctx, read(wanted, at).map((/** @type {Record<string, unknown>} */ entry) => entry[member])), to: figures(ctx, each) })
    : copy
    ? w.t("policy.remedyCopy", { place: placeName(ctx, finding.path), like: rowName(ctx, copy, read(wanted, copy)), to: shownValue(ctx, at, to) })
    : w.t("policy.remedy", { place: placeName(ctx, at), from: shownValue(ctx, at, read(wanted, at)), to: shownValue(ctx, at, to) });
  return html`<span class="remedy"><span>${text}</span> ${store.readonly ? nothing : html`<button type="button" class="btn" data-fix=${at} aria-label=${`${w.t("policy.take")} ${text}`} @click=${() => {
    store.seal();
    if (member) store.editPolicy(at, read(wanted, at).map((/** @type {Record<string, unknown>} */ entry, /** @type {number} */ i) => ({ ...entry, [member]: each[i] })));
    else if (copy) {
      const [list, entry] = [finding.path, read(wanted, copy)];
      store.editPolicy(list, [...read(wanted, list), { ...entry, [parts(at).at(-1) ?? ""]: to }]);
    } else store.editPolicy(at, to);
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
