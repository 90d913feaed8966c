/**
 * How the plans stand, in one line each: the lamp and how far it is from firing.
 * @module
 */
import { assessed } from "../room.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Crisis} Crisis */

const CODES = /^(crisis_|ownership_)/;

/** @param {Context} ctx @returns {import("allymark/engine").Finding[]} */
export function crisisFindings(ctx) {
  return (assessed(ctx).result?.findings ?? []).filter((finding) => CODES.test(finding.code));
}

/** @param {Context} ctx @returns {"empty" | "part" | "full"} */
export function crisisCompleteness(ctx) {
  const watched = (assessed(ctx).result?.crisis ?? []).filter((plan) => plan.kind !== "event");
  const seen = watched.filter((plan) => plan.value !== null).length;
  if (seen === 0) return "empty";
  return seen === watched.length ? "full" : "part";
}

/**
 * A plan that watches a figure sees nothing without it: neither quiet nor near.
 * @param {Crisis} plan
 */
export const isBlind = (plan) => plan.kind !== "event" && plan.state === "quiet" && plan.value === null;

/** @param {Crisis} plan @returns {{tone: import("../../shared/status.js").Tone, icon: import("../../shared/icon.js").IconName, word: string}} */
export function lamp(plan) {
  if (plan.state === "fired") return { tone: "bad", icon: "stop", word: "crisis.fired" };
  if (plan.state === "near") return { tone: "warn", icon: "find", word: "crisis.near" };
  if (isBlind(plan)) return { tone: "neutral", icon: "none", word: "crisis.blind" };
  return { tone: "ok", icon: "ok", word: "crisis.quiet" };
}

/** @param {Context} ctx @returns {import("../../steps.js").Headline} */
export function crisisHeadline(ctx) {
  const { w } = ctx;
  const { result, stale } = assessed(ctx);
  const plans = result?.crisis ?? [];
  const names = (/** @type {Crisis[]} */ list) => list.map((plan) => w.labels.plan(plan.id)).join(w.t("punct.list"));
  const fired = plans.filter((plan) => plan.state === "fired");
  const near = plans.filter((plan) => plan.state === "near");
  const head = { detail: "", doubt: false, stale };
  const [burning] = fired;
  if (burning) return { tone: "bad", icon: "stop", strong: w.t("crisis.fired"), fact: w.t("crisis.someFired", { plans: names(fired) }), ...head, detail: burning.clock ? clockText(ctx, burning.clock) : "" };
  if (near.length > 0) return { tone: "warn", icon: "find", strong: w.t("crisis.near"), fact: w.t("crisis.someNear", { plans: names(near) }), ...head, detail: distance(ctx, near[0]) };
  if (plans.length === 0 || plans.some(isBlind)) return { tone: "neutral", icon: "none", strong: w.t("crisis.blind"), fact: w.t(plans.length === 0 ? "crisis.none" : "crisis.far.none"), ...head };
  return { tone: "ok", icon: "ok", strong: w.t("crisis.quiet"), fact: w.t("crisis.allQuiet"), ...head };
}

/** @param {Context} ctx @returns {string[]} */
export function crisisAsk(ctx) {
  const { w } = ctx;
  const fired = (assessed(ctx).result?.crisis ?? []).filter((plan) => plan.state === "fired");
  return fired.length > 0 ? [w.t("crisis.ask", { plans: fired.map((plan) => w.labels.plan(plan.id)).join(w.t("punct.list")) })] : [];
}

/**
 * @param {Context} ctx
 * @param {{ends: string, daysLeft: number}} clock
 */
export function clockText(ctx, { ends, daysLeft }) {
  return daysLeft < 0 ? ctx.w.t("crisis.clockOver", { ends, days: -daysLeft }) : ctx.w.t("crisis.clock", { ends, days: daysLeft });
}

/**
 * How far a plan is from firing, in words.
 * @param {Context} ctx
 * @param {Crisis} plan
 */
export function distance(ctx, plan) {
  const { w } = ctx;
  if (plan.kind === "event") {
    if (!plan.event) return w.t("crisis.far.noEvent");
    return w.t(plan.event.state === "suspected" ? "crisis.far.suspected" : "crisis.far.event", { date: plan.event.date });
  }
  if (plan.value === null || plan.distance === null || plan.metric === null) return w.t("crisis.far.none");
  const apart = Math.abs(plan.distance);
  const sizes = { limit: w.value(plan.metric, plan.limit), size: w.labels.unit(plan.metric) === "%" ? w.t("unit.points", { n: apart }) : w.value(plan.metric, apart), ...plan.months };
  if (plan.kind === "above_limit") return w.t(plan.distance < 0 ? "crisis.far.over" : plan.distance === 0 ? "crisis.far.at" : "crisis.far.above", sizes);
  return w.t(plan.distance < 0 ? "crisis.far.under" : plan.distance === 0 ? "crisis.far.at" : "crisis.far.below", sizes);
}

/**
 * What fires a plan, as the policy says it.
 * @param {Context} ctx
 * @param {Crisis} plan
 */
export function trigger(ctx, plan) {
  const { w } = ctx;
  const rule = w.labels.planRule(plan.id);
  const events = (rule?.events ?? []).map((/** @type {string} */ kind) => w.t(w.known(`crisis.kind.${kind}`))).join(w.t("punct.list"));
  const limit = plan.kind === "above_limit" && plan.metric ? w.value(plan.metric, rule?.limit) : rule?.limit;
  return w.t(`crisis.trigger.${plan.kind}`, { months: rule?.months ?? 1, limit, events });
}
