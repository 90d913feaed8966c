/**
 * The same partners under two policies side by side: the one in force beside the shipped one, another pack or one from a
 * file; and the months of the partner in view played again under the other.
 * @module
 */
import { html, nothing } from "lit";
import { pickFile } from "../../io/files.js";
import { presentDossier } from "../../store/judge.js";
import { read } from "../../store/pointer.js";
import { same } from "../../store/policy-edits.js";
import { activePartners, nextMonth } from "../../store/workspace.js";
import { errorText } from "../shared/field.js";
import { icon } from "../shared/icon.js";
import { WATCHED, said, shipped } from "./changes.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {{id: string, name: string, reference: any}} Other */
/** @typedef {{result: any, error: import("allymark/engine").InputError | null}} Judged */

/** Partners side by side at most; more would be read by nobody. */
const MOST = 200;

/** What was chosen to compare with, and packs that came from files for that. @type {WeakMap<object, {chosen?: string, files: Other[]}>} */
const choices = new WeakMap();
/** Answers by dossier and policy; both never change. @type {WeakMap<object, Map<any, {asOf: string, answer: any}>>} */
const answers = new WeakMap();

/** @param {Context} ctx */
function choice(ctx) {
  const mine = choices.get(ctx.store) ?? { files: [] };
  choices.set(ctx.store, mine);
  const { policy } = ctx.results;
  const base = shipped(ctx);
  /** @type {Other[]} */
  const others = policy.edited || ctx.store.workspace.policy.document ? [{ id: "shipped", name: named(ctx, base), reference: base }] : [];
  for (const pack of ctx.store.engine.policies()) if (pack.id !== policy.id) others.push({ id: `pack/${pack.id}`, name: named(ctx, pack.document), reference: pack.id });
  others.push(...mine.files);
  return { mine, others, other: others.find(({ id }) => id === mine.chosen) ?? others[0] ?? null };
}

/** @param {Context} ctx @param {any} pack */
const named = (ctx, pack) => `${ctx.w.text(pack.label) || pack.id} ${pack.version ?? ""}`.trim();

/** @param {Context} ctx */
export function besideSection(ctx) {
  const { w, store } = ctx;
  const flag = "policy/beside";
  const open = store.ui.flags[flag] ?? false;
  return html`<details class="rules" id="beside" ?open=${open} @toggle=${(/** @type {Event} */ event) => {
    const now = /** @type {HTMLDetailsElement} */ (event.currentTarget).open;
    if (now !== open) store.look({ flags: { ...store.ui.flags, [flag]: now } });
  }}><summary><h2>${w.t("beside.title")}</h2>${icon("chevron")}</summary>${open ? body(ctx) : nothing}</details>`;
}

/** @param {Context} ctx */
function body(ctx) {
  const { w, store } = ctx;
  const { mine, others, other } = choice(ctx);
  const all = store.ui.flags["policy/besideAll"] ?? false;
  const partners = activePartners(store.workspace);
  const shown = (all ? partners : partners.filter(({ index }) => index === store.index)).slice(0, MOST);
  return html`<div class="rules-in"><p class="beside-pick"><label>${w.t("beside.with")} <select class="btn" @change=${(/** @type {Event} */ event) => {
      mine.chosen = /** @type {HTMLSelectElement} */ (event.target).value;
      store.look({});
    }}>${others.map(({ id, name }) => html`<option value=${id} ?selected=${id === other?.id}>${name}</option>`)}</select></label>
      <button type="button" class="btn" @click=${() => fromFile(ctx, mine)}>${w.t("beside.file")}</button>
      ${partners.length > 1 ? html`<button type="button" class="btn" aria-pressed=${all ? "true" : "false"} @click=${() => store.look({ flags: { ...store.ui.flags, "policy/besideAll": !all } })}>${w.t("beside.all", { n: partners.length })}</button>` : nothing}
      ${all && partners.length > MOST ? html`<span class="q">${w.t("beside.most", { n: MOST })}</span>` : nothing}</p>
    ${other ? html`${results(ctx, other, shown)}${history(ctx, other)}` : html`<p class="q">${w.t("beside.none")}</p>`}</div>`;
}

/**
 * A pack to compare with; what is in force stays.
 * @param {Context} ctx
 * @param {{chosen?: string, files: Other[]}} mine
 */
async function fromFile(ctx, mine) {
  const file = await pickFile(".json");
  if (!file) return;
  let document;
  try {
    document = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
  } catch {
    return ctx.store.say({ tone: "bad", text: "open.notJson", params: { file: file.name } });
  }
  takeBeside(ctx, mine, document, file.name);
}

/**
 * @param {Context} ctx
 * @param {{chosen?: string, files: Other[]}} mine
 * @param {any} document
 * @param {string} name of the file
 */
function takeBeside(ctx, mine, document, name) {
  const { store } = ctx;
  const checked = store.engine.check(document ?? {});
  if (!checked.ok) return store.say({ tone: "bad", text: "policy.refused", params: { file: name, n: checked.errors.length, path: checked.errors[0]?.path ?? "" } });
  const id = `file/${checked.digest}`;
  if (!mine.files.some((one) => one.id === id)) mine.files.push({ id, name: `${named(ctx, document)} (${name})`, reference: document });
  mine.chosen = id;
  store.look({});
}

/**
 * @param {Context} ctx
 * @param {any} dossier
 * @param {any} reference
 * @returns {Judged}
 */
