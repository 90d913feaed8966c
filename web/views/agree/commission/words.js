/**
 * The statement's lines and the readings in words.
 * @module
 */

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Quote} Quote */
/** @typedef {import("allymark/engine").StatementLine} StatementLine */

/**
 * @param {Context} ctx
 * @param {StatementLine} line
 */
export function lineName(ctx, line) {
  const { w } = ctx;
  if (line.kind === "tier" || line.kind === "ramp") {
    if (!line.from && line.upTo) return w.t(`line.${line.kind}.first`, { to: line.upTo });
    if (line.upTo) return w.t(`line.${line.kind}.middle`, { from: line.from, to: line.upTo });
    return line.from ? w.t(`line.${line.kind}.last`, { from: line.from }) : w.t(`line.${line.kind}.all`);
  }
  if (line.kind === "deduction") return w.t("line.deduction", { metric: line.metric });
  return w.t(w.known(`line.${line.kind}`));
}

/**
 * "3.2% 未超 8%" beside a deduction.
 * @param {Context} ctx
 * @param {StatementLine} line
 */
export function breachText(ctx, line) {
  const { w } = ctx;
  const metric = line.metric ?? "";
  const params = { value: w.value(metric, line.value), limit: w.value(metric, line.limit) };
  if (line.value === null || line.value === undefined) return w.t("line.unmeasured");
  return w.t(`line.${line.breached ? "breached" : "kept"}.${line.relation ?? "above"}`, params);
}

/**
 * "超过 8% 扣 10%".
 * @param {Context} ctx
 * @param {{metric?: string, limit?: number, relation?: string, percent?: number}} rule
 */
export function ruleText(ctx, rule) {
  return ctx.w.t(`line.rule.${rule.relation ?? "above"}`, { limit: ctx.w.value(rule.metric ?? "", rule.limit), percent: rule.percent });
}

/**
 * @param {Context} ctx
 * @param {string} option
 * @param {string} choice
 */
export function choiceName(ctx, option, choice) {
  return ctx.w.t(ctx.w.known(`choice.${option}.${choice}`));
}

/**
 * The statement as a table.
 * @param {Context} ctx
 * @param {Quote} quote
 * @returns {import("../../shared/table.js").TableData}
 */
export function statementTable(ctx, quote) {
  const { w } = ctx;
  return {
    caption: w.t("agree.statement"),
    head: [w.t("col.line"), w.t("col.quantity"), w.t("col.rate"), w.t("col.amount", { unit: w.t(`unit.${w.moneyUnit}`) })],
    rows: [
      ...quote.lines.map((line) => [line.kind === "deduction" ? `${lineName(ctx, line)} ${breachText(ctx, line)}` : lineName(ctx, line), line.quantity === undefined ? "" : w.num(line.quantity), rateText(ctx, line), w.money(line.amount, { fen: true })]),
      [w.t("agree.due"), w.num(quote.volume), w.num(quote.effectiveRate, 2, 2), w.money(quote.net, { fen: true })],
    ],
  };
}

/**
 * @param {Context} ctx
 * @param {StatementLine} line
 */
export function rateText(ctx, line) {
  const { w } = ctx;
  if (line.kind === "deduction") return line.breached ? `${w.num(-(line.percent ?? 0))}%` : w.t("line.notTaken");
  return line.rate === undefined ? "" : w.num(line.rate, 0, 4);
}
