/**
 * Screening and due diligence on A4.
 * @module
 */
import { html } from "lit";
import { dataTable } from "../../shared/table.js";
import { currentPartner, roomPaper } from "../shared/room.js";
import { diligenceTable } from "./grid.js";
import { diligenceFindings, diligenceStep } from "./step.js";

/** @param {import("../../context.js").Context} ctx */
export function diligencePaper(ctx) {
  const { w } = ctx;
  const result = currentPartner(ctx)?.result?.diligence;
  return roomPaper(ctx, {
    title: w.t("step.diligence"),
    headline: diligenceStep.headline(ctx),
    figures: [
      { term: w.t("diligence.completeness"), text: result ? `${w.num(result.completeness, 0, 0)}%` : w.num(null) },
      { term: w.t("diligence.screening"), text: result ? w.t(`screening.${result.screening.state}`) : w.num(null) },
      { term: w.t("diligence.nda"), text: result?.nda ?? w.num(null) },
    ],
    body: html`${dataTable(diligenceTable(ctx), false)}`,
    findings: diligenceFindings(ctx),
    ask: w.t("diligence.ask"),
    room: "diligence",
    pointers: ["/diligence/screening/state", "/diligence/completeness", "/diligence/state"],
  });
}
