/**
 * The bar above everything: whose workspace, under which policy, and what can be done with it.
 * @module
 */
import { html } from "lit";
import { icon } from "../shared/icon.js";

/** @typedef {import("../context.js").Context} Context */

const NEXT_THEME = /** @type {const} */ ({ auto: "light", light: "dark", dark: "auto" });

/**
 * @param {Context} ctx
 * @param {{clear: () => void, example: () => void, print: () => void}} actions
 */
export function topBar(ctx, actions) {
  const { w, store } = ctx;
  const { theme, lang } = store.preferences;
  const name = w.text(store.workspace.name);
  return html`<header class="top" part="toolbar">
    <div class="brand">${icon("logo")}<span>${w.t("brand")}</span> <small>${w.t("brand.other")}</small></div>
    <div class="ws"><input class="ws-name" aria-label=${w.t("workspace.name")} autocomplete="off" spellcheck="false" .value=${name} placeholder=${w.t("workspace.unnamed")}
        @input=${(/** @type {Event} */ event) => store.set("/name", /** @type {HTMLInputElement} */ (event.target).value)} @blur=${() => store.seal()}>
      <span class="sep wide"></span><span class="wide policy">${w.t("how.policy")} ${ctx.policyName}</span></div>
    <div class="tools">
      ${tool("undo", w.t("action.undo"), !store.canUndo, () => store.undo())}
      ${tool("redo", w.t("action.redo"), !store.canRedo, () => store.redo())}
      <span class="sep wide"></span>
      <button type="button" class="wide" @click=${actions.clear}>${w.t("action.clear")}</button>
      <button type="button" class="wide" @click=${actions.example}>${w.t("action.example")}</button>
      <button type="button" class="wide" @click=${actions.print}>${w.t("action.print")}</button>
      <span class="sep wide"></span>
      <button type="button" class="lang" lang=${lang === "zh" ? "en" : "zh-CN"} @click=${() => store.prefer({ lang: lang === "zh" ? "en" : "zh" })}>${lang === "zh" ? "EN" : "中文"}</button>
      ${tool(theme, w.t(`theme.${theme}`), false, () => store.prefer({ theme: NEXT_THEME[theme] }))}
    </div></header>`;
}

/**
 * @param {import("../shared/icon.js").IconName} name
 * @param {string} label
 * @param {boolean} off
 * @param {() => void} act
 */
function tool(name, label, off, act) {
  return html`<button type="button" class="square" aria-label=${label} title=${label} aria-disabled=${off ? "true" : "false"} @click=${() => (off ? undefined : act())}>${icon(name)}</button>`;
}
