/**
 * What differs from the shipped pack, rule by rule, and what the partners' results have of it.
 * @module
 */
import { html, nothing } from "lit";
import { presentDossier } from "../../store/judge.js";
import { read } from "../../store/pointer.js";
import { differences, same } from "../../store/policy-edits.js";
import { activePartners, currentIndex } from "../../store/workspace.js";
import { placeName, shownValue } from "./names.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").PolicyDiff} PolicyDiff */
/**
 * @typedef {object} Changed
 * @property {string} pointer into the pack as wanted; into the shipped one where something was taken out
 * @property {any} before undefined: not there
 * @property {any} after undefined: taken out
 */

/** Differences listed at most. */
const LISTED = 60;
/** Partners judged again with each key press; all of them on demand. */
const AT_ONCE = 20;

/** Results that are compared, and how they are said. @type {Record<string, (ctx: Context, value: any) => string>} */
export const WATCHED = {
  "/keyLevel/level": (ctx, value) => ctx.w.labels.level(value),
  "/trial/verdict": (ctx, value) => ctx.w.t(ctx.w.known(`verdict.${value}`)),
  "/agreement/net": (ctx, value) => ctx.w.money(value, { symbol: true }),
  "/stopLoss/verdict": (ctx, value) => ctx.w.t(ctx.w.known(`stop.${value}`)),
  "/scorecard/shownTotal": (ctx, value) => ctx.w.num(value),
  "/scorecard/grade": (ctx, value) => ctx.w.t(ctx.w.known(`grade.${value}`)),
};

/**
 * The pack that is compared with: the shipped one of the same name, else what the workspace began with.
 * @param {Context} ctx
 */
export function shipped(ctx) {
  const { policy } = ctx.results;
  const imported = ctx.store.workspace.policy.document !== undefined;
  return (imported && ctx.store.engine.policies().find((pack) => pack.id === policy.id)?.document) || policy.base;
}

/** The last answer, and what it was asked about. @type {{asked: unknown[], diff: PolicyDiff | null, partners: number} | null} */
let last = null;

/**
 * Null while the rules are unsound.
 * @param {Context} ctx
 */
function compared(ctx) {
  const { store } = ctx;
  const { policy } = store.results;
  const { dossiers, asOf, archived } = store.workspace;
  const from = shipped(ctx);
  const all = store.ui.flags["policy/all"] ?? false;
  const asked = [policy, dossiers, asOf, archived, from, all, store.index];
  if (last && asked.every((part, at) => part === last?.asked[at])) return last;
  const here = currentIndex(store.workspace);
  const partners = [...activePartners(store.workspace)].sort((one, two) => Number(two.index === here) - Number(one.index === here)).slice(0, all ? undefined : AT_ONCE);
  const given = partners.map(({ dossier }) => presentDossier(dossier));
  const ask = (/** @type {any[]} */ some) => store.engine.diff({ from, to: policy.reference, dossiers: some, asOf });
  let answer = policy.errors.length > 0 ? null : ask(given);
  if (answer && !answer.ok) {
    // A partner with a wrong figure is left out; the others are compared.
    const wrong = new Set(answer.errors.map((error) => Number(/^\/dossiers\/(\d+)/.exec(error.path)?.[1] ?? -1)));
    answer = wrong.has(-1) ? null : ask(given.filter((_, at) => !wrong.has(at)));
  }
  last = { asked, diff: answer?.ok ? answer : null, partners: partners.length };
  return last;
}

/**
 * Rule by rule, as the engine says it; while the rules are unsound, leaf by leaf.
 * @param {Context} ctx
 * @returns {Changed[]}
 */
export function changesOf(ctx) {
  const { diff } = compared(ctx);
  if (!diff) return differences(shipped(ctx), ctx.results.policy.wanted);
  return diff.changes.map(({ path, from, to }) => ({ pointer: path, before: from, after: to }));
}

/**
 * @param {Context} ctx
 * @param {Changed[]} changes
 */
