/**
 * The key level on A4.
 * @module
 */
import { html } from "lit";
import { dataTable } from "../../shared/table.js";
import { currentPartner, roomPaper } from "../shared/room.js";
import { levelFindings, levelStep } from "./step.js";
import { levelTable } from "./picture.js";
import { why } from "./words.js";

/** @param {import("../../context.js").Context} ctx */
export function levelPaper(ctx) {
  const { w } = ctx;
  const result = currentPartner(ctx)?.result?.keyLevel;
  return roomPaper(ctx, {
    title: w.t("step.level"),
    headline: levelStep.headline(ctx),
    figures: [
      { term: w.t("level.score"), text: w.num(result?.score, 2, 2) },
      { term: w.t("level.method"), text: w.t(w.known(`level.method.${result?.method}`)) },
    ],
    body: html`<div class="head"><p>${result ? why(ctx, result) : ""}</p>${result?.override ? html`<p>${w.t("level.overridden", { level: result.override.level, rule: result.ruleLevel ?? "", reason: result.override.reason })}</p>` : ""}</div>${dataTable(levelTable(ctx))}`,
    findings: levelFindings(ctx),
    asks: result?.level ? [w.t("level.ask", { level: result.level })] : [],
    room: "level",
    pointers: ["/keyLevel/level", "/keyLevel/score"],
  });
}
