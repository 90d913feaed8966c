/**
 * The year's calendar as swim lanes, with its table.
 * @module
 */
import { html } from "lit";
import { swimLanes } from "../../../charts/swim-lanes.js";
import { nextMonth } from "../../../store/workspace.js";
import { twin, twinButton } from "../../shared/table.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Assessment} Assessment */
/** @typedef {import("allymark/engine").Cadence} Cadence */
/** @typedef {import("../../../charts/swim-lanes.js").SwimLanes} SwimLanes */

/**
 * @param {Context} ctx
 * @param {Assessment} result
 * @param {Cadence} cadence
 * @returns {SwimLanes}
 */
export function lanesData(ctx, result, cadence) {
  const { w } = ctx;
  const within = (/** @type {string} */ date) => date >= cadence.from && date <= cadence.to;
  /** @type {SwimLanes["lanes"]} */
  const lanes = cadence.lanes.map((lane) => ({
    name: w.labels.layer(lane.layer),
    always: lane.everyMonths === null ? w.t("rel.always") : "",
    marks: lane.meetings.map((meeting) => ({ date: meeting.held ?? meeting.due, state: meeting.state, text: `${w.labels.layer(lane.layer)} ${meeting.due} ${w.t(`rel.state.${meeting.state}`)}${meeting.held ? ` ${meeting.held}` : ""}` })),
  }));
  const { workshop, renewal } = result;
  if (workshop?.next) {
    const held = [...new Set([workshop.last, ...workshop.ideas.map((idea) => idea.date)])].filter((date) => date !== null && within(date)).map((date) => ({ date: String(date), state: "held" }));
    const due = within(workshop.next) ? [{ date: workshop.next, state: workshop.overdueDays > 0 ? "overdue" : "planned" }] : [];
    lanes.push({ name: w.t("rel.workshop"), always: "", marks: [...held, ...due].map((mark) => ({ ...mark, text: `${w.t("rel.workshop")} ${mark.date} ${w.t(`rel.state.${mark.state}`)}` })) });
  }
  const dates = renewal?.dates.filter((entry) => within(entry.date)) ?? [];
  if (dates.length > 0) lanes.push({ name: w.t("rel.contract"), always: "", marks: dates.map((entry) => ({ date: entry.date, state: entry.state === "alert" ? "alert" : "date", text: `${w.t(`alert.${entry.kind}`)} ${entry.date} ${w.t(`rel.state.${entry.state}`)}` })) });
  return { from: cadence.from, to: cadence.to, today: ctx.store.workspace.asOf, todayText: w.t("room.today"), months: monthsOf(ctx, cadence), lanes, label: caption(ctx, cadence) };
}

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 */
function monthsOf(ctx, cadence) {
  const months = [];
  for (let month = cadence.from.slice(0, 7); `${month}-01` < cadence.to; month = nextMonth(month)) {
    if (`${month}-01` >= cadence.from) months.push({ date: `${month}-01`, name: ctx.w.month(month, true) });
  }
  return months;
}

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 */
export function caption(ctx, cadence) {
  const states = cadence.lanes.flatMap((lane) => lane.meetings.map((meeting) => meeting.state));
  const count = (/** @type {string} */ state) => states.filter((entry) => entry === state).length;
  return ctx.w.t("rel.lanesCaption", { from: cadence.from, to: cadence.to, held: count("held"), overdue: count("overdue"), planned: count("planned") });
}

/**
 * @param {Context} ctx
 * @param {Cadence} cadence
 * @returns {import("../../shared/table.js").TableData}
 */
export function lanesTable(ctx, cadence) {
  const { w } = ctx;
  return {
    caption: caption(ctx, cadence),
    head: [w.t("rel.col.layer"), w.t("rel.col.due"), w.t("rel.col.held"), w.t("rel.col.state")],
    rows: cadence.lanes.flatMap((lane) => (lane.everyMonths === null ? [[w.labels.layer(lane.layer), w.t("rel.always"), "—", ""]] : lane.meetings.map((meeting) => [w.labels.layer(lane.layer), meeting.due, meeting.held ?? "—", w.t(`rel.state.${meeting.state}`)]))),
  };
}

/**
 * @param {Context} ctx
 * @param {Assessment} result
 * @param {Cadence} cadence
 */
export function lanesSection(ctx, result, cadence) {
  const data = lanesData(ctx, result, cadence);
  return html`<section class="result-part"><h2 class="sec">${ctx.w.t("rel.lanes")}${twinButton(ctx, "lanes")}</h2><p class="cap">${data.label}</p>
    <allymark-sized .draw=${(/** @type {number} */ width) => swimLanes(data, width)}></allymark-sized>${twin(ctx, "lanes", () => lanesTable(ctx, cadence))}
    <p class="q s under">${ctx.w.t("rel.legend")}</p></section>`;
}
