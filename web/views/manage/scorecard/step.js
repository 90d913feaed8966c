/**
 * 月度评估 in the frame.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { withLint } from "../../shared/findings.js";
import { gradeLook } from "../../shared/status.js";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @type {import("../../steps.js").Step} */
export const scorecardStep = {
  id: "scorecard",
  group: "manage",
  card: (ctx, pane) => html`<allymark-scorecard inner .store=${ctx.store} .pane=${pane}></allymark-scorecard>`,
  completeness(ctx) {
    const card = ctx.results.months?.scorecard;
    const known = card?.metrics.filter((entry) => entry.value !== null).length ?? 0;
    if (!card || known === 0) return "empty";
    return known === card.metrics.length ? "full" : "part";
  },
  findings: (ctx) => (ctx.results.months ? withLint(ctx, ctx.results.months?.findings, "scorecard") : []),
  headline(ctx) {
    const { w } = ctx;
    const card = ctx.results.months?.scorecard;
    if (!card) return { tone: "neutral", icon: "none", strong: w.t("grade.none"), fact: w.t("score.empty"), detail: "", doubt: false, stale: false };
    const look = gradeLook(card.grade);
    const claim = ctx.results.months?.findings.find((finding) => finding.code === "grade_claim_contradicted");
    return {
      tone: look.tone,
      icon: look.icon,
      strong: w.t(w.known(`grade.${card.grade ?? "none"}`)),
      fact: card.grade ? w.t("score.fact", { month: card.month, total: card.shownTotal, action: w.t(w.known(`act.${card.action}`)) }) : w.t(w.known(`score.ungraded.${card.ungraded ?? "coverage"}`), { coverage: card.coverage }),
      detail: claim ? w.t("finding.grade_claim_contradicted.short", claim.params) : card.toNextGrade ? w.t("score.toNext", card.toNextGrade) : "",
      doubt: claim !== undefined,
      stale: ctx.results.staleMonths,
    };
  },
  fact(ctx) {
    const { w } = ctx;
    const card = ctx.results.months?.scorecard;
    const text = w.num(card?.shownTotal, 0, 0);
    // A total that counts for nothing would be read as a grade: the month is named, and that it has none.
    if (card && !card.grade) return { label: w.t("score.thisMonth"), value: figure(ctx, "month/total", `${w.month(card.month, true)} ${w.t("grade.none")}`, { step: "scorecard", label: w.t("step.scorecard"), stale: ctx.results.staleMonths }) };
    const grade = card ? ` ${w.t(w.known(`grade.${card.grade}`))}` : "";
    return { label: w.t("score.thisMonth"), value: card ? html`${figure(ctx, "month/total", text, { step: "scorecard", label: w.t("step.scorecard"), stale: ctx.results.staleMonths })}${grade}` : text };
  },
  ask: (ctx) => parts?.scorecardAsk(ctx) ?? [],
  paper: (ctx, drawing) => parts?.scorecardPaper(ctx, drawing),
  async load() {
    parts ??= await import("./parts.js");
  },
};
