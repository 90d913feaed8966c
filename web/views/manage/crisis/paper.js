/**
 * The plans on A4: lamps, distances, and what has to be done by whom.
 * @module
 */
import { html, nothing } from "lit";
import { dataTable } from "../../shared/table.js";
import { ofPartner, paper, paperFindings } from "../../shared/paper.js";
import { traceSteps } from "../../shared/how.js";
import { assessed } from "../room.js";
import { crisisAsk, crisisFindings, crisisHeadline, lamp } from "./verdict.js";
import { crisisTable } from "./view.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} _drawing
 */
export function crisisPaper(ctx, _drawing) {
  const { w } = ctx;
  const { result } = assessed(ctx);
  const plans = result?.crisis ?? [];
  // A plan that watches a figure nobody has is not quiet: each lamp is counted by its own word.
  const lamps = ["crisis.fired", "crisis.near", "crisis.quiet", "crisis.blind"].map((word) => ({ word, n: plans.filter((plan) => lamp(plan).word === word).length }));
  const steps = plans.flatMap((plan) => plan.steps.map((step) => [w.labels.planStep(plan.id, step.step), w.labels.role(step.ownerRole), step.due, step.done ?? w.t("crisis.open")]));
  return paper(ctx, {
    title: w.t("paper.crisis"),
    headline: crisisHeadline(ctx),
    strong: ofPartner(ctx, crisisHeadline(ctx).strong),
    figures: lamps.filter(({ word, n }) => word !== "crisis.blind" || n > 0).map(({ word, n }) => ({ term: w.t(word), text: w.num(n) })),
    body: html`${dataTable(crisisTable(ctx, plans), false)}${steps.length > 0 ? dataTable({ caption: w.t("crisis.step"), head: [w.t("crisis.step"), w.t("crisis.owner"), w.t("crisis.due"), w.t("crisis.done")], rows: steps }, false) : ""}${paperFindings(ctx, crisisFindings(ctx))}`,
    findings: crisisFindings(ctx),
    asks: crisisAsk(ctx),
    legend: w.t("crisis.closes"),
    annex: html`<section><h2 class="sec">${w.t("paper.annex")} · ${w.t("how.title")}</h2>${plans.map((plan, index) => {
      const steps = [...(result?.trace?.[`/crisis/${index}/limit`] ?? []), ...(result?.trace?.[`/crisis/${index}/state`] ?? [])];
      // A plan that waits for an event has nothing to reckon.
      return steps.length === 0 ? nothing : html`<h3>${w.labels.plan(plan.id)}</h3>${traceSteps(ctx, steps, (name) => (/^\d{4}-\d\d$/.test(name) ? w.month(name) : ""))}`;
    })}</section>`,
  });
}