function judged({ store }, dossier, reference) {
  const { asOf } = store.workspace;
  const known = answers.get(dossier) ?? new Map();
  answers.set(dossier, known);
  let kept = known.get(reference);
  if (kept?.asOf !== asOf) known.set(reference, (kept = { asOf, answer: store.engine.assess({ policy: reference, dossier: presentDossier(dossier), asOf }) }));
  const { answer } = kept;
  return { result: answer.ok ? answer : null, error: answer.ok ? null : answer.errors[0] };
}

/**
 * How far apart two figures of the core are; words are only different.
 * @param {Context} ctx
 * @param {string} path
 * @param {any} here
 * @param {any} there
 */
function apart(ctx, path, here, there) {
  const { w } = ctx;
  if (same(here ?? null, there ?? null)) return html`<span class="q">${w.t("beside.same")}</span>`;
  const words = html`<b class="nw">${icon("find")} ${w.t("beside.differs")}</b>`;
  if (typeof here !== "number" || typeof there !== "number") return words;
  const by = there - here;
  return html`${words} <span class="n">${path === "/agreement/net" ? w.money(by, { sign: true, symbol: true }) : `${by > 0 ? "+" : ""}${w.num(by)}`}</span>`;
}

/**
 * @param {Context} ctx
 * @param {Other} other
 * @param {{dossier: any, index: number}[]} partners
 */
function results(ctx, other, partners) {
  const { w, results } = ctx;
  const paths = Object.entries(WATCHED);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${w.t("beside.title")}><table class="beside" part="table"><thead><tr><th scope="col">${w.t("policy.partner")}</th><th scope="col">${w.t("sheet.result")}</th><th scope="col" class="num"><bdi>${ctx.policyName}</bdi></th><th scope="col" class="num"><bdi>${other.name}</bdi></th><th scope="col">${w.t("col.difference")}</th></tr></thead>
    ${partners.map(({ dossier, index }) => {
      const [here, there] = [judged(ctx, dossier, results.policy.reference), judged(ctx, dossier, other.reference)];
      const name = w.partner(dossier, index);
      const wrong = there.error ?? here.error;
      if (wrong) return html`<tbody><tr><th scope="row"><bdi>${name}</bdi></th><td colspan="4">${icon("find")} ${w.t(there.error ? "beside.refusedThere" : "beside.refusedHere")}${errorText(ctx, wrong, read({ dossier }, wrong.path))}</td></tr></tbody>`;
      return html`<tbody>${paths.map(([path, say], row) => {
        const [one, two] = [read(here.result, path), read(there.result, path)];
        return html`<tr class=${same(one ?? null, two ?? null) ? "" : "differs"}>${row === 0 ? html`<th scope="rowgroup" rowspan=${paths.length}><bdi>${name}</bdi></th>` : nothing}<td>${w.t(`policy.effect.${path.slice(1).replace("/", ".")}`)}</td><td class="num" data-name=${ctx.policyName}>${said(ctx, say, one)}</td><td class="num" data-name=${other.name}>${said(ctx, say, two)}</td><td>${apart(ctx, path, one, two)}</td></tr>`;
      })}</tbody>`;
    })}</table></div>`;
}

/** What a month is judged by when it is played again. */
const MONTHLY = ["/scorecard/shownTotal", "/scorecard/grade", "/stopLoss/verdict"];

/**
 * Each month as it was judged on the first day after it, under both policies.
 * @param {Context} ctx
 * @param {Other} other
 */
function history(ctx, other) {
  const { w, store, results } = ctx;
  const { asOf, dossiers } = store.workspace;
  const dossier = dossiers[store.index];
  const months = (dossier.months ?? []).map(({ month }) => month);
  if (months.length === 0) return nothing;
  const rows = months.map((month) => ({ set: [{ at: "/asOf", to: `${nextMonth(month)}-01` }] }));
  const ask = (/** @type {string[]} */ watch) => [results.policy.reference, other.reference].map((policy) => store.engine.explore({ request: { call: "assess", policy, dossier: presentDossier(dossier), asOf }, watch, rows }));
  // A partner nothing was invested in has no stop-loss to watch.
  const watch = dossier.investment && ask(MONTHLY).every((answer) => answer.ok) ? MONTHLY : MONTHLY.slice(0, 2);
  const [here, there] = ask(watch);
  if (!here.ok || !there.ok) return nothing;
  const say = (/** @type {any[]} */ values) => watch.map((path, at) => said(ctx, WATCHED[path], values[at])).join(" · ");
  return html`<h3 class="effects-title">${w.t("beside.replay", { name: w.partner(dossier, store.index) })} <small class="q">${w.t("beside.replayHint")}</small></h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${w.t("beside.replay", { name: "" })}><table class="beside replay" part="table"><thead><tr><th scope="col">${w.t("col.month")}</th><th scope="col" class="num"><bdi>${ctx.policyName}</bdi></th><th scope="col" class="num"><bdi>${other.name}</bdi></th><th scope="col">${w.t("col.difference")}</th></tr></thead><tbody>${months.map((month, at) => {
      const [one, two] = [here.rows[at].values, there.rows[at].values];
      const differs = one.some((value, index) => !same(value, two[index]));
      return html`<tr class=${differs ? "differs" : ""}><th scope="row">${w.month(month)}</th><td class="num" data-name=${ctx.policyName}>${say(one)}</td><td class="num" data-name=${other.name}>${say(two)}</td><td>${differs ? html`<b class="nw">${icon("find")} ${w.t("beside.differs")}</b>` : html`<span class="q">${w.t("beside.same")}</span>`}</td></tr>`;
    })}</tbody></table></div>`;
}
