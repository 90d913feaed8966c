/**
 * 怎么算的 for the figures of this room: the steps the core recorded under the figure's place in the result.
 * @module
 */
import { nothing } from "lit";
import { stepsHow } from "../shared/how.js";
import { figure } from "../shared/figure.js";
import { assessed } from "./room.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * @param {Context} ctx
 * @param {string} pointer into the assessment
 * @param {string} text
 * @param {string} label
 * @param {string} step
 */
export function roomFigure(ctx, pointer, text, label, step) {
  return figure(ctx, `room${pointer}`, text, { label, stale: assessed(ctx).stale, step });
}

/**
 * The panel of the figure that is open, when it is one of `prefix`.
 * @param {Context} ctx
 * @param {string} prefix
 * @param {(pointer: string) => string} titleOf
 * @param {string} [none] what stands where nothing was worked out
 */
export function roomHow(ctx, prefix, titleOf, none = "room.noSteps") {
  const open = ctx.store.ui.open;
  if (open === null || !open.startsWith(`room${prefix}`)) return nothing;
  const pointer = open.slice("room".length);
  const nameOf = (/** @type {string} */ name) => (/^\d{4}-\d\d$/.test(name) ? ctx.w.month(name) : "");
  return stepsHow(ctx, { title: titleOf(pointer), steps: assessed(ctx).result?.trace?.[pointer] ?? [], none, nameOf });
}
