/**
 * 清空开始 asks first, and offers to save what is there.
 * @module
 */
import { html } from "lit";
import { startBlank } from "../../io/files.js";

/**
 * @param {import("../context.js").Context} ctx
 * @param {unknown} _data
 * @param {import("../frame/actions.js").Actions} actions
 */
export function clearDialog(ctx, _data, actions) {
  const { w, store } = ctx;
  return html`<h2 id="dialog-title">${w.t("clear.title")}</h2><p>${w.t("clear.text")}</p>
    <form method="dialog"><button class="btn aside" type="button" @click=${actions.saveFile}>${w.t("clear.export")}</button>
      <button class="btn" value="no">${w.t("clear.no")}</button><button class="btn pri" value="yes" @click=${() => startBlank(store)}>${w.t("clear.yes")}</button></form>`;
}
