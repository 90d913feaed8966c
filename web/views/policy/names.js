/**
 * What the fields of a pack are called. Names of metrics, groups and other things a pack makes up stand in the pack; its
 * own vocabulary is the page's.
 * @module
 */
import schema from "../../../core/policies/schema/policy.schema.json" with { type: "json" };
import { parts, read } from "../../store/pointer.js";

/** @typedef {import("../context.js").Context} Context */

/** @param {any} rule @returns {any} the rule behind a reference, and whether it may be left out */
export function resolved(rule) {
  if (!rule) return {};
  if (rule.$ref) return resolved(/** @type {any} */ (schema.$defs)[rule.$ref.replace("#/$defs/", "")]);
  // Beside properties it only says which of them must stand.
  if (rule.anyOf && !rule.properties) {
    const filled = rule.anyOf.filter((/** @type {any} */ entry) => entry.type !== "null");
    return { ...resolved(filled[0]), optional: filled.length < rule.anyOf.length };
  }
  const types = [rule.type].flat();
  return types.includes("null") ? { ...rule, optional: true } : rule;
}

/** The schema at a place of the pack. @param {string} pointer */
export function ruleAt(pointer) {
  let rule = resolved(schema);
  for (const part of parts(pointer)) {
    const own = rule.properties && Object.hasOwn(rule.properties, part) ? rule.properties[part] : undefined;
    rule = resolved(own ?? rule.items ?? rule.additionalProperties);
  }
  return rule;
}

/**
 * @param {Context} ctx
 * @param {string} key
 * @param {any} [rule]
 */
export function keyName(ctx, key, rule) {
  const { w } = ctx;
  if (w.has(`rule.${key}`)) return w.t(`rule.${key}`);
  if (w.labels.hasMetric(key)) return w.labels.metric(key);
  const said = rule?.description ?? "";
  return said ? w.sentence(said) : key;
}

/**
 * "协议与佣金 › 第 1 年 › 档位 2 › 单价".
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any} [pack] the pack that the pointer leads into; absent: the one in view
 */
export function placeName(ctx, pointer, pack = ctx.results.policy.wanted) {
  const { base } = ctx.results.policy;
  const names = [];
  let at = "";
  for (const part of parts(pointer)) {
    at += `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const value = read(pack, at) ?? read(base, at);
    names.push(/^\d+$/.test(part) ? entryName(ctx, value, Number(part)) : labelOf(ctx, value) || keyName(ctx, part, ruleAt(at)));
  }
  return names.join(" › ");
}

/** @param {Context} ctx @param {any} value */
const labelOf = (ctx, value) => {
  const label = value?.label ?? (typeof value?.zh === "string" || typeof value?.en === "string" ? value : undefined);
  return ctx.w.labels.text(label);
};

/**
 * An entry of a list by what it is about, or by its number.
 * @param {Context} ctx
 * @param {any} value
 * @param {number} index
 */
export function entryName(ctx, value, index) {
  const { w } = ctx;
  const label = labelOf(ctx, value);
  if (label) return label;
  if (value?.metric && w.labels.hasMetric(value.metric)) return w.labels.metric(value.metric);
  if (value?.year) return w.t("agree.yearN", { n: value.year });
  if (value?.grade && w.has(`grade.${value.grade}`)) return w.t(`grade.${value.grade}`);
  return w.t("policy.entry", { n: index + 1 });
}

/**
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any} value
 */
export function shownValue(ctx, pointer, value) {
  const { w } = ctx;
  if (value === undefined || value === null) return w.t("policy.none");
  if (typeof value === "boolean") return w.t(value ? "policy.yes" : "policy.no");
  if (typeof value === "object") return w.t("policy.whole", { n: Array.isArray(value) ? value.length : Object.keys(value).length });
  if (typeof value === "number" || /^-?\d+(\.\d+)?$/.test(value)) return w.num(value);
  return choiceName(ctx, pointer, value);
}

/** The key that a value goes by: in a plain list the list's. @param {string} pointer */
const keyOf = (pointer) => parts(pointer).findLast((part) => !/^\d+$/.test(part)) ?? "";

/** Ids of the entries of a list. @param {any[] | undefined} list */
const ids = (list) => (list ?? []).map((entry) => String(entry.id));

/**
 * What a text of the pack may name: metrics, roles, levels and other things that the pack has, or the two parties. Null:
 * it is a free text.
 * @type {Record<string, (pack: any, section: string) => string[] | null>}
 */
const NAMED = {
  metric: (pack) => Object.keys(pack.metrics ?? {}),
  productMetric: (pack) => Object.keys(pack.metrics ?? {}),
  tieBreaks: (pack) => Object.keys(pack.metrics ?? {}),
  unit: (pack) => counted(pack),
  base: (pack, section) => (section === "metrics" ? ["users", ...counted(pack)] : null),
  owner: (pack) => Object.keys(pack.roles ?? {}),
  layer: (pack) => ids(pack.cadence?.layers),
  level: (pack) => ids(pack.keyLevel?.levels),
  levels: (pack) => ids(pack.keyLevel?.levels),
  group: (pack) => Object.keys(pack.scorecard?.groups ?? {}),
  action: (pack) => [...new Set((pack.scorecard?.bands ?? []).map((/** @type {{action: string}} */ band) => band.action))],
  payer: () => ["partner", "us"],
  payee: () => ["partner", "us"],
  currency: () => ["CNY"],
};

/** Metrics that count things. @param {any} pack */
const counted = (pack) => Object.keys(pack.metrics ?? {}).filter((id) => pack.metrics[id].unit === "units");

/**
 * @param {Context} ctx
 * @param {string} pointer
 * @param {any} value what stands there; it stays a choice, whatever the pack has
 * @returns {string[] | null}
 */
export function choicesAt(ctx, pointer, value) {
  const key = keyOf(pointer);
  const choices = Object.hasOwn(NAMED, key) ? NAMED[key](ctx.results.policy.document, parts(pointer)[0]) : null;
  if (choices === null) return null;
  return typeof value === "string" && value !== "" && !choices.includes(value) ? [...choices, value] : choices;
}

/**
 * A choice in words; what is no choice is shown as it stands.
 * @param {Context} ctx
 * @param {string} pointer
 * @param {string} value
 */
export function choiceName(ctx, pointer, value) {
  const { w } = ctx;
  const key = keyOf(pointer);
  if (w.labels.hasMetric(value)) return w.labels.metric(value);
  if (key === "owner") return w.labels.role(value);
  if (key === "layer") return w.labels.layer(value);
  if (key === "level" || key === "levels") return w.labels.level(value);
  if (key === "group") return w.labels.group(value) || value;
  // What a band asks for goes by other words than a year's rule of the same name.
  const own = key === "action" ? `act.${value}` : `rulechoice.${key}.${value}`;
  const known = w.known(own, `choice.${key}.${value}`, `rulechoice.${value}`, `grade.${value}`, `act.${value}`, `party.${value}`);
  return known === "unknown" ? value : w.sentence(w.t(known));
}
