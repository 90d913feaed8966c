/**
 * The smallest difference of a metric that people speak of: a tenth of a percent point, one hour, one point.
 * @module
 */

/**
 * @param {import("../context.js").Context} ctx
 * @param {string} metric
 */
export const grain = (ctx, metric) => (ctx.w.labels.unit(metric) === "%" ? 0.1 : 1);
