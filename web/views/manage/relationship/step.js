/**
 * 关系管理 in the frame.
 * @module
 */
import { html } from "lit";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../../steps.js").Step} */
export const relationshipStep = {
  id: "relationship",
  group: "manage",
  card: (ctx, pane) => html`<allymark-relationship inner .store=${ctx.store} .pane=${pane}></allymark-relationship>`,
  completeness(ctx) {
    const kept = ctx.store.workspace.dossiers[ctx.store.index].relationship;
    if (!kept || Object.keys(kept).length === 0) return "empty";
    return kept.start && kept.backup && kept.renewal?.end ? "full" : "part";
  },
  findings: (ctx) => parts?.relationshipFindings(ctx) ?? [],
  headline: (ctx) => parts?.relationshipHeadline(ctx) ?? { tone: "neutral", icon: "none", strong: ctx.w.t("step.relationship"), fact: "", detail: "", doubt: false, stale: false },
  fact: (ctx) => ({ label: ctx.w.t("room.fact.relationship"), value: parts?.relationshipHeadline(ctx).strong ?? "" }),
  ask: (ctx) => parts?.relationshipAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.relationshipPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
