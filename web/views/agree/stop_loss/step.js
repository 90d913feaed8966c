/**
 * 止损与回本 in the frame.
 * @module
 */
import { html } from "lit";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../../steps.js").Step} */
export const stopLossStep = {
  id: "stop-loss",
  group: "agree",
  card: (ctx, pane) => html`<allymark-stop-loss inner .store=${ctx.store} .pane=${pane}></allymark-stop-loss>`,
  completeness(ctx) {
    const { investment } = ctx.store.workspace.dossiers[ctx.store.index];
    if (!investment || Object.keys(investment).length === 0) return "empty";
    return ctx.results.assessment?.stopLoss && (investment.stopLoss ?? null) !== null ? "full" : "part";
  },
  findings: (ctx) => (ctx.results.assessment?.findings ?? []).filter((finding) => finding.path.startsWith("/dossier/investment")),
  headline: (ctx) => parts?.stopHeadline(ctx) ?? { tone: "neutral", icon: "none", strong: ctx.w.t("step.stop-loss"), fact: "", detail: "", doubt: false, stale: false },
  fact: (ctx) => ({ label: ctx.w.t(parts ? "stop.uncovered" : "step.stop-loss"), value: parts?.stopFact(ctx) ?? "—" }),
  ask: (ctx) => parts?.stopAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.stopPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
