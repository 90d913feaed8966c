/**
 * 尽调 in the frame.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { currentPartner, findingsOf } from "../shared/room.js";
import { overallLook, overall } from "./words.js";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
const diligence = (ctx) => currentPartner(ctx)?.result?.diligence ?? null;

/** @param {Context} ctx */
export const diligenceFindings = (ctx) => findingsOf(ctx, ["screening", "diligence"]);

/** @type {import("../../steps.js").Step} */
export const diligenceStep = {
  id: "diligence",
  group: "select",
  card: (ctx, pane) => html`<allymark-diligence inner .store=${ctx.store} .pane=${pane}></allymark-diligence>`,
  completeness(ctx) {
    const result = diligence(ctx);
    if (!result) return "empty";
    if (result.completeness === 0 && result.screening.unknown.length > 0 && result.screening.yes.length + result.screening.no.length === 0) return "empty";
    return result.open.length === 0 && result.screening.unknown.length === 0 && result.nda ? "full" : "part";
  },
  findings: diligenceFindings,
  headline(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = diligence(ctx);
    const stale = partner?.stale ?? false;
    if (!result) return { tone: "neutral", icon: "none", strong: w.num(null), fact: w.t("diligence.empty"), detail: "", doubt: false, stale };
    const state = overall(result);
    const look = overallLook(state);
    const all = result.groups.reduce((sum, group) => sum + group.pass + group.doubt + group.veto + group.open, 0);
    const left = [
      result.open.length > 0 ? w.t("diligence.left", { n: result.open.length }) : "",
      result.doubts.length > 0 ? w.t("diligence.doubts", { n: result.doubts.length }) : "",
      result.overdue.length > 0 ? w.t("diligence.overdue", { n: result.overdue.length }) : "",
      result.final ? "" : w.t("diligence.notFinal"),
    ].filter(Boolean);
    return { tone: look.tone, icon: look.icon, strong: w.t(`diligence.state.${state}`), fact: w.t("diligence.fact", { done: all - result.open.length, all, yes: result.screening.yes.length, asked: result.screening.yes.length + result.screening.no.length + result.screening.unknown.length }), detail: left.join(w.t("punct.comma")), doubt: left.length > 0, stale };
  },
  fact(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = diligence(ctx);
    const text = result ? `${w.num(result.completeness, 0, 0)}%` : w.num(null);
    return { label: w.t("step.diligence"), value: result ? figure(ctx, `diligence/${partner?.id}/diligence/completeness`, text, { step: "diligence", label: w.t("step.diligence"), stale: partner?.stale }) : text };
  },
  paper: (ctx) => parts?.diligencePaper(ctx),
  async load() {
    parts ??= await import("./parts.js");
  },
};
