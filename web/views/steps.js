/**
 * The steps that exist, in the order of the story. A new step is one folder and one line here.
 * @module
 */
import { levelStep } from "./select/level/step.js";
import { readinessStep } from "./select/readiness/step.js";
import { diligenceStep } from "./select/diligence/step.js";
import { trialStep } from "./select/trial/step.js";
import { commissionStep } from "./agree/commission/step.js";
import { stopLossStep } from "./agree/stop_loss/step.js";
import { scorecardStep } from "./manage/scorecard/step.js";
import { relationshipStep } from "./manage/relationship/step.js";
import { crisisStep } from "./manage/crisis/step.js";
import { portfolioStep } from "./portfolio/step.js";

/** @typedef {import("./context.js").Context} Context */
/**
 * @typedef {object} Headline the strip's verdict for the current partner
 * @property {"ok" | "warn" | "bad" | "neutral" | ""} tone
 * @property {import("./shared/icon.js").IconName | null} icon
 * @property {string} strong
 * @property {string} fact
 * @property {string} detail
 * @property {boolean} doubt whether the detail is a doubt
 * @property {boolean} stale
 */
/**
 * @typedef {object} Step
 * @property {string} id
 * @property {"select" | "agree" | "manage" | "all"} group
 * @property {(ctx: Context, pane: "edit" | "result" | undefined) => unknown} card
 * @property {(ctx: Context) => "empty" | "part" | "full"} completeness
 * @property {(ctx: Context) => import("allymark/engine").Finding[]} findings
 * @property {(ctx: Context) => Headline} headline
 * @property {(ctx: Context) => {label: string, value: unknown}} fact one figure of this step, for the strip
 * @property {() => Promise<void>} [load] brings card and paper, behind the first verdict: see commission/parts.js. Only the step shown first has them at once
 * @property {(ctx: Context) => string[]} [ask] what there is to approve, a full sentence each; none where nothing is to be decided
 * @property {(ctx: Context, drawing: import("./shared/paper.js").Drawing) => unknown} paper the step on A4, with its annex
 */

/** @type {Step[]} */
export const STEPS = [
  levelStep,
  readinessStep,
  diligenceStep,
  trialStep,
  commissionStep,
  stopLossStep,
  scorecardStep,
  relationshipStep,
  crisisStep,
  portfolioStep,
];

export const GROUPS = /** @type {const} */ (["select", "agree", "manage", "all"]);

/** @param {string} id */
export const stepOf = (id) => STEPS.find((step) => step.id === id) ?? STEPS[0];
