/**
 * The relationship on A4: the year's calendar, what is overdue, what comes next.
 * @module
 */
import { html } from "lit";
import { swimLanes } from "../../../charts/swim-lanes.js";
import { dataTable } from "../../shared/table.js";
import { ofPartner, paper, paperFindings } from "../../shared/paper.js";
import { assessed } from "../room.js";
import { lanesData, lanesTable } from "./lanes.js";
import { relationshipAsk, relationshipFindings, relationshipHeadline } from "./verdict.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} drawing
 */
export function relationshipPaper(ctx, drawing) {
  const { w } = ctx;
  const { result } = assessed(ctx);
  const cadence = result?.cadence;
  if (!result || !cadence) return html`<article class="paper"><p>${w.t("rel.needs")}</p></article>`;
  const data = lanesData(ctx, result, cadence);
  return paper(ctx, {
    title: w.t("paper.relationship"),
    headline: relationshipHeadline(ctx),
    strong: ofPartner(ctx, relationshipHeadline(ctx).strong),
    figures: [
      { term: w.t("rel.overdueTitle"), text: w.num(cadence.overdue.length) },
      { term: w.t("rel.worth"), text: w.money(result.workshop?.yearlyValue, { symbol: true }) },
      { term: w.t("paper.nextMeeting"), text: cadence.next[0]?.due ?? "—" },
    ],
    body: html`<div class="head"><h2>${w.t("rel.lanes")}</h2><p>${data.label}</p></div><figure>${drawing((width) => swimLanes(data, width), 690)}</figure>${paperFindings(ctx, relationshipFindings(ctx))}`,
    findings: relationshipFindings(ctx),
    asks: relationshipAsk(ctx),
    legend: w.t("rel.legend"),
    annex: html`<section><h2 class="sec">${w.t("paper.annex")}</h2>${dataTable(lanesTable(ctx, cadence), false)}</section>`,
  });
}
