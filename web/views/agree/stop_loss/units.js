/**
 * What was sold, month by month.
 * @module
 */

/** @typedef {import("../../context.js").Context} Context */

/** The metric that the commission counts. @param {Context} ctx */
export const unitOf = (ctx) => String(ctx.results.policy.document.commission?.unit ?? "");

/**
 * Units by month: the investment's own, else those of the months.
 * @param {Context} ctx
 * @returns {{month: string, units: any}[]}
 */
export function unitsByMonth(ctx) {
  const { store } = ctx;
  const { investment, months = [] } = store.workspace.dossiers[store.index];
  if (investment?.sold) return investment.sold;
  const unit = unitOf(ctx);
  return months.map((entry) => ({ month: entry.month, units: figureOf(entry.metrics?.[unit]) }));
}

/** @param {any} measured */
const figureOf = (measured) => (measured !== null && typeof measured === "object" ? measured.value : measured);
