/**
 * The texts by language. Of Chinese, what the first verdict may say is there from the start, the rest comes with the
 * pages behind it (scripts/lib/texts.mjs parts zh.js); English comes when it is asked for, or once the page stands.
 * @module
 */
import { texts } from "allymark/texts/first";

/** @typedef {"zh" | "en"} Lang */

/** @type {Partial<Record<Lang, Record<string, string>>>} */
const tables = { zh: { ...texts } };

/**
 * @param {Lang} lang
 * @returns {Record<string, string> | undefined}
 */
export const tableOf = (lang) => tables[lang];

/** @param {Lang} lang */
export async function loadTable(lang) {
  if (lang !== "en" || tables.en) return;
  const [{ en }, { deskEn }, { selectEn }, { agreeEn }] = await Promise.all([import("./en.js"), import("./desk-en.js"), import("./select-en.js"), import("./agree-en.js")]);
  tables.en ??= { ...en, ...deskEn, ...selectEn, ...agreeEn };
}

/**
 * @param {Lang} lang
 * @param {Record<string, string>} texts
 */
export function addTexts(lang, texts) {
  Object.assign(tables[lang] ?? {}, texts);
}
