/**
 * What is typed about the money: by month what was put in and sold, what a stage waits for, and the contract's terms.
 * @module
 */
import { html, nothing } from "lit";
import { nextMonth } from "../../../store/workspace.js";
import { control, field, fieldId, message } from "../../shared/field.js";
import { icon } from "../../shared/icon.js";
import { errorLine, textControl, textField } from "../../shared/text-field.js";
import { dossierPath } from "../../manage/room.js";
import { unitOf, unitsByMonth } from "./units.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {{month: string, [name: string]: any}} Entry */

/** @param {Context} ctx */
export const investmentPath = (ctx) => `${dossierPath(ctx)}/investment`;

/** @param {Context} ctx */
export function termInputs(ctx) {
  const { w } = ctx;
  const base = investmentPath(ctx);
  const money = (/** @type {string} */ name, /** @type {string} */ label, /** @type {any} */ hint = nothing) => field(ctx, { path: `${base}/${name}`, label: w.t(label), unit: "CNY", suffix: w.t("unit.yuan"), hint });
  const count = (/** @type {string} */ name, /** @type {string} */ label) => field(ctx, { path: `${base}/${name}`, label: w.t(label), unit: "count", suffix: w.counted() });
  return html`<h2 class="sec">${w.t("stop.terms")}</h2>
    ${money("stopLoss", "stop.stopLoss", w.t("stop.stopLossHint"))}
    ${textField(ctx, { path: `${base}/start`, label: w.t("stop.start"), placeholder: "2024-07" })}
    ${field(ctx, { path: `${base}/months`, label: w.t("stop.months"), unit: "months", suffix: w.t("unit.months"), placeholder: w.num(ctx.results.policy.document.commission?.months) })}
    ${money("rate", "stop.rate")}${money("proposedRate", "stop.proposedRate", w.t("stop.proposedHint"))}
    ${money("plannedTotal", "stop.plannedTotal")}${count("plannedUnits", "stop.plannedUnits")}${count("downsideUnits", "stop.downsideUnits")}`;
}

/** The lists of the investment that go by month. */
const LISTS = { invested: "amount", sold: "units" };

/**
 * Writes one month's figure into a list of the investment; nothing typed and no gate: the month leaves it.
 * @param {Context} ctx
 * @param {keyof typeof LISTS} list
 * @param {string} month
 * @param {Record<string, any>} part
 */
function put(ctx, list, month, part) {
  const path = `${investmentPath(ctx)}/${list}`;
  const kept = /** @type {Entry[]} */ (ctx.store.valueAt(path) ?? []);
  const entry = { ...(kept.find((other) => other.month === month) ?? { month }), ...part };
  const empty = Object.entries(entry).every(([name, value]) => name === "month" || (value ?? "") === "");
  const next = [...kept.filter((other) => other.month !== month), ...(empty ? [] : [entry])].sort((a, b) => (a.month < b.month ? -1 : 1));
  ctx.store.set(path, next);
}

/**
 * Where an entry stands; one that is not there yet has a place of its own.
 * @param {Context} ctx
 * @param {keyof typeof LISTS} list
 * @param {string} month
 */
function entryPath(ctx, list, month) {
  const path = `${investmentPath(ctx)}/${list}`;
  const at = /** @type {Entry[]} */ (ctx.store.valueAt(path) ?? []).findIndex((entry) => entry.month === month);
  return `${path}/${at < 0 ? month : at}`;
}

/** Months that the table shows: all with a figure, and those that were asked for. @param {Context} ctx */
function monthsOf(ctx) {
  const investment = ctx.store.valueAt(investmentPath(ctx)) ?? {};
  const months = new Set([...(investment.invested ?? []), ...unitsByMonth(ctx)].map((entry) => String(entry.month)));
  const more = ctx.store.ui.flags.stopMonths ? 1 : 0;
  const sorted = [...months].filter((month) => /^\d{4}-\d\d$/.test(month)).sort();
  if (sorted.length === 0 || more) sorted.push(sorted.length > 0 ? nextMonth(sorted[sorted.length - 1]) : /^\d{4}-\d\d$/.test(investment.start ?? "") ? investment.start : ctx.store.workspace.asOf.slice(0, 7));
  return sorted;
}

/**
 * The figures by month. Units are those of the months already recorded, until they are typed here.
 * @param {Context} ctx
 */
export function monthInputs(ctx) {
  const { w, store } = ctx;
  const units = unitsByMonth(ctx);
  const own = store.valueAt(`${investmentPath(ctx)}/sold`) !== undefined;
  const name = w.labels.metric(unitOf(ctx));
  return html`<h2 class="sec">${w.t("stop.byMonth")} <small>${own ? nothing : w.t("stop.unitsFrom")}</small></h2>
    <table class="by-month" part="table"><thead><tr><th scope="col">${w.t("score.month")}</th><th scope="col" class="num">${w.t("stop.put")}</th><th scope="col" class="num">${name}</th><th scope="col">${w.t("stop.gate")}</th></tr></thead>
      <tbody>${monthsOf(ctx).map((month) => {
        const invested = entryPath(ctx, "invested", month);
        const sold = entryPath(ctx, "sold", month);
        const shown = w.month(month);
        const id = (/** @type {string} */ name) => fieldId(`${investmentPath(ctx)}/${name}/${month}`);
        const errors = html`${message(ctx, `${invested}/amount`, undefined, id("amount"))}${errorLine(ctx, `${invested}/gate`, id("gate"))}${errorLine(ctx, `${invested}/month`)}${own ? html`${message(ctx, `${sold}/units`, undefined, id("units"))}${errorLine(ctx, `${sold}/month`)}` : nothing}`;
        return html`<tr><th scope="row">${shown}</th>
          <td class="num" data-name=${w.t("stop.put")}>${control(ctx, { path: `${invested}/amount`, id: id("amount"), label: `${shown} ${w.t("stop.put")}`, hideLabel: true, unit: "CNY", suffix: w.t("unit.yuan"), write: (text) => put(ctx, "invested", month, { amount: text ?? undefined }) })}</td>
          <td class="num" data-name=${name}>${own ? control(ctx, { path: `${sold}/units`, id: id("units"), label: `${shown} ${name}`, hideLabel: true, unit: "count", narrow: true, write: (text) => put(ctx, "sold", month, { units: text ?? undefined }) }) : html`<span class="n">${w.num(units.find((entry) => entry.month === month)?.units ?? null)}</span>`}</td>
          <td data-name=${w.t("stop.gate")}>${textControl(ctx, { path: `${invested}/gate`, id: id("gate"), label: `${shown} ${w.t("stop.gate")}`, hideLabel: true, placeholder: w.t("stop.gateHint"), write: (text) => put(ctx, "invested", month, { gate: text }) })}${errors}</td></tr>`;
      })}</tbody></table>
    ${store.readonly ? nothing : html`<p class="acts"><button type="button" class="btn" @click=${() => store.look({ flags: { ...store.ui.flags, stopMonths: true } })}>${icon("plus")}${w.t("stop.addMonth")}</button>
      <button type="button" class="btn" @click=${() => store.ask("paste", {})}>${w.t("stop.paste")}</button>
      <button type="button" class="btn" @click=${() => {
        store.set(`${investmentPath(ctx)}/sold`, own ? undefined : units.filter((entry) => (entry.units ?? "") !== "").map(({ month, units: sold }) => ({ month, units: sold })));
        store.seal();
      }}>${w.t(own ? "stop.unitsTake" : "stop.unitsOwn")}</button></p>`}`;
}
