/**
 * What the three rooms before the trial share: the partner in view, everybody's answers, findings and the paper.
 * @module
 */
import { html, nothing } from "lit";
import { compared } from "../../../store/workspace.js";
import { originTag, staleTag } from "../../shared/figure.js";
import { findingList, grouped } from "../../shared/findings.js";
import { howPanel, readings, sources, traceSteps } from "../../shared/how.js";
import { ofPartner, paper, paperFindings } from "../../shared/paper.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Assessment} Assessment */
/** @typedef {import("allymark/engine").Finding} Finding */
/** @typedef {{id: string, index: number, name: string, current: boolean, result: Assessment | null, stale: boolean}} Partner */

/**
 * Everybody who is compared, in the order of the workspace.
 * @param {Context} ctx
 * @returns {Partner[]}
 */
export function partners(ctx) {
  return compared(ctx.store.workspace).map(({ dossier, index }) => {
    const room = ctx.results.rooms.get(dossier.id);
    return { id: dossier.id, index, name: ctx.w.partner(dossier, index), current: dossier.id === ctx.store.workspace.current, result: room?.result ?? null, stale: room?.stale ?? false };
  });
}

/** @param {Context} ctx */
export const currentPartner = (ctx) => partners(ctx).find((partner) => partner.current) ?? partners(ctx)[0];

/** Names to choose the partner in view by, when there are several. @param {Context} ctx */
export function whose(ctx) {
  const all = partners(ctx);
  if (all.length < 2) return nothing;
  return html`<span class="seg who" role="group" aria-label=${ctx.w.t("strip.show")}>${all.map((partner) => html`<button type="button" aria-pressed=${partner.current ? "true" : "false"} @click=${() => ctx.store.pick(partner.id)}><bdi>${partner.name}</bdi></button>`)}</span>`;
}

/**
 * Findings of the partner in view that are about some members of its dossier.
 * @param {Context} ctx
 * @param {string[]} members
 * @returns {Finding[]}
 */
export function findingsOf(ctx, members) {
  const found = ctx.results.rooms.get(ctx.store.workspace.current)?.result?.findings ?? [];
  return found.filter((finding) => members.includes(finding.path.split("/")[2]));
}

/**
 * @param {Context} ctx
 * @param {Finding[]} findings
 */
export function roomFindings(ctx, findings) {
  if (findings.length === 0) return findingList(ctx, findings);
  return html`<h2 class="sec">${ctx.w.t("findings.title")} <small>${ctx.w.t("findings.count", { n: grouped(ctx, findings).length })}</small></h2>
    ${findingList(ctx, findings, { address: (path) => path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${ctx.store.index}`) })}`;
}

/**
 * The open 怎么算的 of a figure of this room; `id` is "level/<partner>/<pointer>".
 * @param {Context} ctx
 * @param {string} room
 * @param {(partner: Partner, pointer: string) => {title: string, rules: string[], options?: {label: string, chosen: boolean, result: unknown}[]}} about
 */
export function roomHow(ctx, room, about) {
  const [, id, ...rest] = (ctx.store.ui.open ?? "").split("/");
  if (!ctx.store.ui.open?.startsWith(`${room}/`)) return nothing;
  const partner = partners(ctx).find((entry) => entry.id === id);
  const pointer = `/${rest.join("/")}`;
  const steps = partner?.result?.trace?.[pointer];
  if (!partner || !steps) return nothing;
  const { title, rules, options = [] } = about(partner, pointer);
  return howPanel(ctx, {
    title: html`<bdi>${partner.name}</bdi> · ${title} ${partner.stale ? staleTag(ctx) : nothing}`,
    left: traceSteps(ctx, steps, (name) => partName(ctx, name)),
    right: html`${sources(ctx, rules.map((rule) => ({ term: ctx.w.t("how.rule"), text: ctx.w.labels.rule(rule), origin: ctx.w.labels.origin(rule) })))}${readings(ctx, ctx.w.t("room.otherRules"), options)}`,
  });
}

/**
 * Dimensions and their weights are named by the policy.
 * @param {Context} ctx
 * @param {string} name
 */
export function partName(ctx, name) {
  const [id, weight] = name.split(".");
  const dimension = ctx.w.labels.asked("ability").find((entry) => entry.id === id)?.name;
  const known = dimension ?? (weight ? ctx.w.t(ctx.w.known(`input.${id}`)) : "");
  return weight ? ctx.w.t("room.weightOf", { name: known }) : known;
}

/**
 * A room on A4.
 * @param {Context} ctx
 * @param {{title: string, headline: import("../../steps.js").Headline, figures: {term: string, text: string}[], body: unknown, findings: Finding[], asks: string[], room: string, pointers: string[]}} page
 */
export function roomPaper(ctx, page) {
  const { w } = ctx;
  const partner = currentPartner(ctx);
  return paper(ctx, {
    title: page.title,
    headline: page.headline,
    strong: ofPartner(ctx, page.headline.strong),
    figures: page.figures,
    body: html`${page.body}${paperFindings(ctx, page.findings)}`,
    findings: page.findings,
    asks: page.asks,
    legend: "",
    annex: html`<section class="how annex-part"><header><h2>${w.t("paper.annex")} · ${w.t("how.title")}${w.t("punct.colon")}<bdi>${partner?.name}</bdi></h2></header>
      ${page.pointers.map((pointer) => html`<div>${traceSteps(ctx, partner?.result?.trace?.[pointer], (name) => partName(ctx, name))}</div>`)}</section>`,
  });
}

export { originTag };
