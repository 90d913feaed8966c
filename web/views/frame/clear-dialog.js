/**
 * 清空开始 asks first.
 * @module
 */
import { html } from "lit";
import { ref } from "lit/directives/ref.js";

/**
 * @param {import("../context.js").Context} ctx
 * @param {import("lit/directives/ref.js").Ref<HTMLDialogElement>} dialog
 * @param {() => void} clear
 */
export function clearDialog(ctx, dialog, clear) {
  const { w } = ctx;
  return html`<dialog ${ref(dialog)} aria-labelledby="clear-title"><h2 id="clear-title">${w.t("clear.title")}</h2><p>${w.t("clear.text")}</p>
    <form method="dialog"><button class="btn" value="no">${w.t("clear.no")}</button><button class="btn pri" value="yes" @click=${clear}>${w.t("clear.yes")}</button></form></dialog>`;
}
