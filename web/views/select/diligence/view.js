/**
 * 尽调: screening, the non-disclosure agreement and what was found, item by item and candidate by candidate.
 * @module
 */
import { html } from "lit";
import { originTag } from "../../shared/figure.js";
import { copyButton } from "../../shared/toolbar.js";
import { roomFindings, roomHow, whose } from "../shared/room.js";
import { diligenceTable, grid } from "./grid.js";
import { diligenceFindings, diligenceStep } from "./step.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function diligenceView(ctx) {
  const { w } = ctx;
  if (!ctx.results.policy.document.diligence) return html`<div class="head"><h1>${w.t("step.diligence")}</h1></div><p class="q none">${w.t("room.noRules")}</p>`;
  const headline = diligenceStep.headline(ctx);
  return html`<div class="head" part="heading"><h1>${w.t("step.diligence")}</h1><p>${w.t("diligence.sub")} ${originTag(ctx, w.labels.origin("diligence.items"))}</p>
      <div class="act" part="toolbar">${copyButton(ctx, () => diligenceTable(ctx))}</div></div>
    <div class="under only-narrow">${whose(ctx)}</div>
    <p class="say">${headline.fact}${headline.detail ? html`${w.t("punct.semicolon")}${headline.detail}` : ""}${w.t("punct.stop")}</p>
    ${grid(ctx)}
    <div class="result-part">${how(ctx)}<div class="gap">${roomFindings(ctx, diligenceFindings(ctx))}</div>
    <p class="foot"><span>${w.t("diligence.legend")}</span><span>${w.t("how.policy")} ${ctx.policyName}</span></p></div>`;
}

/** @param {Context} ctx */
function how(ctx) {
  const { w } = ctx;
  return roomHow(ctx, "diligence", (_, pointer) => (pointer.includes("/screening/") ? { title: w.t("diligence.screening"), rules: ["diligence.screening"] } : { title: w.t("diligence.completeness"), rules: ["diligence.items"] }));
}
