/**
 * 换一种读法值多少: each question the clause leaves open, each answer priced at this volume, one of them in force.
 * @module
 */
import { html, nothing } from "lit";
import { figure, originTag } from "../../shared/figure.js";
import { write } from "../../../store/pointer.js";
import { choiceName } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Quote} Quote */
/** @typedef {import("allymark/engine").PricedReading} PricedReading */

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function readingsTable(ctx, quote) {
  const { w } = ctx;
  /** @type {Map<string, PricedReading[]>} */
  const groups = new Map();
  for (const row of quote.readings) groups.set(row.option, [...(groups.get(row.option) ?? []), row]);
  const alive = (/** @type {[string, PricedReading[]]} */ [option, rows]) => option === "tiers" || rows.some((row) => row.difference !== 0) || (option === "deductions" && quote.ifBreached !== null);
  const shown = [...groups].filter(alive);
  const rest = [...groups].filter((group) => !alive(group));
  return html`<h2 class="sec">${w.t("agree.readings")} <small>${w.t("agree.readingsAt", { volume: quote.volume, unit: w.t(`unit.${w.moneyUnit}`) })}</small></h2>
    ${table(ctx, quote, shown)}
    ${rest.length > 0 ? html`<details class="more"><summary>${w.t("agree.readingsSame", { n: rest.length })}</summary>${table(ctx, quote, rest)}</details>` : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {[string, PricedReading[]][]} groups
 */
function table(ctx, quote, groups) {
  const { w } = ctx;
  return html`<table class="readings" part="table"><thead><tr><th scope="col">${w.t("col.reading")}</th><th scope="col" class="num">${w.t("agree.due")}</th><th scope="col" class="num">${w.t("col.difference")}</th></tr></thead>
    ${groups.map(([option, rows]) => html`<tbody><tr class="question"><th colspan="3" scope="rowgroup">${question(ctx, quote, option)}</th></tr>${rows.map((row) => reading(ctx, quote, option, row))}</tbody>`)}</table>`;
}

/**
 * Deductions that nothing triggers are priced as if everything did: only then do the ways to stack them differ.
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {string} option
 */
function question(ctx, quote, option) {
  return ctx.w.t(asIfBreached(quote, option) ? "option.deductionsIf" : ctx.w.known(`option.${option}`));
}

/**
 * @param {Quote} quote
 * @param {string} option
 */
function asIfBreached(quote, option) {
  return option === "deductions" && quote.ifBreached !== null && quote.readings.every((row) => row.option !== "deductions" || row.difference === 0);
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {string} option
 * @param {PricedReading} row
 */
function reading(ctx, quote, option, row) {
  const { w } = ctx;
  const supposed = asIfBreached(quote, option) ? quote.ifBreached?.stackings.find((entry) => entry.choice === row.choice) : undefined;
  const net = supposed?.net ?? row.net;
  const difference = supposed ? supposed.difference : row.difference;
  const id = `reading-${option}-${row.choice}`;
  const at = quote.readings.indexOf(row);
  const ownOrigin = w.labels.readingOrigin(option, row.choice);
  return html`<tr class=${row.chosen ? "on" : ""}><th scope="row"><label class="choice"><input type="radio" id=${id} name=${`reading-${option}`} .checked=${row.chosen} @change=${() => choose(ctx, option, row.choice)}><span>${choiceName(ctx, option, row.choice)} ${originTag(ctx, ownOrigin)}</span></label></th>
    <td class="num">${supposed ? w.money(net, { fen: true }) : figure(ctx, `pay/readings/${at}/net`, w.money(net, { fen: true }), { stale: ctx.results.staleQuote, label: choiceName(ctx, option, row.choice) })}</td>
    <td class="num">${row.chosen ? w.t("reading.now") : w.money(difference, { fen: true, sign: true })}</td></tr>`;
}

/**
 * @param {Context} ctx
 * @param {string} option
 * @param {string} choice
 */
function choose(ctx, option, choice) {
  ctx.store.change((workspace) => write(workspace, `/dossiers/${ctx.store.index}/agreement/reading/${option}`, choice));
}
