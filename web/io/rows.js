/**
 * Reads rows of a spreadsheet as months or as candidates: which column is which figure, and what every cell says. It
 * changes nothing: the preview shows what would be written.
 * @module
 */
import { readNumber, shift } from "./number.js";
import { escapePart } from "../store/pointer.js";
import { activePartners, addPartners } from "../store/workspace.js";
import { read, write } from "../store/pointer.js";

/** @typedef {import("../store/workspace.js").Workspace} Workspace */
/** @typedef {{id: string, unit: string, labels: string[], rate: boolean, plain?: boolean}} Metric plain: a figure or text that stands alone, not a measurement */
/** @typedef {"months" | "candidates" | "money"} Kind money: what was put in and sold, by month */
/** @typedef {{text: string, writes: [string, any][], error: "number" | "month" | "name" | string | null, params?: Record<string, any>, skipped: boolean}} Cell */
/**
 * @typedef {object} Plan what the rows would do
 * @property {Kind} kind
 * @property {string[]} columns per column: a metric's id, "key", "users" or ""
 * @property {string[]} head
 * @property {{key: string, keyError: string | null, cells: Cell[]}[]} rows
 * @property {import("allymark/engine").InputError[]} [refused] why the whole cannot be taken
 */

/** Tab separated text as a spreadsheet copies it: a cell with a break or a quote in it stands in quotes.
 * @param {string} text
 * @returns {string[][]} */
export function rowsOfText(text) {
  /** @type {string[][]} */
  const rows = [];
  let row = /** @type {string[]} */ ([]);
  let at = 0;
  const source = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const comma = !source.includes("\t") && /,|，/.test(source.split("\n")[0] ?? "") && !/\d,\d{3}/.test(source);
  const stop = comma ? /[,\n]/g : /[\t\n]/g;
  while (at <= source.length) {
    let cell;
    if (source[at] === '"') {
      const close = /"(?:[^"]|"")*(?:"(?=[\t\n,]|$)|$)/y;
      close.lastIndex = at;
      const quoted = close.exec(source)?.[0] ?? "";
      cell = quoted.slice(1, quoted.endsWith('"') && quoted.length > 1 ? -1 : undefined).replaceAll('""', '"');
      at += quoted.length;
    } else {
      stop.lastIndex = at;
      const end = stop.exec(source)?.index ?? source.length;
      cell = source.slice(at, end);
      at = end;
    }
    row.push(cell.trim());
    if (at >= source.length || source[at] === "\n") {
      rows.push(row);
      row = [];
    }
    at += 1;
  }
  return trimmed(rows);
}

/** Without empty rows and columns at the edges. @param {string[][]} rows */
function trimmed(rows) {
  const full = rows.filter((row) => row.some((cell) => cell !== ""));
  const width = Math.max(0, ...full.map((row) => row.length));
  const used = Array.from({ length: width }, (_, at) => at).filter((at) => full.some((row) => (row[at] ?? "") !== ""));
  return full.map((row) => used.map((at) => row[at] ?? ""));
}

/** Names as people write heads: full width, units in brackets, spaces. @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[(（[][^)）\]]*[)）\]]/g, "").replace(/[\s%:：_-]/g, "");

const USERS = ["用户数", "用户", "样本", "样本量", "人数", "users", "samplesize", "sample"].map(plain);
const NAMES = ["候选", "伙伴", "名称", "公司", "候选与结论", "name", "candidate", "partner"].map(plain);
const MONTHS = ["月份", "月", "month", "date", "日期"].map(plain);

/**
 * A month as people write it: 2024-08, 2024/8, 2024年8月, 202408, Aug 2024, an Excel date.
 * @param {string} text
 * @returns {string | null}
 */
export function readMonth(text) {
  const source = text.normalize("NFKC").trim();
  const numeric = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*月)?(?:\s*[-/.]?\s*\d{1,2}\s*日?(?:[T ].*)?)?$/.exec(source) ?? /^(\d{4})(\d{2})$/.exec(source);
  const named = /^([a-z]{3})[a-z]*[\s.,-]*(\d{4}|\d{2})$/i.exec(source);
  const [year, month] = numeric ? [numeric[1], Number(numeric[2])] : named ? [named[2].padStart(4, "20"), EN_MONTHS.indexOf(named[1].toLowerCase()) + 1] : ["", 0];
  return month >= 1 && month <= 12 && Number(year) >= 1900 ? `${year}-${String(month).padStart(2, "0")}` : null;
}

const EN_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** So many cells tell whether a row or a column is one of heads. */
const HEADS = 100;

