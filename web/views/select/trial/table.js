/**
 * The trial as a table: the twin of the matrix, and what is copied.
 * @module
 */
import { marginText } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Selection} selection
 * @returns {import("../../shared/table.js").TableData}
 */
export function trialTable(ctx, selection) {
  const { w } = ctx;
  const columns = selection.ranking[0]?.metrics ?? [];
  return {
    caption: w.t("trial.matrix"),
    head: [w.t("trial.candidate"), w.t("col.verdict"), ...columns.map((column) => {
      const limit = column.role === "noted" ? w.value(column.metric, column.threshold) : w.limit(column.metric, column.relation, column.threshold);
      return `${w.labels.metric(column.metric)} ${limit}`;
    }), w.t("trial.score"), w.t("col.unrounded")],
    rows: selection.ranking.map((result) => [
      w.partner(result, ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === result.id)),
      w.t(w.known(`verdict.${result.verdict}`)),
      ...result.metrics.map((entry) => (entry.value === null ? w.t("state.notMeasured") : `${w.value(entry.metric, entry.value)} (${marginText(ctx, entry)})`)),
      w.num(result.shownScore, 0, 0),
      w.num(result.score, 2, 2),
    ]),
  };
}
