/**
 * 协议与佣金 in the frame.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { withLint } from "../../shared/findings.js";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../../steps.js").Step} */
export const commissionStep = {
  id: "commission",
  group: "agree",
  card: (ctx, pane) => html`<allymark-commission inner .store=${ctx.store} .pane=${pane}></allymark-commission>`,
  completeness(ctx) {
    const quote = ctx.results.quote;
    if (!quote) return "empty";
    if (quote.net === null) return "part";
    const measured = quote.lines.every((line) => line.kind !== "deduction" || (line.value ?? null) !== null);
    return measured && quote.findings.every((finding) => finding.severity !== "block") ? "full" : "part";
  },
  findings(ctx) {
    const { quote, assessment } = ctx.results;
    const own = quote?.findings ?? [];
    const codes = new Set(own.map((finding) => finding.code));
    // What the months and the draft say beside the year's price.
    const beside = (assessment?.findings ?? []).filter((finding) => finding.path.startsWith("/dossier/agreement") && !codes.has(finding.code));
    return quote ? withLint(ctx, [...own, ...beside], "commission") : beside;
  },
  headline(ctx) {
    const { w } = ctx;
    const quote = ctx.results.quote;
    if (!quote) return { tone: "neutral", icon: "none", strong: w.num(null), fact: w.t("agree.empty"), detail: "", doubt: false, stale: false };
    if (quote.net === null) return { tone: "bad", icon: "stop", strong: w.t("agree.notDecided"), fact: w.t("agree.factOpen", { year: quote.contractYear }), detail: "", doubt: false, stale: ctx.results.staleQuote };
    const nets = quote.readings.filter((row) => row.option === "tiers");
    const wide = nets.reduce((most, row) => Math.max(most, row.net), quote.net);
    const low = nets.reduce((least, row) => Math.min(least, row.net), quote.net);
    return {
      tone: "",
      icon: null,
      strong: w.money(quote.net, { symbol: true }),
      fact: w.t((quote.deducted ?? 0) > 0 ? "agree.factDeducted" : "agree.fact", { year: quote.contractYear, volume: quote.volume, rate: w.num(quote.effectiveRate, 2, 2), deducted: quote.deducted }),
      detail: wide > low ? w.t("agree.spread", { n: nets.length, low, high: wide }) : "",
      doubt: true,
      stale: ctx.results.staleQuote,
    };
  },
  fact(ctx) {
    const { w } = ctx;
    const quote = ctx.results.quote;
    const text = w.money(quote?.net ?? null, { symbol: true });
    return { label: w.t("agree.yearPay"), value: quote ? figure(ctx, "pay/net", text, { step: "commission", label: w.t("agree.yearPay"), stale: ctx.results.staleQuote }) : text };
  },
  ask: (ctx) => parts?.commissionAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.commissionPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
