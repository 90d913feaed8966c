/**
 * 伙伴组合 in the frame.
 * @module
 */
import { html } from "lit";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../steps.js").Step} */
export const portfolioStep = {
  id: "portfolio",
  group: "all",
  card: (ctx, pane) => html`<allymark-portfolio inner .store=${ctx.store} .pane=${pane}></allymark-portfolio>`,
  completeness: (ctx) => parts?.portfolioCompleteness(ctx) ?? "empty",
  findings: (ctx) => parts?.portfolioFindings(ctx) ?? [],
  headline: (ctx) => parts?.portfolioHeadline(ctx) ?? { tone: "neutral", icon: "none", strong: ctx.w.t("step.portfolio"), fact: "", detail: "", doubt: false, stale: false },
  fact: (ctx) => ({ label: ctx.w.t("room.fact.portfolio"), value: parts?.portfolioHeadline(ctx).strong ?? "" }),
  ask: (ctx) => parts?.portfolioAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.portfolioPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
