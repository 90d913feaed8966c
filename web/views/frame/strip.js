/**
 * 结论条: the verdict of the step in view for the current partner, always in sight, and one figure of each step.
 * @module
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { icon } from "../shared/icon.js";
import { staleTag } from "../shared/figure.js";
import { aged } from "../shared/status.js";
import { activePartners } from "../../store/workspace.js";
import { STEPS, stepOf } from "../steps.js";

/** @typedef {import("../context.js").Context} Context */

/** The figures that a director asks for first, those of steps that hold something before the others. */
const FIRST = ["readiness", "trial", "commission", "scorecard", "stop-loss"];
const SHOWN = 4;

/** @param {Context} ctx */
function shown(ctx) {
  const steps = FIRST.flatMap((id) => STEPS.filter((step) => step.id === id));
  const filled = steps.filter((step) => step.completeness(ctx) !== "empty");
  // What was lost comes before what was never tried.
  const order = [...filled.filter((step) => step.id === "stop-loss"), ...filled.filter((step) => step.id !== "stop-loss"), ...steps.filter((step) => !filled.includes(step))];
  return order.slice(0, SHOWN).sort((a, b) => STEPS.indexOf(a) - STEPS.indexOf(b));
}

/** @param {Context} ctx @param {import("../steps.js").Step} [step] whose verdict it is */
export function strip(ctx, step = stepOf(ctx.store.ui.step)) {
  const { w } = ctx;
  const headline = step.headline(ctx);
  return html`<section class="strip" lang=${w.lang === "en" ? "en" : "zh-CN"} aria-label=${w.t("strip.label")}>
    <div class="who">${picker(ctx)}<span>${standing(ctx)}</span></div>
    <div class="v"><strong class="${headline.stale ? "stale" : headline.tone}" part="verdict">${headline.icon ? icon(headline.icon) : nothing}<span class=${headline.icon ? "" : "n"}>${headline.strong}</span></strong>${headline.stale ? staleTag(ctx) : nothing}</div>
    <p class="why">${headline.fact}${headline.detail ? html`<small class=${headline.doubt ? "warn" : ""}>${headline.doubt ? icon("find") : nothing} ${w.sentence(headline.detail)}</small>` : nothing}</p>
    <dl>${shown(ctx).map((step) => {
      const fact = step.fact(ctx);
      return html`<div><dt>${fact.label}</dt><dd>${aged(ctx, step.headline(ctx).stale, fact.value)}</dd></div>`;
    })}</dl></section>`;
}

/** @param {Context} ctx */
function picker(ctx) {
  const { w, store } = ctx;
  const { current } = store.workspace;
  const partners = activePartners(store.workspace);
  return html`<span class="picker"><select aria-label=${w.t("strip.partner")} .value=${live(current)} @change=${(/** @type {Event} */ event) => store.pick(/** @type {HTMLSelectElement} */ (event.target).value)}>
    ${guard([current, w, ...partners.flatMap(({ dossier, index }) => [dossier.id, dossier.name, index])], () => partners.map(({ dossier, index }) => html`<option value=${dossier.id} ?selected=${dossier.id === current}>${w.partner(dossier, index)}</option>`))}</select>${icon("chevron")}</span>`;
}

/** How important the partner is, and where it came out of the trial. @param {Context} ctx */
function standing(ctx) {
  const { w } = ctx;
  const levelStep = stepOf("level");
  const level = levelStep.completeness(ctx) === "empty" ? nothing : levelStep.fact(ctx).value;
  const ranking = ctx.results.selection?.ranking ?? [];
  const result = ranking.find((entry) => entry.id === ctx.store.workspace.current);
  const rank = result && ranking.length > 1 && result.score !== null ? w.t("strip.rank", { rank: result.rank, n: ranking.length }) : nothing;
  return html`${level}${level !== nothing && rank !== nothing ? w.t("punct.dot") : nothing}${rank}`;
}
