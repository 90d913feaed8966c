/**
 * A link or a code that holds the whole workspace. It is copied, never sent.
 * @module
 */
import { html, nothing } from "lit";
import { until } from "lit/directives/until.js";
import { codeOf, linkOf } from "../../io/link.js";

/** @type {WeakMap<object, Map<boolean, Promise<string>>>} */
const made = new WeakMap();

/**
 * One code for each workspace, however often the dialog is drawn.
 * @param {import("../context.js").Context} ctx
 * @param {boolean} anonymous
 */
function code(ctx, anonymous) {
  const { workspace } = ctx.store;
  let codes = made.get(workspace);
  if (!codes) made.set(workspace, (codes = new Map()));
  const found = codes.get(anonymous) ?? codeOf(ctx.store, { anonymous, name: (letter) => ctx.w.t("share.partner", { letter }) });
  codes.set(anonymous, found);
  return found;
}

/** @param {import("../context.js").Context} ctx */
export function shareDialog(ctx) {
  const { w, store } = ctx;
  const anonymous = store.ui.flags["share/anonymous"] ?? false;
  if (typeof CompressionStream !== "function") return html`<h2 id="dialog-title">${w.t("share.title")}</h2><p>${w.t("share.old")}</p><form method="dialog"><button class="btn pri" value="yes">${w.t("dialog.close")}</button></form>`;
  const ready = code(ctx, anonymous);
  return html`<h2 id="dialog-title">${w.t("share.title")}</h2><p>${w.t("share.text")}</p>
    <label class="choice"><input type="checkbox" .checked=${anonymous} @change=${(/** @type {Event} */ event) => store.look({ flags: { ...store.ui.flags, "share/anonymous": /** @type {HTMLInputElement} */ (event.target).checked } })}><span>${w.t("share.anonymous")}</span></label>
    ${row(ctx, "share-link", w.t("share.link"), ready.then(linkOf))}${row(ctx, "share-code", w.t("share.code"), ready.then((text) => `w=${text}`))}
    <p class="q">${until(ready.then((text) => w.t("share.size", { n: linkOf(text).length, digest: store.results.policy.digest.slice(0, 8) })), nothing)}</p>
    <form method="dialog"><button class="btn" value="no">${w.t("dialog.close")}</button></form>`;
}

/**
 * @param {import("../context.js").Context} ctx
 * @param {string} id
 * @param {string} label
 * @param {Promise<string>} text
 */
function row(ctx, id, label, text) {
  const { w } = ctx;
  const copy = (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const field = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input"));
    field.select();
    const done = document.execCommand("copy");
    button.dispatchEvent(new CustomEvent("allymark-say", { bubbles: true, composed: true, detail: w.t(done ? "share.copied" : "share.copyRefused") }));
    button.textContent = w.t(done ? "share.copied" : "share.copyRefused");
  };
  return html`<div class="share-row"><label for=${id}>${label}</label><span class="inp wide-inp"><input id=${id} readonly .value=${until(text, "")} @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}></span><button type="button" class="btn" @click=${copy}>${w.t("share.copy")}</button></div>`;
}
