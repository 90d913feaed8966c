/**
 * 关系管理: who meets whom this year, what is overdue, what the workshops brought, when the contract is looked at again.
 * @module
 */
import { html, nothing } from "lit";
import { calendarText } from "../../../io/calendar.js";
import { download } from "../../../io/files.js";
import { findingList } from "../../shared/findings.js";
import { icon } from "../../shared/icon.js";
import { copyButton } from "../../shared/toolbar.js";
import { addTo } from "../../shared/entries.js";
import { roomFigure, roomHow } from "../explain.js";
import { address, assessed, dossierPath } from "../room.js";
import { relationshipInputs } from "./inputs.js";
import { lanesSection, lanesTable } from "./lanes.js";
import { relationshipFindings } from "./verdict.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Assessment} Assessment */
/** @typedef {import("allymark/engine").Cadence} Cadence */

/** @param {Context} ctx */
export function relationshipView(ctx) {
  const { w } = ctx;
  const { result } = assessed(ctx);
  const cadence = result?.cadence ?? null;
  return html`<div class="head" part="heading"><h1>${w.t("step.relationship")}</h1><p>${cadence ? w.t("rel.year", cadence) : nothing}${cadence ? w.t("punct.comma") : nothing}${w.t("room.asOf", { day: ctx.store.workspace.asOf })}</p>
      <div class="act" part="toolbar">${result && cadence ? html`<button type="button" class="btn" @click=${(/** @type {Event} */ event) => exportCalendar(ctx, result, event)}>${w.t("rel.ics")}</button>${copyButton(ctx, () => lanesTable(ctx, cadence))}` : nothing}</div></div>
    ${result && cadence ? html`<div class="result-part">${lanesSection(ctx, result, cadence)}
      <div class="cols c2"><section>${nextSection(ctx, cadence)}</section><section>${overdueSection(ctx, cadence)}${worth(ctx, result)}${contract(ctx, result)}</section></div></div>` : html`<p class="q none result-part">${w.t("rel.needs")}</p>${result ? html`<div class="result-part">${worth(ctx, result)}${contract(ctx, result)}</div>` : nothing}`}
    <div class="cols c2"><section class="edit-part">${relationshipInputs(ctx)}</section><section class="result-part"><h2 class="sec">${w.t("findings.title")}</h2>${findingList(ctx, relationshipFindings(ctx), { address: address(ctx) })}</section></div>
    <p class="foot result-part"><span>${w.t("how.policy")} ${ctx.policyName}</span></p>`;
}

/**
 * @param {Context} ctx
 * @param {string} layer
 */
function hold(ctx, layer) {
  const { w, store } = ctx;
  return store.readonly ? nothing : html`<button type="button" class="btn" aria-label="${w.labels.layer(layer)} ${w.t("rel.hold")}" @click=${() => addTo(ctx, `${dossierPath(ctx)}/relationship/meetings`, { layer, date: store.workspace.asOf })}>${icon("tick")}${w.t("rel.hold")}</button>`;
}

/**
 * @param {Context} ctx
 * @param {number} days
 */
const ahead = (ctx, days) => (days === 0 ? ctx.w.t("room.today") : ctx.w.t("room.inDays", { n: days }));

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 * @param {string} layer
 */
function who(ctx, cadence, layer) {
  const lane = cadence.lanes.find((entry) => entry.layer === layer);
  return html`<span class="q">${ctx.w.labels.role(lane?.ownerRole ?? "")}${ctx.w.t("punct.colon")}<bdi>${lane?.owner ?? ctx.w.t("rel.noOwner")}</bdi></span>`;
}

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 */
function nextSection(ctx, cadence) {
  const { w } = ctx;
  return html`<h2 class="sec">${w.t("rel.nextTitle")}</h2><ul class="tasks">${cadence.next.map((meeting, index) => html`<li><p><b>${w.labels.layer(meeting.layer)}</b> ${roomFigure(ctx, `/cadence/next/${index}/due`, meeting.due, w.t("rel.col.due"), "relationship")} <span class="q n">${ahead(ctx, meeting.inDays)}</span></p>
    <p>${who(ctx, cadence, meeting.layer)}</p><p class="q s">${w.t("rel.agenda")}${w.t("punct.colon")}${w.labels.agenda(meeting.layer).join(w.t("punct.list"))}</p></li>`)}</ul>${roomHow(ctx, "/cadence/next", () => w.t("rel.nextTitle"))}`;
}

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 */
function overdueSection(ctx, cadence) {
  const { w } = ctx;
  return html`<h2 class="sec">${w.t("rel.overdueTitle")}</h2>${cadence.overdue.length === 0 ? html`<p class="q none">${w.t("rel.noOverdue")}</p>` : html`<ul class="tasks">${cadence.overdue.map((meeting, index) => html`<li class="warn-row"><p><span class="warn">${icon("find")}</span> <b>${w.labels.layer(meeting.layer)}</b> ${roomFigure(ctx, `/cadence/overdue/${index}/days`, w.t("room.lateDays", { n: meeting.days }), w.t("rel.overdueTitle"), "relationship")}
    <span class="q">${w.t("rel.since", { due: meeting.due })}${w.t("punct.comma")}${w.t("rel.openDates", { n: meeting.dates })}</span></p><p>${who(ctx, cadence, meeting.layer)} ${hold(ctx, meeting.layer)}</p></li>`)}</ul>${roomHow(ctx, "/cadence/overdue", () => w.t("rel.overdueTitle"))}`}`;
}

