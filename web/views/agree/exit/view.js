/**
 * 退出: the ways out on the workspace's day, what each costs either side, when it takes effect, and what is missing.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../../shared/icon.js";
import { status } from "../../shared/status.js";
import { roomFigure } from "../../manage/explain.js";
import { addTo } from "../../shared/entries.js";
import { dossierPath } from "../../manage/room.js";
import { agreeHow } from "../how.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Exit} Exit */
/** @typedef {Exit["routes"][number]} Route */

/** @type {Record<Route["state"], {tone: import("../../shared/status.js").Tone, icon: import("../../shared/icon.js").IconName}>} */
const LOOKS = { open: { tone: "ok", icon: "ok" }, plan_required: { tone: "warn", icon: "half" }, would_open: { tone: "warn", icon: "find" }, closed: { tone: "neutral", icon: "none" } };

/** The clause of the checklist that a route rests on. @type {Record<Route["route"], string>} */
const CLAUSE = { early: "early_exit", under_performance: "under_performance_exit", material_breach: "material_breach" };

/** @param {Context} ctx @returns {import("../cards.js").Card} */
export function exitCard(ctx) {
  const { w } = ctx;
  const exit = ctx.results.assessment?.exit ?? null;
  const open = exit?.routes.filter((route) => route.state === "open") ?? [];
  return {
    id: "exit",
    tone: "",
    state: exit ? w.t("exit.openNow", { routes: open.map((route) => w.t(`route.${route.route}`)).join(w.t("punct.list")) || "—" }) : w.t("exit.needs"),
    body: exit ? html`${routes(ctx, exit)}<div class="cols c75"><section>${quarters(ctx, exit)}</section><section>${costs(ctx, exit)}</section></div>${agreeHow(ctx, "/exit/", w.t("agree.card.exit"))}` : html`<p class="q none">${w.t("exit.needs")}</p>`,
  };
}

/**
 * @param {Context} ctx
 * @param {Exit} exit
 */
function routes(ctx, exit) {
  const { w } = ctx;
  const fig = (/** @type {string} */ at, /** @type {string} */ text, /** @type {string} */ label) => roomFigure(ctx, `/exit/${at}`, text, label, "commission");
  return html`<table class="routes" part="table"><thead><tr><th scope="col">${w.t("exit.route")}</th><th scope="col">${w.t("exit.state")}</th><th scope="col" class="num">${w.t("exit.end")}</th><th scope="col" class="num">${w.t("exit.weOwe")}</th><th scope="col" class="num">${w.t("exit.partnerOwes")}</th><th scope="col" class="num">${w.t("exit.data")}</th></tr></thead>
    <tbody>${exit.routes.map((route) => {
      const name = w.t(`route.${route.route}`);
      const early = route.route === "early" && route.weOwe !== null;
      const owed = (/** @type {number | null} */ amount, /** @type {string} */ side) => (early ? fig("penalty", w.money(amount), `${name} ${side}`) : w.money(amount));
      return html`<tr><th scope="row"><b>${name}</b><small class="q">${w.t(`exit.how.${route.route}`)}</small>${unwritten(ctx, route)}</th>
        <td>${status(LOOKS[route.state], w.t(`routeState.${route.state}`))}${missing(ctx, route)}</td>
        <td class="num" data-name=${w.t("exit.end")}>${route.end ?? (route.opens ? w.t("exit.opens", { date: route.opens }) : "—")}</td>
        <td class="num" data-name=${w.t("exit.weOwe")}>${owed(route.weOwe, w.t("exit.weOwe"))}</td>
        <td class="num" data-name=${w.t("exit.partnerOwes")}>${owed(route.partnerOwes, w.t("exit.partnerOwes"))}${route.partnerOwesUpTo === undefined ? nothing : html`<small class="q">${w.t("exit.upTo", { amount: route.partnerOwesUpTo })}</small>`}</td>
        <td class="num" data-name=${w.t("exit.data")}>${route.dataDestroyed ?? "—"}</td></tr>`;
    })}</tbody></table>`;
}

/**
 * What the way out still needs.
 * @param {Context} ctx
 * @param {Route} route
 */
