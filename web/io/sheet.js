/**
 * Spreadsheets in and out. The libraries come on first use: reading, writing and CSV each on their own.
 * @module
 */
import { Context } from "../views/context.js";
import { activePartners } from "../store/workspace.js";
import { read } from "../store/pointer.js";
import { STEP_OF } from "../views/shared/lead.js";
import { partName } from "../views/select/shared/room.js";
import { inputName, opText, withTraceUnit } from "../views/shared/how.js";
import { MISSING } from "./format.js";
import { differences } from "../store/policy-edits.js";

/** @typedef {import("../store/store.js").Store} Store */

/** Brings the libraries. */
export const warm = () => Promise.all([import("read-excel-file/browser"), import("write-excel-file/browser"), import("papaparse")]);

/**
 * @param {File} file
 * @returns {Promise<string[][]>}
 */
export async function rowsOf(file) {
  if (/\.xlsx$/i.test(file.name)) {
    const { readSheet } = await import("read-excel-file/browser");
    return (await readSheet(file)).map((row) => row.map(cellText));
  }
  const { default: papa } = await import("papaparse");
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  return /** @type {string[][]} */ (papa.parse(text, { skipEmptyLines: "greedy" }).data);
}

/** @param {any} value */
function cellText(value) {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "number" ? plainNumber(value) : String(value);
}

/** A spreadsheet's double as the figure somebody typed: 0.1 + 0.2 is 0.3. @param {number} value */
const plainNumber = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(12))) : "");

/** UTF-8 where it is UTF-8, else what Chinese Excel writes. @param {Uint8Array} bytes */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Cells that a spreadsheet would run as a formula. @param {string} text */
const harmless = (text) => (/^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text);

/** @param {Store} store */
const contextOf = (store) => new Context(store, /** @type {any} */ (null));

/**
 * The months of the current partner, or on the trial the candidates.
 * @param {Store} store
 * @returns {Promise<Blob>}
 */
export async function csvOf(store) {
  const { default: papa } = await import("papaparse");
  const ctx = contextOf(store);
  const table = store.ui.step === "trial" ? candidates(ctx) : months(ctx, store.index);
  const text = papa.unparse(table.map((row) => row.map((cell) => harmless(cell === null ? "" : String(cell)))), { newline: "\r\n" });
  return new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" });
}

/** @param {any} measured */
function figure(measured) {
  if (measured === null || measured === undefined) return "";
  if (typeof measured !== "object") return String(measured);
  if ((measured.events ?? null) !== null) return `${measured.events}/${measured.of ?? ""}`;
  return String(measured.value ?? "");
}

/** @param {Context} ctx @param {string} id */
const headOf = ({ w }, id) => `${w.labels.metric(id)}${w.labels.unit(id) === "%" ? "（%）" : w.labels.unit(id) === "h" ? "（h）" : ""}`;

/** @param {Context} ctx @param {boolean} [blank] @returns {(string | null)[][]} */
function candidates(ctx, blank = false) {
  const columns = ctx.w.labels.trialMetrics().map((column) => column.id);
  const rows = blank ? [] : activePartners(ctx.store.workspace).map(({ dossier, index }) => [ctx.w.partner(dossier, index), String(dossier.trial?.users ?? ""), ...columns.map((id) => figure(dossier.trial?.metrics?.[id]))]);
  return [[ctx.w.t("trial.candidate"), ctx.w.t("trial.users"), ...columns.map((id) => headOf(ctx, id))], ...rows];
}

/** @param {Context} ctx @param {number} index @param {boolean} [blank] @returns {(string | null)[][]} */
function months(ctx, index, blank = false) {
  const columns = /** @type {string[]} */ ((read(ctx.results.policy.document, "/scorecard/metrics") ?? []).map((/** @type {any} */ entry) => entry.metric));
  const entries = blank ? [] : ctx.store.workspace.dossiers[index].months ?? [];
  return [[ctx.w.t("score.month"), ...columns.map((id) => headOf(ctx, id))], ...entries.map((entry) => [entry.month, ...columns.map((id) => figure(entry.metrics[id]))])];
}

/**
 * @param {Store} store
 * @param {"xlsx" | "template"} kind
 * @returns {Promise<Blob>}
 */
export async function workbook(store, kind) {
  const { default: writeXlsxFile } = await import("write-excel-file/browser");
  const ctx = contextOf(store);
  const { w } = ctx;
  /** @type {[string, (string | number | null)[][]][]} */
  const sheets = kind === "template" ? [[w.t("sheet.months"), months(ctx, 0, true)], [w.t("sheet.candidates"), candidates(ctx, true)]] : [
    [w.t("sheet.verdicts"), verdicts(ctx)],
    [w.t("sheet.candidates"), candidates(ctx)],
    ...activePartners(store.workspace).map(({ dossier, index }) => /** @type {[string, any[][]]} */ ([`${w.t("sheet.months")} ${w.partner(dossier, index)}`, months(ctx, index)])).filter(([, rows]) => rows.length > 1),
    [w.t("sheet.others"), otherInputs(ctx)],
    [w.t("sheet.steps"), calculation(ctx)],
    [w.t("sheet.rules"), rules(ctx)],
  ];
  const names = new Set();
  const file = writeXlsxFile(sheets.map(([name, rows]) => ({ sheet: sheetName(name, names), stickyRowsCount: 1, columns: widths(rows), data: rows.map((row, at) => row.map((cell) => asCell(cell, at === 0))) })));
  return file.toBlob();
}

