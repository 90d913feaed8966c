/**
 * The stop-loss rule asked about another day or plan than the one in view: months that are over, and the contract's end.
 * Each answer explains itself by its own steps, which are asked for when somebody opens them.
 * @module
 */
import { nothing } from "lit";
import { figure } from "../../shared/figure.js";
import { stepsHow, sumHow } from "../../shared/how.js";
import { assessed } from "../../manage/room.js";
import { unitsByMonth } from "./units.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */
/** @typedef {import("allymark/engine").Trace} Trace */

/** @type {WeakMap<StopLoss, {trace: () => Trace, investment: any}>} */
const asked = new WeakMap();

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
  const trace = () => {
    if (told) return told;
    const full = engine.assess({ ...request, trace: true });
    return (told = (full.ok && full.trace) || {});
  };
  asked.set(answer.stopLoss, { trace, investment: request.dossier.investment });
  return answer.stopLoss;
}

/** What each of the figures is called. */
const NAMES = { invested: "stop.invested", earned: "stop.earned", uncovered: "stop.uncovered", "present/monthsToRecover": "stop.toRecover" };

/**
 * A figure of such an answer.
 * @param {Context} ctx
 * @param {string} key of the answer, such as a month
 * @param {keyof typeof NAMES} at where it stands in the answer
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
  const { answer } = found;
  const title = `${found.name} ${w.t(NAMES[/** @type {keyof typeof NAMES} */ (at)])}`.trim();
  // The month in view is the assessment's own.
  const { trace, investment } = asked.get(answer) ?? { trace: () => results.assessment?.trace, investment: { ...store.workspace.dossiers[store.index].investment, sold: unitsByMonth(ctx) } };
  if (at === "invested" || at === "earned") return sumHow(ctx, { title, parts: terms(ctx, investment, at).filter(({ month }) => month <= answer.month), total: w.money(answer[at], { symbol: true }), rules: ["stopLoss"] });
  return stepsHow(ctx, { title, steps: trace()?.[`/stopLoss/${at}`] ?? [] });
}

/**
 * What is added, month by month: what was put in, or units at their rate.
 * @param {Context} ctx
 * @param {any} investment
 * @param {"invested" | "earned"} at
 */
function terms({ w }, investment, at) {
  /** @type {{month: string, text: string}[]} */
  const terms = at === "invested"
    ? (investment.invested ?? []).filter((/** @type {any} */ entry) => (entry.amount ?? "") !== "").map((/** @type {any} */ entry) => ({ month: entry.month, text: w.money(entry.amount, { symbol: true }) }))
    : (investment.sold ?? []).filter((/** @type {any} */ entry) => (entry.units ?? "") !== "").map((/** @type {any} */ entry) => ({ month: entry.month, text: `${w.num(entry.units)} × ${w.money(investment.rate, { symbol: true })}` }));
  return terms.map((term) => ({ ...term, name: w.month(term.month) })).sort((one, other) => (one.month < other.month ? -1 : 1));
}
