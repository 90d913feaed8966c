/**
 * What a figure of a pack is counted in: by its metric where it has one, else by its key. A person may type that unit
 * behind the figure, and it stands in the field where the label does not tell it.
 * @module
 */
import { parts, read } from "../../store/pointer.js";

/** @typedef {import("../context.js").Context} Context */

/** Fields of a rule that are counted in the unit of the rule's metric. */
const LIMITS = new Set(["threshold", "target", "above", "below", "limit"]);

/** @type {[RegExp, string][]} */
const BY_KEY = [
  [/percent$|pct$|^(confidence|minimumCoverage|partly|quarterShare|share|raiseFrom|lowerBelow)$/i, "%"],
  [/months$/i, "months"],
  [/days$/i, "days"],
  [/^year$/, "years"],
  [/^(rate|flat|missedRate|shortfallCharge|guarantee|liabilityFrom|liabilityTo)$/, "CNY"],
  [/^(stars|minimumStars|costlyInvestment|downFrom|upInvestment)$/, "stars"],
  [/^(base|cap|floor|from|onTarget|score|minimum|pass)$/, "points"],
  [/^(users|cities|draws|largest|retries|retryMisses|minimumMeasured|nextMeetings|needed|leastProposals|mostProposals|quarters|smallestBase|features)$/, "count"],
];

/** What a pack calls the units of its metrics. @type {Record<string, string>} */
const OF_METRIC = { percent: "%", hours: "h", points: "points", units: "count", yuan: "CNY" };

/**
 * @param {Context} ctx
 * @param {string} at pointer into the pack
 * @returns {string} a unit of io/number.js; empty: a bare number
 */
export function unitAt(ctx, at) {
  const path = parts(at);
  const key = path.at(-1) ?? "";
  const beside = read(ctx.results.policy.wanted, at.slice(0, at.lastIndexOf("/"))) ?? {};
  if (path[0] === "commission" && (key === "cap" || key === "floor")) return "CNY";
  if (path[0] === "commission" && (key === "target" || key === "upTo")) return path.includes("clawback") ? "months" : "count";
  if (path[0] === "metrics" && (key === "low" || key === "high")) return OF_METRIC[beside.unit] ?? "";
  if (path[0] === "contract") return ofClause(beside);
  return ofMetric(ctx, key, beside) || (BY_KEY.find(([keys]) => keys.test(key))?.[1] ?? "");
}

/**
 * @param {Context} ctx
 * @param {string} key
 * @param {any} rule
 */
function ofMetric({ w }, key, rule) {
  // A plan that watches the month's target has its limit in percent of it.
  if (key === "limit" && rule.kind === "below_target") return "%";
  const metric = key === "productFrom" ? rule.productMetric : LIMITS.has(key) ? rule.metric : undefined;
  return typeof metric === "string" && w.labels.hasMetric(metric) ? w.labels.unit(metric) : "";
}

/** A clause's figure is days, money or a level, as its id and its size tell: the pack has no unit for it. @param {any} clause */
export function ofClause({ id, atLeast, atMost }) {
  if (/days$/.test(String(id))) return "days";
  return Number(atLeast ?? atMost) >= 1000 ? "CNY" : "stars";
}

/** Keys whose unit stands in the field; the labels of the others tell theirs. */
const SHOWN = /^(months|\w+Months|days|\w+Days|users|cities|percent)$/;

/**
 * @param {Context} ctx
 * @param {string} at
 */
export function suffixAt(ctx, at) {
  const { w } = ctx;
  const path = parts(at);
  const key = path.at(-1) ?? "";
  const beside = read(ctx.results.policy.wanted, at.slice(0, at.lastIndexOf("/"))) ?? {};
  const unit = unitAt(ctx, at);
  if (path[0] === "commission" && unit === "count") return w.counted();
  if (beside.metric && LIMITS.has(key) && unit !== "%") return w.suffix(beside.metric);
  if (ofMetric(ctx, key, beside)) return w.t(w.known(`suffix.${unit}`, "punct.none"));
  return SHOWN.test(key) ? w.t(w.known(`punct.unit.${SIGNS[unit] ?? key}`, "punct.none")) : "";
}

/** @type {Record<string, string>} */
const SIGNS = { "%": "percent", months: "months", days: "days" };
