/**
 * Ability and willingness on A4.
 * @module
 */
import { html } from "lit";
import { dataTable } from "../../shared/table.js";
import { currentPartner, roomPaper } from "../shared/room.js";
import { readinessTable, scorePaper } from "./picture.js";
import { readinessFindings, readinessStep } from "./step.js";

/** @param {import("../../context.js").Context} ctx */
export function readinessPaper(ctx) {
  const { w } = ctx;
  const result = currentPartner(ctx)?.result?.readiness;
  return roomPaper(ctx, {
    title: w.t("step.readiness"),
    headline: readinessStep.headline(ctx),
    figures: [
      { term: w.t("readiness.mean"), text: w.num(result?.ability.mean, 0, 2) },
      { term: w.t("readiness.willing"), text: result ? `${result.willingness.yes}/${result.willingness.of}` : w.num(null) },
      { term: w.t("readiness.bare"), text: result?.ability.withoutEvidence === null ? w.num(null) : `${w.num(result?.ability.withoutEvidence, 0, 0)}%` },
    ],
    body: html`<div class="head"><h2>${w.t("readiness.table")}</h2></div>${scorePaper(ctx)}${dataTable(readinessTable(ctx))}`,
    findings: readinessFindings(ctx),
    asks: result ? [w.t(result.willingness.unknown > 0 ? "readiness.askUnknown" : "readiness.ask")] : [],
    room: "readiness",
    pointers: ["/readiness/ability/mean", "/readiness/ability/able", "/readiness/willingness/willing"],
  });
}
