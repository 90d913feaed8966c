/**
 * Puts figures of the core on the screen: grouping, units, money in yuan or ten thousands. It only formats.
 * @module
 */

/** @typedef {"zh" | "en"} Lang */
/** @typedef {"yuan" | "wan"} MoneyUnit */

const LOCALE = { zh: "zh-CN", en: "en-US" };
/** Makers of formats cost more than all they write: each is made once. @type {Map<string, any>} */
const made = new Map();

/**
 * @template T
 * @param {string} key
 * @param {() => T} make
 * @returns {T}
 */
function once(key, make) {
  let kept = made.get(key);
  if (!kept) made.set(key, (kept = make()));
  return kept;
}

/** @param {string} locale @param {Intl.DateTimeFormatOptions} options */
const dateFormat = (locale, options) => once(`${locale}/${Object.keys(options)}`, () => new Intl.DateTimeFormat(locale, options));

export const MISSING = "—";
export const MINUS = "−";

/**
 * @param {number | string} value
 * @param {Lang} lang
 * @param {number} [least] digits behind the point, at least
 * @param {number} [most] digits behind the point, at most
 */
export function number(value, lang, least = 0, most = Math.max(least, 6)) {
  const plain = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!plain) return once(`${lang}/${least}/${most}`, () => new Intl.NumberFormat(LOCALE[lang], { minimumFractionDigits: least, maximumFractionDigits: most })).format(/** @type {any} */ (value)).replace("-", MINUS);
  // Decimal text stays exact, where a double would lose digits beyond the fifteenth; and the first format that Intl makes
  // takes a phone 150 ms of its start. Both languages set thousands apart by a comma.
  const [whole, decimals] = rounded(plain[2], plain[3] ?? "", most);
  const behind = decimals.replace(/0+$/, "").padEnd(least, "0");
  return `${plain[1] && MINUS}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${behind && `.${behind}`}`;
}

/**
 * Half away from zero, as the core rounds.
 * @param {string} whole @param {string} decimals @param {number} most
 * @returns {[string, string]} digits before and behind the point
 */
function rounded(whole, decimals, most) {
  const excess = Math.max(0, decimals.length - most);
  const unit = 10n ** BigInt(excess);
  const digits = String((BigInt(whole + decimals) + unit / 2n) / unit).padStart(decimals.length - excess + 1, "0");
  const point = digits.length - (decimals.length - excess);
  return [digits.slice(0, point), digits.slice(point)];
}

/**
 * A figure with its unit: 21%, 12 h, 76.
 * @param {number | string | null | undefined} value
 * @param {string} unit
 * @param {Lang} lang
 */
export function withUnit(value, unit, lang) {
  if (value === null || value === undefined || value === "") return MISSING;
  const text = typeof value === "number" || /^-?[\d.]+$/.test(value) ? number(value, lang) : String(value);
  if (unit === "%") return `${text}%`;
  if (unit === "h") return `${text} h`;
  return text;
}

/**
 * @param {number | null | undefined} value yuan
 * @param {Lang} lang
 * @param {MoneyUnit} unit
 * @param {{sign?: boolean, symbol?: boolean, fen?: boolean}} [how] `fen`: always two decimals
 */
export function money(value, lang, unit, how = {}) {
  if (value === null || value === undefined) return MISSING;
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : how.sign && value > 0 ? "+" : "";
  const symbol = how.symbol ? "¥" : "";
  if (unit === "wan") {
    const tail = how.symbol ? (lang === "zh" ? " 万" : "0k") : "";
    if (lang === "en") return `${sign}${symbol}${number(size / 1e3, lang, 0, 5)}${how.symbol ? "k" : ""}`;
    return `${sign}${symbol}${number(size / 1e4, lang, 0, 6)}${tail}`;
  }
  const least = how.fen || !Number.isInteger(size) ? 2 : 0;
  return `${sign}${symbol}${number(size, lang, least, 2)}`;
}

/**
 * A difference, always with its sign.
 * @param {number} value
 * @param {Lang} lang
 * @param {number} [least]
 */
export function signed(value, lang, least = 0, most = Math.max(least, 6)) {
  return (value > 0 ? "+" : "") + number(value, lang, least, most);
}

/**
 * 2024-08 as 2024 年 8 月 or Aug 2024.
 * @param {string} month
 * @param {Lang} lang
 * @param {boolean} [short]
 */
export function monthName(month, lang, short = false) {
  const [year, index] = month.split("-").map(Number);
  if (!year || !index) return month;
  if (lang === "zh") return short ? `${index} 月` : `${year} 年 ${index} 月`;
  const name = dateFormat("en", { month: "short", timeZone: "UTC" }).format(Date.UTC(year, index - 1, 1));
  return short ? name : `${name} ${year}`;
}

/**
 * A moment as this computer's clock tells it: 14:02 today, else with its day.
 * @param {number} at milliseconds
 * @param {Lang} lang
 */
export function moment(at, lang) {
  const date = new Date(at);
  const today = new Date().toDateString() === date.toDateString();
  const time = dateFormat(LOCALE[lang], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
  return today ? time : `${dateFormat(LOCALE[lang], { month: "short", day: "numeric" }).format(date)} ${time}`;
}
