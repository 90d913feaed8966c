/**
 * 危机预案 in the frame.
 * @module
 */
import { html } from "lit";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../../steps.js").Step} */
export const crisisStep = {
  id: "crisis",
  group: "manage",
  card: (ctx, pane) => html`<allymark-crisis inner .store=${ctx.store} .pane=${pane}></allymark-crisis>`,
  completeness: (ctx) => parts?.crisisCompleteness(ctx) ?? "empty",
  findings: (ctx) => parts?.crisisFindings(ctx) ?? [],
  headline: (ctx) => parts?.crisisHeadline(ctx) ?? { tone: "neutral", icon: "none", strong: ctx.w.t("step.crisis"), fact: "", detail: "", doubt: false, stale: false },
  fact: (ctx) => ({ label: ctx.w.t("room.fact.crisis"), value: parts?.crisisHeadline(ctx).strong ?? "" }),
  ask: (ctx) => parts?.crisisAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.crisisPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
