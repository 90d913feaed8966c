/**
 * Rows from a spreadsheet: what would be written, an error at each cell that cannot, and nothing changed until it is
 * confirmed. Then it is one step that undo takes back.
 * @module
 */
import { html, nothing } from "lit";
import { CODE, openLink } from "../../io/link.js";
import { applied, maybeShares, plan, rowsOfText, understand, withErrors } from "../../io/rows.js";
import { isNumberText } from "../../io/number.js";
import { unitOf } from "../agree/stop_loss/verdict.js";
import { icon } from "../shared/icon.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../../io/rows.js").Plan} Plan */
/** @typedef {import("../../io/rows.js").Cell} Cell */
/** @typedef {{rows?: string[][], text?: string, columns?: string[], shares?: string[], kind?: import("../../io/rows.js").Kind, name?: string}} Data */

/** Rows that the preview draws; the others are written all the same. */
const SHOWN = 60;

/**
 * @param {Context} ctx
 * @param {Data} [data]
 */
export function pasteDialog(ctx, data = {}) {
  const { w, store } = ctx;
  if (data.text !== undefined && CODE.test(data.text)) {
    const { text } = data;
    return html`<h2 id="dialog-title">${w.t("paste.codeTitle")}</h2><p>${w.t("paste.codeText")}</p>
      <form method="dialog"><button class="btn" value="no">${w.t("dialog.cancel")}</button><button class="btn pri" value="yes" @click=${() => openLink(store, text, true)}>${w.t("paste.openCode")}</button></form>`;
  }
  const rows = data.rows ?? (data.text === undefined ? [] : rowsOfText(data.text));
  const partner = store.index;
  const planned = rows.length > 0 ? previewOf(ctx, rows, data, partner) : null;
  const cells = planned?.rows.flatMap((row) => row.cells) ?? [];
  const wrong = cells.filter((cell) => cell.error !== null).length + (planned?.rows.filter((row) => row.keyError !== null).length ?? 0);
  const good = cells.filter((cell) => cell.error === null && !cell.skipped).length;
  return html`<h2 id="dialog-title">${w.t("paste.title")}</h2><p>${w.t("paste.text")}</p>
    ${data.rows ? nothing : html`<label class="paste-in"><span class="sr">${w.t("paste.here")}</span><textarea rows=${planned ? 3 : 7} spellcheck="false" placeholder=${w.t("paste.here")} .value=${data.text ?? ""}
      @input=${(/** @type {Event} */ event) => store.ask("paste", { text: /** @type {HTMLTextAreaElement} */ (event.target).value })}></textarea></label>`}
    ${planned ? preview(ctx, planned, data) : nothing}
    <form method="dialog">${planned ? html`<p class="aside ${wrong > 0 ? "bad" : "q"}">${wrong > 0 ? w.t("paste.wrong", { n: wrong }) : w.t("paste.sound", { n: good })}</p>` : nothing}
      <button class="btn" value="no">${w.t("dialog.cancel")}</button>
      <button class="btn pri" value="yes" ?disabled=${good === 0} @click=${() => planned && store.change((workspace) => applied(workspace, planned, partner), null, "paste")}>${w.t(wrong > 0 ? "paste.applySome" : "paste.apply", { n: good })}</button></form>`;
}

/** @type {{workspace: object, rows: string[][], columns: string[] | undefined, shares: string[] | undefined, kind: string | undefined, planned: Plan, doubtful: string[]} | null} */
let last = null;

/**
 * @param {Context} ctx
 * @param {string[][]} rows
 * @param {Data} data
 * @param {number} partner
 */
function previewOf(ctx, rows, data, partner) {
  const { store } = ctx;
  const { workspace } = store;
  if (last && last.workspace === workspace && same(last.rows, rows) && last.columns === data.columns && last.shares === data.shares && last.kind === data.kind) return last.planned;
  const found = understand(rows, [...metricsOf(ctx, "months"), ...metricsOf(ctx, "candidates"), ...metricsOf(ctx, "money")]);
  // A table of what was put in is one of money, and its units are those that are paid for.
  const money = found.kind === "months" && found.columns.includes("amount");
  const table = { ...found, kind: data.kind ?? (money ? "money" : found.kind), shares: data.shares };
  const metrics = metricsOf(ctx, table.kind);
  const [from, to] = table.kind === "money" ? [unitOf(ctx), "units"] : ["units", unitOf(ctx)];
  table.columns = table.columns.map((id) => (id === from ? to : id));
  table.columns = data.columns ?? table.columns.map((id) => (id === "key" || (id === "users" && table.kind === "candidates") || metrics.some((metric) => metric.id === id) ? id : ""));
  const first = plan(workspace, table, metrics, partner);
  const next = applied(workspace, first, partner);
  const planned = withErrors(first, next, partner, store.errorsOf(next));
  last = { workspace, rows, columns: data.columns, shares: data.shares, kind: data.kind, planned, doubtful: maybeShares(table, metrics) };
  return planned;
}

/** @param {string[][]} one @param {string[][]} two */
const same = (one, two) => one === two || JSON.stringify(one) === JSON.stringify(two);

/**
 * @param {Context} ctx
 * @param {import("../../io/rows.js").Kind} kind
 * @returns {import("../../io/rows.js").Metric[]}
 */
