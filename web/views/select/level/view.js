/**
 * 关键等级: how much a partner matters, what made it so, and how it is managed.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../../shared/icon.js";
import { figure, originTag, staleTag } from "../../shared/figure.js";
import { fieldId, message } from "../../shared/field.js";
import { copyButton, segmented } from "../../shared/toolbar.js";
import { read } from "../../../store/pointer.js";
import { currentPartner, roomFindings, roomHow, whose } from "../shared/room.js";
import { line, pick, stars } from "../shared/choices.js";
import { levelFindings } from "./step.js";
import { levelPicture, levelTable } from "./picture.js";
import { why } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("../shared/room.js").Partner} Partner */

const METHODS = /** @type {const} */ (["stars", "weighted", "two_of_three"]);
const RULES = { stars: "keyLevel.stars", weighted: "keyLevel.weighted", two_of_three: "keyLevel.twoOfThree" };

/** @param {Context} ctx */
export function levelView(ctx) {
  const { w } = ctx;
  const rules = ctx.results.policy.document.keyLevel;
  const partner = currentPartner(ctx);
  if (!rules || !partner) return html`<div class="head"><h1>${w.t("step.level")}</h1></div><p class="q none">${w.t("room.noRules")}</p>`;
  return html`<div class="head" part="heading"><h1>${w.t("step.level")}</h1><p>${w.t("level.sub")} ${originTag(ctx, w.labels.origin(RULES[/** @type {keyof typeof RULES} */ (rules.method)]))}</p>
      <div class="act" part="toolbar">${segmented(w.t("level.method"), METHODS.map((id) => ({ id, text: w.t(`level.method.${id}`) })), rules.method, (id) => ctx.store.editPolicy("/keyLevel/method", id))}${copyButton(ctx, () => levelTable(ctx))}</div></div>
    <div class="under">${whose(ctx)}</div>
    <div class="cols c57 first"><section>${inputs(ctx, partner, rules)}<div class="result-part">${verdict(ctx, partner)}</div></section>
      <section class="result-part">${levelPicture(ctx)}</section></div>
    <div class="result-part">${how(ctx)}<div class="cols c57"><section>${everyRule(ctx, partner)}</section><section>${roomFindings(ctx, levelFindings(ctx))}</section></div>
    <p class="foot"><span>${w.t("room.legend")}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p></div>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 * @param {any} rules
 */
function inputs(ctx, partner, rules) {
  const { w } = ctx;
  const base = `/dossiers/${partner.index}/keyLevel`;
  const { low, high } = rules.scale;
  const level = read(ctx.store.workspace, `${base}/override/level`);
  return html`<div class="edit-part">${/** @type {const} */ (["strategicValue", "substitutability", "investment"]).map((id) => stars(ctx, { path: `${base}/${id}`, label: w.t(`input.${id}`), hint: w.t(`level.hint.${id}`), low, high }))}
    ${pick(ctx, { path: `${base}/override/level`, label: w.t("level.override"), empty: w.t("level.noOverride"), options: rules.levels.map((/** @type {{id: string}} */ entry) => ({ id: entry.id, text: w.labels.level(entry.id) })) })}
    ${level ? line(ctx, { path: `${base}/override/reason`, label: w.t("level.reason"), placeholder: w.t("level.reasonHint") }) : nothing}
    ${level ? nothing : html`<span id=${fieldId(`${base}/override/reason`)} hidden></span>${message(ctx, `${base}/override/reason`)}`}</div>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 */
function verdict(ctx, partner) {
  const { w } = ctx;
  const result = partner.result?.keyLevel;
  if (!result) return nothing;
  const text = result.level ? w.labels.level(result.level) : w.num(null);
  return html`<div class="big-verdict"><p class="v">${figure(ctx, `level/${partner.id}/keyLevel/level`, text, { stale: partner.stale, label: `${partner.name} ${w.t("step.level")}` })}
      ${result.isKey === null ? nothing : html`<span class="st ${result.isKey ? "ok" : "neutral"}">${icon(result.isKey ? "ok" : "empty")}<span>${w.t(result.isKey ? "level.key" : "level.notKey")}</span></span>`}${partner.stale ? staleTag(ctx) : nothing}</p>
    ${result.level ? html`<p><b>${w.labels.strategy(result.level)}</b></p>` : nothing}<p class="q">${why(ctx, result)}</p>
    ${result.override ? html`<p>${icon("edit")} ${w.t("level.overridden", { level: result.override.level, rule: result.ruleLevel ?? "", reason: result.override.reason })}</p>` : nothing}</div>`;
}

/**
 * The level by each rule, the one in force marked.
 * @param {Context} ctx
 * @param {Partner} partner
 */
function everyRule(ctx, partner) {
  const { w } = ctx;
  const result = partner.result?.keyLevel;
  if (!result) return nothing;
  return html`<h2 class="sec">${w.t("room.otherRules")}</h2><table part="table"><tbody>${result.readings.map((row) => html`<tr class=${row.chosen ? "on" : ""}><th scope="row">${w.t(`level.method.${row.choice}`)}${row.chosen ? w.t("reading.inForce") : nothing}<span class="q rule-text">${w.t(`level.rule.${row.choice}`)}</span></th>
      <td class="num">${row.level ? w.labels.level(row.level) : w.num(null)}</td></tr>`)}
    <tr><th scope="row">${w.t("level.score")}</th><td class="num">${result.score === null ? w.num(null) : figure(ctx, `level/${partner.id}/keyLevel/score`, w.num(result.score, 2, 2), { stale: partner.stale, label: w.t("level.score") })}</td></tr></tbody></table>`;
}

/** @param {Context} ctx */
function how(ctx) {
  const { w } = ctx;
  return roomHow(ctx, "level", (partner, pointer) => {
    const result = partner.result?.keyLevel;
    const method = result?.method ?? "stars";
    const isScore = pointer.endsWith("/score");
    const moved = !isScore && result && result.adjustment !== "none" ? ["keyLevel.adjustment"] : [];
    const person = !isScore && result?.override ? ["keyLevel.override"] : [];
    return {
      title: isScore ? w.t("level.score") : w.t("step.level"),
      rules: isScore ? ["keyLevel.weighted"] : [RULES[method], ...moved, ...person],
      options: isScore ? [] : (result?.readings ?? []).map((row) => ({ label: w.t(`level.method.${row.choice}`), chosen: row.chosen, result: row.level ? w.labels.level(row.level) : w.num(null) })),
    };
  });
}