/**
 * @param {Context} ctx
 * @param {Assessment} result
 */
function worth(ctx, result) {
  const { w } = ctx;
  const { workshop } = result;
  if (!workshop) return nothing;
  return html`<h2 class="sec later">${w.t("rel.workshop")}</h2><p>${w.t("rel.worth")} <b>${roomFigure(ctx, "/workshop/yearlyValue", w.money(workshop.ideas.length === 0 ? null : workshop.yearlyValue, { symbol: true }), w.t("rel.worth"), "relationship")}</b>${workshop.unvalued > 0 ? html`<span class="q">${w.t("punct.comma")}${w.t("rel.unvalued", { n: workshop.unvalued })}</span>` : nothing}</p>
    ${workshop.next ? html`<p class=${workshop.overdueDays > 0 ? "warn" : "q"}>${workshop.overdueDays > 0 ? icon("find") : nothing} ${w.t("rel.workshopNext", { due: workshop.next })}${workshop.overdueDays > 0 ? html`${w.t("punct.comma")}${w.t("room.lateDays", { n: workshop.overdueDays })}` : nothing}</p>` : nothing}
    ${workshop.proposals.last === null ? nothing : html`<p class="q">${w.t("rel.proposals", workshop.proposals)}</p>`}
    ${workshop.ideas.length > 0 ? html`<table class="ideas" part="table"><thead><tr><th scope="col">${w.t("rel.idea")}</th><th scope="col" class="num">${w.t("rel.ideaDate")}</th><th scope="col" class="num">${w.t("rel.ideaYear", { unit: w.t(`unit.${w.moneyUnit}`) })}</th></tr></thead><tbody>${workshop.ideas.map((idea) => html`<tr><th scope="row"><bdi>${idea.name}</bdi></th><td class="num q">${idea.date}</td><td class="num">${idea.yearlyValue === null ? "—" : w.money(idea.yearlyValue)}</td></tr>`)}</tbody></table>` : nothing}
    ${roomHow(ctx, "/workshop", () => w.t("rel.worth"))}`;
}

/**
 * @param {Context} ctx
 * @param {Assessment} result
 */
function contract(ctx, result) {
  const { w } = ctx;
  const dates = result.renewal?.dates ?? [];
  if (dates.length === 0) return nothing;
  return html`<h2 class="sec later">${w.t("rel.contract")}</h2><table class="contract-dates" part="table"><tbody>${dates.map((entry, index) => html`<tr class=${entry.state === "alert" ? "warn" : ""}><th scope="row">${entry.state === "alert" ? icon("find") : nothing} ${w.t(`alert.${entry.kind}`)}</th><td class="num">${roomFigure(ctx, `/renewal/dates/${index}/${entry.kind === "notice" ? "date" : "inDays"}`, entry.date, w.t(`alert.${entry.kind}`), "relationship")}</td><td class="num q">${entry.state === "past" ? w.t("rel.state.past") : ahead(ctx, entry.inDays)}</td></tr>`)}</tbody></table>
    ${roomHow(ctx, "/renewal", () => w.t("rel.contract"))}`;
}

/**
 * @param {Context} ctx
 * @param {Assessment} result
 * @param {Event} event
 */
function exportCalendar(ctx, result, event) {
  const { w, store } = ctx;
  const name = w.partner(store.workspace.dossiers[store.index], store.index);
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  const say = (/** @type {string} */ text) => button.dispatchEvent(new CustomEvent("allymark-say", { bubbles: true, composed: true, detail: text }));
  const meetings = (result.cadence?.lanes ?? []).flatMap((lane) => lane.meetings.filter((meeting) => meeting.state === "planned" || meeting.state === "overdue").map((meeting) => ({
    date: meeting.due, title: `${name} · ${w.labels.layer(lane.layer)}`, text: w.labels.agenda(lane.layer).join(w.t("punct.list")) })));
  const workshop = result.workshop?.next ? [{ date: result.workshop.next, title: `${name} · ${w.t("rel.workshop")}`, text: "" }] : [];
  const contractDates = (result.renewal?.dates ?? []).map((entry) => ({ date: entry.date, title: `${name} · ${w.t(`alert.${entry.kind}`)}`, text: "" }));
  const entries = [...meetings, ...workshop, ...contractDates];
  if (entries.length === 0) return say(w.t("rel.icsRefused"));
  download(`${name}.ics`, new Blob([calendarText(entries, name, store.workspace.asOf)], { type: "text/calendar" }));
  say(w.t("rel.icsDone"));
}
