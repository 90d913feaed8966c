/**
 * The trial's results in sentences: why this verdict, and what would change it.
 * @module
 */

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").TrialResult} TrialResult */
/** @typedef {import("allymark/engine").TrialMetric} TrialMetric */

/**
 * @param {TrialResult} result
 * @param {string} metric
 */
export const metricOf = (result, metric) => result.metrics.find((entry) => entry.metric === metric);

/**
 * "系统故障率 ≤ 1%" for each of some metrics.
 * @param {Context} ctx
 * @param {TrialResult} result
 * @param {string[]} ids
 */
export function limits(ctx, result, ids) {
  const texts = ids.map((id) => {
    const entry = metricOf(result, id);
    return entry ? ctx.w.limit(id, entry.relation, entry.threshold) : "";
  });
  return texts.join(ctx.w.t("punct.list"));
}

/**
 * "NPS 68 对 70" for each missed metric.
 * @param {Context} ctx
 * @param {TrialResult} result
 */
export function misses(ctx, result) {
  return result.missed
    .map((id) => {
      const entry = metricOf(result, id);
      return ctx.w.t("trial.versus", { name: ctx.w.inside(ctx.w.labels.metric(id)), value: ctx.w.value(id, entry?.value), limit: ctx.w.value(id, entry?.threshold) });
    })
    .join(ctx.w.t("punct.comma"));
}

/**
 * One sentence: why this verdict.
 * @param {Context} ctx
 * @param {TrialResult} result
 */
export function reason(ctx, result) {
  const params = {
    passed: result.passed.length,
    n: result.missed.length,
    missed: result.missed,
    notMeasured: result.notMeasured,
    limits: limits(ctx, result, result.notMeasured),
    misses: misses(ctx, result),
    redLines: result.redLines,
    total: result.passed.length + result.missed.length + result.notMeasured.length,
  };
  if (result.redLines.length > 0) return ctx.w.t("trial.reason.red", params);
  if (result.verdict === "retry" && result.missed.length === 1) return ctx.w.t("trial.reason.retryOne", params);
  if (result.verdict === "sign" && result.notMeasured.length > 0) return ctx.w.t("trial.reason.signIgnoring", params);
  if (result.verdict !== "insufficient" && result.missed.length === 0 && result.notMeasured.length > 0 && result.verdict !== "conditional") {
    return ctx.w.t("trial.reason.unmeasuredCounts", params);
  }
  const again = Number(ctx.store.workspace.dossiers.find((dossier) => dossier.id === result.id)?.trial?.attempt ?? 1) > 1;
  return ctx.w.t(again && result.verdict === "stop" ? "trial.reason.stopAgain" : ctx.w.known(`trial.reason.${result.verdict}`), params);
}

/**
 * The strip's two lines: the fact, and what is still owed.
 * @param {Context} ctx
 * @param {TrialResult} result
 * @param {number} candidates
 */
export function shortReason(ctx, result, candidates) {
  const rank = candidates > 1 ? ctx.w.t("trial.rank", { n: candidates, rank: result.rank }) : "";
  const params = {
    passed: result.passed.length,
    n: result.missed.length,
    missed: result.missed,
    misses: misses(ctx, result),
    notMeasured: result.notMeasured,
    limits: limits(ctx, result, result.notMeasured),
  };
  const fact = result.missed.length > 0 ? ctx.w.t("trial.short.missed", params) : result.passed.length > 0 ? ctx.w.t("trial.short.passed", params) : ctx.w.t("trial.short.nothing");
  const owed = result.notMeasured.length > 0 ? ctx.w.t("trial.short.owed", params) : "";
  return { fact: rank ? `${fact}${ctx.w.t("punct.comma")}${rank}` : fact, owed: result.verdict === "conditional" ? ctx.w.t("trial.short.conditional", params) : owed };
}

/**
 * @param {Context} ctx
 * @param {TrialMetric} entry
 */
export function marginText(ctx, entry) {
  if (entry.margin === null) return "";
  const size = Math.abs(entry.margin);
  const good = entry.margin >= 0;
  const unit = ctx.w.labels.unit(entry.metric);
  const kind = unit === "h" ? "hours" : entry.relation === "at_most" ? "low" : "high";
  const text = unit === "h" ? ctx.w.value(entry.metric, size) : unit === "%" ? ctx.w.t("unit.points", { n: size }) : ctx.w.num(size);
  if (size === 0) return ctx.w.t("trial.margin.equal");
  return ctx.w.t(`trial.margin.${kind}.${good ? "good" : "bad"}`, { size: text });
}

/**
 * Single changes that alter the verdict, those of unmeasured criteria first, by what they lead to.
 * @param {Context} ctx
 * @param {TrialResult} result
 * @returns {{verdict: string, conditions: {name: string, limit: string}[]}[]}
 */
export function outcomes(ctx, result) {
  /** @type {Map<string, {name: string, limit: string}[]>} */
  const byVerdict = new Map();
  const open = new Set(result.notMeasured);
  const ordered = [...result.flips].sort((a, b) => Number(open.has(b.metric)) - Number(open.has(a.metric)));
  for (const flip of ordered) {
    const condition = { name: ctx.w.inside(ctx.w.labels.metric(flip.metric)), limit: ctx.w.limit(flip.metric, flip.relation, flip.to) };
    byVerdict.set(flip.verdict, [...(byVerdict.get(flip.verdict) ?? []), condition]);
  }
  return [...byVerdict].map(([verdict, conditions]) => ({ verdict, conditions }));
}

/**
 * The same as sentences.
 * @param {Context} ctx
 * @param {TrialResult} result
 */
export function flips(ctx, result) {
  return outcomes(ctx, result).map(({ verdict, conditions }) => ctx.w.sentence(ctx.w.t("trial.flip", { conditions: conditions.map((condition) => ctx.w.t("trial.condition", condition)).join(ctx.w.t("trial.or")), verdict })));
}

/**
 * Without the nearest change of each measured figure in each direction, which the table of single moves shows.
 * @param {TrialResult} result
 * @returns {TrialResult}
 */
export function beyondMoves(result) {
  const measured = new Map(result.metrics.filter((entry) => entry.role === "criterion" && entry.value !== null).map((entry) => [entry.metric, Number(entry.value)]));
  const far = (/** @type {TrialResult["flips"][number]} */ flip) => Math.abs(flip.to - (measured.get(flip.metric) ?? 0));
  const nearer = (/** @type {TrialResult["flips"][number]} */ flip) => result.flips.some((other) => other.metric === flip.metric && other.relation === flip.relation && far(other) < far(flip));
  return { ...result, flips: result.flips.filter((flip) => !measured.has(flip.metric) || nearer(flip)) };
}

/**
 * That nobody may be signed is no finding while nobody has been measured.
 * @param {import("allymark/engine").Selection} selection
 */
export function trialRemarks(selection) {
  const begun = selection.ranking.some((result) => result.metrics.some((entry) => entry.value !== null));
  return begun ? selection.findings : selection.findings.filter((finding) => finding.code !== "nobody_to_pick");
}

/**
 * What more users would decide.
 * @param {Context} ctx
 * @param {TrialResult} result
 */
export function undecided(ctx, result) {
  return result.metrics
    .filter((entry) => entry.role === "criterion" && entry.evidence?.standing === "undecided" && entry.evidence.usersNeeded !== null)
    .map((entry) => ctx.w.t("trial.usersNeeded", { metric: entry.metric, users: entry.evidence?.usersNeeded }));
}
