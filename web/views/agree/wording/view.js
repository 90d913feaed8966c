/**
 * 合同文字: the clause in force as sentences, to be copied into the contract. The core says which sentences and with
 * which figures; the words are the page's.
 * @module
 */
import { html } from "lit";
import { copyText } from "../../../io/clipboard.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Wording} Wording */

/** What stands in one article, by the beginning of a sentence's code. */
const ARTICLES = [["parties"], ["target", "tiers", "tier", "bounds", "missed"], ["deduction", "deductions", "deductedFrom", "measuredOver"], ["cap", "floor", "guarantee", "clawback", "steps", "rounding"], ["period", "payment", "countedBy", "tax"], ["exit"]];

/** @type {WeakMap<object, {reference: any, answer: any}>} */
const known = new WeakMap();

/** @param {Context} ctx @returns {Wording | null} */
function wording(ctx) {
  const { reference } = ctx.results.policy;
  const agreement = ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {};
  const kept = known.get(agreement);
  if (kept && kept.reference === reference) return kept.answer;
  const asked = ctx.store.engine.wording({ policy: reference, contractYear: agreement.contractYear ?? 1, reading: agreement.reading });
  const answer = asked.ok ? asked : null;
  known.set(agreement, { reference, answer });
  return answer;
}

/**
 * The articles of the contract, or none while the year's clause is open.
 * @param {Context} ctx
 * @returns {string[]}
 */
export function articles(ctx) {
  const said = wording(ctx)?.sentences ?? [];
  const gap = ctx.w.lang === "en" ? " " : "";
  return ARTICLES.map((heads) => said.filter(({ code }) => heads.includes(code.split(".")[0])).sort((a, b) => heads.indexOf(a.code.split(".")[0]) - heads.indexOf(b.code.split(".")[0])).map(({ code, params }) => ctx.w.t(ctx.w.known(`sentence.${code}`), params)).join(gap)).filter(Boolean);
}

/** @param {Context} ctx @returns {import("../cards.js").Card} */
export function wordingCard(ctx) {
  const { w } = ctx;
  const list = articles(ctx);
  const copy = (/** @type {Event} */ event) => {
    const done = copyText(list.map((article, index) => `${index + 1}. ${article}`).join("\n"));
    event.currentTarget?.dispatchEvent(new CustomEvent("allymark-say", { bubbles: true, composed: true, detail: w.t(done ? "words.copied" : "toolbar.copyRefused") }));
  };
  return {
    id: "wording",
    folded: true,
    tone: "",
    state: list.length > 0 ? w.t("words.hint") : w.t("words.open"),
    body: list.length > 0 ? html`<ol class="articles">${list.map((article) => html`<li>${article}</li>`)}</ol><p class="acts"><button type="button" class="btn" @click=${copy}>${w.t("words.copy")}</button></p>` : html`<p class="q none">${w.t("words.open")}</p>`,
  };
}
