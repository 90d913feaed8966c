/**
 * 规则包 ▾: by which pack everything is judged, the others that could, one from a file, and the rules themselves.
 * @module
 */
import { html } from "lit";
import { goTo } from "../pages.js";
import { menu } from "../shared/menu.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("./actions.js").Actions} Actions */

/** @param {Context} ctx @param {Actions} actions @param {() => void} onOpen */
export function policyMenu(ctx, actions, onOpen) {
  const { w, store } = ctx;
  return menu({
    label: html`<span>${w.t("how.policy")} <bdi>${ctx.policyName}</bdi></span>`,
    classes: "policy",
    onOpen,
    items: [...(store.readonly ? [] : packItems(ctx, actions)), { text: w.t("policy.open"), act: () => goTo(store, "policy") }],
  });
}

/** The packs to choose from, and a line under them. @param {Context} ctx @param {Actions} actions */
export function packItems(ctx, actions) {
  const { w, store } = ctx;
  const own = store.workspace.policy;
  return [
    ...(own.document ? [{ text: ctx.policyName, hint: w.t("policy.inForce"), act: () => {} }] : []),
    ...store.engine.policies().map((pack) => {
      const chosen = !own.document && pack.id === own.id;
      const name = w.text(/** @type {any} */ (pack.document).label) || pack.id;
      return { text: chosen ? ctx.policyName : `${name} ${pack.version}`, hint: chosen ? w.t("policy.inForce") : "", act: () => (chosen ? undefined : actions.judgeBy(pack.id)) };
    }),
    { text: w.t("policy.import"), act: actions.importPolicy },
    null,
  ];
}
