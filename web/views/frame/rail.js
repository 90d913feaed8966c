/**
 * The steps, in the order of the story, each with how complete it is and how much it has to say.
 * @module
 */
import { html, nothing } from "lit";
import { grouped } from "../shared/findings.js";
import { icon } from "../shared/icon.js";
import { GROUPS, STEPS } from "../steps.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../steps.js").Step} Step */

const MARKS = /** @type {const} */ ({ empty: "empty", part: "part", full: "full" });

/** @param {Context} ctx */
export function rail(ctx) {
  return html`<aside class="rail"><nav aria-label=${ctx.w.t("rail.label")}>${GROUPS.map((group) => {
    const steps = STEPS.filter((step) => step.group === group);
    return steps.length === 0 ? nothing : html`<h2>${ctx.w.t(`group.${group}`)}</h2>${steps.map((step) => link(ctx, step))}`;
  })}</nav></aside>`;
}

/**
 * The steps side by side, for a phone.
 * @param {Context} ctx
 */
export function stepTabs(ctx) {
  return html`<nav class="tabs" aria-label=${ctx.w.t("rail.label")}>${STEPS.map((step) => html`<a href="#${step.id}" aria-current=${step.id === ctx.store.ui.view ? "page" : nothing} @click=${go(ctx, step)}>${ctx.w.t(`step.${step.id}`)}</a>`)}</nav>`;
}

/**
 * @param {Context} ctx
 * @param {Step} step
 */
export function link(ctx, step) {
  const { w } = ctx;
  const state = step.completeness(ctx);
  const current = ctx.store.ui.view === step.id;
  return html`<a href="#${step.id}" aria-current=${current ? "page" : nothing} @click=${go(ctx, step)}>${icon(MARKS[state])}<span>${w.t(`step.${step.id}`)}</span><span class="sr">${w.t(`complete.${state}`)}</span>${badge(ctx, step, current)}</a>`;
}

/**
 * @param {Context} ctx
 * @param {Step} step
 * @param {boolean} current
 */
function badge(ctx, step, current) {
  const findings = grouped(ctx, step.findings(ctx)).map((group) => group[0]);
  const blocks = findings.filter((finding) => finding.severity === "block").length;
  if (blocks > 0) return html`<em class="bad">${ctx.w.t("rail.blocks", { n: blocks })}</em>`;
  if (findings.length === 0) return nothing;
  return current ? html`<em class="warn">${ctx.w.t("rail.findings", { n: findings.length })}</em>` : html`<em class="q" title=${ctx.w.t("rail.findings", { n: findings.length })}>${findings.length}</em>`;
}

/**
 * @param {Context} ctx
 * @param {Step} step
 */
function go(ctx, step) {
  return (/** @type {MouseEvent} */ event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const pane = ctx.store.ui.pane === "edit" ? "edit" : "result";
    ctx.store.look({ view: step.id, open: null, pane });
    scrollTo({ top: 0 });
  };
}
