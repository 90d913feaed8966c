/**
 * 怎么算的 for the agreement's cards: the steps of the core under a figure's place; a figure that the core gives beside
 * its parts without steps is shown with those parts.
 * @module
 */
import { html, nothing } from "lit";
import { howPanel, sources, traceSteps } from "../../shared/how.js";
import { stopLoss } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Step} Step */

/**
 * Units that cover a sum at a rate: the answer names all three.
 * @param {Context} ctx
 * @param {string} pointer
 * @returns {Step[]}
 */
function unitsSteps(ctx, pointer) {
  const result = stopLoss(ctx);
  const [, kind, name] = /^\/stopLoss\/(\w+)\/(breakEvenUnits|plannedBreakEvenUnits)$/.exec(pointer) ?? [];
  const outlook = result?.[/** @type {"present"} */ (kind)];
  if (!result || !outlook || !name) return [];
  const planned = name === "plannedBreakEvenUnits";
  const sum = planned ? ctx.store.workspace.dossiers[ctx.store.index].investment?.plannedTotal : result.invested;
  return [{ rule: "stopLoss", clause: "", origin: /** @type {any} */ (ctx.w.labels.origin("stopLoss")), op: "sum_by_rate", inputs: [{ name: planned ? "plannedTotal" : "invested", value: sum ?? "", unit: "yuan" }, { name: "rate", value: outlook.rate, unit: "yuan_per_unit" }], value: outlook[/** @type {"breakEvenUnits"} */ (name)], unit: "units" }];
}

/**
 * The panel of the figure that is open, when it begins with `prefix`.
 * @param {Context} ctx
 * @param {string} prefix into the assessment
 * @param {string} title
 */
export function agreeHow(ctx, prefix, title) {
  const { w } = ctx;
  const { open } = ctx.store.ui;
  if (open === null || !open.startsWith(`room${prefix}`)) return nothing;
  const pointer = open.slice("room".length);
  const traced = ctx.results.assessment?.trace?.[pointer] ?? [];
  const steps = traced.length > 0 ? traced : unitsSteps(ctx, pointer);
  const rules = [...new Map(steps.map((step) => [step.rule, step])).values()];
  return howPanel(ctx, {
    title,
    left: steps.length > 0 ? traceSteps(ctx, steps) : html`<p class="q">${w.t("room.noSteps")}</p>`,
    right: sources(ctx, rules.map((step) => ({ term: w.t("room.rule"), text: w.labels.rule(step.rule), origin: step.origin }))),
  });
}
