/**
 * The stop-loss rule asked about another day or plan than the one in view: months that are over, and the contract's end.
 * Each answer explains itself by its own steps, which are asked for when somebody opens them.
 * @module
 */
import { nothing } from "lit";
import { figure } from "../../shared/figure.js";
import { stepsHow } from "../../shared/how.js";
import { assessed } from "../../manage/room.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */
/** @typedef {import("allymark/engine").Trace} Trace */

/** @type {WeakMap<StopLoss, () => Trace>} */
const steps = new WeakMap();

/**
 * @param {Context} ctx
 * @param {Parameters<import("allymark/engine").Engine["assess"]>[0]} request
 * @returns {StopLoss | null}
 */
export function askStop(ctx, request) {
  const { engine } = ctx.store;
  const answer = engine.assess(request);
  if (!answer.ok || !answer.stopLoss) return null;
  /** @type {Trace | undefined} */
  let told;
  steps.set(answer.stopLoss, () => {
    if (told) return told;
    const full = engine.assess({ ...request, trace: true });
    return (told = (full.ok && full.trace) || {});
  });
  return answer.stopLoss;
}

/**
 * A figure of such an answer.
 * @param {Context} ctx
 * @param {string} key of the answer, such as a month
 * @param {"uncovered" | "present/monthsToRecover"} at where it stands in the answer
 * @param {string} text
 * @param {string} label
 */
export const askedFigure = (ctx, key, at, text, label) => figure(ctx, `asked/${key}/${at}`, text, { label, stale: assessed(ctx).stale, step: "stop-loss" });

/**
 * The panel of the one that is open, if it is one of these.
 * @param {Context} ctx
 * @param {{key: string, name: string, answer: StopLoss | null}[]} answers
 */
export function askedHow(ctx, answers) {
  const { w, store, results } = ctx;
  const [, key, at] = /^asked\/([^/]+)\/(.+)$/.exec(store.ui.open ?? "") ?? [];
  const found = answers.find((one) => one.key === key);
  if (!found?.answer) return nothing;
  // The month in view is the assessment's own.
  const trace = (steps.get(found.answer) ?? (() => results.assessment?.trace))() ?? {};
  return stepsHow(ctx, { title: `${found.name} ${w.t(at === "uncovered" ? "stop.uncovered" : "stop.toRecover")}`, steps: trace[`/stopLoss/${at}`] ?? [] });
}
