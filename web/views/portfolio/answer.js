/**
 * What the core says of all partners together, kept while none of them changes.
 * @module
 */
import { present } from "../../store/judge.js";
import { activePartners } from "../../store/workspace.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Portfolio} Portfolio */
/** @typedef {import("allymark/engine").PortfolioRow} PortfolioRow */
/** @typedef {{result: Portfolio | null, stale: boolean}} Answered */

/** @type {WeakMap<object, {reference: any, asOf: string, archived: string, answer: Answered}>} */
const known = new WeakMap();
/** The last good answer. @type {Portfolio | null} */
let good = null;

/** @param {Context} ctx @returns {Answered} */
export function portfolio(ctx) {
  const { store } = ctx;
  const { dossiers, asOf, archived = [] } = store.workspace;
  const { reference } = ctx.results.policy;
  const kept = known.get(dossiers);
  if (kept && kept.reference === reference && kept.asOf === asOf && kept.archived === archived.join()) return kept.answer;
  const asked = store.engine.assessMany({ policy: reference, dossiers: activePartners(store.workspace).map(({ dossier }) => present(dossier)), asOf });
  if (asked.ok) good = asked;
  const answer = { result: good, stale: !asked.ok && good !== null };
  known.set(dossiers, { reference, asOf, archived: archived.join(), answer });
  return answer;
}

/** @param {Context} ctx */
export const portfolioFindings = (ctx) => portfolio(ctx).result?.findings.filter((finding) => finding.code === "concentration_high") ?? [];

/** @param {Context} ctx @returns {"empty" | "part" | "full"} */
export function portfolioCompleteness(ctx) {
  const totals = portfolio(ctx).result?.totals;
  if (!totals || totals.partners === totals.unpriced) return "empty";
  return totals.unpriced === 0 ? "full" : "part";
}

/** @param {Context} ctx @returns {import("../steps.js").Headline} */
export function portfolioHeadline(ctx) {
  const { w } = ctx;
  const { result, stale } = portfolio(ctx);
  const fact = result ? w.t("port.sub", { n: result.totals.partners, total: result.totals.yearPay }) : "";
  const fired = result?.totals.fired ?? 0;
  const detail = result && result.totals.backupsMissing > 0 ? w.t("port.backupsMissing", { n: result.totals.backupsMissing }) : "";
  if (fired > 0) return { tone: "bad", icon: "stop", strong: w.t("port.headline", { fired }), fact, detail, doubt: detail !== "", stale };
  return { tone: "ok", icon: "ok", strong: w.t("port.calm"), fact, detail, doubt: detail !== "", stale };
}

/**
 * Where a partner of the answer is in the workspace.
 * @param {Context} ctx
 * @param {PortfolioRow} row
 */
export function partnerName(ctx, row) {
  const index = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === row.id);
  return ctx.w.partner(row, Math.max(0, index));
}
