/**
 * The two pictures of the commission: pay over volume, and from the first tier to what is due.
 * @module
 */
import { html, nothing } from "lit";
import { axisEnd } from "../../../charts/axis.js";
import { payCurve } from "../../../charts/pay-curve.js";
import { waterfall } from "../../../charts/waterfall.js";
import { twin, twinButton } from "../../shared/table.js";
import { choiceName, lineName } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Quote} Quote */
/** @typedef {import("allymark/engine").Curve} Curve */

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {Curve} curve
 * @returns {import("../../../charts/pay-curve.js").PayCurve}
 */
export function curveData(ctx, quote, curve) {
  const { w } = ctx;
  const to = axisEnd(quote.volume, w.labels.yearMarks(quote.contractYear));
  const ten = w.lang === "zh" ? 1e4 : 1e3;
  return {
    series: curve.series.map((series) => {
      const row = quote.readings.find((reading) => reading.option === "tiers" && reading.choice === series.choice);
      return { name: w.t(w.known(`choice.tiers.${series.choice}.short`, `choice.tiers.${series.choice}`)), chosen: series.chosen, points: series.points, now: row ? row.gross : null, nowText: row ? w.money(row.gross) : "" };
    }),
    cliffs: curve.cliffs.map((cliff) => cliffData(ctx, curve, cliff)),
    bounds: [...new Set([...(curve.target === null ? [] : [curve.target]), ...curve.bounds])].map((at) => ({ at, text: at === curve.target ? w.t("agree.axisTarget", { at }) : w.num(at) })),
    volume: quote.volume,
    volumeText: w.num(quote.volume),
    to,
    toText: `${w.num(to)} ${w.counted()}`,
    nowTitle: w.t("agree.readingsAt", { volume: quote.volume, unit: w.t(`unit.${w.moneyUnit}`) }),
    amount: (value) => w.num(value / ten, 0, 1),
    amountUnit: w.t("agree.axisUnit"),
    label: caption(ctx, curve),
  };
}

/** @param {Curve} curve */
const worstCliff = (curve) => curve.cliffs.reduce((/** @type {Curve["cliffs"][number] | null} */ best, cliff) => (best === null || cliff.amount > best.amount ? cliff : best), null);

/**
 * A cliff is two neighbouring volumes of the reading in force.
 * @param {Context} ctx
 * @param {Curve} curve
 * @param {Curve["cliffs"][number]} cliff
 */
function cliffData({ w }, curve, { at, before, after, amount }) {
  const neighbour = curve.series.find((series) => series.chosen)?.points.filter((point) => point.volume < at).at(-1);
  const title = w.t("agree.cliff", { amount });
  const detail = [...(neighbour ? [w.t("agree.cliffSide", { at: neighbour.volume, amount: before })] : []), w.t("agree.cliffSide", { at, amount: after })];
  return { at, before, after, title, detail, line: `${title}${w.t("punct.colon")}${detail.join(w.t("punct.semicolon"))}` };
}

/**
 * What the picture shows, in one sentence.
 * @param {Context} ctx
 * @param {Curve} curve
 */
export function caption(ctx, curve) {
  const worst = worstCliff(curve);
  return worst ? ctx.w.t(worst.cause === "target" ? "agree.captionTarget" : "agree.captionTier", worst) : ctx.w.t("agree.captionSmooth");
}

/**
 * The same sentence with what is strong in it, above the picture.
 * @param {Context} ctx
 * @param {Curve} curve
 */
