/**
 * The plans on A4: lamps, distances, and what has to be done by whom.
 * @module
 */
import { html } from "lit";
import { dataTable } from "../../shared/table.js";
import { paper, paperFindings } from "../../shared/paper.js";
import { traceSteps } from "../../shared/how.js";
import { assessed } from "../room.js";
import { crisisAsk, crisisFindings, crisisHeadline } from "./verdict.js";
import { crisisTable } from "./view.js";

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} _drawing
 */
export function crisisPaper(ctx, _drawing) {
  const { w } = ctx;
  const { result } = assessed(ctx);
  const plans = result?.crisis ?? [];
  const count = (/** @type {string} */ state) => w.num(plans.filter((plan) => plan.state === state).length);
  const steps = plans.flatMap((plan) => plan.steps.map((step) => [w.labels.planStep(plan.id, step.step), w.labels.role(step.ownerRole), step.due, step.done ?? w.t("crisis.open")]));
  return paper(ctx, {
    title: w.t("paper.crisis"),
    headline: crisisHeadline(ctx),
    figures: [
      { term: w.t("crisis.fired"), text: count("fired") },
      { term: w.t("crisis.near"), text: count("near") },
      { term: w.t("crisis.quiet"), text: count("quiet") },
    ],
    body: html`${dataTable(crisisTable(ctx, plans), false)}${steps.length > 0 ? dataTable({ caption: w.t("crisis.ask"), head: [w.t("crisis.step"), w.t("crisis.owner"), w.t("crisis.due"), w.t("crisis.done")], rows: steps }, false) : ""}${paperFindings(ctx, crisisFindings(ctx))}`,
    ask: crisisAsk(ctx),
    legend: w.t("crisis.closes"),
    annex: html`<section><h2 class="sec">${w.t("paper.annex")} · ${w.t("how.title")}</h2>${plans.map((plan, index) => {
      const steps = [...(result?.trace?.[`/crisis/${index}/limit`] ?? []), ...(result?.trace?.[`/crisis/${index}/state`] ?? [])];
      return html`<h3>${w.labels.plan(plan.id)}</h3>${steps.length > 0 ? traceSteps(ctx, steps, (name) => (/^\d{4}-\d\d$/.test(name) ? w.month(name) : "")) : html`<p class="q">${w.t("crisis.noSteps")}</p>`}`;
    })}</section>`,
  });
}
