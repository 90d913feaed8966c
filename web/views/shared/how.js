/**
 * 怎么算的: formula → figures put in → result → clause and its origin → policy → other readings with their results.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "./icon.js";
import { originTag } from "./figure.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Step} Step */

/**
 * @param {Context} ctx
 * @param {{title: any, left: any, right: any}} panel
 */
export function howPanel(ctx, { title, left, right }) {
  return html`<section class="how" part="explain" role="region" aria-label=${ctx.w.t("how.title")}>
    <header><h2>${ctx.w.t("how.title")}${ctx.w.t("punct.colon")}${title}</h2>
      <button type="button" class="x" @click=${() => ctx.close()}>${ctx.w.t("how.close")}<span class="w"> Esc</span></button></header>
    <div>${left}</div><div>${right}</div></section>`;
}

/**
 * A figure of the trace with its unit; the unit may be a metric's id. Shares are shown to two decimals, as everywhere.
 * @param {Context} ctx
 * @param {string | number} value
 * @param {string} unit
 * @param {string} [op] the formula it belongs to
 */
export function withTraceUnit(ctx, value, unit, op = "") {
  const { w } = ctx;
  if (unit === "text") return value;
  // A day or month is shown as it is.
  if (typeof value === "string" && /^\d{4}-\d\d(-\d\d)?$/.test(value)) return value;
  if (typeof value === "string" && !/^-?\d+(\.\d+)?$/.test(value)) return word(ctx, value, op);
  if (w.labels.hasMetric(unit)) return w.value(unit, value);
  if (unit === "percent") return `${w.num(value, 0, 2)}%`;
  if (unit === "yuan" || unit === "yuan_per_unit") return w.money(Number(value), { symbol: true });
  if (unit === "hours") return `${w.num(value)} h`;
  return w.has(`input.unit.${unit}`) ? w.t(`input.unit.${unit}`, { n: value }) : w.num(value);
}

/**
 * A code of the core in words; one the page does not know is left out rather than shown.
 * @param {Context} ctx
 * @param {string} code
 * @param {string} [op] the formula it comes from: "stop" ends a trial in one and an investment in another
 */
export function word(ctx, code, op = "") {
  if (ctx.w.labels.hasMetric(code)) return ctx.w.labels.metric(code);
  return ctx.w.t(ctx.w.known(/^(recover|uncovered)_against_/.test(op) ? `stop.${code}` : `verdict.${code}`, `verdict.${code}`, `grade.${code}`, `state.${code}`, `standing.${code}`, `crisis.${code}`, "punct.none")) || ctx.w.labels.level(code);
}

/**
 * The steps behind one number, in order.
 * @param {Context} ctx
 * @param {Step[] | undefined} steps
 * @param {(name: string) => string} [nameOf] names of this number's own parts, such as statement lines
 */
export function traceSteps(ctx, steps, nameOf = () => "") {
  if (!steps || steps.length === 0) return nothing;
  return html`<ol class="steps">${steps.map((step) => html`<li>
    <p class="op">${opText(ctx, step)}</p>
    ${stepLine(ctx, step, nameOf)}
    <p class="src-line">${ctx.w.labels.rule(step.rule)} ${originTag(ctx, step.origin)}</p></li>`)}</ol>`;
}

/**
 * The formula of a step in words; one formula may serve several rules.
 * @param {Context} ctx
 * @param {Step} step
 */
export const opText = ({ w }, { op, rule }) => w.t(w.known(`op.${op}.${rule}`, `op.${op}`));

/** What stands between the two figures of a formula; where it is none of these they are listed. @type {Record<string, string>} */
const SIGNS = { quantity_times_rate: "×", percent_of_target: "×", percent_of_amount: "×", "percent_of_target.adjustment": "÷", share_of_count: "÷", uncovered_by_income: "÷", sum_by_rate: "÷", per_unit: "÷", invested_less_earned: "−", value_less_limit: "−", due_less_due_before: "−", year_less_payments: "−", end_less_notice: "−", less_cancelled: "−", difference_of_neighbours: "−" };

/**
 * The figures put in, and what comes out.
 * @param {Context} ctx
 * @param {Step} step
 * @param {(name: string) => string} [nameOf]
 */