function metricsOf(ctx, kind) {
  const { document } = ctx.results.policy;
  if (kind === "money") {
    const { w } = ctx;
    return [
      { id: "amount", unit: "CNY", labels: ["amount", "invested", "put in", "investment", "投入", "投入金额", "投资", w.t("stop.put")], rate: false, plain: true },
      { id: "units", unit: "count", labels: ["units", "sold", "成交", "成交量"], rate: false, plain: true },
      { id: "gate", unit: "", labels: ["gate", "把关", "把关条件", "放款条件", w.t("stop.gate")], rate: false, plain: true },
    ];
  }
  const ids = kind === "months" ? (document.scorecard?.metrics ?? []).map((/** @type {any} */ entry) => entry.metric) : ctx.w.labels.trialMetrics().map((entry) => entry.id);
  return ids.map((/** @type {string} */ id) => ({ id, unit: ctx.w.labels.unit(id), rate: ctx.w.labels.isRate(id), labels: [id, document.metrics[id]?.label?.zh, document.metrics[id]?.label?.en].filter(Boolean) }));
}

/**
 * @param {Context} ctx
 * @param {Plan} planned
 * @param {Data} data
 */
function preview(ctx, planned, data) {
  const { w, store } = ctx;
  const metrics = metricsOf(ctx, planned.kind);
  const setColumn = (/** @type {number} */ at, /** @type {string} */ id) => store.ask("paste", { ...data, kind: planned.kind, columns: planned.columns.map((old, index) => (index === at ? id : old === id && id !== "" ? "" : old)) });
  const choices = [["", w.t("paste.unused")], ["key", w.t(planned.kind === "candidates" ? "trial.candidate" : "score.month")], ...(planned.kind === "candidates" ? [["users", w.t("trial.users")]] : []), ...metrics.map((metric) => [metric.id, metric.plain ? w.t(`paste.money.${metric.id}`) : w.labels.metric(metric.id)])];
  const name = w.partner(store.workspace.dossiers[store.index], store.index);
  return html`<p class="paste-kind">${w.t("paste.as")} ${["months", "candidates", "money"].map((kind) => html`<label class="choice"><input type="radio" name="paste-kind" .checked=${planned.kind === kind} @change=${() => store.ask("paste", { ...data, kind, columns: undefined })}><span>${w.t(`paste.kind.${kind}`, { name })}</span></label>`)}</p>
    ${(last?.doubtful ?? []).map((id) => html`<p class="msg warn paste-share">${icon("find")} <label class="choice"><input type="checkbox" .checked=${data.shares?.includes(id) ?? false} @change=${(/** @type {Event} */ event) => {
      const others = (data.shares ?? []).filter((other) => other !== id);
      store.ask("paste", { ...data, shares: /** @type {HTMLInputElement} */ (event.target).checked ? [...others, id] : others });
    }}><span>${w.t("paste.share", { metric: id })}</span></label></p>`)}
    <div class="scroll preview" tabindex="0" role="region" aria-label=${w.t("paste.preview")}><table class="data"><caption class="sr">${w.t("paste.preview")}</caption>
      <thead><tr>${planned.columns.map((column, at) => html`<th scope="col"><label><span class="q">${planned.head[at] || w.t("paste.column", { n: at + 1 })}</span>
        <select class="btn" aria-label=${w.t("paste.columnIs", { n: at + 1 })} @change=${(/** @type {Event} */ event) => setColumn(at, /** @type {HTMLSelectElement} */ (event.target).value)}>${choices.map(([id, text]) => html`<option value=${id} ?selected=${id === column}>${text}</option>`)}</select></label></th>`)}</tr></thead>
      <tbody>${planned.rows.slice(0, SHOWN).map((row) => html`<tr>${row.cells.map((cell, at) => previewCell(ctx, planned, row, cell, at))}</tr>`)}</tbody></table></div>
    ${planned.rows.length > SHOWN ? html`<p class="q">${w.t("paste.more", { n: planned.rows.length - SHOWN })}</p>` : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {Plan} planned
 * @param {Plan["rows"][number]} row
 * @param {Cell} cell
 * @param {number} at
 */
function previewCell(ctx, planned, row, cell, at) {
  const { w } = ctx;
  const column = planned.columns[at];
  if (column === "key") {
    const shown = planned.kind !== "candidates" && row.keyError === null ? w.month(row.key) : row.key;
    return html`<th scope="row"><bdi>${short(shown)}</bdi>${row.keyError ? html`<span class="msg bad">${icon("x")} ${w.t(w.known(`paste.error.${row.keyError}`))}</span>` : nothing}</th>`;
  }
  if (cell.error !== null) return html`<td class="num wrong"><bdi>${short(cell.text)}</bdi><span class="msg bad">${icon("x")} ${w.t(w.known(`paste.error.${cell.error}`, `error.${cell.error}`, "error.unknown"), { ...cell.params, text: short(cell.text) })}</span></td>`;
  if (cell.skipped) return html`<td class="num q"><bdi>${short(cell.text)}</bdi></td>`;
  const values = cell.writes.map(([, value]) => (value === null ? w.num(null) : isNumberText(value) ? w.num(value) : String(value)));
  return html`<td class="num">${values.join(" / ")}</td>`;
}

/** @param {string} text */
const short = (text) => ([...text].length > 24 ? `${[...text].slice(0, 24).join("")}…` : text);