/**
 * What stands in which column, and whether the table lies on its side.
 * @param {string[][]} rows
 * @param {Metric[]} metrics of months and of the trial together
 * @returns {{rows: string[][], kind: Kind, head: string[], columns: string[]}}
 */
export function understand(rows, metrics) {
  const turned = rows[0] ? rows[0].map((_, at) => rows.map((row) => row[at] ?? "")) : [];
  const named = (/** @type {string[]} */ cells) => cells.slice(0, HEADS).filter((cell) => columnOf(cell, metrics) !== "" && columnOf(cell, metrics) !== "key").length;
  const sideways = named(turned[0] ?? []) > named(rows[0] ?? []);
  const table = sideways ? turned : rows;
  const months = table.slice(0, 60).filter((row) => readMonth(row[0] ?? "") !== null).length;
  const first = plain(table[0]?.[0] ?? "");
  const hasHead = named(table[0] ?? []) > 0 || NAMES.includes(first) || MONTHS.includes(first) || (months > 0 && readMonth(table[0]?.[0] ?? "") === null && readNumber(table[0]?.[1] ?? "").kind !== "number");
  const body = hasHead ? table.slice(1) : table;
  const kind = months > 0 && months >= body.length / 2 ? "months" : hasHead && MONTHS.includes(plain(table[0][0] ?? "")) ? "months" : "candidates";
  const head = hasHead ? table[0] : (table[0] ?? []).map(() => "");
  const columns = head.map((cell, at) => (at === 0 ? "key" : columnOf(cell, metrics)));
  const taken = new Set();
  const once = columns.map((id) => {
    if (id === "" || taken.has(id)) return id === "key" ? "key" : taken.has(id) ? "" : id;
    taken.add(id);
    return id;
  });
  return { rows: body, kind, head, columns: once };
}

/** @param {string} cell @param {Metric[]} metrics */
function columnOf(cell, metrics) {
  const text = plain(cell);
  if (text === "") return "";
  if (USERS.includes(text)) return "users";
  if (NAMES.includes(text) || MONTHS.includes(text)) return "key";
  const exact = metrics.find((metric) => metric.labels.some((label) => plain(label) === text));
  return exact?.id ?? nearest(text, metrics);
}

/** The least likeness that passes for the same name: 签约量 for 签约份数. */
const ALIKE = 0.4;

/** @param {string} text @param {Metric[]} metrics */
function nearest(text, metrics) {
  let best = { id: "", alike: 0 };
  for (const metric of metrics) {
    for (const label of metric.labels) {
      const value = text.length > 1 && text.startsWith(plain(label)) ? 1 : likeness(text, plain(label));
      if (value > best.alike) best = { id: metric.id, alike: value };
    }
  }
  return best.alike >= ALIKE ? best.id : "";
}