export function stepLine(ctx, step, nameOf = () => "") {
  const sign = step.inputs.length === 2 ? SIGNS[`${step.op}.${step.rule}`] ?? SIGNS[step.op] ?? "·" : "·";
  return html`<p class="f"><span class="n">${step.inputs.map((input, index) => html`${index ? html`<wbr>` : nothing}<span class="in">${index ? html`<span class="dot">${sign}</span>` : nothing}<span class="q">${inputName(ctx, input, nameOf, step)}</span> ${withTraceUnit(ctx, input.value, input.unit, step.op)}</span>`)}</span>
    <span class="arrow" aria-hidden="true">→</span> <b class="n">${withTraceUnit(ctx, step.value, step.unit, step.op)}</b></p>`;
}

/**
 * @param {Context} ctx
 * @param {Step["inputs"][number]} input
 * @param {(name: string) => string} nameOf
 * @param {{op: string, rule: string}} step a formula, or a rule, may call its own input otherwise
 */
export function inputName(ctx, input, nameOf, { op, rule }) {
  const { w } = ctx;
  const own = nameOf(input.name);
  if (own) return own;
  const [metric, weight] = input.name.split(".");
  if (weight === "weight" && w.labels.hasMetric(metric)) return w.t("input.weightOf", { metric });
  if (w.labels.hasMetric(input.name)) return w.labels.metric(input.name);
  if (input.name === "value" && w.labels.hasMetric(input.unit)) return w.labels.metric(input.unit);
  return w.t(w.known(`input.${op}.${input.name}`, `input.${rule}.${input.name}`, `input.${input.name}`, `grade.${input.name}`, "punct.none"));
}

/**
 * Clause, origin and policy version as a list.
 * @param {Context} ctx
 * @param {{term: string, text: any, origin?: string}[]} entries
 */
export function sources(ctx, entries) {
  return html`<h3>${ctx.w.t("how.sources")}</h3><dl class="src">
    ${entries.map((entry) => html`<dt>${entry.term}</dt><dd>${entry.text} ${originTag(ctx, entry.origin)}</dd>`)}
    <dt>${ctx.w.t("how.policy")}</dt><dd>${ctx.policyName}</dd></dl>`;
}

/**
 * Other readings of the same clause, with their results.
 * @param {Context} ctx
 * @param {string} title
 * @param {{label: string, chosen: boolean, result: any}[]} rows
 */
export function readings(ctx, title, rows) {
  if (rows.length === 0) return nothing;
  return html`<div class="opt"><h3>${title}</h3><table part="table"><tbody>
    ${rows.map((row) => html`<tr class=${row.chosen ? "on" : ""}><th scope="row">${row.label}${row.chosen ? ctx.w.t("reading.inForce") : nothing}</th><td class="num">${row.result}</td></tr>`)}
  </tbody></table></div>`;
}

/** @param {Context} ctx @param {any} text */
export function doubt(ctx, text) {
  return html`<p class="msg warn">${icon("find")} ${text}</p>`;
}

/**
 * The panel of a figure by the steps that the core recorded for it, with the rule of each.
 * @param {Context} ctx
 * @param {{title: any, steps: Step[], none?: string, nameOf?: (name: string) => string}} told `none` stands where nothing was worked out
 */
export function stepsHow(ctx, { title, steps, none = "room.noSteps", nameOf }) {
  const rules = [...new Map(steps.map((step) => [step.rule, step])).values()];
  return howPanel(ctx, {
    title,
    left: steps.length > 0 ? traceSteps(ctx, steps, nameOf) : html`<p class="q">${ctx.w.t(none)}</p>`,
    right: sources(ctx, rules.map((step) => ({ term: ctx.w.t("room.rule"), text: ctx.w.labels.rule(step.rule), origin: step.origin }))),
  });
}

/**
 * The panel of a sum: what is added, and what comes out.
 * @param {Context} ctx
 * @param {{title: any, parts: {name: string, text: string}[], total: string, rules?: string[]}} sum
 */
export function sumHow(ctx, { title, parts, total, rules = [] }) {
  const { w } = ctx;
  return howPanel(ctx, {
    title,
    left: html`<ol class="steps"><li><p class="op">${w.t("how.sum")}</p><p class="f"><span class="n">${parts.map((part, index) => html`${index ? html`<wbr>` : nothing}<span class="in">${index ? html`<span class="dot">+</span>` : nothing}<span class="q">${part.name}</span> ${part.text}</span>`)}</span>
      <span class="arrow" aria-hidden="true">→</span> <b class="n">${total}</b></p></li></ol>`,
    right: sources(ctx, rules.map((rule) => ({ term: w.t("room.rule"), text: w.labels.rule(rule), origin: w.labels.origin(rule) }))),
  });
}
