/**
 * The level in sentences.
 * @module
 */

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").KeyLevel} KeyLevel */

/** Key or not is no judgement, good or bad. @param {KeyLevel} result @returns {"ok" | "neutral"} */
export const levelTone = (result) => (result.isKey ? "ok" : "neutral");

/**
 * Which feature carried the level, and which moved it.
 * @param {Context} ctx
 * @param {KeyLevel} result
 */
export function why(ctx, result) {
  const { w } = ctx;
  if (!result.ruleLevel) return w.t("level.empty");
  const names = (/** @type {string[]} */ ids) => w.list(ids, (id) => w.inside(w.t(w.known(`input.${id}`))));
  const carried = result.carriedBy.length > 0 ? w.t(`level.carried.${result.method}`, { features: names(result.carriedBy) }) : w.t("level.carried.none");
  const moved = result.adjustment === "none" ? "" : w.t(`level.why.${result.adjustment}`, { features: names(result.adjustedBy) });
  const blank = result.notUsed.length > 0 ? w.t("level.notUsed", { features: names(result.notUsed) }) : "";
  return w.sentence([carried, moved, blank].filter(Boolean).join(w.t("punct.semicolon"))) + w.t("punct.stop");
}