export function captionText(ctx, curve) {
  const worst = worstCliff(curve);
  return worst ? ctx.w.rich(worst.cause === "target" ? "agree.captionTarget" : "agree.captionTier", worst) : ctx.w.t("agree.captionSmooth");
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {Curve} curve
 */
export function curveFigure(ctx, quote, curve) {
  const data = curveData(ctx, quote, curve);
  return html`<figure><figcaption class="cap">${captionText(ctx, curve)} ${twinButton(ctx, "curveTable")}</figcaption>
    <allymark-sized .draw=${(/** @type {number} */ width) => payCurve(data, width)}></allymark-sized>${twin(ctx, "curveTable", () => curveTable(ctx, curve))}</figure>`;
}

/**
 * @param {Context} ctx
 * @param {Curve} curve
 * @returns {import("../../shared/table.js").TableData}
 */
export function curveTable(ctx, curve) {
  const { w } = ctx;
  const volumes = [...new Set(curve.series.flatMap((series) => series.points.map((point) => point.volume)))].sort((a, b) => a - b);
  const all = curve.series.map((series) => new Map(series.points.map((point) => [point.volume, point.gross])));
  const corners = volumes.filter((volume) => all.filter((points) => points.has(volume)).length > 1);
  return {
    caption: w.t("agree.curve"),
    head: [w.t("agree.volume"), ...curve.series.map((series) => choiceName(ctx, "tiers", series.choice))],
    rows: (corners.length > 1 ? corners : volumes).map((volume) => [w.num(volume), ...all.map((points) => w.money(points.get(volume)))]),
  };
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @returns {import("../../../charts/waterfall.js").Waterfall}
 */
export function waterfallData(ctx, quote) {
  const { w } = ctx;
  let at = 0;
  const bar = (/** @type {import("allymark/engine").StatementLine} */ line, /** @type {boolean} */ supposed) => {
    const from = at;
    at += line.amount;
    const taken = line.amount < 0;
    const deduction = line.kind === "deduction";
    return {
      name: deduction ? w.t("agree.fall.deduction", { metric: line.metric }) : tierName(ctx, quote, line),
      detail: deduction ? `${w.num(-(line.percent ?? 0))}%` : line.quantity !== undefined && line.rate !== undefined ? `${w.num(line.quantity)} × ${w.num(line.rate, 0, 2)}` : "",
      amountText: from === 0 && !taken ? w.money(line.amount) : w.money(line.amount, { sign: true }),
      from,
      to: at,
      kind: /** @type {"plain" | "would" | "taken"} */ (supposed ? "would" : taken ? "taken" : "plain"),
    };
  };
  const bars = quote.lines.filter((line) => line.amount !== 0).map((line) => bar(line, false));
  const due = { name: w.t("agree.due"), detail: (quote.deducted ?? 0) > 0 ? w.t("agree.fall.deducted") : w.t("agree.fall.nothing"), amountText: w.money(quote.net), from: 0, to: quote.net ?? 0, kind: /** @type {const} */ ("ours") };
  /** @type {import("../../../charts/waterfall.js").WaterfallBar[]} */
  let ifBreached = [];
  if (quote.ifBreached && quote.ifBreached.net !== quote.net) {
    at = quote.gross ?? 0;
    ifBreached = quote.ifBreached.lines.filter((line) => line.kind === "deduction" && line.amount !== 0).map((line) => bar(line, true));
    ifBreached.push({ name: w.t("agree.fall.then"), detail: w.t("agree.fall.both", { n: ifBreached.length }), amountText: w.money(quote.ifBreached.net), from: 0, to: quote.ifBreached.net, kind: "then" });
  }
  return { bars: [...bars, due], ifBreached, ifTitle: w.t(breachedKey(ifBreached.length - 1), { n: ifBreached.length - 1 }), label: w.t("agree.fall.title") };
}

/** Named by how many, as the bars stand beside or below by the width. @param {number} clauses */
const breachedKey = (clauses) => (clauses === 1 ? "agree.fall.if1" : clauses === 2 ? "agree.fall.if2" : "agree.fall.ifAll");

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {import("allymark/engine").StatementLine} line
 */
function tierName(ctx, quote, line) {
  const tiers = quote.lines.filter((entry) => entry.kind === "tier");
  return line.kind === "tier" && tiers.length > 1 ? ctx.w.t("agree.fall.tier", { n: tiers.indexOf(line) + 1 }) : lineName(ctx, line);
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function waterfallFigure(ctx, quote) {
  const { w } = ctx;
  const data = waterfallData(ctx, quote);
  return html`<figure><figcaption><h2 class="sec">${w.t("agree.fall.title")} ${twinButton(ctx, "fallTable")}</h2></figcaption>
    <allymark-sized .draw=${(/** @type {number} */ width) => waterfall(data, width)}></allymark-sized>
    ${twin(ctx, "fallTable", () => ({ caption: w.t("agree.fall.title"), head: [w.t("col.line"), w.t("col.detail"), w.t("col.amount", { unit: w.t(`unit.${w.moneyUnit}`) })], rows: [...data.bars, ...data.ifBreached.map((entry) => ({ ...entry, name: `${data.ifTitle} · ${entry.name}` }))].map((entry) => [entry.name, entry.detail, entry.amountText]) }))}</figure>`;
}
