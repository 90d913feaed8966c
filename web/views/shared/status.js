/**
 * Judgements as icon, word and colour together.
 * @module
 */
import { html } from "lit";
import { staleTag } from "./figure.js";
import { icon } from "./icon.js";

/** @typedef {import("./icon.js").IconName} IconName */
/** @typedef {"ok" | "warn" | "bad" | "neutral"} Tone */

/** @type {Record<string, {tone: Tone, icon: IconName}>} */
const VERDICTS = {
  sign: { tone: "ok", icon: "ok" },
  conditional: { tone: "ok", icon: "half" },
  retry: { tone: "warn", icon: "retry" },
  stop: { tone: "bad", icon: "stop" },
  insufficient: { tone: "neutral", icon: "none" },
};

/** @type {Record<string, {tone: Tone, icon: IconName}>} */
const GRADES = {
  excellent: { tone: "ok", icon: "ok" },
  good: { tone: "ok", icon: "ok" },
  fair: { tone: "warn", icon: "find" },
  poor: { tone: "bad", icon: "stop" },
};

const UNKNOWN = { tone: /** @type {Tone} */ ("neutral"), icon: /** @type {IconName} */ ("none") };

/** @param {string | null | undefined} verdict */
export const verdictLook = (verdict) => VERDICTS[verdict ?? ""] ?? UNKNOWN;
/** @param {string | null | undefined} grade */
export const gradeLook = (grade) => GRADES[grade ?? ""] ?? UNKNOWN;

/**
 * @param {{tone: Tone, icon: IconName}} look
 * @param {string} word
 * @param {string} [part]
 */
export function status(look, word, part = "verdict") {
  return html`<span class="st ${look.tone}" part=${part}>${icon(look.icon)}<span>${word}</span></span>`;
}

/**
 * @param {import("../context.js").Context} ctx
 * @param {string | null | undefined} verdict
 */
export function verdictMark(ctx, verdict) {
  return status(verdictLook(verdict), ctx.w.t(ctx.w.known(`verdict.${verdict ?? "insufficient"}`)));
}

/**
 * @param {import("../context.js").Context} ctx
 * @param {string | null | undefined} grade
 */
export function gradeMark(ctx, grade) {
  return status(gradeLook(grade), ctx.w.t(ctx.w.known(`grade.${grade ?? "none"}`)), "grade");
}

/**
 * A step's verdict in a list or a table. One kept from before a wrong entry says so; every list shows it this way.
 * @param {import("../context.js").Context} ctx
 * @param {import("../steps.js").Headline} headline
 */
export function headlineMark(ctx, { icon: shown, tone, strong, stale }) {
  return aged(ctx, stale, shown ? status({ tone: tone || "neutral", icon: shown }, strong) : html`<b class="n">${strong}</b>`);
}

/**
 * What is shown, or the same as the last good answer of an entry or of rules that are wrong now.
 * @param {import("../context.js").Context} ctx
 * @param {boolean} stale
 * @param {unknown} shown
 */
export const aged = (ctx, stale, shown) => (stale ? html`<span class="aged"><span>${shown}</span>${staleTag(ctx)}</span>` : shown);
