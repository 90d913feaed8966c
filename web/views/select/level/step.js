/**
 * 关键等级 in the frame.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { currentPartner, findingsOf } from "../shared/room.js";
import { levelTone } from "./words.js";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
const level = (ctx) => currentPartner(ctx)?.result?.keyLevel ?? null;

/** @param {Context} ctx */
export const levelFindings = (ctx) => {
  const own = findingsOf(ctx, ["keyLevel"]);
  const signed = findingsOf(ctx, ["trial"]).filter((finding) => finding.code === "signed_without_trial");
  return [...signed, ...own];
};

/** @type {import("../../steps.js").Step} */
export const levelStep = {
  id: "level",
  group: "select",
  card: (ctx, pane) => html`<allymark-level inner .store=${ctx.store} .pane=${pane}></allymark-level>`,
  completeness(ctx) {
    const result = level(ctx);
    if (!result?.level) return "empty";
    return result.notUsed.length === 0 ? "full" : "part";
  },
  findings: levelFindings,
  headline(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = level(ctx);
    if (!result?.level) return { tone: "neutral", icon: "none", strong: w.num(null), fact: w.t("level.empty"), detail: "", doubt: false, stale: partner?.stale ?? false };
    const moved = result.override ? w.t("level.byPerson") : result.adjustment === "none" ? "" : w.t(`level.moved.${result.adjustment}`);
    return { tone: levelTone(result), icon: result.isKey ? "ok" : "empty", strong: w.labels.level(result.level), fact: w.labels.strategy(result.level), detail: moved, doubt: false, stale: partner?.stale ?? false };
  },
  fact(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = level(ctx);
    const text = result?.level ? w.labels.level(result.level) : w.num(null);
    return { label: w.t("step.level"), value: result?.level ? figure(ctx, `level/${partner?.id}/keyLevel/level`, text, { step: "level", label: w.t("step.level"), stale: partner?.stale }) : text };
  },
  paper: (ctx) => parts?.levelPaper(ctx),
  async load() {
    parts ??= await import("./parts.js");
  },
};
