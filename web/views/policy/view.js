/**
 * 规则包: every rule as a form, drawn from the schema; errors and cliffs at once, what differs from the shipped pack,
 * and every result above follows each key press.
 * @module
 */
import { html, nothing } from "lit";
import { read } from "../../store/pointer.js";
import { errorText } from "../shared/field.js";
import { originTag } from "../shared/figure.js";
import { icon } from "../shared/icon.js";
import { besideSection } from "./beside.js";
import { changesOf, changesTable } from "./changes.js";
import { exportPolicy, importPolicy, judgeBy, shippedFor } from "../../io/policy-file.js";
import { ruleForm, sectionsOf } from "./form.js";
import { lintList } from "./lint.js";
import { placeName, keyName } from "./names.js";
import { sectionPicture } from "./picture.js";

/** @typedef {import("../context.js").Context} Context */

/** @param {Context} ctx */
export function policyPage(ctx) {
  const { w, store, results } = ctx;
  const { policy } = results;
  const sections = sectionsOf(policy.wanted);
  const changes = changesOf(ctx);
  return html`<div class="head"><h1>${w.t("page.policy")}</h1><p><bdi>${ctx.policyName}</bdi>${w.t("punct.comma")}${w.t("policy.digest", { digest: policy.digest.slice(0, 12) })}</p>
      <div class="act">${store.readonly ? nothing : html`<button type="button" class="btn" @click=${() => importPolicy(store)}>${w.t("policy.import")}</button>`}<button type="button" class="btn" @click=${() => exportPolicy(store)}>${w.t("policy.export")}</button>
      ${store.workspace.policy.document && !store.readonly ? html`<button type="button" class="btn" @click=${() => judgeBy(store, shippedFor(store))}>${w.t("policy.shipped")}</button>` : nothing}</div></div>
    ${problems(ctx)}
    ${changesTable(ctx, changes)}
    <div class="rulebook">${besideSection(ctx)}${sections.map((key) => section(ctx, key, changes))}</div>`;
}

/** @param {Context} ctx */
function problems(ctx) {
  const { w } = ctx;
  const { policy } = ctx.results;
  return html`${policy.errors.length > 0 ? html`<div class="notice bad">${icon("stop")}<div><p><b>${w.t("policy.wrong", { n: policy.errors.length })}</b></p>
      <ul class="plain">${policy.errors.slice(0, 8).map((error) => html`<li>${placeName(ctx, error.path)}${w.t("punct.colon")}${errorText(ctx, error, read(policy.wanted, error.path))}</li>`)}</ul></div></div>` : nothing}
    ${lintList(ctx)}`;
}

/**
 * @param {Context} ctx
 * @param {string} key
 * @param {import("./changes.js").Changed[]} changes
 */
function section(ctx, key, changes) {
  const { w, store } = ctx;
  const mine = changes.filter(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`)).length;
  const wrong = store.results.policy.errors.filter((error) => error.path.startsWith(`/${key}`)).length;
  const flag = `policy/${key}`;
  const open = store.ui.flags[flag] ?? key === "trial";
  return html`<details class="rules" ?open=${open} @toggle=${(/** @type {Event} */ event) => {
    const now = /** @type {HTMLDetailsElement} */ (event.currentTarget).open;
    if (now !== (store.ui.flags[flag] ?? key === "trial")) store.look({ flags: { ...store.ui.flags, [flag]: now } });
  }}><summary><h2>${keyName(ctx, key)}</h2>${wrong > 0 ? html`<em class="bad">${icon("x")} ${w.t("rail.wrong", { n: wrong })}</em>` : nothing}${mine > 0 ? html`<em class="q">${w.t("policy.changesCount", { n: mine })}</em>` : nothing}${icon("chevron")}</summary>
    ${open ? html`<div class="rules-in">${mine > 0 && !store.readonly ? html`<p><button type="button" class="btn" @click=${() => store.resetPolicy(`/${key}`)}>${w.t("policy.resetSection")}</button></p>` : nothing}
      ${sources(ctx, key)}${sectionPicture(ctx, key)}${ruleForm(ctx, key)}</div>` : nothing}</details>`;
}

/**
 * Where the rules of a section come from.
 * @param {Context} ctx
 * @param {string} key
 */
function sources(ctx, key) {
  const { w } = ctx;
  const rules = Object.keys(ctx.results.policy.document.provenance ?? {}).filter((rule) => rule.startsWith(`${key}.`));
  return rules.length === 0 ? nothing : html`<p class="q origins">${rules.map((rule) => html`<span>${w.labels.rule(rule)} ${originTag(ctx, w.labels.origin(rule))}</span>`)}</p>`;
}