export function changesTable(ctx, changes) {
  const { w, store } = ctx;
  if (changes.length === 0) return html`<section class="gap"><h2 class="sec">${w.t("policy.changes")}</h2><p class="q">${w.t("policy.same")}</p></section>`;
  return html`<section class="gap"><h2 class="sec">${w.t("policy.changes")} <small>${w.t("policy.changesCount", { n: changes.length })}</small>${store.readonly ? nothing : html`<button type="button" class="twin" @click=${() => store.resetPolicy("")}>${w.t("policy.resetAll")}</button>`}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${w.t("policy.changes")}><table class="rule-changes"><thead><tr><th>${w.t("sheet.rule")}</th><th class="num">${w.t("policy.before")}</th><th class="num">${w.t("policy.after")}</th><th><span class="sr">${w.t("policy.undo")}</span></th></tr></thead>
      <tbody>${changes.slice(0, LISTED).map((change) => html`<tr><th scope="row">${nameOf(ctx, change)}</th><td class="num q">${shownValue(ctx, change.pointer, change.before)}</td><td class="num"><b>${shownValue(ctx, change.pointer, change.after)}</b></td>
        <td class="num">${store.readonly ? nothing : html`<button type="button" class="do" aria-label=${`${w.t("policy.undo")} ${nameOf(ctx, change)}`} @click=${() => takeBack(ctx, change)}>${w.t("policy.undo")}</button>`}</td></tr>`)}</tbody></table></div>
    ${effects(ctx)}</section>`;
}

/**
 * An entry that was taken out is named as the shipped pack names it.
 * @param {Context} ctx
 * @param {Changed} change
 */
const nameOf = (ctx, change) => placeName(ctx, change.pointer, change.after === undefined ? shipped(ctx) : undefined);

/**
 * What stood there before; an entry taken out of a list comes back with its whole list.
 * @param {Context} ctx
 * @param {Changed} change
 */
function takeBack(ctx, { pointer, before, after }) {
  const above = pointer.slice(0, pointer.lastIndexOf("/"));
  const list = read(shipped(ctx), above);
  if (after === undefined && Array.isArray(list)) ctx.store.editPolicy(above, list);
  else ctx.store.editPolicy(pointer, before);
}

/** @param {Context} ctx */
function effects(ctx) {
  const { w, store } = ctx;
  const { diff, partners } = compared(ctx);
  if (!diff) return nothing;
  const { dossiers } = store.workspace;
  const many = activePartners(store.workspace).length;
  const rows = diff.results.flatMap(({ id, changes }) => {
    const at = dossiers.findIndex((dossier) => dossier.id === id);
    return Object.entries(WATCHED).flatMap(([path, say]) => changes.filter((change) => change.path === path && !same(change.from, change.to)).map((change) => ({ name: w.partner(dossiers[at] ?? { id }, at), path, from: said(ctx, say, change.from), to: said(ctx, say, change.to) })));
  });
  const count = diff.results.length;
  return html`<h3 class="effects-title">${w.t("policy.effects")} <small class="q">${w.t("policy.effectsOf", { n: count })}${count < partners ? w.t("punct.semicolon") + w.t("policy.effectsWrong", { n: partners - count }) : ""}</small>
      ${many > AT_ONCE && partners < many ? html`<button type="button" class="twin" @click=${() => store.look({ flags: { ...store.ui.flags, "policy/all": true } })}>${w.t("policy.effectsAll", { n: many })}</button>` : nothing}</h3>
    ${rows.length === 0 ? html`<p class="q">${w.t("policy.noEffect")}</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label=${w.t("policy.effects")}><table class="effects"><thead><tr><th>${w.t("policy.partner")}</th><th>${w.t("sheet.result")}</th><th class="num">${w.t("policy.before")}</th><th class="num">${w.t("policy.after")}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row"><bdi>${row.name}</bdi></th><td>${w.t(`policy.effect.${row.path.slice(1).replace("/", ".")}`)}</td><td class="num q">${row.from}</td><td class="num"><b>${row.to}</b></td></tr>`)}</tbody></table></div>`}`;
}

/** @param {Context} ctx @param {(ctx: Context, value: any) => string} say @param {any} value */
export const said = (ctx, say, value) => (value === undefined || value === null ? ctx.w.num(null) : say(ctx, value));
