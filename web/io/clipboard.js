/**
 * Copies a table so that Excel and Word take it as one. On plain http there is no clipboard API: the copy event serves.
 * @module
 */

/** @typedef {import("../views/shared/table.js").TableData} TableData */

/** Cells that a spreadsheet would run as a formula are given as text. */
const FORMULA = /^[=+@\t\r]|^-(?![\d.])/;

/** @param {string} cell */
function plain(cell) {
  const text = cell.replace(/[\t\r\n]+/g, " ");
  return FORMULA.test(text) ? `'${text}` : text;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

/** @param {TableData} table */
export function tableText(table) {
  return [table.head, ...table.rows].map((row) => row.map(plain).join("\t")).join("\n");
}

/** @param {TableData} table */
export function tableHtml(table) {
  const row = (/** @type {string[]} */ cells, /** @type {string} */ tag) => `<tr>${cells.map((cell) => `<${tag}>${escape(plain(cell))}</${tag}>`).join("")}</tr>`;
  return `<table><caption>${escape(table.caption)}</caption>${row(table.head, "th")}${table.rows.map((cells) => row(cells, "td")).join("")}</table>`;
}

/** @param {TableData} table */
export const copyTable = (table) => copyAs({ "text/plain": tableText(table), "text/html": tableHtml(table) });

/** @param {string} text */
export const copyText = (text) => copyAs({ "text/plain": text });

/**
 * @param {Record<string, string>} kinds what is copied, by its type
 * @returns {boolean} whether it was copied
 */
function copyAs(kinds) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put, { capture: true });
  }
}
