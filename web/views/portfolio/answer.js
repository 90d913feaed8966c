/**
 * What the core says of all partners together, kept while none of them changes. A handful is answered in the frame; many
 * are answered in parts behind it, once the typing pauses, and until then the last answer stands.
 * @module
 */
import { presentDossier } from "../../store/judge.js";
import { activePartners } from "../../store/workspace.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../../store/store.js").Store} Store */
/** @typedef {import("allymark/engine").Portfolio} Portfolio */
/** @typedef {import("allymark/engine").PortfolioRow} PortfolioRow */
/** @typedef {{result: Portfolio | null, stale: boolean}} Answered */
/** @typedef {{asked: unknown[], answer: Answered, good: Portfolio | null, timer: ReturnType<typeof setTimeout> | undefined}} Known */

/** Partners that are answered at once. */
const AT_ONCE = 24;
/** Partners of one part: a few milliseconds. */
const PART = 25;
/** Milliseconds without a change until the parts begin. */
const PAUSE = 200;

/** @type {WeakMap<Store, Known>} */
const stores = new WeakMap();

/**
 * Under rules that the core refuses, the answer is one of the last sound rules.
 * @param {Context} ctx
 * @returns {Answered}
 */
export function portfolio(ctx) {
  const { result, stale } = answered(ctx);
  return { result, stale: stale || (result !== null && ctx.results.policy.errors.length > 0) };
}

/** @param {Context} ctx @returns {Answered} */
function answered(ctx) {
  const { store } = ctx;
  const { dossiers, asOf, archived } = store.workspace;
  const asked = [dossiers, asOf, archived, ctx.results.policy.reference];
  const known = stores.get(store) ?? { asked: [], answer: { result: null, stale: false }, good: null, timer: undefined };
  if (known.asked.length > 0 && asked.every((part, at) => part === known.asked[at])) return known.answer;
  stores.set(store, known);
  known.asked = asked;
  clearTimeout(known.timer);
  const active = activePartners(store.workspace).map(({ dossier }) => dossier);
  if (active.length <= AT_ONCE) {
    const answer = store.engine.assessMany({ policy: ctx.results.policy.reference, dossiers: active.map(presentDossier), asOf });
    keep(store, known, answer.ok ? answer : null);
  } else {
    const same = known.good && known.good.rows.length === active.length && known.good.rows[0].id === active[0].id && known.good.rows[active.length - 1].id === active[active.length - 1].id;
    if (!same) known.good = null;
    known.answer = { result: known.good, stale: false };
    store.behind = true;
    known.timer = setTimeout(() => part(ctx, known, active, 0, { rows: [], findings: [] }), known.good ? PAUSE : 0);
  }
  return known.answer;
}

/**
 * @param {Store} store
 * @param {Known} known
 * @param {Portfolio | null} answer null: refused, the last good one stays
 */
function keep(store, known, answer) {
  known.good = answer ?? known.good;
  known.answer = { result: known.good, stale: answer === null && known.good !== null };
  store.behind = false;
}

/**
 * Answers one part, hands its totals to the next and lets the page breathe between them.
 * @param {Context} ctx
 * @param {Known} known
 * @param {import("allymark/engine").Dossier[]} active
 * @param {number} from
 * @param {{rows: any[], findings: any[], totals?: any}} sofar
 */
function part(ctx, known, active, from, { rows, findings, totals }) {
  const { store } = ctx;
  const more = from + PART < active.length;
  const { reference, digest } = ctx.results.policy;
  const request = { call: "assess_many", policy: typeof reference === "string" ? reference : { digest }, asOf: store.workspace.asOf, dossiers: active.slice(from, from + PART).map(presentDossier), more, totals };
  const { ok, result: answer } = JSON.parse(store.engine.evaluate(JSON.stringify(request)));
  if (!ok) {
    keep(store, known, null);
    store.look({});
    return;
  }
  rows.push(...answer.rows);
  findings.push(...answer.findings.map((/** @type {any} */ finding) => ({ ...finding, path: finding.path.replace(/^\/dossiers\/(\d+)/, (/** @type {string} */ _, /** @type {string} */ at) => `/dossiers/${Number(at) + from}`) })));
  if (more) {
    known.timer = setTimeout(() => part(ctx, known, active, from + PART, { rows, findings, totals: answer.totals }));
    return;
  }
  keep(store, known, { ok: true, ...answer, rows, findings });
  store.look({});
}

/** @param {Context} ctx */
export const portfolioFindings = (ctx) => portfolio(ctx).result?.findings.filter((finding) => finding.code === "concentration_high") ?? [];

/** @param {Context} ctx @returns {"empty" | "part" | "full"} */
export function portfolioCompleteness(ctx) {
  const totals = portfolio(ctx).result?.totals;
  if (!totals || totals.partners === totals.unpriced) return "empty";
  return totals.unpriced === 0 ? "full" : "part";
}

/**
 * How many partners and what they pay in all; without a single price there is no sum, and no 0.
 * @param {Context} ctx
 * @param {Portfolio} result
 */
export function portfolioSum(ctx, { totals: { partners, unpriced, yearPay } }) {
  return ctx.w.t("port.sub", { n: partners, total: partners === unpriced ? null : yearPay });
}

/** @param {Context} ctx @returns {import("../steps.js").Headline} */
export function portfolioHeadline(ctx) {
  const { w } = ctx;
  const { result, stale } = portfolio(ctx);
  if (!result) return { tone: "neutral", icon: "none", strong: w.t("port.behind"), fact: "", detail: "", doubt: false, stale: false };
  const fired = result.totals.fired;
  const fact = portfolioSum(ctx, result);
  const detail = result.totals.backupsMissing > 0 ? w.t("port.backupsMissing", { n: result.totals.backupsMissing }) : "";
  if (fired > 0) return { tone: "bad", icon: "stop", strong: w.t("port.headline", { fired }), fact, detail, doubt: detail !== "", stale };
  const [concentrated] = portfolioFindings(ctx);
  if (concentrated) return { tone: "warn", icon: "find", strong: w.t("port.concentrated", concentrated.params), fact: `${w.t("port.overLimit", concentrated.params)}${w.t("punct.semicolon")}${fact}`, detail, doubt: detail !== "", stale };
  if (result.rows.every((row) => row.shownTotal === null && row.crisis.length === 0)) return { tone: "neutral", icon: "none", strong: w.t("port.noMonths"), fact, detail, doubt: false, stale };
  return { tone: "ok", icon: "ok", strong: w.t("port.calm"), fact, detail, doubt: detail !== "", stale };
}

/**
 * Where a partner of the answer is in the workspace.
 * @param {Context} ctx
 * @param {PortfolioRow} row
 */
export function partnerName(ctx, row) {
  const index = ctx.store.workspace.dossiers.findIndex((dossier) => dossier.id === row.id);
  return ctx.w.partner(row, Math.max(0, index));
}

/** @param {Context} ctx @returns {string[]} */
export function portfolioAsk(ctx) {
  const n = portfolio(ctx).result?.totals.backupsMissing ?? 0;
  return n > 0 ? [ctx.w.t("port.ask", { n })] : [];
}
