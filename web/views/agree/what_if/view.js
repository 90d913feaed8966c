/**
 * 如果: the year drawn many times from what is held possible, and the volume that a wanted income takes. What is asked
 * here is no fact of the partner: it is kept with the workspace, beside the dossiers.
 * @module
 */
import { html, nothing } from "lit";
import { figure, staleTag } from "../../shared/figure.js";
import { control, errorText, field, fieldId, message } from "../../shared/field.js";
import { grain } from "../../shared/grain.js";
import { howPanel, sources } from "../../shared/how.js";
import { answerOf, goalOf, heldBy } from "./ask.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("./ask.js").Ask} Ask */

/** @param {Context} ctx @returns {import("../cards.js").Card | null} */
export function whatIfCard(ctx) {
  const { w, results } = ctx;
  if (!results.policy.document.commission) return null;
  const asks = ranges(ctx);
  const answer = answerOf(ctx, asks);
  const why = elsewhere(asks, answer.errors);
  const middle = answer.result?.quantiles[1];
  return {
    id: "whatIf",
    tone: "",
    edit: true,
    state: middle ? w.t("whatIf.state", { net: middle.net }) : why ? "" : w.t("whatIf.ask"),
    body: html`<div class="cols c2 first"><section class="edit-part">${inputs(ctx, answer.errors)}${goal(ctx)}</section><section class="result-part" aria-busy=${answer.behind ? "true" : "false"}>${chances(ctx, answer, why)}</section></div>`,
  };
}

/**
 * The figures drawn: the volume and what the deductions look at. What is not typed is the plan beside the downside, or
 * the year's figure beside its target; a metric stays where it is.
 * @param {Context} ctx
 * @returns {Ask[]}
 */
function ranges(ctx) {
  const { w, store, results } = ctx;
  const { plannedVolume, downsideVolume } = store.workspace.dossiers[store.index].agreement ?? {};
  const quote = results.quote;
  const volumes = [downsideVolume ?? quote?.target, plannedVolume ?? quote?.volume].filter((one) => (one ?? null) !== null && Number.isFinite(Number(one))).sort((one, two) => Number(one) - Number(two));
  const metrics = [...new Set(w.labels.qualityRules().map((rule) => rule.metric))].map((metric) => {
    const value = quote?.lines.find((line) => line.kind === "deduction" && line.metric === metric)?.value ?? undefined;
    return { id: metric, at: `/metrics/${metric}`, label: w.t("agree.toDate", { metric }), unit: w.labels.unit(metric), suffix: w.suffix(metric), step: grain(ctx, metric), low: value, high: value };
  });
  return [{ id: "volume", at: "/volume", label: w.t("agree.volume"), unit: "count", suffix: w.counted(), step: 1, low: volumes[0], high: volumes.at(-1) }, ...metrics];
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").InputError[]} errors
 */
function inputs(ctx, errors) {
  const { w } = ctx;
  const wrong = ofRange(ranges(ctx), errors);
  return html`<h3>${w.t("whatIf.ranges")}</h3><p class="q s">${w.t("whatIf.rangesHint")}</p>
    <table class="spread"><thead><tr><td></td><th class="num">${w.t("whatIf.low")}</th><th class="num">${w.t("whatIf.high")}</th></tr></thead><tbody>${ranges(ctx).map((ask) => html`<tr><th scope="row">${ask.label}${ask.suffix ? html` <span class="q">${ask.suffix}</span>` : nothing}</th>${/** @type {const} */ (["from", "to"]).map((end) => {
      const path = `what-if/${ask.id}/${end}`;
      const used = end === "from" ? ask.low : ask.high;
      const held = heldBy(ctx, `${ask.id}/${end}`, errors.find((error) => error.path === `${ask.at}/${end}`));
      return html`<td class="num">${control(ctx, { path, label: `${ask.label} ${w.t(end === "from" ? "whatIf.low" : "whatIf.high")}`, hideLabel: true, narrow: true, unit: ask.unit, placeholder: used === undefined ? undefined : w.num(used), ...held })}${message(ctx, path, undefined, fieldId(path), held.held)}</td>`;
    })}</tr>`)}</tbody></table>
    ${wrong ? html`<p class="msg bad">${errorText(ctx, wrong, "")}</p>` : nothing}`;
}

/** @typedef {import("allymark/engine").InputError} InputError */

/** What is wrong with a whole range, as its ends the wrong way round. @param {Ask[]} asks @param {InputError[]} errors */
const ofRange = (asks, errors) => errors.find((error) => asks.some((ask) => ask.at === error.path));

/** What is wrong with no range of this card, as a year left open. @param {Ask[]} asks @param {InputError[]} errors */
const elsewhere = (asks, errors) => errors.find((error) => !asks.some((ask) => ask.at === error.path || error.path.startsWith(`${ask.at}/`)));

/**
 * @param {Context} ctx
 * @param {string} list
 * @param {boolean} stale
 */
const opening = (ctx, list, stale) => (/** @type {string[]} */ [name, text], /** @type {number} */ at) => html`<tr><th scope="row">${name}</th><td class="num">${figure(ctx, `drawn/${list}/${at}`, text, { stale, label: name })}</td></tr>`;

/**
 * How the open figure was drawn.
 * @param {Context} ctx
 * @param {import("allymark/engine").Simulation} result
 * @param {{pays: string[][], shares: string[][]}} rows
 */
function drawnHow(ctx, result, rows) {
  const { w } = ctx;
  const [, list, at] = /^drawn\/(pays|shares)\/(\d+)$/.exec(ctx.store.ui.open ?? "") ?? [];
  const row = list ? rows[/** @type {"pays" | "shares"} */ (list)][Number(at)] : undefined;
  if (!row) return nothing;
  const found = list === "shares" ? w.t("whatIf.how.share", { runs: result.runs }) : result.quantiles[Number(at)] ? w.t("whatIf.how.quantile", { percent: result.quantiles[Number(at)].percent }) : w.t("whatIf.how.mean", { runs: result.runs });
  return howPanel(ctx, {
    title: row[0],
    left: html`<p class="f">${w.t("whatIf.how.pays", { runs: result.runs })}</p><p class="f">${used(ctx, ranges(ctx)).map(([name, range]) => `${name} ${range}`).join(w.t("punct.semicolon"))}</p><p class="f">${found} <span class="arrow" aria-hidden="true">→</span> <b class="n">${row[1]}</b></p>`,
    right: sources(ctx, [{ term: w.t("room.rule"), text: w.labels.rule("commission.tiers"), origin: w.labels.origin("commission.tiers") }, { term: w.t("whatIf.ranges"), text: w.t("whatIf.how.source", { seed: result.seed }) }]),
  });
}

/**
 * The ranges that were drawn from, in words.
 * @param {Context} ctx
 * @param {Ask[]} asks
 */
const used = (ctx, asks) => asks.map((ask) => {
  const ends = /** @type {const} */ (["from", "to"]).map((end) => heldBy(ctx, `${ask.id}/${end}`, undefined).held.value ?? ask[end === "from" ? "low" : "high"]);
  return [ask.label, `${[...new Set(ends.map((end) => ctx.w.num(end)))].join("–")}${ask.suffix === "%" ? "" : " "}${ask.suffix ?? ""}`.trim()];
});

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Simulation} result
 * @returns {{pays: string[][], shares: string[][]}}
 */
