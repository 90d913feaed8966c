/**
 * One A4 page for the one who decides, and an annex with the calculations.
 * @module
 */
import { html, nothing } from "lit";
import { staleTag } from "./figure.js";
import { icon } from "./icon.js";
import { LOOK, findingText, grouped } from "./findings.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Finding} Finding */

/**
 * Draws a picture: on paper at the width it is given, on a screen at the width there is.
 * @typedef {(draw: (width: number) => unknown, width: number) => unknown} Drawing
 */

/** @type {Drawing} */
export const onPaper = (draw, width) => draw(width);

/** @type {Drawing} */
export const onScreen = (draw) => html`<allymark-sized .draw=${draw}></allymark-sized>`;

/** The partner in view and what is said of it. @param {Context} ctx @param {string} strong */
export function ofPartner(ctx, strong) {
  const { workspace, index } = ctx.store;
  return `${ctx.w.partner(workspace.dossiers[index], index)}${ctx.w.t("punct.colon")}${strong}`;
}

/**
 * @param {Context} ctx
 * @param {{title: string, headline: import("../steps.js").Headline, strong?: string, extra?: unknown, figures: {term: string, text: string}[], body: unknown, findings?: Finding[], names?: (finding: Finding) => string | undefined, asks: string[], legend: string, annex: unknown}} page `findings` are those that the body names the first of: the annex has the rest
 */
export function paper(ctx, page) {
  const { w } = ctx;
  return html`<article class="paper">
    <div class="pt"><span><b>${page.title}</b> <bdi>${w.text(ctx.store.workspace.name) || w.t("workspace.unnamed")}</bdi></span><span>${w.t("brand")} ${w.t("brand.other")} · ${w.t("how.policy")} ${ctx.policyName}</span></div>
    <div class="pv"><div><h1 class=${page.headline.stale ? "neutral" : page.headline.tone}>${page.headline.icon ? icon(page.headline.icon) : nothing}<bdi>${page.strong ?? page.headline.strong}</bdi>${page.headline.stale ? staleTag(ctx) : nothing}</h1>
      <p>${page.headline.fact}${page.headline.detail ? html`${w.t("punct.semicolon")}${page.headline.detail}` : nothing}${w.t("punct.stop")}</p>${page.extra ? html`<p class="q">${page.extra}</p>` : nothing}</div>
      <dl>${page.figures.map((figure) => html`<div><dt>${figure.term}</dt><dd class="n">${figure.text}</dd></div>`)}</dl></div>
    ${page.body}
    ${approval(ctx, page.asks, w.t("paper.noAsk"))}
    <p class="pf">${page.legend ? html`<span>${page.legend}</span> ` : nothing}<span class="made">${w.t("paper.engine", { engine: ctx.store.engine.version })}</span></p></article>
    <article class="paper annex">${furtherFindings(ctx, page.findings ?? [], page.names)}${page.annex}</article>`;
}

/**
 * What there is to approve, and where to sign.
 * @param {Context} ctx
 * @param {string[]} asks full sentences
 * @param {string} none what is said when there is nothing
 */
export function approval(ctx, asks, none) {
  const { w } = ctx;
  const what = asks.length > 1 ? html`<p>${w.t("paper.ask").trim()}</p><ol>${asks.map((ask) => html`<li>${ask}</li>`)}</ol>` : html`<p>${w.t("paper.ask")}${asks[0] ?? none}</p>`;
  return html`<div class="sign"><div>${what}</div><div>${w.t("paper.approve")}</div><div>${w.t("paper.date")}</div></div>`;
}

/** Findings that leave room for the signature; the annex has the rest. */
const SHOWN = 5;

/**
 * Findings on paper: words only, the gravest first.
 * @param {Context} ctx
 * @param {Finding[]} findings
 * @param {(finding: Finding) => string | undefined} [names]
 */
export function paperFindings(ctx, findings, names) {
  const groups = grouped(ctx, findings);
  if (groups.length === 0) return nothing;
  const more = groups.length - SHOWN;
  return html`<h2 class="sec">${ctx.w.t("findings.title")}${more > 0 ? html` <small>${ctx.w.t("paper.more", { n: more })}</small>` : nothing}</h2>${findingLines(ctx, groups.slice(0, SHOWN), names)}`;
}

/**
 * Those that had no room on the page before.
 * @param {Context} ctx
 * @param {Finding[]} findings
 * @param {(finding: Finding) => string | undefined} [names]
 */
function furtherFindings(ctx, findings, names) {
  const groups = grouped(ctx, findings).slice(SHOWN);
  return groups.length === 0 ? nothing : html`<section class="further"><h2 class="sec">${ctx.w.t("paper.further")}</h2>${findingLines(ctx, groups, names)}</section>`;
}

/**
 * @param {Context} ctx
 * @param {Finding[][]} groups
 * @param {(finding: Finding) => string | undefined} [names]
 */
export function findingLines(ctx, groups, names) {
  return html`<ul class="finds">${groups.map((group) => {
    const look = LOOK[group[0].severity] ?? LOOK.note;
    return html`<li><span class=${look.tone}>${icon(look.icon)}</span><div><p>${findingText(ctx, group, { names })}</p></div></li>`;
  })}</ul>`;
}
