/**
 * The commission on A4: what is due and how it is made up, what the readings differ by.
 * @module
 */
import { html } from "lit";
import { payCurve } from "../../../charts/pay-curve.js";
import { dataTable } from "../../shared/table.js";
import { ofPartner, paper, paperFindings } from "../../shared/paper.js";
import { contractTable } from "../contract/view.js";
import { exitTable } from "../exit/view.js";
import { settlementTable } from "../settlement/view.js";
import { articles } from "../wording/view.js";
import { whatIfTable } from "../what_if/view.js";
import { captionText, curveData } from "./pictures.js";
import { payer, paySources, payTrace } from "./how.js";
import { commissionStep } from "./step.js";
import { statement } from "./statement.js";
import { choiceName } from "./words.js";

/**
 * What stands beside the year's pay, as tables; the articles come last, as they go into the contract.
 * @param {import("../../context.js").Context} ctx
 */
function agreementAnnex(ctx) {
  const { w } = ctx;
  const { settlement = null, exit = null, contract = null } = ctx.results.assessment ?? {};
  const tables = [whatIfTable(ctx), settlement && settlementTable(ctx, settlement), exit && exitTable(ctx, exit), contract && contractTable(ctx)].filter((table) => table !== null);
  const list = articles(ctx);
  return html`${tables.map((table) => html`<section><h2 class="sec later">${table.caption}</h2>${dataTable(table, table.caption !== w.t("agree.card.contract"))}</section>`)}
    ${list.length > 0 ? html`<section><h2 class="sec later">${w.t("agree.card.wording")}</h2><ol class="articles">${list.map((article) => html`<li>${article}</li>`)}</ol></section>` : ""}`;
}

/**
 * Nothing of a contract is approved with what has to be stopped.
 * @param {import("../../context.js").Context} ctx
 * @returns {string[]}
 */
export function commissionAsk(ctx) {
  const { w, results } = ctx;
  const { quote, assessment } = results;
  if (assessment?.stopLoss?.verdict === "stop") return [];
  const tiers = quote?.readings.filter((row) => row.option === "tiers") ?? [];
  const reading = quote && tiers.some((row) => row.net !== quote.net) ? [w.t("paper.askCommission", { reading: choiceName(ctx, "tiers", quote.reading.tiers) })] : [];
  const open = [...new Set(commissionStep.findings(ctx).filter((finding) => finding.code === "clause_undecided").map((finding) => finding.params.year))];
  const years = open.length > 0 ? [w.t(open.length > 1 ? "paper.askYears" : "paper.askYear", { years: open.join(w.t("punct.list")) })] : [];
  const missing = assessment?.contract?.missing ?? 0;
  return [...reading, ...years, ...(missing > 0 ? [w.t("agree.askClauses", { n: missing })] : [])];
}

/** Width of an A4 page between its margins, in pixels. */
const PAGE = 690;

/**
 * @param {import("../../context.js").Context} ctx
 * @param {import("../../shared/paper.js").Drawing} drawing
 */
export function commissionPaper(ctx, drawing) {
  const { w, results } = ctx;
  const quote = results.quote;
  if (!quote || quote.net === null) return html`<article class="paper"><p>${w.t("agree.empty")}</p></article>`;
  const curve = results.curve;
  const tiers = quote.readings.filter((row) => row.option === "tiers");
  return paper(ctx, {
    title: w.t("paper.commission"),
    headline: commissionStep.headline(ctx),
    strong: ofPartner(ctx, commissionStep.headline(ctx).strong),
    extra: payer(ctx, quote),
    figures: [
      { term: w.t("agree.volume"), text: w.num(quote.volume) },
      { term: w.t("agree.effectiveRate"), text: w.num(quote.effectiveRate, 2, 2) },
      { term: w.t("agree.deducted"), text: w.money(quote.deducted, { symbol: true }) },
    ],
    body: html`${curve ? html`<figure><figcaption class="cap">${captionText(ctx, curve)}</figcaption>${drawing((width) => payCurve(curveData(ctx, quote, curve), width, 250), PAGE)}</figure>` : ""}
      <div class="cols c2"><section>${statement(ctx, quote, true)}
        </section><section><h2 class="sec">${w.t("agree.readings")}</h2><table><tbody>${tiers.map((row) => html`<tr class=${row.chosen ? "on" : ""}><th scope="row">${choiceName(ctx, "tiers", row.choice)}</th><td class="num">${w.money(row.net, { fen: true })}</td><td class="num">${row.chosen ? w.t("reading.now") : w.money(row.difference, { fen: true, sign: true })}</td></tr>`)}</tbody></table>
        ${paperFindings(ctx, commissionStep.findings(ctx))}</section></div>`,
    findings: commissionStep.findings(ctx),
    asks: commissionAsk(ctx),
    legend: w.t("agree.legend"),
    annex: html`<section class="how annex-part"><header><h2>${w.t("paper.annex")} · ${w.t("how.title")}${w.t("punct.colon")}${w.t("agree.due")}</h2></header><div>${payTrace(ctx, quote, "/net")}</div><div>${paySources(ctx, quote)}</div></section>${agreementAnnex(ctx)}`,
  });
}
