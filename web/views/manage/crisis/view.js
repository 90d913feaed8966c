/**
 * 危机预案: a lamp for each plan, how far it is from firing, and for one that fired who does what until when.
 * @module
 */
import { html, nothing } from "lit";
import { headroom } from "../../../charts/headroom.js";
import { figure } from "../../shared/figure.js";
import { findingList } from "../../shared/findings.js";
import { status } from "../../shared/status.js";
import { copyButton } from "../../shared/toolbar.js";
import { roomHow } from "../explain.js";
import { address, assessed, dossierPath } from "../room.js";
import { eventInputs } from "./inputs.js";
import { clockText, crisisFindings, distance, lamp, trigger } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Crisis} Crisis */

/** @param {Context} ctx */
export function crisisView(ctx) {
  const { w } = ctx;
  const { result, stale } = assessed(ctx);
  const plans = result?.crisis ?? [];
  if (result && result.crisis === null) return html`<div class="head" part="heading"><h1>${w.t("step.crisis")}</h1></div><p class="q none">${w.t("crisis.none")}</p>`;
  const burning = plans.map((plan, index) => ({ plan, index })).filter(({ plan }) => plan.state === "fired");
  return html`<div class="head" part="heading"><h1>${w.t("step.crisis")}</h1><p>${w.t("room.asOf", { day: ctx.store.workspace.asOf })}</p><div class="act" part="toolbar">${copyButton(ctx, () => crisisTable(ctx, plans))}</div></div>
    <div class="sheet bleed plans result-part" part="card"><table part="table"><thead><tr><th scope="col">${w.t("crisis.plan")}</th><th scope="col">${w.t("crisis.state")}</th><th scope="col">${w.t("crisis.distance")}</th><th scope="col" class="barcol">${w.t("crisis.headroom")}</th><th scope="col" class="num">${w.t("crisis.latest")}</th></tr></thead>
      <tbody>${plans.map((plan, index) => html`${row(ctx, plan, index, stale)}${isOpen(ctx, index) ? html`<tr class="open"><td colspan="5">${roomHow(ctx, `/crisis/${index}/`, () => w.labels.plan(plan.id), plan.kind === "event" ? "crisis.noSteps" : undefined)}</td></tr>` : nothing}`)}</tbody></table></div>
    ${burning.map(({ plan, index }) => checklist(ctx, plan, index))}
    ${plans.filter((plan) => plan.state !== "fired" && plan.closedOn).map((plan) => html`<p class="cap result-part"><b>${w.labels.plan(plan.id)}</b>${w.t("punct.colon")}${w.t("crisis.closed", { date: plan.closedOn })}</p>`)}
    <div class="cols c2"><section class="edit-part">${eventInputs(ctx)}</section><section class="result-part">${exits(ctx, result)}${crisisFindings(ctx).length > 0 ? html`<h2 class="sec${result?.exit ? " later" : ""}">${w.t("findings.title")}</h2>` : nothing}${findingList(ctx, crisisFindings(ctx), { address: address(ctx) })}</section></div>
    <p class="foot result-part"><span>${w.t("crisis.closes")}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p>`;
}

/**
 * @param {Context} ctx
 * @param {number} index
 */
const isOpen = (ctx, index) => ctx.store.ui.open?.startsWith(`room/crisis/${index}/`) ?? false;

/**
 * @param {Context} ctx
 * @param {Crisis} plan
 * @param {number} index
 * @param {boolean} stale
 */
function row(ctx, plan, index, stale) {
  const { w } = ctx;
  const look = lamp(plan);
  const name = w.labels.plan(plan.id);
  const text = distance(ctx, plan);
  const value = plan.metric === null ? "" : w.value(plan.metric, plan.value);
  return html`<tr class="plan"><th scope="row"><b>${name}</b><small class="q">${trigger(ctx, plan)}</small></th><td class="lamp">${status(look, w.t(look.word))}</td>
    <td class="far">${figure(ctx, `room/crisis/${index}/state`, text, { label: `${name} ${w.t("crisis.distance")}`, stale, step: "crisis" })}</td>
    <td class="barcol">${plan.limit === null ? nothing : html`<allymark-sized .draw=${(/** @type {number} */ width) => headroom({ value: plan.value, limit: Number(plan.limit), safe: plan.kind === "above_limit" ? "below" : "above", label: `${name} ${text}` }, width)}></allymark-sized>`}</td>
    <td class="num">${plan.metric === null ? nothing : html`${plan.month ? html`<small class="q">${w.month(plan.month)} ${w.labels.metric(plan.metric)}</small>` : nothing} ${figure(ctx, `room/crisis/${index}/distance`, value, { label: `${name} ${w.t("crisis.latest")}`, stale, step: "crisis" })}`}</td></tr>`;
}

