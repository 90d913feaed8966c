/**
 * The contract year's own terms where they are felt: target, tiers and rates. They are rules of the pack, so a change holds
 * for every partner, and it is the pack's form that edits them. Which year it is stays as it is: the card shows that year.
 * @module
 */
import { html, nothing } from "lit";
import { goTo } from "../../pages.js";
import { rulePart } from "../../policy/form.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @returns {import("../cards.js").Card | null}
 */
export function termsCard(ctx) {
  const { w, results, store } = ctx;
  const wanted = results.policy.wanted.commission;
  const year = results.quote?.contractYear ?? 1;
  const at = (wanted?.years ?? []).findIndex((/** @type {{year: number}} */ entry) => entry.year === year);
  if (at < 0 || !Array.isArray(wanted.years[at].tiers)) return null;
  const base = `/commission/years/${at}`;
  const changed = Object.keys(store.workspace.policy.edits ?? {}).some((pointer) => pointer.startsWith(base));
  return {
    id: "terms",
    state: changed ? w.t("terms.changed") : w.t("terms.shipped", { name: ctx.policyName }),
    tone: changed ? "warn" : "",
    edit: true,
    folded: true,
    body: html`<p class="s q">${w.t("terms.hint")} <button type="button" class="do" @click=${() => goTo(store, "policy")}>${w.t("terms.all")}</button>
        ${changed && !store.readonly ? html`<button type="button" class="do" @click=${() => store.resetPolicy(base)}>${w.t("terms.reset")}</button>` : nothing}</p>
      <div class="terms">${rulePart(ctx, base, "year")}</div>`,
  };
}