/** The share of neighbouring signs that two names have in common. @param {string} one @param {string} two */
function likeness(one, two) {
  const pairs = (/** @type {string} */ text) => new Set([...text].slice(1).map((sign, at) => [...text][at] + sign));
  const [a, b] = [pairs(one), pairs(two)];
  const both = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/**
 * @param {Workspace} workspace
 * @param {{rows: string[][], kind: Kind, head: string[], columns: string[], shares?: string[]}} table shares: columns where 0.051 means 5.1 %
 * @param {Metric[]} metrics those of this kind
 * @param {number} partner whose months they are
 * @returns {Plan}
 */
export function plan(workspace, table, metrics, partner) {
  const steps = planning(workspace, table, metrics, partner);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Rows that are read between two looks at the clock. */
const ROWS_A_STEP = 50;

/**
 * The same in small steps, so that a page stays alive under a long table: each tells how many rows are read.
 * @param {Workspace} workspace
 * @param {Parameters<typeof plan>[1]} table
 * @param {Metric[]} metrics
 * @param {number} partner
 * @returns {Generator<number, Plan, void>}
 */
export function* planning(workspace, table, metrics, partner) {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  /** @type {Map<string, {index: number}>} */
  const named = new Map();
  for (const entry of activePartners(workspace)) {
    const name = (entry.dossier.name ?? "").trim();
    if (!named.has(name)) named.set(name, entry);
  }
  let added = 0;
  const seen = new Set();
  /** @type {Plan["rows"]} */
  const rows = [];
  const at = table.columns.indexOf("key");
  const byMonth = table.kind !== "candidates";
  for (const row of table.rows) {
    const text = row[at < 0 ? 0 : at] ?? "";
    const month = byMonth ? readMonth(text) : null;
    const key = byMonth ? month ?? text : text;
    const keyError = byMonth ? (month === null ? "month" : seen.has(month) ? "twice" : null) : text === "" ? "name" : seen.has(text) ? "twice" : null;
    if (keyError === null) seen.add(key);
    const found = named.get(text.trim());
    const base = byMonth ? `/dossiers/${partner}/${table.kind === "money" ? "investment" : "months"}/${key}` : `/dossiers/${found ? found.index : workspace.dossiers.length + added}/trial`;
    const cells = row.map((cell, column) => cellOf(cell, table.columns[column] ?? "", known, base, keyError !== null, table.shares?.includes(table.columns[column]) ?? false));
    // A candidate of whom nothing can be used gets no place.
    if (!found && cells.some((cell) => cell.error === null && !cell.skipped)) added += 1;
    rows.push({ key, keyError, cells });
    if (rows.length % ROWS_A_STEP === 0) yield rows.length;
  }
  return { kind: table.kind, columns: table.columns, head: table.head, rows };
}

/**
 * Columns of percentages whose figures are all between 0 and 1 and without a sign: Excel keeps 5.1 % as 0.051.
 * @param {{rows: string[][], columns: string[]}} table
 * @param {Metric[]} metrics
 */
export function maybeShares(table, metrics) {
  return table.columns.filter((id, at) => {
    if (metrics.find((metric) => metric.id === id)?.unit !== "%") return false;
    const figures = table.rows.map((row) => row[at] ?? "").filter((text) => readNumber(text).kind === "number");
    return figures.length > 0 && figures.every((text) => /^0?\.\d+$|^[01]$/.test(text)) && figures.some((text) => text.includes("."));
  });
}

/**
 * @param {string} text
 * @param {string} column
 * @param {Map<string, Metric>} known
 * @param {string} base
 * @param {boolean} lost whether the row has no key
 * @param {boolean} share whether 0.051 means 5.1 %
 * @returns {Cell}
 */
function cellOf(text, column, known, base, lost, share) {
  /** @type {Cell} */
  const cell = { text, writes: [], error: null, skipped: column === "" || column === "key" || lost || text === "" };
  if (cell.skipped) return cell;
  const metric = known.get(column);
  if (column !== "users" && !metric) return { ...cell, skipped: true };
  if (metric?.plain && metric.unit === "") return { ...cell, writes: [[`${base}/${column}`, text]] };
  const path = column === "users" ? `${base}/users` : metric?.plain ? `${base}/${column}` : `${base}/metrics/${escapePart(column)}`;
  const counts = metric?.rate ? /^(.+?)\s*[/／]\s*(.+)$/.exec(text) : null;
  if (counts) {
    const [events, of] = [readNumber(counts[1], "count"), readNumber(counts[2], "count")];
    if (events.kind === "number" && of.kind === "number") return { ...cell, writes: [[`${path}/events`, events.text], [`${path}/of`, of.text]] };
    return { ...cell, error: "number" };
  }
  const value = readNumber(text, column === "users" ? "count" : metric?.unit);
  if (value.kind === "raw") return { ...cell, error: "number" };
  const stored = value.kind === "missing" ? null : share ? shift(value.text, 2) : value.text;
  return { ...cell, writes: [[column === "users" || metric?.plain ? path : `${path}/value`, stored]] };
}

/**
 * The workspace with the sound cells of a plan in it. Each list is copied once, however many rows there are.
 * @param {Workspace} workspace
 * @param {Plan} planned
 * @param {number} partner
 * @returns {Workspace}
 */
export function applied(workspace, planned, partner) {
  const rows = planned.rows
    .filter((row) => row.keyError === null)
    .map((row) => ({ key: row.key, writes: row.cells.filter((cell) => cell.error === null && !cell.skipped).flatMap((cell) => cell.writes) }))
    .filter((row) => row.writes.length > 0);
  if (rows.length === 0) return workspace;
  if (planned.kind === "candidates") return withCandidates(workspace, rows);
  return planned.kind === "money" ? begun(withMoney(workspace, partner, rows), partner) : withMonths(workspace, partner, rows);
}

/** @typedef {{key: string, writes: [string, any][]}[]} Rows sound ones, with what each writes */

/**
 * @param {Workspace} workspace
 * @param {Rows} rows
 */
function withCandidates(workspace, rows) {
  const places = rows.map((row) => Number(/^\/dossiers\/(\d+)/.exec(row.writes[0][0])?.[1]));
  const dossiers = [...addPartners(workspace, places.reduce((most, place) => Math.max(most, place + 1), 0)).dossiers];
  rows.forEach(({ key, writes }, at) => {
    const place = places[at];
    let dossier = dossiers[place];
    if (!(dossier.name ?? "").trim()) dossier = { ...dossier, name: key };
    for (const [path, value] of writes) dossier = write(dossier, path.slice(`/dossiers/${place}`.length), value);
    dossiers[place] = dossier;
  });
  return { ...workspace, dossiers };
}

/** @param {{month: string}} one @param {{month: string}} two */
const byMonth = (one, two) => (one.month < two.month ? -1 : one.month > two.month ? 1 : 0);

/**
 * @param {Workspace} workspace
 * @param {number} partner
 * @param {Rows} rows
 */
function withMonths(workspace, partner, rows) {
  /** @type {any[]} */
  const months = [...(read(workspace, `/dossiers/${partner}/months`) ?? [])];
  const places = new Map(months.map((entry, at) => [entry.month, at]));
  for (const { key: month, writes } of rows) {
    const base = `/dossiers/${partner}/months/${month}`;
    const at = places.get(month) ?? months.length;
    months[at] = writes.reduce((entry, [path, value]) => write(entry, path.slice(base.length), value), months[at] ?? { month, metrics: {} });
  }
  return write(workspace, `/dossiers/${partner}/months`, months.sort(byMonth));
}

/** Where a column of money goes: the list of the investment and its figure. */
const MONEY = /** @type {Record<string, ["invested" | "sold", string]>} */ ({ amount: ["invested", "amount"], gate: ["invested", "gate"], units: ["sold", "units"] });

/**
 * @param {Workspace} workspace
 * @param {number} partner
 * @param {Rows} rows
 */
function withMoney(workspace, partner, rows) {
  const base = `/dossiers/${partner}/investment`;
  /** @type {Record<string, Map<string, any>>} */
  const lists = {};
  for (const { key: month, writes } of rows) {
    for (const [path, value] of writes) {
      const [list, name] = MONEY[path.slice(`${base}/${month}/`.length)];
      const entries = (lists[list] ??= new Map((read(workspace, `${base}/${list}`) ?? []).map((/** @type {any} */ entry) => [entry.month, entry])));
      const entry = { ...(entries.get(month) ?? { month }), [name]: value ?? undefined };
      if (value === null && entry.amount === undefined && entry.units === undefined && entry.gate === undefined) entries.delete(month);
      else entries.set(month, entry);
    }
  }
  return Object.entries(lists).reduce((next, [list, entries]) => write(next, `${base}/${list}`, [...entries.values()].sort(byMonth)), workspace);
}

/**
 * A contract whose first month nobody told begins with the first of its money.
 * @param {Workspace} workspace
 * @param {number} partner
 */
function begun(workspace, partner) {
  const path = `/dossiers/${partner}/investment`;
  const { start, invested = [], sold = [] } = read(workspace, path) ?? {};
  const months = [...invested, ...sold].map((entry) => entry.month).sort();
  return (start ?? "") === "" && months.length > 0 ? write(workspace, `${path}/start`, months[0]) : workspace;
}

/**
 * Puts the core's errors about the planned workspace on the cells they came from, and those about no cell, such as a
 * list that is too long, beside the table.
 * @param {Plan} planned
 * @param {Workspace} next the workspace with the plan in it
 * @param {number} partner
 * @param {import("allymark/engine").InputError[]} errors with paths into `next`
 * @returns {Plan}
 */
export function withErrors(planned, next, partner, errors) {
  if (errors.length === 0) return planned;
  const months = /** @type {any[]} */ (read(next, `/dossiers/${partner}/months`) ?? []);
  const address = (/** @type {string} */ path) => {
    const at = new RegExp(`^/dossiers/${partner}/months/(\\d+)(/.*)?$`).exec(path);
    if (at) return `/dossiers/${partner}/months/${months[Number(at[1])]?.month}${at[2] ?? ""}`;
    const money = new RegExp(`^(/dossiers/${partner}/investment)/(invested|sold)/(\\d+)(/.*)?$`).exec(path);
    return money ? `${money[1]}/${read(next, `${money[1]}/${money[2]}/${money[3]}/month`)}${money[4] ?? ""}` : path;
  };
  const found = new Map(errors.map((error) => /** @type {const} */ ([address(error.path), error])).reverse());
  const errorAt = (/** @type {Cell} */ cell) => {
    for (const [path] of cell.writes) for (const place of [path, path.replace(/\/value$/, ""), path.replace(/\/(events|of|value)$/, "")]) if (found.has(place)) return found.get(place);
  };
  const rows = planned.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const error = cell.skipped || cell.error !== null ? undefined : errorAt(cell);
      return error ? { ...cell, error: error.code, params: error.params } : cell;
    }),
  }));
  const most = errors.filter((error) => error.code === "too_long" && /^\/dossiers(\/\d+\/(months|investment\/(invested|sold)))?$/.test(error.path));
  return { ...planned, rows, refused: most };
}
