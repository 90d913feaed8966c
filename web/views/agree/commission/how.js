/**
 * 怎么算的 of the year's pay: the steps of the core, the clauses and the other readings at this volume.
 * @module
 */
import { html, nothing } from "lit";
import { present } from "../../../store/judge.js";
import { effective } from "../../../store/policy-edits.js";
import { howPanel, readings, sources, stepLine, traceSteps } from "../../shared/how.js";
import { originTag } from "../../shared/figure.js";
import { atTarget } from "./undecided.js";
import { choiceName, lineName } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Quote} Quote */

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function payHow(ctx, quote) {
  const open = ctx.store.ui.open;
  if (!open?.startsWith("pay/")) return nothing;
  const pointer = open.slice("pay".length);
  const line = /^\/lines\/(\d+)\//.exec(pointer)?.[1];
  const { w } = ctx;
  const reading = quote.readings[Number(/^\/readings\/(\d+)\//.exec(pointer)?.[1] ?? -1)];
  if (reading) return howPanel(ctx, { title: choiceName(ctx, reading.option, reading.choice), left: readingSteps(ctx, reading), right: paySources(ctx, quote) });
  const beside = pricedBeside(ctx, quote, pointer);
  if (beside) return howPanel(ctx, { title: beside.title, left: beside.quote ? payTrace(ctx, beside.quote, "/net") : html`<p class="q">${w.t("room.noSteps")}</p>`, right: paySources(ctx, beside.quote ?? quote) });
  const title = line !== undefined ? lineName(ctx, quote.lines[Number(line)]) : w.t(w.known(`agree.how${pointer.replaceAll("/", ".")}`, "agree.due"));
  return howPanel(ctx, { title, left: payTrace(ctx, quote, pointer), right: html`${paySources(ctx, quote)}${tierReadings(ctx, quote)}` });
}

/**
 * A case, or a way to fill a year left open: the same statement asked for at its volume, or with the year so filled.
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {string} pointer
 * @returns {{title: string, quote: Quote | null} | null}
 */
function pricedBeside(ctx, quote, pointer) {
  const { w, store, results } = ctx;
  const [, list, at] = /^\/(cases|undecided|target)\/(\d+)\/net$/.exec(pointer) ?? [];
  if (!list) return null;
  const { clauses: _, plannedVolume: _planned, downsideVolume: _downside, ...agreement } = present(store.workspace.dossiers[store.index].agreement ?? {});
  const { reference, document } = results.policy;
  const one = quote.cases[Number(at)];
  const target = list === "target" ? atTarget(ctx, quote) : null;
  const way = (target ?? quote).undecided?.[Number(at)];
  if (list === "cases" ? !one : !way) return null;
  // A case is priced with nothing breached, so without the year's quality.
  if (target) agreement.volume = String(target.volume);
  const answer = list === "cases" ? store.engine.quote({ ...agreement, policy: reference, volume: one.volume, metrics: {}, trace: true }) : store.engine.quote({ ...agreement, policy: effective(document, { "/commission/laterYears": way.choice }), trace: true });
  const title = list === "cases" ? `${w.t(`agree.case.${one.case}`)} ${w.num(one.volume)}` : `${w.t(w.known(`choice.years.${way.choice}`))}${target ? ` ${w.t("agree.openAtTarget", { volume: target.volume })}` : ""}`;
  return { title, quote: answer.ok && answer.net === (list === "cases" ? one : way).net ? answer : null };
}

/**
 * Another reading: what it asks, what it pays, and how far that is from the one in force.
 * @param {Context} ctx
 * @param {import("allymark/engine").PricedReading} reading
 */
function readingSteps(ctx, reading) {
  const { w } = ctx;
  const rows = [
    [w.t("input.gross"), w.money(reading.gross, { fen: true })],
    [w.t("agree.due"), w.money(reading.net, { fen: true })],
    [w.t("col.difference"), reading.chosen ? w.t("reading.now") : w.money(reading.difference, { fen: true, sign: true })],
  ];
  return html`<h3>${w.t(w.known(`option.${reading.option}`))}</h3><p class="f">${w.t(w.known(`op.${reading.choice}`, `choice.${reading.option}.${reading.choice}`))}</p>
    <table part="table"><tbody>${rows.map(([name, figure]) => html`<tr><th scope="row">${name}</th><td class="num">${figure}</td></tr>`)}</tbody></table>`;
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 * @param {string} pointer
 */
export function payTrace(ctx, quote, pointer) {
  const trace = quote.trace ?? {};
  const nameOf = (/** @type {string} */ id) => {
    const line = quote.lines.find((entry) => entry.id === id);
    return line ? lineName(ctx, line) : "";
  };
  const steps = trace[pointer] ?? [];
  if (pointer !== "/net") return traceSteps(ctx, steps, nameOf);
  return html`<table class="trace-table" part="table"><tbody>${quote.lines.map((line, index) => {
    const [step] = trace[`/lines/${index}/amount`] ?? [];
    return html`<tr><th scope="row">${lineName(ctx, line)}${step ? html`<span class="op">${ctx.w.t(ctx.w.known(`op.${step.op}`))}</span>` : nothing}</th><td>${step ? stepLine(ctx, step) : nothing}</td><td class="num">${step ? originTag(ctx, step.origin) : nothing}</td></tr>`;
  })}</tbody></table>
    <h3>${ctx.w.t("agree.due")}</h3>${traceSteps(ctx, steps, nameOf)}`;
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function paySources(ctx, quote) {
  const { w } = ctx;
  return sources(ctx, [
    { term: w.t("agree.src.tiers"), text: choiceName(ctx, "tiers", quote.reading.tiers), origin: w.labels.readingOrigin("tiers", quote.reading.tiers) },
    { term: w.t("agree.src.bounds"), text: choiceName(ctx, "bounds", quote.reading.bounds), origin: w.labels.readingOrigin("bounds", quote.reading.bounds) },
    { term: w.t("agree.src.deductions"), text: choiceName(ctx, "deductions", quote.reading.deductions), origin: w.labels.readingOrigin("deductions", quote.reading.deductions) },
    { term: w.t("agree.src.payer"), text: payer(ctx, quote), origin: w.labels.origin("commission.payer") },
  ]);
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
export function payer(ctx, quote) {
  const name = (/** @type {string} */ party) => ctx.w.t(ctx.w.known(`party.${party}`, "party.partner"));
  return ctx.w.t("agree.payer", { payer: name(quote.payer), payee: name(quote.payee) });
}

/**
 * @param {Context} ctx
 * @param {Quote} quote
 */
function tierReadings(ctx, quote) {
  return readings(ctx, ctx.w.t("option.tiers"), quote.readings.filter((row) => row.option === "tiers").map((row) => ({
    label: choiceName(ctx, row.option, row.choice),
    chosen: row.chosen,
    result: ctx.w.money(row.net, { fen: true }),
  })));
}
