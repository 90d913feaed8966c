/**
 * 判法: which reading of the verdict rule is in force. A choice edits this workspace's copy of the policy; each choice
 * shows the verdict it would give.
 * @module
 */
import { html } from "lit";
import { icon } from "../../shared/icon.js";
import { closeOnEscape, closeOnLeave } from "../../shared/menu.js";
import { verdictMark } from "../../shared/status.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").TrialResult} TrialResult */

const OPTIONS = /** @type {const} */ (["method", "missing", "provenOnly"]);

/**
 * @param {Context} ctx
 * @param {TrialResult} result of the partner in the strip
 */
export function methodMenu(ctx, result) {
  const { w } = ctx;
  const chosen = OPTIONS.map((option) => result.readings.find((row) => row.option === option && row.chosen)).filter((row) => row !== undefined);
  const name = chosen.length > 0 ? w.t(w.known(`choice.${chosen[0].option}.${chosen[0].choice}`)) : "";
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeOnLeave}><summary class="btn">${w.t("trial.method", { name })}${icon("chevron")}</summary>
    <div class="panel">${OPTIONS.map((option) => group(ctx, result, option))}</div></details>`;
}

/**
 * @param {Context} ctx
 * @param {TrialResult} result
 * @param {(typeof OPTIONS)[number]} option
 */
function group(ctx, result, option) {
  const { w } = ctx;
  return html`<fieldset><legend>${w.t(`option.${option}`)}</legend>${result.readings.filter((row) => row.option === option).map((row) => html`<label class="choice">
    <input type="radio" name=${`m-${option}`} .checked=${row.chosen} @change=${() => choose(ctx, option, row.choice)}><span>${w.t(w.known(`choice.${option}.${row.choice}`))}</span>${verdictMark(ctx, row.verdict)}</label>`)}</fieldset>`;
}

/**
 * @param {Context} ctx
 * @param {string} option
 * @param {string} choice
 */
function choose(ctx, option, choice) {
  const value = choice === "true" ? true : choice === "false" ? false : choice;
  ctx.store.editPolicy(`/trial/verdict/${option}`, value);
}
