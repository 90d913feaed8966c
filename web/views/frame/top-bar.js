/**
 * The bar above everything: whose workspace, under which policy, and what can be done with it.
 * @module
 */
import { html, nothing } from "lit";
import { EXAMPLES } from "../../store/examples.js";
import { goTo } from "../pages.js";
import { icon } from "../shared/icon.js";
import { menu } from "../shared/menu.js";
import { packItems, policyMenu } from "./policy-menu.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("./actions.js").Actions} Actions */

const NEXT_THEME = /** @type {const} */ ({ auto: "light", light: "dark", dark: "auto" });

/**
 * @param {Context} ctx
 * @param {Actions} actions
 * @param {import("../../store/keeper.js").Copy[]} copies what this browser keeps
 * @param {() => void} lookForCopies
 */
export function topBar(ctx, actions, copies, lookForCopies) {
  const { w, store } = ctx;
  const { theme, lang } = store.preferences;
  const name = w.text(store.workspace.name);
  const free = !store.readonly;
  const toTheme = () => store.prefer({ theme: NEXT_THEME[theme] });
  const toLang = () => store.prefer({ lang: lang === "zh" ? "en" : "zh" });
  const open = openItems(ctx, actions, copies);
  const save = saveItems(ctx, actions);
  return html`<header class="top" part="toolbar">
    <div class="brand">${icon("logo")}<span>${w.t("brand")}</span> <small>${w.t("brand.other")}</small></div>
    <div class="ws"><input class="ws-name" aria-label=${w.t("workspace.name")} autocomplete="off" spellcheck="false" ?readonly=${store.readonly} .value=${name} placeholder=${w.t("workspace.unnamed")}
        @input=${(/** @type {Event} */ event) => store.set("/name", /** @type {HTMLInputElement} */ (event.target).value)} @blur=${() => store.seal()}>
      <span class="sep wide"></span>${ctx.narrow ? nothing : policyMenu(ctx, actions, lookForCopies)}</div>
    <div class="tools">
      ${free ? html`${tool("undo", w.t("action.undo"), !store.canUndo, () => store.undo())}${tool("redo", w.t("action.redo"), !store.canRedo, () => store.redo())}
      <span class="sep wide"></span>
      <button type="button" class="wide" @click=${actions.clear}>${w.t("action.clear")}</button>
      ${menu({ label: w.t("action.open"), classes: "wide", items: open, onOpen: lookForCopies })}` : nothing}
      ${menu({ label: w.t("action.save"), classes: "wide", items: save })}
      ${free ? html`<button type="button" class="wide roomy" @click=${actions.paste}>${w.t("action.paste")}</button>` : nothing}
      <button type="button" class="wide roomy" @click=${actions.share}>${w.t("action.share")}</button>
      <button type="button" class="wide roomy" @click=${actions.print}>${w.t("action.print")}</button>
      <span class="sep wide"></span>
      <button type="button" class="wide lang" lang=${lang === "zh" ? "en" : "zh-CN"} @click=${toLang}>${lang === "zh" ? "EN" : "中文"}</button>
      <span class="wide">${tool(theme, w.t(`theme.${theme}`), false, toTheme)}</span>
      ${menu({
        label: icon("more"),
        name: w.t("action.more"),
        classes: "overflow",
        onOpen: lookForCopies,
        items: [
          ...(free ? [{ text: w.t("action.paste"), act: actions.paste }] : []),
          { text: w.t("action.share"), act: actions.share },
          { text: w.t("action.print"), act: actions.print },
          ...(ctx.narrow ? [null, ...(free ? [{ text: w.t("action.clear"), act: actions.clear }, ...open, null] : []), ...save, null,
            ...(free ? packItems(ctx, actions) : []),
            { text: w.t("page.policy"), hint: ctx.policyName, act: () => goTo(store, "policy") },
            { text: lang === "zh" ? "English" : "中文", lang: lang === "zh" ? "en" : "zh-CN", act: toLang },
            { text: w.t(`theme.${theme}`), act: toTheme }] : []),
        ],
      })}
    </div></header>`;
}

/**
 * @param {Context} ctx
 * @param {Actions} actions
 * @param {import("../../store/keeper.js").Copy[]} copies
 */
function openItems(ctx, actions, copies) {
  const { w } = ctx;
  const kept = copies.filter((copy) => copy.slot !== ctx.store.keeper?.slot).slice(0, 6);
  return [
    { text: w.t("open.file"), act: actions.openFile },
    ...EXAMPLES.map((id) => ({ text: w.t(`example.${id}`), hint: w.t("example.hint"), act: () => actions.openExample(id) })),
    ...(kept.length > 0 ? [null] : []),
    ...kept.map((copy) => ({ text: copy.name || w.t("workspace.unnamed"), hint: w.t("open.kept", { when: w.moment(copy.savedAt) }), act: () => actions.openCopy(copy.slot) })),
  ];
}

/**
 * @param {Context} ctx
 * @param {Actions} actions
 */
function saveItems(ctx, actions) {
  const { w } = ctx;
  return [
    { text: w.t("save.json"), hint: w.t("save.jsonHint"), act: actions.saveFile },
    { text: w.t("save.xlsx"), hint: w.t("save.xlsxHint"), act: () => actions.saveTable("xlsx") },
    { text: w.t("save.csv"), act: () => actions.saveTable("csv") },
    { text: w.t("save.template"), hint: w.t("save.templateHint"), act: () => actions.saveTable("template") },
  ];
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
