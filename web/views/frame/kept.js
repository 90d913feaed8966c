/**
 * Whether what was typed is safe: 已存于本浏览器 14:02, or why not and what to do.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../shared/icon.js";

/**
 * @param {import("../context.js").Context} ctx
 * @param {import("./actions.js").Actions} actions
 */
export function keptLine(ctx, actions) {
  const { w, store } = ctx;
  const { keeper } = store;
  if (!keeper || keeper.state === "none") return nothing;
  if (keeper.state === "refused") return html`<p class="kept warn">${icon("find")} ${w.t("kept.refused")} <button type="button" class="do" @click=${actions.saveFile}>${w.t("kept.export")}</button></p>`;
  if (keeper.state === "elsewhere") return nothing;
  return html`<p class="kept">${keeper.savedAt ? w.t("kept.saved", { when: w.moment(keeper.savedAt) }) : w.t("kept.saving")}</p>`;
}

/**
 * Another tab has changed the same workspace: nothing of this tab is overwritten, nothing of it saved, until somebody
 * decides.
 * @param {import("../context.js").Context} ctx
 * @param {import("./actions.js").Actions} actions
 */
export function elsewhere(ctx, actions) {
  const { w, store } = ctx;
  if (store.keeper?.state !== "elsewhere") return nothing;
  const { keeper } = store;
  return html`<div class="notice doubt">${icon("find")}<p>${w.t("kept.elsewhere")}</p>
    <button type="button" class="btn" @click=${() => actions.openCopy(keeper.slot)}>${w.t("kept.takeTheirs")}</button>
    <button type="button" class="btn" @click=${() => {
      keeper.start();
      keeper.save(store.workspace);
    }}>${w.t("kept.keepBoth")}</button></div>`;
}

/**
 * One line above the page that somebody can put away.
 * @param {import("../context.js").Context} ctx
 */
export function notice(ctx) {
  const { w, store } = ctx;
  const said = store.ui.notice;
  if (!said) return nothing;
  const look = /** @type {const} */ ({ note: "info", doubt: "find", bad: "stop" });
  return html`<div class="notice ${said.tone}">${icon(look[said.tone])}<p>${w.rich(w.known(said.text), said.params)}</p>
    ${(said.acts ?? []).map((entry) => html`<button type="button" class="btn" @click=${() => {
      store.say(null);
      entry.act();
    }}>${w.t(entry.text)}</button>`)}
    <button type="button" class="ghost" aria-label=${w.t("notice.close")} @click=${() => store.say(null)}>${icon("x")}</button></div>`;
}
