/**
 * Rows from a spreadsheet: what would be written, an error at each cell that cannot, and nothing changed until it is
 * confirmed. Then it is one step that undo takes back. A long table is read in small steps between two frames, with its
 * progress shown, and closing the dialog ends it: that works where there are no workers, from a file and in a sandbox,
 * and a worker's answer would take as long to copy as it takes to work out.
 * @module
 */
import { html, nothing } from "lit";
import { ref } from "lit/directives/ref.js";
import { CODE, openLink } from "../../io/link.js";
import { applied, maybeShares, planning, rowsOfText, understand, withErrors } from "../../io/rows.js";
import { breath } from "../../store/open.js";
import { isNumberText } from "../../io/number.js";
import { unitOf } from "../agree/stop_loss/units.js";
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
  const rows = data.rows ?? textRows(data.text ?? "");
  const seen = rows.length > 0 ? previewOf(ctx, rows, data, store.index) : null;
  const { planned, wrong, good } = seen ?? { planned: null, wrong: 0, good: 0 };
  const refused = planned?.refused ?? [];
  return html`<h2 id="dialog-title">${w.t("paste.title")}</h2><p>${w.t("paste.text")}</p>
    ${data.rows ? nothing : rows.length > AT_ONCE ? taken(ctx, rows.length) : box(ctx, data.text ?? "", planned ? 3 : 7)}
    ${planned ? preview(ctx, planned, data) : nothing}
    ${rows.length > 0 && !planned ? html`<p class="paste-work"><label>${w.t("paste.reading", { n: rows.length })} <progress max=${2 * rows.length} ${ref(showProgress)}></progress></label></p>` : nothing}
    ${refused.map((error) => html`<p class="msg bad" role="alert">${icon("x")} ${w.t("paste.tooLong", error.params)}</p>`)}
    <form method="dialog">${planned ? html`<p class="aside ${wrong > 0 ? "bad" : "q"}">${wrong > 0 ? w.t("paste.wrong", { n: wrong }) : w.t("paste.sound", { n: good })}</p>` : nothing}
      <button class="btn" value="no">${w.t("dialog.cancel")}</button>
      <button type="button" class="btn pri" ?disabled=${good === 0 || refused.length > 0} @click=${() => seen && fill(store, seen)}>${w.t(wrong > 0 ? "paste.applySome" : "paste.apply", { n: good })}</button></form>`;
}

/**
 * Where a table is pasted or typed. A long one never becomes its text: to lay out ten thousand lines holds the page up for
 * longer than to read them.
 * @param {Context} ctx
 * @param {string} text
 * @param {number} lines
 */
function box({ w, store }, text, lines) {
  const pasted = (/** @type {ClipboardEvent} */ event) => {
    const field = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
    const table = event.clipboardData?.getData("text/plain") ?? "";
    if (field.selectionEnd - field.selectionStart < field.value.length || textRows(table).length <= AT_ONCE) return;
    event.preventDefault();
    store.ask("paste", { text: table });
  };
  return html`<label class="paste-in"><span class="sr">${w.t("paste.here")}</span><textarea rows=${lines} spellcheck="false" placeholder=${w.t("paste.here")} .value=${text} ${ref(takeFocus)} @paste=${pasted}
    @input=${(/** @type {Event} */ event) => store.ask("paste", { text: /** @type {HTMLTextAreaElement} */ (event.target).value })}></textarea></label>`;
}

/** In its place, for a long table: how much was pasted, and the way to another. @param {Context} ctx @param {number} n */
const taken = ({ w, store }, n) => html`<p class="paste-in">${w.t("paste.taken", { n })} <button type="button" class="do" ${ref(takeFocus)} @click=${() => store.ask("paste", { text: "" })}>${w.t("paste.another")}</button></p>`;

/** What takes the other's place takes its focus. @param {Element | undefined} element */
function takeFocus(element) {
  if (element) queueMicrotask(() => /** @type {HTMLElement} */ (element).focus());
}

/**
 * Closes the dialog with the change, or it would read the table again beside what it has just written.
 * @param {import("../../store/store.js").Store} store
 * @param {Seen} seen
 */
function fill(store, seen) {
  store.look({ dialog: null });
  store.change((workspace) => (workspace === seen.workspace ? seen.next() : workspace), null, "paste");
}

/** @typedef {{planned: Plan, doubtful: string[], wrong: number, good: number, workspace: object, next: () => import("../../store/workspace.js").Workspace}} Seen */
/** @typedef {{key: unknown[], steps: Generator<number, Seen, void>, done: number, bar: HTMLProgressElement | undefined}} Work */