function rowsOf(ctx, result) {
  const { w } = ctx;
  const rules = /** @type {any[]} */ (ctx.results.policy.document.commission.deductions ?? []);
  const share = (/** @type {number} */ percent) => `${w.num(percent, 0, 1)}%`;
  return {
    pays: [...result.quantiles.map(({ percent, net }) => [w.t("whatIf.quantile", { percent }), w.money(net, { symbol: true })]), [w.t("whatIf.mean"), w.money(result.mean, { symbol: true })]],
    shares: [
      [w.t("whatIf.met"), share(result.met)],
      ...result.tiers.map((tier) => [w.t("whatIf.tier", { n: tier.id }), share(tier.share)]),
      ...result.breaches.map((breach) => [w.t("whatIf.breach", { metric: rules.find((rule) => rule.id === breach.id)?.metric ?? breach.id }), share(breach.share)]),
    ],
  };
}

/**
 * The year drawn from its ranges, on paper.
 * @param {Context} ctx
 * @returns {import("../../shared/table.js").TableData | null}
 */
export function whatIfTable(ctx) {
  const { w, results } = ctx;
  if (!results.policy.document.commission) return null;
  const asks = ranges(ctx);
  const { result, stale } = answerOf(ctx, asks, true);
  if (!result || stale) return null;
  const { pays, shares } = rowsOf(ctx, result);
  return { caption: w.t("agree.card.whatIf"), head: [w.t("whatIf.ranges"), ""], rows: [...used(ctx, asks), ...pays, ...shares] };
}

/**
 * @param {Context} ctx
 * @param {ReturnType<typeof answerOf>} answer
 * @param {InputError | undefined} why there is none
 */
function chances(ctx, { result, stale }, why) {
  const { w } = ctx;
  if (!result) return why ? html`<p class="q none">${errorText(ctx, why, "")}</p>` : nothing;
  const rows = rowsOf(ctx, result);
  const { pays, shares } = rows;
  return html`<h3>${w.t("whatIf.pay")}${stale ? staleTag(ctx) : nothing}</h3>
    <table class="facts draws ${stale ? "stale" : ""}" part="table"><tbody>${pays.map(opening(ctx, "pays", stale))}</tbody></table>
    <h3 class="later">${w.t("whatIf.chances")}</h3>
    <table class="facts chances ${stale ? "stale" : ""}" part="table"><tbody>${shares.map(opening(ctx, "shares", stale))}</tbody></table>${drawnHow(ctx, result, rows)}
    <p class="q s under">${w.t("whatIf.drawn", { runs: result.runs, seed: result.seed })}</p>`;
}

/** @param {Context} ctx */
function goal(ctx) {
  const { w } = ctx;
  const path = "what-if/goal";
  const { found, wanted, error } = goalOf(ctx);
  const held = heldBy(ctx, "goal", error);
  return html`<h3 class="later">${w.t("whatIf.goalTitle")}</h3>${field(ctx, { path, label: w.t("whatIf.goal"), unit: "CNY", suffix: w.t("unit.yuan"), ...held })}
    ${wanted === null || error ? nothing : found ? html`<p class="goal">${w.rich("whatIf.goalVolume", { volume: found.to, net: found.values[0] })}</p>` : html`<p class="goal">${w.t("whatIf.goalNever")}</p>`}`;
}
