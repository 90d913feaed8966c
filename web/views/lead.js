/**
 * The step that speaks for a partner where no step is in view: what has to be stopped, else the trial, which decides, else
 * the first step that judges.
 * @module
 */
import { STEPS } from "./steps.js";

/**
 * @param {import("./context.js").Context} ctx
 * @returns {import("./steps.js").Step | undefined} nothing where no step holds anything
 */
export function leadStep(ctx) {
  const told = STEPS.filter((step) => step.completeness(ctx) !== "empty");
  const of = (/** @type {string} */ id) => told.find((step) => step.id === id);
  const money = of("stop-loss");
  return (money?.headline(ctx).tone === "bad" ? money : undefined) ?? of("trial") ?? told.find((step) => step.headline(ctx).icon !== null) ?? told[0];
}
