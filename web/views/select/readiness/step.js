/**
 * 能力与意愿 in the frame.
 * @module
 */
import { html } from "lit";
import { figure } from "../../shared/figure.js";
import { currentPartner, findingsOf } from "../shared/room.js";
import { quadrantLook } from "./words.js";

/** The card and the paper, which come behind the first verdict. @type {typeof import("./parts.js") | null} */
let parts = null;

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
const readiness = (ctx) => currentPartner(ctx)?.result?.readiness ?? null;

/** @param {Context} ctx */
export const readinessFindings = (ctx) => findingsOf(ctx, ["ability", "willingness", "needs", "offers", "sourcing"]);

/** @type {import("../../steps.js").Step} */
export const readinessStep = {
  id: "readiness",
  group: "select",
  card: (ctx, pane) => html`<allymark-readiness inner .store=${ctx.store} .pane=${pane}></allymark-readiness>`,
  completeness(ctx) {
    const result = readiness(ctx);
    if (!result) return "empty";
    const { ability, willingness, needs } = result;
    const open = ability.dimensions.filter((entry) => entry.score === null).length + willingness.unknown + needs.reduce((sum, group) => sum + group.unknown, 0);
    const known = ability.mean !== null || willingness.yes + willingness.no > 0 || needs.some((group) => group.coverage !== null);
    return open === 0 ? "full" : known ? "part" : "empty";
  },
  findings: readinessFindings,
  headline(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = readiness(ctx);
    const stale = partner?.stale ?? false;
    if (!result || (result.ability.mean === null && result.willingness.unknown === result.willingness.of)) return { tone: "neutral", icon: "none", strong: w.num(null), fact: w.t("readiness.empty"), detail: "", doubt: false, stale };
    const look = quadrantLook(result.quadrant);
    const { ability, willingness } = result;
    const weakest = ability.weakest.length > 0 ? w.t("readiness.weakest", { names: w.list(ability.weakest, (id) => w.labels.entry("ability", id)) }) : "";
    return {
      tone: look.tone,
      icon: look.icon,
      strong: w.t(w.known(`quadrant.${result.quadrant}`, "quadrant.unknown")),
      fact: w.t("readiness.fact", { mean: w.num(ability.mean, 0, 2), needed: ability.needed, yes: willingness.yes, of: willingness.of }),
      detail: weakest,
      doubt: false,
      stale,
    };
  },
  fact(ctx) {
    const { w } = ctx;
    const partner = currentPartner(ctx);
    const result = readiness(ctx);
    const mean = result?.ability.mean ?? null;
    const unknown = result !== null && result.willingness.unknown === result.willingness.of;
    const text = result ? w.t(unknown ? "readiness.shortUnknown" : "readiness.short", { mean: w.num(mean, 0, 2), yes: result.willingness.yes, of: result.willingness.of }) : w.num(null);
    return { label: w.t("step.readiness"), value: mean === null ? text : figure(ctx, `readiness/${partner?.id}/readiness/ability/mean`, text, { step: "readiness", label: w.t("step.readiness"), stale: partner?.stale }) };
  },
  paper: (ctx) => parts?.readinessPaper(ctx),
  async load() {
    parts ??= await import("./parts.js");
  },
};
