/**
 * 怎么算的 for the agreement's cards: the steps of the core under a figure's place.
 * @module
 */
import { nothing } from "lit";
import { stepsHow } from "../shared/how.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * The panel of the figure that is open, when it begins with `prefix`.
 * @param {Context} ctx
 * @param {string} prefix into the assessment
 * @param {string} title
 * @param {(pointer: string) => string} [tellingOf] where the steps stand that tell of a figure without steps of its own
 */
export function agreeHow(ctx, prefix, title, tellingOf = (pointer) => pointer) {
  const { open } = ctx.store.ui;
  if (open === null || !open.startsWith(`room${prefix}`)) return nothing;
  const pointer = open.slice("room".length);
  return stepsHow(ctx, { title, steps: ctx.results.assessment?.trace?.[tellingOf(pointer)] ?? [] });
}
