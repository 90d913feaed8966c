/**
 * The steps, in the order of the story, each with how complete it is and how much it has to say.
 * @module
 */
import { html, nothing } from "lit";
import { grouped } from "../shared/findings.js";
import { icon } from "../shared/icon.js";
import { goTo } from "../pages.js";
import { GROUPS, STEPS } from "../steps.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../steps.js").Step} Step */
/** @typedef {typeof import("../pages.js").PAGES} PAGES */

const MARKS = /** @type {const} */ ({ empty: "empty", part: "part", full: "full" });

/**
 * @param {Context} ctx
 * @param {unknown} kept whether what was typed is safe
 */
export function rail(ctx, kept) {
  const { w } = ctx;
  return html`<aside class="rail"><nav aria-label=${w.t("rail.label")}>${pageLink(ctx, "overview")}${GROUPS.map((group) => {
    const steps = STEPS.filter((step) => step.group === group);
    const pages = group === "all" ? html`${pageLink(ctx, "policy")}${pageLink(ctx, "report")}` : nothing;
    return steps.length === 0 && pages === nothing ? nothing : html`<h2>${w.t(`group.${group}`)}</h2>${steps.map((step) => link(ctx, step))}${pages}`;
  })}${kept}</nav></aside>`;
}

/**
 * @param {Context} ctx
 * @param {PAGES[number]} page
 */
function pageLink(ctx, page) {
  const { store, w } = ctx;
  const errors = page === "policy" ? store.results.policy.errors.length : 0;
  const changed = page === "policy" && store.results.policy.edited;
  return html`<a href="#${page}" aria-current=${store.ui.view === page ? "page" : nothing} @click=${go(ctx, page)}>${icon(page)}<span>${w.t(`page.${page}`)}</span>${errors > 0 ? html`<em class="bad">${w.t("rail.wrong", { n: errors })}</em>` : changed ? html`<em class="q">${w.t("rail.edited")}</em>` : nothing}</a>`;
}

/**
 * The steps side by side, for a phone. The row scrolls; a link to a bare fragment that has scrolled away would be taken
 * for one that skips to some content.
 * @param {Context} ctx
 */
export function stepTabs(ctx) {
  return html`<nav class="tabs" aria-label=${ctx.w.t("rail.label")}>${STEPS.map((step) => html`<a href="#/${step.id}" aria-current=${step.id === ctx.store.ui.view ? "page" : nothing} @click=${go(ctx, step.id)}>${ctx.w.t(`step.${step.id}`)}</a>`)}</nav>`;
}

/**
 * @param {Context} ctx
 * @param {Step} step
 */
export function link(ctx, step) {
  const { w } = ctx;
  const state = step.completeness(ctx);
  const current = ctx.store.ui.view === step.id;
  return html`<a href="#${step.id}" aria-current=${current ? "page" : nothing} @click=${go(ctx, step.id)}>${icon(MARKS[state])}<span>${w.t(`step.${step.id}`)}</span><span class="sr">${w.t(`complete.${state}`)}</span>${badge(ctx, step, current)}</a>`;
}

/**
 * @param {Context} ctx
 * @param {Step} step
 * @param {boolean} current
 */
function badge(ctx, step, current) {
  const findings = grouped(ctx, step.findings(ctx)).map((group) => group[0]);
  const blocks = findings.filter((finding) => finding.severity === "block").length;
  if (blocks === 0 && findings.length === 0) return nothing;
  const said = blocks > 0 ? ctx.w.t("rail.blocks", { n: blocks }) : ctx.w.t("rail.findings", { n: findings.length });
  const tone = blocks > 0 ? "bad" : current ? "warn" : "q";
  return html`<em class=${tone} title=${said}><span aria-hidden="true">${blocks > 0 ? icon("stop") : nothing} ${blocks || findings.length}</span><span class="sr">${ctx.w.t("punct.comma")}${said}</span></em>`;
}

/**
 * @param {Context} ctx
 * @param {string} view
 */
function go(ctx, view) {
  return (/** @type {MouseEvent} */ event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(ctx.store, view);
    scrollTo({ top: 0 });
  };
}
