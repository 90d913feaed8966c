/**
 * Stop now, or go on to the contract's end: the same rule asked at the end of the contract, with the present pace in
 * every month to come, once without another yuan and once with all the stages put in.
 * @module
 */
import { html, nothing } from "lit";
import { nextMonth } from "../../../store/workspace.js";
import { present } from "../../../store/judge.js";
import { askStop, askedFigure, askedHow } from "./asked.js";
import { unitsByMonth } from "./units.js";
import { stopLoss } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").StopLoss} StopLoss */

/** @type {WeakMap<StopLoss, {end: StopLoss | null, whole: StopLoss | null}>} */
const known = new WeakMap();

/**
 * What the core says at the contract's end; null where it cannot, as with a contract that is over.
 * @param {Context} ctx
 */
function ahead(ctx) {
  const now = stopLoss(ctx);
  if (!now || now.monthsLeft <= 0) return { end: null, whole: null };
  const kept = known.get(now);
  if (kept) return kept;
  const { investment } = ctx.store.workspace.dossiers[ctx.store.index];
  const plan = investment?.plannedTotal ?? "";
  const answers = { end: ask(ctx, now, investment), whole: plan === "" ? null : ask(ctx, now, { ...investment, invested: [{ month: now.points[0].month, amount: plan }] }) };
  known.set(now, answers);
  return answers;
}

/** @param {Context} ctx @returns {StopLoss | null} */
export const atEnd = (ctx) => ahead(ctx).end;

/**
 * @param {Context} ctx
 * @param {StopLoss} now
 * @param {any} investment
 */
function ask(ctx, now, investment) {
  const sold = unitsByMonth(ctx).filter(({ units }) => (units ?? "") !== "");
  let month = now.month;
  for (let left = now.monthsLeft; left > 0; left -= 1) {
    month = nextMonth(month);
    sold.push({ month, units: String(now.present.unitsPerMonth) });
  }
  const { id } = ctx.store.workspace.dossiers[ctx.store.index];
  const answer = askStop(ctx, { policy: ctx.results.policy.reference, dossier: { id, investment: present({ ...investment, sold }) }, asOf: `${nextMonth(month)}-01` });
  return answer?.month === month ? answer : null;
}

/**
 * Put in, got back and not earned back, side by side.
 * @param {Context} ctx
 * @param {StopLoss} now
 * @returns {import("../../shared/table.js").TableData | null}
 */
export function aheadTable(ctx, now) {
  const { w } = ctx;
  const { end, whole } = ahead(ctx);
  if (!end) return null;
  const columns = [now, end, ...(whole && whole.invested !== end.invested ? [whole] : [])];
  const row = (/** @type {string} */ term, /** @type {(of: StopLoss) => number} */ of) => [term, ...columns.map((column) => w.money(of(column)))];
  return {
    caption: w.t("stop.ahead"),
    head: ["", w.t("stop.ahead.now", { n: now.elapsed }), w.t("stop.ahead.end"), w.t("stop.ahead.whole")].slice(0, columns.length + 1),
    rows: [row(w.t("stop.ahead.in"), (of) => of.invested), row(w.t("stop.ahead.back"), (of) => of.earned), row(w.t("stop.uncovered"), (of) => of.uncovered)],
  };
}

/** @param {Context} ctx @param {StopLoss} now */
export function aheadCard(ctx, now) {
  const table = aheadTable(ctx, now);
  if (!table) return nothing;
  const { w } = ctx;
  const last = table.rows.length - 1;
  const rows = /** @type {const} */ (["invested", "earned", "uncovered"]);
  const { end, whole } = ahead(ctx);
  const answers = [{ key: "now", name: table.head[1], answer: now }, { key: "end", name: table.head[2], answer: end }, { key: "whole", name: table.head[3] ?? "", answer: whole }];
  const cell = (/** @type {string} */ text, /** @type {number} */ row, /** @type {number} */ column) => askedFigure(ctx, answers[column].key, rows[row], text, `${answers[column].name} ${table.rows[row][0]}`);
  return html`<h2 class="sec">${table.caption} <small>${w.t("stop.ahead.hint", { unit: w.t(`unit.${w.moneyUnit}`), units: now.present.unitsPerMonth })}</small></h2>
    <table class="ahead-table" part="table"><thead><tr>${table.head.map((text, at) => (at === 0 ? html`<td></td>` : html`<th scope="col" class="num">${text}</th>`))}</tr></thead>
      <tbody>${table.rows.map(([term, ...cells], at) => html`<tr class=${at === last ? "sum" : ""}><th scope="row">${term}</th>${cells.map((text, column) => html`<td class="num">${cell(text, at, column)}</td>`)}</tr>`)}</tbody></table>
    ${askedHow(ctx, answers)}`;
}
