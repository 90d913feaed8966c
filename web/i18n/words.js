/**
 * Words for one language: fills the texts of zh.js and en.js with names and figures. A template may hold
 * `{name}` (text), `{name|num}`, `{name|money}`, `{name|value}` (with the unit of the metric in `metric`),
 * `{name|units}` (with what the commission counts; alone `{counted}`, of one `{countedOne}`), `{name|metric}`, `{name|plan}`, `{name|role}`, `{name|layer}`, `{name|alert}`, `{name|verdict}`, `{name|grade}`, `{name|month}`, `{name|count:one:many}` and `**strong**`.
 * Typed names go in after the template is taken apart, so nothing typed is ever markup.
 * @module
 */
import { html } from "lit";
import * as format from "../io/format.js";
import { PolicyLabels } from "./policy-labels.js";
import { tableOf } from "./tables.js";

/** @typedef {Record<string, any>} Params */

export class Words {
  /**
   * @param {"zh" | "en"} lang
   * @param {"yuan" | "wan"} moneyUnit
   * @param {any} policy the pack's document: names of metrics, units and levels live there
   */
  constructor(lang, moneyUnit, policy) {
    this.lang = lang;
    this.moneyUnit = moneyUnit;
    this.labels = new PolicyLabels(policy, lang);
    /** @type {Record<string, string>} */
    this.table = tableOf(lang) ?? tableOf("zh") ?? {};
  }

  /** @param {string} key */
  has(key) {
    return Object.hasOwn(this.table, key);
  }

  /**
   * Plain text.
   * @param {string} key
   * @param {Params} [params]
   */
  t(key, params = {}) {
    const template = this.table[key];
    if (template === undefined) return this.table["unknown"] ?? "";
    return this.#filled(template.replaceAll("**", ""), params);
  }

  /**
   * Text with its strong parts as elements.
   * @param {string} key
   * @param {Params} [params]
   */
  rich(key, params = {}) {
    const template = this.table[key] ?? this.table["unknown"] ?? "";
    return template.split("**").map((part, index) => {
      const text = this.#filled(part, params);
      return index % 2 ? html`<b>${text}</b>` : text;
    });
  }