function missing(ctx, route) {
  const { w, store } = ctx;
  if (route.state === "plan_required") {
    return html`<small class="q">${w.t("exit.needsPlan")}</small>${store.readonly ? nothing : html`<button type="button" class="do" @click=${() => addTo(ctx, `${dossierPath(ctx)}/events`, { kind: "negotiation_failed", date: store.workspace.asOf, state: "confirmed" })}>${w.t("exit.recordFailed")}</button>`}`;
  }
  if (route.state === "would_open") return html`<small class="q">${w.t("exit.needsQuarter")}</small>`;
  if (route.state === "closed") return html`<small class="q">${w.t(`exit.closed.${route.route}`)}</small>`;
  return nothing;
}

/**
 * A way out that the draft does not name is only the policy's.
 * @param {Context} ctx
 * @param {Route} route
 */
function unwritten(ctx, route) {
  const clause = ctx.results.assessment?.contract?.clauses.find((entry) => entry.id === CLAUSE[route.route]);
  return clause && clause.state !== "present" ? html`<small class="warn">${icon("find")} ${ctx.w.t(`exit.draft.${clause.state}`)}</small>` : nothing;
}

/**
 * @param {Context} ctx
 * @param {Exit} exit
 */
function quarters(ctx, exit) {
  const { w } = ctx;
  if (exit.quarters.length === 0) return nothing;
  return html`<h3>${w.t("exit.quarters")}</h3><table part="table"><thead><tr><th scope="col">${w.t("exit.quarter")}</th><th scope="col" class="num">${w.t("exit.units")}</th><th scope="col" class="num">${w.t("exit.least")}</th><th scope="col">${w.t("exit.state")}</th></tr></thead>
    <tbody>${exit.quarters.map((quarter, index) => html`<tr><th scope="row">${w.t("exit.quarterN", { n: quarter.quarter })} <small class="q n">${quarter.from.slice(0, 7)} – ${quarter.to.slice(0, 7)}</small></th><td class="num">${roomFigure(ctx, `/exit/quarters/${index}/below`, w.num(quarter.units), `${w.t("exit.quarterN", { n: quarter.quarter })} ${w.t("exit.units")}`, "commission")}</td><td class="num">${w.num(quarter.needed)}</td>
      <td>${quarter.complete ? status(quarter.below ? { tone: "warn", icon: "find" } : { tone: "ok", icon: "ok" }, w.t(quarter.below ? "exit.below" : "exit.reached")) : status(LOOKS.closed, w.t("exit.incomplete"))}</td></tr>`)}</tbody></table>`;
}

/**
 * @param {Context} ctx
 * @param {Exit} exit
 */
function costs(ctx, exit) {
  const { w } = ctx;
  const fig = (/** @type {string} */ at, /** @type {string} */ text, /** @type {string} */ label) => roomFigure(ctx, at, text, label, "commission");
  return html`<h3>${w.t("exit.penaltyBase")}</h3><table class="facts" part="table"><tbody>
    <tr><th scope="row">${w.t("exit.unitsInYear", { year: exit.contractYearOfEnd })}</th><td class="num">${fig("/exit/unitsInYear", w.num(exit.unitsInYear), w.t("exit.unitsInYear", { year: exit.contractYearOfEnd }))}</td></tr>
    <tr><th scope="row">${w.t("exit.penalty")}</th><td class="num">${exit.penalty === null ? w.t("exit.undecided") : fig("/exit/penalty", w.money(exit.penalty, { symbol: true }), w.t("exit.penalty"))}</td></tr>
    ${exit.unearned === null ? nothing : html`<tr><th scope="row">${w.t("exit.unearned")}</th><td class="num">${fig("/stopLoss/uncovered", w.money(exit.unearned, { symbol: true }), w.t("exit.unearned"))}</td></tr>`}</tbody></table>${exit.unearned === null ? nothing : agreeHow(ctx, "/stopLoss/uncovered", w.t("exit.unearned"))}`;
}

/**
 * @param {Context} ctx
 * @param {Exit} exit
 * @returns {import("../../shared/table.js").TableData}
 */
export function exitTable(ctx, exit) {
  const { w } = ctx;
  return {
    caption: w.t("agree.card.exit"),
    head: [w.t("exit.route"), w.t("exit.state"), w.t("exit.end"), w.t("exit.weOwe"), w.t("exit.partnerOwes"), w.t("exit.data")],
    rows: exit.routes.map((route) => [w.t(`route.${route.route}`), w.t(`routeState.${route.state}`), route.end ?? route.opens ?? "—", w.money(route.weOwe), w.money(route.partnerOwes), route.dataDestroyed ?? "—"]),
  };
}