/** The last preview, and what it came from. @type {{key: unknown[], seen: Seen} | null} */
let last = null;
/** The long table that is being read. @type {Work | null} */
let work = null;
/** The rows of the last text. @type {{text: string, rows: string[][]}} */
let lastText = { text: "", rows: [] };

/** @param {string} text */
function textRows(text) {
  if (lastText.text !== text) lastText = { text, rows: text === "" ? [] : rowsOfText(text) };
  return lastText.rows;
}

/** Above this a table is read in steps; below it, it is there with the key press. */
const AT_ONCE = 400;
/** So long, in ms, the page may be busy before it draws again. */
const BUSY = 12;

/**
 * The preview of a table, or null while it is still being read.
 * @param {Context} ctx
 * @param {string[][]} rows
 * @param {Data} data
 * @param {number} partner
 * @returns {Seen | null}
 */
function previewOf(ctx, rows, data, partner) {
  const { store } = ctx;
  const key = [store.workspace, store.results.policy, rows, JSON.stringify([data.columns, data.shares, data.kind])];
  const same = (/** @type {unknown[] | undefined} */ other) => other !== undefined && key.every((part, at) => part === other[at]);
  if (same(last?.key)) return last?.seen ?? null;
  if (same(work?.key)) return null;
  const steps = reading(ctx, rows, data, partner);
  if (rows.length > AT_ONCE) {
    work = { key, steps, done: 0, bar: undefined };
    void workOn(store, work);
    return null;
  }
  work = null;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      last = { key, seen: step.value };
      return step.value;
    }
  }
}

/**
 * Reads on between two frames, until all is read, the dialog is closed or another table is asked for.
 * @param {import("../../store/store.js").Store} store
 * @param {Work} mine
 */
async function workOn(store, mine) {
  for (;;) {
    await breath();
    if (work !== mine) return;
    if (store.ui.dialog?.kind !== "paste") {
      work = null;
      return;
    }
    const end = performance.now() + BUSY;
    do {
      const step = mine.steps.next();
      if (step.done) {
        last = { key: mine.key, seen: step.value };
        work = null;
        store.look({});
        return;
      }
      mine.done = step.value;
    } while (performance.now() < end);
    if (mine.bar) mine.bar.value = mine.done;
  }
}

/** @param {Element | undefined} bar */
function showProgress(bar) {
  if (!work || !bar) return;
  work.bar = /** @type {HTMLProgressElement} */ (bar);
  work.bar.value = work.done;
}

/**
 * What a table says, what it would write and what the core would object to, in steps that tell how far they are: up to
 * the number of rows while they are read, up to twice as much while the core is asked about them.
 * @param {Context} ctx
 * @param {string[][]} rows
 * @param {Data} data
 * @param {number} partner
 * @returns {Generator<number, Seen, void>}
 */
function* reading(ctx, rows, data, partner) {
  const { store } = ctx;
  const { workspace } = store;
  const found = understand(rows, [...metricsOf(ctx, "months"), ...metricsOf(ctx, "candidates"), ...metricsOf(ctx, "money")]);
  // A table of what was put in is one of money, and its units are those that are paid for.
  const money = found.kind === "months" && found.columns.includes("amount");
  const table = { ...found, kind: data.kind ?? (money ? "money" : found.kind), shares: data.shares };
  const metrics = metricsOf(ctx, table.kind);
  const [from, to] = table.kind === "money" ? [unitOf(ctx), "units"] : ["units", unitOf(ctx)];
  table.columns = table.columns.map((id) => (id === from ? to : id));
  table.columns = data.columns ?? table.columns.map((id) => (id === "key" || (id === "users" && table.kind === "candidates") || metrics.some((metric) => metric.id === id) ? id : ""));
  yield 0;
  const first = yield* planning(workspace, table, metrics, partner);
  yield rows.length;
  const next = applied(workspace, first, partner);
  yield rows.length;
  const asking = store.objections(next);
  let asked = asking.next();
  for (; !asked.done; asked = asking.next()) yield rows.length * (1 + asked.value / next.dossiers.length);
  const errors = asked.value;
  const planned = withErrors(first, next, partner, errors);
  let [wrong, good] = [0, 0];
  for (const row of planned.rows) {
    if (row.keyError !== null) wrong += 1;
    for (const cell of row.cells) {
      if (cell.error !== null) wrong += 1;
      else if (!cell.skipped) good += 1;
    }
  }
  return { planned, doubtful: maybeShares(table, metrics), wrong, good, workspace, next: () => (wrong === 0 ? next : applied(workspace, planned, partner)) };
}

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
    ${(last?.seen.doubtful ?? []).map((id) => html`<p class="msg warn paste-share">${icon("find")} <label class="choice"><input type="checkbox" .checked=${data.shares?.includes(id) ?? false} @change=${(/** @type {Event} */ event) => {
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
