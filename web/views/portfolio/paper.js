/**
 * The portfolio on A4: all partners, and what hangs on the largest.
 * @module
 */
import { html } from "lit";
import { dataTable } from "../shared/table.js";
import { paper, paperFindings } from "../shared/paper.js";
import { portfolio, portfolioAsk, portfolioFindings, portfolioHeadline } from "./answer.js";
import { portfolioTable } from "./view.js";

/**
 * @param {import("../context.js").Context} ctx
 * @param {import("../shared/paper.js").Drawing} _drawing
 */
export function portfolioPaper(ctx, _drawing) {
  const { w } = ctx;
  const { result } = portfolio(ctx);
  if (!result) return html`<article class="paper"></article>`;
  const [first] = result.concentration?.shares ?? [];
  return paper(ctx, {
    title: w.t("paper.portfolio"),
    headline: portfolioHeadline(ctx),
    figures: [
      { term: w.t("port.pay"), text: w.money(result.totals.yearPay, { symbol: true }) },
      { term: w.t("port.concentration"), text: first ? `${w.num(first.share)}%` : "—" },
      { term: w.t("port.unpricedIs"), text: w.t("port.nPartners", { n: result.totals.unpriced }) },
    ],
    body: html`${dataTable(paperTable(ctx, result), false)}${paperFindings(ctx, portfolioFindings(ctx))}`,
    findings: portfolioFindings(ctx),
    asks: portfolioAsk(ctx),
    legend: "",
    annex: html`<section><h2 class="sec">${w.t("paper.annex")} · ${w.t("port.concentration")}</h2><p>${w.t("port.formula")}</p>${dataTable({ caption: w.t("port.concentration"), head: [w.t("port.partner"), w.t("port.pay"), w.t("port.share")], rows: (result.concentration?.shares ?? []).map((share) => [share.name || share.id, w.num(share.yearPay), `${w.num(share.share)}%`]) })}</section>`,
  });
}

/**
 * The copied table leaves a cell empty where no plan is near; on paper the word stands, as on the screen.
 * @param {import("../context.js").Context} ctx
 * @param {import("allymark/engine").Portfolio} result
 * @returns {import("../shared/table.js").TableData}
 */
function paperTable(ctx, result) {
  const table = portfolioTable(ctx, result);
  return { ...table, rows: table.rows.map((row) => row.map((text) => text || ctx.w.t("crisis.quiet"))) };
}
