/**
 * One A4 page for the one who decides, and an annex with the calculations.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "./icon.js";
import { findingText, grouped } from "./findings.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * Draws a picture: on paper at the width it is given, on a screen at the width there is.
 * @typedef {(draw: (width: number) => unknown, width: number) => unknown} Drawing
 */

/** @type {Drawing} */
export const onPaper = (draw, width) => draw(width);

/** @type {Drawing} */
export const onScreen = (draw) => html`<allymark-sized .draw=${draw}></allymark-sized>`;

/**
 * @param {Context} ctx
 * @param {{title: string, headline: import("../steps.js").Headline, strong?: string, extra?: unknown, figures: {term: string, text: string}[], body: unknown, ask: string, legend: string, annex: unknown}} page
 */
export function paper(ctx, page) {
  const { w } = ctx;
  return html`<article class="paper">
    <div class="pt"><span><b>${page.title}</b> ${w.text(ctx.store.workspace.name) || w.t("workspace.unnamed")}</span><span>${w.t("brand")} ${w.t("brand.other")} · ${w.t("how.policy")} ${ctx.policyName}</span></div>
    <div class="pv"><div><h1 class=${page.headline.tone}>${page.headline.icon ? icon(page.headline.icon) : nothing}<bdi>${page.strong ?? page.headline.strong}</bdi></h1>
      <p>${page.headline.fact}${page.headline.detail ? html`${w.t("punct.semicolon")}${page.headline.detail}` : nothing}${w.t("punct.stop")}</p>${page.extra ? html`<p class="q">${page.extra}</p>` : nothing}</div>
      <dl>${page.figures.map((figure) => html`<div><dt>${figure.term}</dt><dd class="n">${figure.text}</dd></div>`)}</dl></div>
    ${page.body}
    <div class="sign"><div>${w.t("paper.ask")}${page.ask}</div><div>${w.t("paper.approve")}</div><div>${w.t("paper.date")}</div></div>
    <p class="pf"><span>${page.legend}</span><span>${w.t("paper.engine", { engine: ctx.store.engine.version })}</span></p></article>
    <article class="paper annex">${page.annex}</article>`;
}

/** Findings that leave room for the signature; the screen shows all. */
const SHOWN = 5;

/**
 * Findings on paper: words only, the gravest first.
 * @param {Context} ctx
 * @param {import("allymark/engine").Finding[]} findings
 * @param {(finding: import("allymark/engine").Finding) => string | undefined} [names]
 */
export function paperFindings(ctx, findings, names) {
  const looks = /** @type {const} */ ({ block: ["bad", "stop"], doubt: ["warn", "find"], note: ["neutral", "info"] });
  const groups = grouped(ctx, findings);
  if (groups.length === 0) return nothing;
  const more = groups.length - SHOWN;
  return html`<h2 class="sec">${ctx.w.t("findings.title")}${more > 0 ? html` <small>${ctx.w.t("paper.more", { n: more })}</small>` : nothing}</h2><ul class="finds">${groups.slice(0, SHOWN).map((group) => {
    const [tone, name] = looks[group[0].severity] ?? looks.note;
    return html`<li><span class=${tone}>${icon(name)}</span><div><p>${findingText(ctx, group, { names })}</p></div></li>`;
  })}</ul>`;
}
