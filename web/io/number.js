/**
 * Reads what a person types into a number field and gives canonical decimal text, or the raw text when it is not a
 * number, so that the core answers the error. Nothing is rounded and nothing passes through a double.
 * @module
 */

/** @typedef {{kind: "missing"} | {kind: "number", text: string} | {kind: "raw", text: string}} Reading */

/** Ways to say "we have no figure". */
const MISSING = new Set(["", "-", "--", "—", "——", "–", "−", "无", "未测", "未填", "缺", "n/a", "na", "none", "null"]);

/** What may stand behind a figure, by the field's unit. */
const SUFFIXES = /** @type {Record<string, string[]>} */ ({
  "%": ["%", "个百分点", "百分点", "percent", "pct"],
  h: ["h", "hr", "hrs", "hour", "hours", "小时", "时", "个小时"],
  CNY: ["元/份", "元/单", "元", "圆", "yuan", "rmb", "cny"],
  count: ["份", "人", "名", "位", "个", "次", "单", "家", "起", "项", "policies", "policy", "deals", "deal", "users", "people", "cases", "units"],
  points: ["分", "点", "points", "pts"],
  months: ["个月", "月", "months", "month"],
  days: ["天", "日", "days", "day"],
  years: ["年", "years", "year"],
  stars: ["颗星", "星", "级", "stars", "star"],
});

const PREFIXES = ["¥", "rmb", "cny"];
const SCALES = /** @type {Record<string, number>} */ ({ 万: 4, 亿: 8, k: 3 });

/** Invisible marks that a copied figure may carry: zero widths, direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Moves the decimal point of plain decimal text to the right.
 * @param {string} text
 * @param {number} places
 */
export function shift(text, places) {
  const [whole, part = ""] = text.split(".");
  const padded = part.padEnd(places, "0");
  const rest = padded.slice(places);
  return tidy(whole + padded.slice(0, places) + (rest ? "." + rest : ""));
}

/**
 * Removes leading zeros, trailing zeros behind the point and an empty part.
 * @param {string} text
 */
function tidy(text) {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole, part = ""] = text.replace(/^[+-]/, "").split(".");
  const head = whole.replace(/^0+(?=\d)/, "") || "0";
  const tail = part.replace(/0+$/, "");
  const number = tail ? `${head}.${tail}` : head;
  return number === "0" ? "0" : sign + number;
}

/**
 * @param {string} text what was typed
 * @param {string} [unit] the field's unit: a key of SUFFIXES
 * @returns {Reading}
 */
export function readNumber(text, unit = "") {
  const raw = text.trim();
  let rest = text.normalize("NFKC").replace(INVISIBLE, "").replace(/[\s_]/g, "").toLowerCase();
  rest = rest.replace(/[−–—](?=[\d.])/, "-");
  if (MISSING.has(rest)) return { kind: "missing" };
  for (const prefix of PREFIXES) {
    if (unit === "CNY" && rest.startsWith(prefix)) rest = rest.slice(prefix.length);
  }
  for (const suffix of SUFFIXES[unit] ?? []) {
    if (rest.length > suffix.length && rest.endsWith(suffix)) {
      rest = rest.slice(0, -suffix.length);
      break;
    }
  }
  let places = 0;
  const scale = rest.at(-1) ?? "";
  if (rest.length > 1 && Object.hasOwn(SCALES, scale)) {
    places = SCALES[scale];
    rest = rest.slice(0, -1);
  }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(rest)) rest = rest.replaceAll(",", "");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(rest)) return { kind: "raw", text: raw };
  return { kind: "number", text: shift(rest, places) };
}

/**
 * What the store keeps for a typed text: canonical decimal text, the raw text, or null for "missing".
 * @param {string} text
 * @param {string} [unit]
 * @returns {string | null}
 */
export function typed(text, unit) {
  const reading = readNumber(text, unit);
  return reading.kind === "missing" ? null : reading.text;
}

/**
 * Whether a stored value is canonical decimal text, so that it may be shown with grouping.
 * @param {unknown} value
 */
export function isNumberText(value) {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
}
