/**
 * 试合作 in the frame: its place in the rail, its line in the strip, its page on paper.
 * @module
 */
import "../../../elements/define/trial.js";
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { withLint } from "../../shared/findings.js";
import { verdictLook } from "../../shared/status.js";
import { loadTrialParts, trialParts } from "./lazy.js";
import { shortReason, trialRemarks } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export const currentTrial = (ctx) => ctx.results.selection?.ranking.find((result) => result.id === ctx.store.workspace.current) ?? null;

/** @type {import("../../steps.js").Step} */
export const trialStep = {
  id: "trial",
  group: "select",
  card: (ctx, pane) => html`<allymark-trial inner .store=${ctx.store} .pane=${pane}></allymark-trial>`,
  completeness(ctx) {
    const results = ctx.results.selection?.ranking ?? [];
    const measured = results.flatMap((result) => result.metrics.map((entry) => entry.value !== null));
    if (!measured.some(Boolean)) return "empty";
    return measured.every(Boolean) ? "full" : "part";
  },
  findings: (ctx) => (ctx.results.selection ? withLint(ctx, trialRemarks(ctx.results.selection), "trial") : []),
  headline(ctx) {
    const { w } = ctx;
    const result = currentTrial(ctx);
    if (!result) return { tone: "neutral", icon: "none", strong: w.t("verdict.insufficient"), fact: w.t("trial.empty"), detail: "", doubt: false, stale: false };
    const look = verdictLook(result.verdict);
    const { fact, owed } = shortReason(ctx, result, ctx.results.selection?.ranking.length ?? 1);
    return { tone: look.tone, icon: look.icon, strong: w.t(w.known(`verdict.${result.verdict}`)), fact, detail: owed, doubt: false, stale: ctx.results.staleTrials.has(result.id) };
  },
  fact(ctx) {
    const { w } = ctx;
    const result = currentTrial(ctx);
    const counted = (result?.passed.length ?? 0) + (result?.missed.length ?? 0);
    const text = !result || counted === 0 ? w.num(null) : w.t("trial.short", { met: result.passed.length, asked: counted + result.notMeasured.length, verdict: result.verdict });
    return { label: w.t("step.trial"), value: result ? figure(ctx, `trial/${result.id}/score`, text, { step: "trial", label: w.t("step.trial"), stale: ctx.results.staleTrials.has(result.id) }) : text };
  },
  ask: (ctx) => trialParts()?.trialAsk(ctx) ?? [],
  paper: (ctx) => trialParts()?.trialPaper(ctx),
  load: loadTrialParts,
};
