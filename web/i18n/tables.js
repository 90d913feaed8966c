/**
 * The texts by language. Chinese is there from the start; English comes when it is asked for, or once the page stands.
 * @module
 */
import { zh } from "./zh.js";

/** @typedef {"zh" | "en"} Lang */

/** @type {Partial<Record<Lang, Record<string, string>>>} */
const tables = { zh };

/**
 * @param {Lang} lang
 * @returns {Record<string, string> | undefined}
 */
export const tableOf = (lang) => tables[lang];

/** @param {Lang} lang */
export async function loadTable(lang) {
  if (lang === "en") tables.en ??= (await import("./en.js")).en;
}