/**
 * @param {Context} ctx
 * @param {Crisis} plan
 * @param {number} index
 */
function checklist(ctx, plan, index) {
  const { w } = ctx;
  const over = plan.clock !== null && plan.clock.daysLeft < 0;
  return html`<section class="result-part checklist"><h2 class="sec">${w.t("crisis.steps", { plan: plan.id })} <small>${w.t("crisis.since", { date: plan.firedOn })}${w.t("punct.semicolon")}<span class=${over ? "bad" : ""}>${plan.clock ? figure(ctx, `room/crisis/${index}/clock/daysLeft`, clockText(ctx, plan.clock), { label: w.t("crisis.due"), step: "crisis" }) : nothing}</span></small></h2>
    <p class="cap bad">${w.t("crisis.stopped")}${w.t("punct.stop")}</p>
    <table class="steps-table" part="table"><thead><tr><th scope="col">${w.t("crisis.step")}</th><th scope="col">${w.t("crisis.owner")}</th><th scope="col" class="num">${w.t("crisis.due")}</th><th scope="col" class="num">${w.t("crisis.done")}</th></tr></thead>
      <tbody>${plan.steps.map((step) => {
        const name = w.labels.planStep(plan.id, step.step);
        return html`<tr><th scope="row"><label class="choice"><input type="checkbox" .checked=${step.done !== null} ?disabled=${ctx.store.readonly} aria-label=${w.t("crisis.tick", { step: name })} @change=${() => toggleStep(ctx, plan.id, step)}><span>${name}${step.fallback ? html` <small class="q">${w.t("crisis.fallback")}</small>` : nothing}</span></label></th>
          <td class="q">${w.labels.role(step.ownerRole)}</td><td class="num">${step.due}</td><td class="num">${step.done ?? (step.lateDays > 0 && !step.fallback ? html`<span class="bad">${w.t("room.lateDays", { n: step.lateDays })}</span>` : html`<span class="q">${w.t("crisis.open")}</span>`)}</td></tr>`;
      })}</tbody></table></section>`;
}

/**
 * Ticks a step off today, or takes back what was ticked off for this fire.
 * @param {Context} ctx
 * @param {string} plan
 * @param {{step: string, done: string | null}} entry
 */
function toggleStep(ctx, plan, { step, done }) {
  const path = `${dossierPath(ctx)}/crisisSteps`;
  const kept = /** @type {any[]} */ (ctx.store.valueAt(path) ?? []);
  const next = done === null ? [...kept, { plan, step, done: ctx.store.workspace.asOf }] : kept.filter((entry) => entry.plan !== plan || entry.step !== step || entry.done !== done);
  ctx.store.set(path, next);
  ctx.store.seal();
}

/**
 * Exit rules and crisis rules are independent and stand side by side.
 * @param {Context} ctx
 * @param {import("allymark/engine").Assessment | null} result
 */
function exits(ctx, result) {
  const { w } = ctx;
  const routes = result?.exit?.routes ?? [];
  if (routes.length === 0) return nothing;
  return html`<h2 class="sec">${w.t("crisis.exits")} <small>${w.t("crisis.exitsHint")}</small></h2><table class="facts" part="table"><tbody>${routes.map((route) => html`<tr><th scope="row">${w.t(w.known(`route.${route.route}`))}</th><td>${w.t(w.known(`crisis.exit.${route.state}`))}${route.opens ? html` <span class="q n">${route.opens}</span>` : nothing}</td></tr>`)}</tbody></table>`;
}

/**
 * @param {Context} ctx
 * @param {Crisis[]} plans
 * @returns {import("../../shared/table.js").TableData}
 */
export function crisisTable(ctx, plans) {
  const { w } = ctx;
  return {
    caption: w.t("step.crisis"),
    head: [w.t("crisis.plan"), w.t("crisis.state"), w.t("crisis.distance"), w.t("crisis.latest")],
    rows: plans.map((plan) => [w.labels.plan(plan.id), w.t(lamp(plan).word), distance(ctx, plan), plan.metric === null ? "" : w.value(plan.metric, plan.value)]),
  };
}
