/**
 * The picture of the payback: cumulative investment and income, where each pace leads, and the stop-loss line.
 * @module
 */
import { html } from "lit";
import { payback } from "../../../charts/payback.js";
import { twin, twinButton } from "../../shared/table.js";
import { assessed } from "../../manage/room.js";
import { atEnd } from "./ahead.js";
import { reason, stopLoss, stopSince } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */
/** @typedef {import("allymark/engine").Payback} Payback */

const CASES = /** @type {const} */ (["present", "proposed", "planned", "downside"]);

/**
 * The outlooks there are.
 * @param {StopLoss} result
 * @returns {{kind: typeof CASES[number], outlook: Payback}[]}
 */
export const outlooks = (result) => CASES.flatMap((kind) => {
  const outlook = result[kind];
  return outlook ? [{ kind, outlook }] : [];
});

/**
 * @param {Context} ctx
 * @param {typeof CASES[number]} kind
 * @param {Payback} outlook
 */
export const caseName = (ctx, kind, outlook) => ctx.w.t(`stop.case.${kind}`, { rate: outlook.rate, units: outlook.unitsPerMonth });

/** @param {Context} ctx @param {number | null} months */
export const monthsText = (ctx, months) => (months === null ? ctx.w.t("stop.never") : ctx.w.t("stop.nMonths", { n: months }));

/**
 * @param {Context} ctx
 * @param {StopLoss} result
 * @returns {import("../../../charts/payback.js").PaybackChart}
 */
export function paybackData(ctx, result) {
  const { w } = ctx;
  const ten = w.lang === "zh" ? 1e4 : 1e3;
  const { investment } = ctx.store.workspace.dossiers[ctx.store.index];
  const since = stopSince(ctx);
  // What was typed last may be refused; the answer in view knows nothing of it.
  const sum = (/** @type {any} */ value) => ((value ?? "") === "" || assessed(ctx).stale ? null : Number(value));
  const total = sum(investment?.plannedTotal);
  const line = sum(investment?.stopLoss);
  const place = result.points.findIndex((point) => point.month === since) + 1;
  const end = atEnd(ctx);
  const open = end !== null && end.uncovered > 0 && end.invested === result.invested ? end : null;
  return {
    points: result.points.map((point) => ({ invested: point.invested, earned: point.earned, text: w.t("stop.point", { month: point.month, invested: point.invested, earned: point.earned }) })),
    end: result.elapsed + result.monthsLeft,
    stopped: result.verdict === "stop",
    since: place > 0 ? place : null,
    stopLoss: line,
    total,
    atEnd: open && { earned: open.earned, gap: open.uncovered },
    paces: paces(ctx, result, open),
    names: {
      invested: [w.t("stop.end.invested"), money(w, result.invested)],
      total: [w.t("stop.end.total"), money(w, total)],
      stopLoss: [w.t("stop.end.stopLoss"), money(w, line)],
      gap: [w.t("stop.end.gap", { amount: open?.uncovered ?? null }), w.t("stop.end.gapIs")],
    },
    texts: {
      now: w.t("stop.monthN", { n: result.elapsed }),
      since: w.t("stop.sinceHere", { month: since ?? result.month }),
      end: w.t("stop.end", { n: result.elapsed + result.monthsLeft }),
      unit: w.t("agree.axisUnit"),
    },
    amount: (value) => w.num(value / ten, 0, 1),
    label: caption(ctx, result),
  };
}

/** @param {Context["w"]} w @param {number | null} amount */
const money = (w, amount) => w.money(amount, { symbol: true });

/**
 * Paces that bring the same each month run along one line, which bears all their names.
 * @param {Context} ctx
 * @param {StopLoss} result
 * @param {StopLoss | null} end where the present pace ends, if that leaves something open
 * @returns {import("../../../charts/payback.js").Pace[]}
 */
function paces({ w }, result, end) {
  const [first, ...others] = outlooks(result);
  /** @type {ReturnType<typeof outlooks>[]} */
  const groups = [[first]];
  for (const entry of others) {
    const same = groups.find(([{ kind, outlook }]) => kind !== "present" && kind !== "planned" && entry.kind !== "planned" && outlook.incomePerMonth === entry.outlook.incomePerMonth);
    if (same) same.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => {
    const [{ kind, outlook }] = group;
    const months = w.t(outlook.monthsToRecover === null ? "stop.never" : "stop.nMonths", { n: outlook.monthsToRecover });
    const shorts = group.map((entry) => w.t(`stop.end.${entry.kind}`)).join(w.t("stop.end.same"));
    const base = { kind, perMonth: outlook.incomePerMonth, months: outlook.monthsToRecover };
    if (kind === "present" && end) return { ...base, name: w.t("stop.end.earned", { amount: end.earned }), short: [w.t("stop.end.earnedShort"), money(w, end.earned)] };
    const names = group.map((entry) => w.t(`stop.short.${entry.kind}`, { rate: entry.outlook.rate })).join(w.t("stop.end.same"));
    const name = group.length > 1 ? w.t("stop.pace.same", { names, months }) : w.t(`stop.pace.${kind}`, { rate: outlook.rate, income: outlook.incomePerMonth, months });
    return { ...base, name, short: kind === "planned" ? [shorts] : [shorts, months] };
  });
}

/**
 * What the picture shows, in one sentence.
 * @param {Context} ctx
 * @param {StopLoss} result
 */
export function caption(ctx, result) {
  return ctx.w.sentence(`${reason(ctx, result)}${ctx.w.t("punct.stop")}`);
}

/** @param {Context} ctx */
export function paybackFigure(ctx) {
  const result = stopLoss(ctx);
  if (!result) return null;
  const data = paybackData(ctx, result);
  return html`<figure><figcaption class="cap"><b>${data.label}</b> ${twinButton(ctx, "paybackTable")}</figcaption>
    <allymark-sized .draw=${(/** @type {number} */ width) => payback(data, width)}></allymark-sized>${twin(ctx, "paybackTable", () => pointsTable(ctx, result))}</figure>`;
}

/**
 * @param {Context} ctx
 * @param {StopLoss} result
 * @returns {import("../../shared/table.js").TableData}
 */
export function pointsTable(ctx, result) {
  const { w } = ctx;
  return {
    caption: w.t("stop.picture"),
    head: [w.t("score.month"), w.t("stop.invested"), w.t("stop.earned")],
    rows: result.points.map((point) => [w.month(point.month), w.money(point.invested), w.money(point.earned)]),
  };
}