/** @param {string | number | null} value @param {boolean} head */
function asCell(value, head) {
  if (value === null || value === "") return null;
  const strong = head ? { fontWeight: /** @type {const} */ ("bold") } : {};
  // A figure goes in as a number, as long as it survives being a double.
  if (typeof value === "number" || (/^-?\d{1,14}(\.\d+)?$/.test(value) && String(Number(value)) === value)) return { value: Number(value), type: Number, ...strong };
  return { value: value.slice(0, 32000), type: String, ...strong };
}

/** @param {(string | number | null)[][]} rows */
const widths = (rows) => (rows[0] ?? []).map((_, at) => ({ width: Math.min(60, 4 + Math.max(...rows.slice(0, 200).map((row) => [...String(row[at] ?? "")].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0)))) }));

/** What a sheet may be called: 31 signs, none of Excel's own, once. @param {string} name @param {Set<string>} taken */
function sheetName(name, taken) {
  const base = name.replace(/[[\]:*?/\\]/g, " ").slice(0, 28).trim() || "-";
  let unique = base;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base} ${number}`;
  taken.add(unique.toLowerCase());
  return unique;
}

/** @param {Context} ctx */
function verdicts(ctx) {
  const { w, store, results } = ctx;
  const rows = activePartners(store.workspace).map(({ dossier, index }) => {
    const trial = store.trialOf(index);
    const { quote, months: card } = store.brief(index);
    return [w.partner(dossier, index), trial ? w.t(w.known(`verdict.${trial.verdict}`)) : MISSING, trial?.score ?? null, quote?.net ?? null, card?.scorecard?.total ?? null, card?.scorecard?.grade ? w.t(w.known(`grade.${card.scorecard.grade}`)) : MISSING];
  });
  const foot = [[], [w.t("how.policy"), ctx.policyName], [w.t("sheet.digest"), results.policy.digest], [w.t("sheet.engine"), store.engine.version]];
  return [[w.t("sheet.partner"), w.t("col.verdict"), w.t("trial.score"), `${w.t("agree.yearPay")}（${w.t("unit.yuan")}）`, w.t("score.total"), w.t("col.grade")], ...rows, ...foot];
}

/** The step that a part of a dossier or of an assessment belongs to. @type {Record<string, string>} */
const PART_OF = { ...STEP_OF, readiness: "readiness", settlement: "commission", exit: "commission", adjustment: "commission", stopLoss: "stop-loss", cadence: "relationship", workshop: "relationship", renewal: "relationship", crisis: "crisis" };

/** What is known of each partner beside its trial and its months. @param {Context} ctx */
function otherInputs(ctx) {
  const { w } = ctx;
  const rows = activePartners(ctx.store.workspace).flatMap(({ dossier, index }) => Object.entries(dossier)
    .filter(([key]) => !["id", "name", "trial", "months"].includes(key))
    .flatMap(([key, value]) => leaves(`/${key}`, value).map(([pointer, leaf]) => [w.partner(dossier, index), w.t(w.known(`step.${PART_OF[key] ?? "overview"}`)), pointer, leaf])));
  return [[w.t("sheet.partner"), w.t("sheet.step"), w.t("sheet.field"), w.t("sheet.value")], ...rows];
}

/** Every step behind every number. @param {Context} ctx */
function calculation(ctx) {
  const { w, results, store } = ctx;
  const part = (/** @type {any} */ result, /** @type {RegExp} */ ids) => ({ trace: Object.fromEntries(Object.entries(result?.trace ?? {}).filter(([id]) => ids.test(id))) });
  const before = activePartners(store.workspace).flatMap(({ dossier, index }) => ["keyLevel", "readiness", "diligence"].map((key) => /** @type {const} */ ([PART_OF[key], part(results.rooms.get(dossier.id)?.result, new RegExp(`^/${key}/`)), w.partner(dossier, index)])));
  const beside = ["settlement", "exit", "adjustment", "stopLoss", "cadence", "workshop", "renewal", "crisis"].map((key) => /** @type {const} */ ([PART_OF[key], part(results.assessment, new RegExp(`^/${key}/`))]));
  /** @type {(readonly [string, any, string?])[]} */
  const traces = [...before, ["trial", results.selection], ["commission", results.quote], ...beside, ["scorecard", results.months]];
  const rows = traces.flatMap(([step, result, of]) => Object.entries(result?.trace ?? {}).flatMap(([id, steps]) => /** @type {import("allymark/engine").Step[]} */ (steps).map((entry) => [
    `${w.t(`step.${step}`)}${of ? ` · ${of}` : ""}`, id, opText(ctx, entry), entry.inputs.map((input) => `${inputName(ctx, input, (name) => partName(ctx, name), entry)} ${withTraceUnit(ctx, input.value, input.unit, entry.op)}`).join(" · "),
    typeof entry.value === "number" ? entry.value : withTraceUnit(ctx, entry.value, entry.unit, entry.op), w.labels.rule(entry.rule), w.t(w.known(`origin.${entry.origin}`)),
  ])));
  return [[w.t("sheet.step"), w.t("sheet.figure"), w.t("sheet.formula"), w.t("sheet.inputs"), w.t("sheet.result"), w.t("sheet.clause"), w.t("sheet.origin")], ...rows];
}

/** The whole pack, leaf by leaf. @param {Context} ctx */
function rules(ctx) {
  const { w } = ctx;
  return [[w.t("sheet.rule"), w.t("sheet.value")], ...differences({}, ctx.results.policy.document).flatMap(({ pointer, after }) => leaves(pointer, after))];
}

/** @param {string} pointer @param {any} value @returns {(string | number)[][]} */
function leaves(pointer, value) {
  if (value !== null && typeof value === "object") return Object.entries(value).flatMap(([key, entry]) => leaves(`${pointer}/${key}`, entry));
  return [[pointer, typeof value === "number" ? value : String(value)]];
}
