/**
 * 能力与意愿: can the candidate do it, does it want to, and what of our needs it covers.
 * @module
 */
import { html, nothing } from "lit";
import { read } from "../../../store/pointer.js";
import { figure, originTag, staleTag } from "../../shared/figure.js";
import { status } from "../../shared/status.js";
import { copyButton } from "../../shared/toolbar.js";
import { line, pick, signals, stars } from "../shared/choices.js";
import { currentPartner, roomFindings, roomHow, whose } from "../shared/room.js";
import { coverage, scorePicture, quadrants, readinessTable } from "./picture.js";
import { readinessFindings } from "./step.js";
import { answerLook, quadrantLook } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("../shared/room.js").Partner} Partner */

/** @param {Context} ctx */
export function readinessView(ctx) {
  const { w } = ctx;
  const rules = ctx.results.policy.document.readiness;
  const partner = currentPartner(ctx);
  if (!rules || !partner) return html`<div class="head"><h1>${w.t("step.readiness")}</h1></div><p class="q none">${w.t("room.noRules")}</p>`;
  return html`<div class="head" part="heading"><h1>${w.t("step.readiness")}</h1><p>${w.t("readiness.sub", { pass: rules.ability.pass, needed: rules.willingness.needed })} ${originTag(ctx, w.labels.origin("readiness.ability"))}</p>
      <div class="act" part="toolbar">${copyButton(ctx, () => readinessTable(ctx))}</div></div>
    <div class="under">${whose(ctx)}</div>
    <div class="cols c2 first"><section class="result-part">${verdict(ctx, partner)}${scorePicture(ctx)}</section>
      <section class="result-part">${quadrants(ctx)}${coverage(ctx, partner)}</section></div>
    <div class="result-part">${how(ctx)}</div>
    ${inputs(ctx, partner, rules)}
    <div class="result-part gap">${roomFindings(ctx, readinessFindings(ctx))}<p class="foot"><span>${w.t("room.legend")}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p></div>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 */
function verdict(ctx, partner) {
  const { w } = ctx;
  const result = partner.result?.readiness;
  if (!result) return nothing;
  const { ability, willingness } = result;
  const at = (/** @type {string} */ pointer) => `readiness/${partner.id}/readiness/${pointer}`;
  const look = quadrantLook(result.quadrant);
  return html`<div class="big-verdict"><p class="v">${status(look, w.t(w.known(`quadrant.${result.quadrant}`, "quadrant.unknown")))}${partner.stale ? staleTag(ctx) : nothing}</p>
    <dl class="three"><div><dt>${w.t("readiness.mean")}</dt><dd>${figure(ctx, at("ability/mean"), w.num(ability.mean, 0, 2), { stale: partner.stale, label: w.t("readiness.mean") })} <span class="q">/ ${w.num(ability.needed)}</span> ${status(answerLook(ability.able), w.t(`able.${ability.able}`))}</dd></div>
      <div><dt>${w.t("readiness.willing")}</dt><dd>${figure(ctx, at("willingness/willing"), `${willingness.yes}/${willingness.of}`, { stale: partner.stale, label: w.t("readiness.willing") })} ${status(answerLook(willingness.willing), w.t(`willing.${willingness.willing}`))}</dd></div>
      <div><dt>${w.t("readiness.bare")}</dt><dd>${figure(ctx, at("ability/withoutEvidence"), ability.withoutEvidence === null ? w.num(null) : `${w.num(ability.withoutEvidence, 0, 0)}%`, { stale: partner.stale, label: w.t("readiness.bare") })}</dd></div></dl>
    <p class="q">${ability.weakest.length > 0 ? w.t("readiness.weakest", { names: w.list(ability.weakest, (id) => w.labels.entry("ability", id)) }) : w.t("readiness.empty")}${ability.vetoes.length > 0 ? html`${w.t("punct.semicolon")}<b class="bad">${w.t("readiness.vetoed", { names: w.list(ability.vetoes, (id) => w.labels.entry("ability", id)) })}</b>` : nothing}${w.t("punct.stop")}</p></div>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 * @param {any} rules
 */
function inputs(ctx, partner, rules) {
  const { w, store } = ctx;
  const base = `/dossiers/${partner.index}`;
  const { low, high } = rules.ability.scale;
  const states = /** @type {const} */ (["met", "partly", "not"]).map((id) => ({ id, text: w.t(`need.${id}`) }));
  return html`<div class="edit-part cols c2 fill"><section><h2 class="sec">${w.t("readiness.ability")}</h2>
      ${w.labels.asked("ability").map((dimension) => html`<div class="rated">${stars(ctx, { path: `${base}/ability/${dimension.id}/score`, label: dimension.name, low, high })}
        <div class="evid"><span class="q" aria-hidden="true">${w.t("diligence.evidence")}</span>${line(ctx, { path: `${base}/ability/${dimension.id}/evidence`, label: w.t("readiness.evidenceOf", { name: dimension.name }), placeholder: w.t("readiness.evidenceHint"), hideLabel: true })}</div></div>`)}
      <h2 class="sec later">${w.t("readiness.willing")}</h2>
      ${w.labels.asked("signals").map((signal) => pick(ctx, { path: `${base}/willingness/signals/${signal.id}`, label: signal.name, empty: w.t("signal.unknown"), options: signals(ctx) }))}</section>
    <section><h2 class="sec">${w.t("readiness.needs")}</h2>
      ${w.labels.asked("needs").map((group) => html`<h3 class="grp">${group.name}</h3>${group.items.map((need) => pick(ctx, { path: `${base}/needs/${group.id}/${need.id}`, label: need.name, empty: w.t("need.unknown"), options: states }))}`)}
      <h2 class="sec later">${w.t("readiness.offers")}</h2>
      ${w.labels.asked("offers").map((offer) => {
        const chosen = /** @type {string[]} */ (read(store.workspace, `${base}/offers`) ?? []);
        return html`<label class="choice"><input type="checkbox" .checked=${chosen.includes(offer.id)} ?disabled=${store.readonly} @change=${(/** @type {Event} */ event) => {
          const on = /** @type {HTMLInputElement} */ (event.target).checked;
          store.set(`${base}/offers`, on ? [...chosen, offer.id] : chosen.filter((id) => id !== offer.id));
          store.seal();
        }}><span>${offer.name}</span></label>`;
      })}
      ${pick(ctx, { path: `${base}/sourcing`, label: w.t("readiness.sourcing"), empty: w.num(null), options: w.labels.asked("channels").map((channel) => ({ id: channel.id, text: channel.name })) })}</section></div>`;
}

/** @param {Context} ctx */
function how(ctx) {
  const { w } = ctx;
  return roomHow(ctx, "readiness", (_, pointer) => {
    if (pointer.includes("/willingness/")) return { title: w.t("readiness.willing"), rules: ["readiness.willingness"] };
    if (pointer.includes("/needs/")) return { title: w.t("readiness.needs"), rules: ["readiness.needs"] };
    if (pointer.endsWith("/withoutEvidence")) return { title: w.t("readiness.bare"), rules: ["readiness.evidence"] };
    return { title: w.t("readiness.mean"), rules: ["readiness.ability"] };
  });
}