  /**
   * Names fit their sentence: 累计 NPS but 累计投诉率; "only complaint rate is missed".
   * @param {string} template
   * @param {Params} params
   */
  #filled(template, params) {
    return template.replace(SLOT, (slot, name, how, at, whole) => {
      const text = this.#fill(params, name, how);
      if (how !== "metric" && name !== "names") return text;
      if (this.lang === "en") return how === "metric" && at > 0 && !/[.:*] ?$/.test(whole.slice(0, at)) ? lower(text) : text;
      const before = HAN.test(whole[at - 1] ?? "") && LATIN.test(text[0] ?? "") ? " " : "";
      const after = HAN.test(whole[at + slot.length] ?? "") && LATIN.test(text.at(-1) ?? "") ? " " : "";
      return before + text + after;
    });
  }

  /**
   * The first of the keys that has a text.
   * @param {...string} keys
   */
  known(...keys) {
    return keys.find((key) => this.has(key)) ?? "unknown";
  }

  /**
   * @param {Params} params
   * @param {string} name
   * @param {string | undefined} how
   * @returns {string}
   */
  #fill(params, name, how) {
    if (name === "counted" || name === "countedOne") return this.counted(undefined, name === "countedOne");
    const value = params[name] ?? this.labels.figures()[name];
    if (value === undefined || value === null) return format.MISSING;
    const [kind, ...rest] = (how ?? "text").split(":");
    switch (kind) {
      case "num":
        return this.num(value);
      case "units":
        return `${this.num(value)} ${this.counted(undefined, Number(value) === 1)}`;
      case "money":
        return this.money(value === null ? null : Number(value), { symbol: true });
      case "value":
        return this.value(params[rest[0] ?? "metric"], value);
      case "metric":
        return this.list(value, (id) => this.labels.metric(id) || (this.has(`incident.${id}`) ? this.t(`incident.${id}`) : ""));
      case "plan":
        return this.labels.plan(value) || String(value);
      case "layer":
        return this.labels.layer(value);
      case "alert":
        return this.t(this.known(`alert.${value}`));
      case "step":
        return this.labels.planStep(params.plan, value) || String(value);
      case "route":
        return this.t(this.known(`route.${value}`));
      case "role":
        return this.labels.role(value);
      case "verdict":
        return this.t(this.known(`verdict.${value}`));
      case "grade":
        return this.t(this.known(`grade.${value}`));
      case "choice":
        return this.t(this.known(`choice.${value}`));
      case "level":
        return this.labels.level(value);
      case "feature":
        return this.t(this.known(`input.${value}`));
      case "item":
        return this.#few(value, (id) => this.labels.item(id));
      case "blocker":
      case "part":
        return this.list(value, (id) => this.t(this.known(`${kind}.${id}`)));
      case "word":
        return this.list(value, (id) => this.t(this.known(`${rest[0]}.${id}`, `${rest[0]}.other`), { id }));
      case "month":
        return this.list(value, (id) => format.monthName(id, this.lang));
      case "count":
        return this.lang === "zh" ? this.num(value) : `${this.num(value)} ${Number(value) === 1 ? rest[0] : rest[1]}`;
      default:
        return name === "name" ? short(String(value), NAME) : String(value);
    }
  }

  /**
   * A long list names its first and counts the rest; the step shows all.
   * @param {any} value
   * @param {(id: string) => string} name
   */
  #few(value, name) {
    const ids = Array.isArray(value) ? value : String(value).split(",");
    return ids.length > MANY ? this.t("list.few", { names: this.list(ids.slice(0, FEW).map((id) => id.trim()), name), n: ids.length }) : this.list(value, name);
  }

  /**
   * A sentence put together from parts begins with a capital in English.
   * @param {string} text
   */
  sentence(text) {
    return this.lang === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  }

  /**
   * A name as it stands inside a sentence.
   * @param {string} text
   */
  inside(text) {
    return this.lang === "en" ? lower(text) : text;
  }

  /**
   * Several ids, given as a list or as text with commas, named and joined.
   * @param {any} value
   * @param {(id: string) => string} name
   */
  list(value, name) {
    const ids = Array.isArray(value) ? value : String(value).split(",").map((id) => id.trim());
    return ids.map(name).join(this.lang === "zh" ? "、" : ", ");
  }

  /**
   * @param {number | string | null | undefined} value
   * @param {number} [least]
   * @param {number} [most]
   */
  num(value, least, most) {
    return value === null || value === undefined ? format.MISSING : format.number(value, this.lang, least, most);
  }

  /**
   * @param {number | null | undefined} value
   * @param {{sign?: boolean, symbol?: boolean, fen?: boolean}} [how]
   */
  money(value, how) {
    return format.money(value, this.lang, this.moneyUnit, how);
  }

  /**
   * A metric's figure with its unit.
   * @param {string} metric
   * @param {number | string | null | undefined} value
   */
  value(metric, value) {
    return format.withUnit(value, this.labels.unit(metric), this.lang);
  }

  /**
   * A limit with its side: ≥ 15%.
   * @param {string} metric
   * @param {"at_least" | "at_most" | "above" | "below"} relation
   * @param {number | string} value
   */
  limit(metric, relation, value) {
    const sign = { at_least: "≥", at_most: "≤", above: ">", below: "<" }[relation];
    // The sign stays on the line of its figure.
    return `${sign}\u00a0${this.value(metric, value)}`;
  }

  /**
   * What a metric counts, 份 or 单: the commission's own metric when none is named.
   * @param {string} [metric]
   * @param {boolean} [one] the word for one of them
   */
  counted(metric = this.labels.commissionUnit(), one = false) {
    return this.t(this.known(`counted.${one ? "one." : ""}${metric}`, `counted.${one ? "one." : ""}other`));
  }

  /**
   * What stands behind a metric's figure in its field.
   * @param {string} metric
   */
  suffix(metric) {
    const unit = this.labels.unit(metric);
    return unit === "count" ? this.counted(metric) : this.t(this.known(`suffix.${unit}`, "punct.none"));
  }

  /** @param {string} month @param {boolean} [short] */
  month(month, short) {
    return format.monthName(month, this.lang, short);
  }

  /**
   * A moment of the clock: 14:02 today, else with its day.
   * @param {number} at
   */
  moment(at) {
    return format.moment(at, this.lang);
  }

  /** @param {{name?: string, id: string}} partner @param {number} index */
  partner(partner, index) {
    return short(partner.name?.trim() ?? "", NAME) || this.t("partner.unnamed", { n: index + 1 });
  }

  /** @param {{zh: string, en: string} | string | undefined} text */
  text(text) {
    return typeof text === "object" ? text[this.lang] : text ?? "";
  }
}

/**
 * A name inside an English sentence: complaint rate, but NPS.
 * @param {string} text
 */
function lower(text) {
  return text.replace(/(^|, )([A-Z])(?=[a-z])/g, (_, before, sign) => before + sign.toLowerCase());
}

/** Entries that a sentence still names one by one, and how many it names of more. */
const MANY = 6;
const FEW = 3;

/** Signs of a name that are shown; its field holds all of them. */
const NAME = 40;

/** @param {string} text @param {number} most */
function short(text, most) {
  const signs = text.length > most ? [...text] : [];
  return signs.length > most ? `${signs.slice(0, most).join("")}…` : text;
}

const HAN = /[\u4e00-\u9fff]/;
const LATIN = /[A-Za-z0-9]/;
const SLOT = /\{(\w+)(?:\|([^}]+))?\}/g;
