/**
 * 条款清单: each clause the policy looks for, why it matters, and what the draft says of it.
 * @module
 */
import { html, nothing } from "lit";
import { control, fieldId, message } from "../../shared/field.js";
import { status } from "../../shared/status.js";
import { copyButton } from "../../shared/toolbar.js";
import { dossierPath } from "../../manage/room.js";
import { ofClause } from "../../policy/units.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").ContractCheck["clauses"][number]} Clause */

const PARTS = /** @type {const} */ (["data", "money", "exit", "management"]);
const STATES = /** @type {const} */ (["present", "weak", "missing"]);

/** @type {Record<Clause["state"], {tone: import("../../shared/status.js").Tone, icon: import("../../shared/icon.js").IconName}>} */
const LOOKS = { present: { tone: "ok", icon: "ok" }, weak: { tone: "warn", icon: "find" }, missing: { tone: "bad", icon: "stop" } };

/** @param {Context} ctx @returns {import("../cards.js").Card | null} */
export function contractCard(ctx) {
  const { w } = ctx;
  const wanted = /** @type {any[]} */ (ctx.results.policy.document.contract ?? []);
  if (wanted.length === 0) return null;
  const check = ctx.results.assessment?.contract ?? null;
  return {
    id: "contract",
    edit: true,
    tone: check && check.missing > 0 ? "bad" : check && check.weak > 0 ? "warn" : "",
    state: check ? w.t("contract.count", { n: wanted.length, present: check.present, weak: check.weak, missing: check.missing }) : w.t("contract.none", { n: wanted.length }),
    body: html`<div class="bar"><p class="q s">${w.t("contract.hint")}</p>${copyButton(ctx, () => contractTable(ctx))}</div><div class="cols c2 first"><section>${partTable(ctx, "data", wanted)}</section><section>${PARTS.slice(1).map((part) => partTable(ctx, part, wanted))}</section></div>`,
    folded: true,
    field: `${dossierPath(ctx)}/agreement/clauses`,
  };
}

/**
 * @param {Context} ctx
 * @param {typeof PARTS[number]} part
 * @param {any[]} wanted
 */
function partTable(ctx, part, wanted) {
  const { w } = ctx;
  const clauses = wanted.filter((clause) => clause.part === part);
  if (clauses.length === 0) return nothing;
  return html`<table class="clauses" part="table"><thead><tr><th scope="col">${w.t(`contract.part.${part}`)}</th><th scope="col">${w.t("contract.draft")}</th><th scope="col">${w.t("contract.state")}</th></tr></thead><tbody>${clauses.map((clause) => {
    const path = `${dossierPath(ctx)}/agreement/clauses/${clause.id}`;
    const found = ctx.results.assessment?.contract?.clauses.find((entry) => entry.id === clause.id);
    const name = w.text(clause.label);
    const figure = clause.atLeast !== undefined || clause.atMost !== undefined;
    return html`<tr><th scope="row"><b>${name}</b><small class="q">${w.text(clause.why)}</small></th>
      <td>${figure ? html`${control(ctx, { path: `${path}/value`, label: name, hideLabel: true, unit: ofClause(clause) })}<small class="q">${limits(ctx, clause)}</small>${message(ctx, `${path}/value`)}` : choice(ctx, `${path}/state`, name)}</td>
      <td>${found ? status(LOOKS[found.state], w.t(`contract.state.${found.state}`)) : html`<span class="q">—</span>`}</td></tr>`;
  })}</tbody></table>`;
}

/**
 * Present, weak or missing; pressing the chosen one again takes it back.
 * @param {Context} ctx
 * @param {string} path
 * @param {string} name
 */
function choice(ctx, path, name) {
  const { w, store } = ctx;
  const chosen = store.valueAt(path);
  return html`<span class="seg" role="group" aria-label=${name} id=${fieldId(path)} tabindex="-1">${STATES.map((state) => html`<button type="button" aria-pressed=${chosen === state ? "true" : "false"} ?disabled=${store.readonly} @click=${() => {
    store.set(path, chosen === state ? undefined : state);
    store.seal();
  }}>${w.t(`contract.choice.${state}`)}</button>`)}</span>`;
}

/** @param {Context} ctx @param {{atLeast?: number, atMost?: number}} clause */
function limits(ctx, { atLeast, atMost }) {
  const { w } = ctx;
  return [atLeast === undefined ? "" : `≥ ${w.num(atLeast)}`, atMost === undefined ? "" : `≤ ${w.num(atMost)}`].filter(Boolean).join(w.t("punct.list"));
}

/**
 * @param {Context} ctx
 * @returns {import("../../shared/table.js").TableData}
 */
export function contractTable(ctx) {
  const { w } = ctx;
  const found = ctx.results.assessment?.contract?.clauses ?? [];
  return {
    caption: w.t("agree.card.contract"),
    head: [w.t("agree.card.contract"), w.t("contract.state"), w.t("contract.why")],
    rows: /** @type {any[]} */ (ctx.results.policy.document.contract ?? []).map((clause) => {
      const state = found.find((entry) => entry.id === clause.id);
      return [w.text(clause.label), state ? `${w.t(`contract.state.${state.state}`)}${state.value === undefined ? "" : w.t("punct.comma") + w.t(w.known(`contract.value.${clause.id}`, "contract.value"), { n: state.value })}` : "—", w.text(clause.why)];
    }),
  };
}
