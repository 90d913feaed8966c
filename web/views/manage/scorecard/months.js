/**
 * Every metric's score in each month of the history, for the sparklines and the history's table.
 * @module
 */
import { sparkDomain } from "../../../charts/sparkline.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */
/** @typedef {{month: string, scores: Map<string, number | null>}} MonthScores */

/** A month's scores hang on its own figures and the rules alone, so they are kept with the figures. @type {WeakMap<object, {digest: string, scores: Map<string, number | null>}>} */
const kept = new WeakMap();

/**
 * Oldest first, gaps as months without a score.
 * @param {Context} ctx
 * @param {Scorecard} card
 * @returns {MonthScores[]}
 */
export function scoresByMonth(ctx, card) {
  const { store, results } = ctx;
  const months = store.workspace.dossiers[store.index].months ?? [];
  return card.history.map(({ month }) => {
    if (month === card.month) return { month, scores: scoresOf(card) };
    const data = months.find((entry) => entry.month === month);
    if (!data) return { month, scores: new Map() };
    const known = kept.get(data);
    if (known && known.digest === results.policy.digest) return { month, scores: known.scores };
    const other = store.cardOf(month);
    const scores = other ? scoresOf(other) : new Map();
    kept.set(data, { digest: results.policy.digest, scores });
    return { month, scores };
  });
}

/** @param {Scorecard} card @returns {Map<string, number | null>} */
const scoresOf = (card) => new Map(card.metrics.map((entry) => [entry.metric, entry.shownScore]));

/**
 * The lines of all metrics on one scale, or none while there is only one month.
 * @param {Context} ctx
 * @param {Scorecard} card
 * @returns {(metric: string) => import("../../../charts/sparkline.js").Sparkline | null}
 */
export function sparklines(ctx, card) {
  const { w } = ctx;
  const months = scoresByMonth(ctx, card);
  const all = months.flatMap(({ scores }) => [...scores.values()]);
  const domain = sparkDomain(all, w.labels.scorecardBase());
  const several = months.filter(({ scores }) => [...scores.values()].some((score) => score !== null)).length > 1;
  return (metric) => {
    const points = months.map(({ month, scores }) => ({ month, score: scores.get(metric) ?? null }));
    const said = points.filter((point) => point.score !== null).map((point) => `${w.month(point.month)} ${w.num(point.score, 0, 0)}`);
    if (!several || said.length === 0) return null;
    return { points, current: card.month, domain, label: `${w.labels.metric(metric)} ${w.t("col.score")}${w.t("punct.colon")}${said.join(w.t("punct.comma"))}` };
  };
}
