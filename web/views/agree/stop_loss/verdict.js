/**
 * Go on, watch or stop, in one line; and what the same rule would have said at the end of each month before.
 * @module
 */
import { nextMonth } from "../../../store/workspace.js";
import { present } from "../../../store/judge.js";
import { figure } from "../../shared/figure.js";
import { askStop } from "./asked.js";
import { unitsByMonth } from "./units.js";
import { assessed } from "../../manage/room.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */
/** @typedef {import("../../shared/status.js").Tone} Tone */

/** Months looked back at. */
const BACK = 24;

/** @type {Record<StopLoss["verdict"], {tone: Tone, icon: import("../../shared/icon.js").IconName}>} */
const LOOKS = { stop: { tone: "bad", icon: "stop" }, watch: { tone: "warn", icon: "find" }, go_on: { tone: "ok", icon: "ok" } };

/** @param {StopLoss["verdict"]} verdict */
export const stopLook = (verdict) => LOOKS[verdict];

/** @param {Context} ctx @returns {StopLoss | null} */
export const stopLoss = (ctx) => ctx.results.assessment?.stopLoss ?? null;

/** @param {Context} ctx */
const dossier = (ctx) => ctx.store.workspace.dossiers[ctx.store.index];

/** @type {WeakMap<object, {reference: any, asOf: string, months: StopLoss[]}>} */
const known = new WeakMap();

/**
 * What the core says at the end of each month up to now, oldest first.
 * @param {Context} ctx
 * @returns {StopLoss[]}
 */
export function lookBack(ctx) {
  const now = stopLoss(ctx);
  const subject = dossier(ctx);
  if (!now || !subject.investment) return [];
  const { reference } = ctx.results.policy;
  const { asOf } = ctx.store.workspace;
  const kept = known.get(subject);
  if (kept && kept.reference === reference && kept.asOf === asOf) return kept.months;
  const investment = present({ ...subject.investment, sold: unitsByMonth(ctx).filter(({ units }) => (units ?? "") !== "") });
  const months = now.points.slice(-BACK).map((point, at, all) => {
    if (at === all.length - 1) return now;
    return askStop(ctx, { policy: reference, dossier: { id: subject.id, investment }, asOf: `${nextMonth(point.month)}-01` });
  }).filter((month) => month !== null);
  known.set(subject, { reference, asOf, months });
  return months;
}

/**
 * The month since which every month said stop; null while it does not say so now.
 * @param {Context} ctx
 */
export function stopSince(ctx) {
  const months = lookBack(ctx);
  let since = null;
  for (const month of [...months].reverse()) {
    if (month.verdict !== "stop") break;
    since = month.month;
  }
  return since;
}

/**
 * Why, in one clause.
 * @param {Context} ctx
 * @param {StopLoss} result
 */
export function reason(ctx, result) {
  return ctx.w.t(`stop.reason.${result.reason}`, { months: result.present.monthsToRecover, left: result.monthsLeft, uncovered: result.uncovered, line: dossier(ctx).investment?.stopLoss, month: result.breakEvenMonth });
}

/** @param {Context} ctx @returns {import("../../steps.js").Headline} */
export function stopHeadline(ctx) {
  const { w } = ctx;
  const result = stopLoss(ctx);
  if (!result) return { tone: "neutral", icon: "none", strong: w.t("stop.none"), fact: w.t(dossier(ctx).investment ? "stop.unfinished" : "stop.empty"), detail: "", doubt: false, stale: false };
  const since = stopSince(ctx);
  const early = since !== null && since !== result.month;
  const covered = result.reason === "recovered";
  return { ...stopLook(result.verdict), strong: w.t(covered ? "stop.recovered" : `stop.${result.verdict}`), fact: reason(ctx, result), detail: early ? w.t("stop.since", { month: since }) : "", doubt: early, stale: assessed(ctx).stale };
}

/** What is not earned back yet. @param {Context} ctx */
export function stopFact(ctx) {
  const { w } = ctx;
  const result = stopLoss(ctx);
  const text = w.money(result?.uncovered ?? null, { symbol: true });
  return result ? figure(ctx, "room/stopLoss/uncovered", text, { step: "stop-loss", label: w.t("stop.uncovered"), stale: assessed(ctx).stale }) : text;
}

/** @param {Context} ctx @returns {string[]} */
export function stopAsk(ctx) {
  const result = stopLoss(ctx);
  return result && result.reason !== "recovered" ? [ctx.w.t(`stop.ask.${result.verdict}`, { uncovered: result.uncovered })] : [];
}
