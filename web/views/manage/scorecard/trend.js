/**
 * What may be said of several months: how many the mean has, and which way they go.
 * @module
 */

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Scorecard} Scorecard */

/**
 * The months that the mean is taken over, those with data counted.
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export function meanOver(ctx, card) {
  const months = Number(ctx.w.labels.figures().meanMonths);
  const measured = card.history.slice(-months).filter((month) => month.total !== null).length;
  return { measured, whole: measured === months };
}

/**
 * The core compares with the oldest month it has; a word is said only where it has them all.
 * @param {Context} ctx
 * @param {Scorecard} card
 */
export const trendText = (ctx, card) => (card.trend && meanOver(ctx, card).whole ? ctx.w.t(ctx.w.known(`score.trend.${card.trend}`)) : "");
