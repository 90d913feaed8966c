/**
 * 怎么算的 for the agreement's cards: the steps of the core under a figure's place.
 * @module
 */
import { html, nothing } from "lit";
import { howPanel, sources, traceSteps } from "../shared/how.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * The panel of the figure that is open, when it begins with `prefix`.
 * @param {Context} ctx
 * @param {string} prefix into the assessment
 * @param {string} title
 * @param {(pointer: string) => string} [tellingOf] where the steps stand that tell of a figure without steps of its own
 */
export function agreeHow(ctx, prefix, title, tellingOf = (pointer) => pointer) {
  const { w } = ctx;
  const { open } = ctx.store.ui;
  if (open === null || !open.startsWith(`room${prefix}`)) return nothing;
  const pointer = open.slice("room".length);
  const steps = ctx.results.assessment?.trace?.[tellingOf(pointer)] ?? [];
  const rules = [...new Map(steps.map((step) => [step.rule, step])).values()];
  return howPanel(ctx, {
    title,
    left: steps.length > 0 ? traceSteps(ctx, steps) : html`<p class="q">${w.t("room.noSteps")}</p>`,
    right: sources(ctx, rules.map((step) => ({ term: w.t("room.rule"), text: w.labels.rule(step.rule), origin: step.origin }))),
  });
}
