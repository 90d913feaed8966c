/**
 * Findings in plain words: the fact first, then what follows, then a way to the field it is about.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "./icon.js";
import { fieldId } from "./field.js";
import { lead, wayTo } from "./lead.js";
import { read } from "../../store/pointer.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Finding} Finding */

export const LOOK = /** @type {const} */ ({
  block: { tone: "bad", icon: "stop" },
  doubt: { tone: "warn", icon: "find" },
  note: { tone: "neutral", icon: "info" },
});

/**
 * What a step has to say: findings of its result, and those of the policy about its own rules. Cliffs are told by the
 * result, for the reading in force.
 * @param {Context} ctx
 * @param {Finding[] | undefined} own
 * @param {"trial" | "commission" | "scorecard"} section of the policy
 */
export function withLint(ctx, own, section) {
  const lint = ctx.results.lint.filter((finding) => finding.path.split("/").includes(section) && finding.code !== "cliff");
  const seen = new Set((own ?? []).map((finding) => finding.code));
  return [...(own ?? []), ...lint.filter((finding) => !seen.has(finding.code))];
}

/**
 * Findings of the same code are one line: 三家都没测 instead of three lines.
 * @param {Context} ctx
 * @param {Finding[]} findings
 */
export function grouped(ctx, findings) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    const key = finding.code + (ctx.w.has(`finding.${finding.code}.many`) ? "" : JSON.stringify(finding.params) + finding.path);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const order = { block: 0, doubt: 1, note: 2 };
  return [...groups.values()].sort((a, b) => order[a[0].severity] - order[b[0].severity]);
}

/**
 * @param {Context} ctx
 * @param {Finding[]} findings
 * @param {{names?: (finding: Finding) => string | undefined, address?: (path: string) => string}} [how] `address` turns a request's path into one of the workspace
 */
export function findingList(ctx, findings, how = {}) {
  const groups = grouped(ctx, findings);
  if (groups.length === 0) return html`<p class="q none">${ctx.w.t("findings.none")}</p>`;
  return html`<ul class="finds">${groups.map((group) => {
    const look = LOOK[group[0].severity] ?? LOOK.note;
    return html`<li><span class=${look.tone} role="img" aria-label=${ctx.w.t(`severity.${group[0].severity}`)}>${icon(look.icon)}</span>
      <div><p>${findingText(ctx, group, how)} ${ways(ctx, group, how)}</p></div></li>`;
  })}</ul>`;
}

/**
 * One way for a remark; where it is about whole partners, one for each of them on a line of its own.
 * @param {Context} ctx
 * @param {Finding[]} group
 * @param {{address?: (path: string) => string}} how
 */
function ways(ctx, group, how) {
  const each = group.every((finding) => /^\/dossiers\/\d+$/.test(finding.path)) ? group : group.slice(0, 1);
  const found = each.map((finding) => goTo(ctx, finding, how)).filter((way) => way !== nothing);
  return found.length > 1 ? found.map((way) => html`<br>${way}`) : found;
}

/**
 * @param {Context} ctx
 * @param {Finding[]} group
 * @param {{names?: (finding: Finding) => string | undefined}} how
 */
export function findingText(ctx, group, how) {
  const [first] = group;
  const names = [...new Set(group.map((finding) => how.names?.(finding)).filter(Boolean))].join(ctx.w.t("punct.list"));
  const values = [...new Set(group.map((finding) => (finding.params.value === undefined ? undefined : ctx.w.value(String(finding.params.metric ?? ""), finding.params.value))).filter(Boolean))].join(ctx.w.t("punct.list"));
  const metrics = [...new Set(group.map((finding) => finding.params.metric).filter(Boolean))];
  const years = [...new Set(group.map((finding) => finding.params.year).filter((year) => year !== undefined))].join(ctx.w.t("punct.list"));
  // A finding that counts something has a number of its own; of several alike it is how many there are.
  const params = { ...first.params, names, values, metrics, years, n: group.length > 1 ? group.length : first.params.n ?? 1 };
  const many = group.length > 1 ? `finding.${first.code}.many` : "";
  const priced = first.params.volume === undefined ? "" : `finding.${first.code}.priced`;
  return ctx.w.rich(ctx.w.known(many, priced, `finding.${first.code}`, "finding.unknown"), params);
}

/** The field of a place, where this element shows one. By its id, not by a selector: it is asked for on every key press. @param {Context} ctx @param {string} path */
const field = (ctx, path) => /** @type {ShadowRoot} */ (ctx.host.renderRoot).getElementById?.(fieldId(path)) ?? null;

/**
 * @param {Context} ctx
 * @param {Finding} finding
 * @param {{address?: (path: string) => string}} how
 */
function goTo(ctx, finding, how) {
  const base = how.address ? how.address(finding.path) : finding.path;
  const target = [`${base}/value`, `${base}/events`, base].find((path) => path !== "" && field(ctx, path));
  if (!target) return goBeyond(ctx, ctx.results.lint.includes(finding) ? `policy${finding.path}` : base, finding);
  const filled = read(ctx.store.workspace, target) !== undefined;
  return html`<button type="button" class="do" @click=${() => {
    ctx.store.look({ pane: "edit" });
    void ctx.host.updateComplete.then(() => field(ctx, target)?.focus());
  }}>${ctx.w.t(filled ? "findings.change" : "findings.fill")}</button>`;
}

/**
 * To another step, of another partner perhaps, or to the rule that a remark is about.
 * @param {Context} ctx
 * @param {string} path
 * @param {Finding} finding
 */
function goBeyond(ctx, path, finding) {
  const way = wayTo(ctx, path, finding);
  if (!way) return nothing;
  const { w, store } = ctx;
  const step = () => w.t(`step.${way.view}`);
  const text = way.view === "policy" ? w.t("findings.rule")
    : way.partner === null ? w.t("findings.step", { step: step() })
    : w.t("findings.stepOf", { step: step(), name: w.partner(store.workspace.dossiers[way.partner], way.partner) });
  return html`<button type="button" class="do" @click=${() => void lead(ctx, way)}>${text}</button>`;
}
