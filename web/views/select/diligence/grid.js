/**
 * The heat table: what is asked down the side, candidates across, a symbol and a word in each cell, which is also where
 * the answer is chosen. A narrow card shows the candidate in view only.
 * @module
 */
import { html, nothing } from "lit";
import { read } from "../../../store/pointer.js";
import { figure } from "../../shared/figure.js";
import { icon } from "../../shared/icon.js";
import { errorLine, textControl } from "../../shared/text-field.js";
import { line, pick, signals } from "../shared/choices.js";
import { partners } from "../shared/room.js";
import { answerLook, itemLook, overall, overallLook } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("../shared/room.js").Partner} Partner */

/**
 * @param {Context} ctx
 * @param {string} path
 * @param {string} label
 */
const dayField = (ctx, path, label) => html`${textControl(ctx, { path, label, hideLabel: true, kind: "date" })}${errorLine(ctx, path)}`;

/** @param {Context} ctx */
export function grid(ctx) {
  const { w } = ctx;
  const all = partners(ctx);
  const cells = (/** @type {(partner: Partner) => unknown} */ cell) => all.map((partner) => html`<td class=${partner.current ? "ours" : "other"}>${cell(partner)}</td>`);
  return html`<div class="sheet heat" part="card"><table part="table"><caption class="sr">${w.t("diligence.table")}</caption>
    <thead><tr><th scope="col">${w.t("diligence.asked")}</th>${all.map((partner) => html`<th scope="col" class=${partner.current ? "ours" : "other"}><button type="button" class="name" aria-pressed=${partner.current ? "true" : "false"} @click=${() => ctx.store.pick(partner.id)}><bdi>${partner.name}</bdi></button>${state(ctx, partner)}</th>`)}</tr></thead>
    <tbody><tr class="grp"><th scope="row">${w.t("diligence.screening")} <span class="q">${w.t("diligence.screeningHint")}</span></th>${cells((partner) => screeningState(ctx, partner))}</tr>
      ${w.labels.asked("screening").map((question) => html`<tr><th scope="row">${question.name}</th>${cells((partner) => answerCell(ctx, partner, question))}</tr>`)}
      <tr class="grp"><th scope="row">${w.t("diligence.nda")} <span class="q">${w.t("diligence.ndaHint")}</span></th>${cells((partner) => dayField(ctx, `/dossiers/${partner.index}/diligence/nda`, `${partner.name} ${w.t("diligence.nda")}`))}</tr></tbody>
    ${w.labels.asked("diligence").map((group, at) => html`<tbody><tr class="grp"><th scope="row">${group.name}</th>${cells((partner) => completeness(ctx, partner, at, group.name))}</tr>
      ${group.items.map((item) => html`<tr><th scope="row">${item.name}</th>${cells((partner) => itemCell(ctx, partner, item))}</tr>${details(ctx, all, item)}`)}</tbody>`)}</table></div>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 */
function state(ctx, partner) {
  const result = partner.result?.diligence;
  if (!result) return nothing;
  const word = overall(result);
  const look = overallLook(word);
  return html`<span class="st ${partner.stale ? "stale" : look.tone}">${icon(look.icon)}<span>${ctx.w.t(`diligence.state.${word}`)}</span></span>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 */
function screeningState(ctx, partner) {
  const result = partner.result?.diligence;
  if (!result) return nothing;
  return figure(ctx, `diligence/${partner.id}/diligence/screening/state`, ctx.w.t(`screening.${result.screening.state}`), { stale: partner.stale, label: `${partner.name} ${ctx.w.t("diligence.screening")}` });
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 * @param {number} at
 * @param {string} name
 */
function completeness(ctx, partner, at, name) {
  const group = partner.result?.diligence?.groups[at];
  if (!group) return nothing;
  return figure(ctx, `diligence/${partner.id}/diligence/groups/${at}/completeness`, ctx.w.t("diligence.done", { n: `${ctx.w.num(group.completeness, 0, 0)}%` }), { stale: partner.stale, label: `${partner.name} ${name}` });
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 * @param {{id: string, name: string}} question
 */
function answerCell(ctx, partner, question) {
  const path = `/dossiers/${partner.index}/screening/${question.id}`;
  const look = answerLook(read(ctx.store.workspace, path));
  return html`<span class="hc ${look.tone}">${icon(look.icon)}${pick(ctx, { path, label: `${partner.name} ${question.name}`, empty: ctx.w.t("screening.open"), options: signals(ctx), hideLabel: true })}</span>`;
}

/**
 * @param {Context} ctx
 * @param {Partner} partner
 * @param {{id: string, name: string}} item
 */
function itemCell(ctx, partner, item) {
  const { w } = ctx;
  const base = `/dossiers/${partner.index}/diligence/items/${item.id}`;
  const look = itemLook(read(ctx.store.workspace, `${base}/state`));
  const overdue = partner.result?.diligence?.overdue.includes(item.id) ?? false;
  const flag = `item/${partner.id}/${item.id}`;
  const open = ctx.store.ui.flags[flag] ?? false;
  const known = Boolean(read(ctx.store.workspace, `${base}/evidence`) || read(ctx.store.workspace, `${base}/owner`) || read(ctx.store.workspace, `${base}/due`));
  return html`<span class="hc ${look.tone}">${icon(look.icon)}${pick(ctx, { path: `${base}/state`, label: `${partner.name} ${item.name}`, empty: w.t("item.open"), none: "open", options: /** @type {const} */ (["pass", "doubt", "veto"]).map((id) => ({ id, text: w.t(`item.${id}`) })), hideLabel: true })}
    <button type="button" class=${known ? "twin" : "twin none"} aria-expanded=${open ? "true" : "false"} aria-label=${`${partner.name} ${item.name} ${w.t("diligence.noted")}`} title=${w.t("diligence.details")} @click=${() => ctx.store.look({ flags: { ...ctx.store.ui.flags, [flag]: !open } })}>${w.t("diligence.noted")}</button>
    ${overdue ? html`<em class="bad">${w.t("diligence.late", { due: read(ctx.store.workspace, `${base}/due`) })}</em>` : nothing}</span>`;
}

/**
 * Evidence, owner and last day of an item, where they are open.
 * @param {Context} ctx
 * @param {Partner[]} all
 * @param {{id: string, name: string}} item
 */
function details(ctx, all, item) {
  const { w } = ctx;
  const shown = all.filter((partner) => ctx.store.ui.flags[`item/${partner.id}/${item.id}`]);
  if (shown.length === 0) return nothing;
  return html`<tr class="details"><td colspan=${all.length + 1}>${shown.map((partner) => {
    const base = `/dossiers/${partner.index}/diligence/items/${item.id}`;
    const label = `${partner.name} ${item.name}`;
    return html`<div class="detail"><b><bdi>${partner.name}</bdi></b>
      ${line(ctx, { path: `${base}/evidence`, label: `${label} ${w.t("diligence.evidence")}`, placeholder: w.t("readiness.evidenceHint"), hideLabel: true })}
      ${line(ctx, { path: `${base}/owner`, label: `${label} ${w.t("diligence.owner")}`, placeholder: w.t("diligence.owner"), hideLabel: true })}
      ${dayField(ctx, `${base}/due`, `${label} ${w.t("diligence.due")}`)}</div>`;
  })}</td></tr>`;
}

/** @param {Context} ctx */
export function diligenceTable(ctx) {
  const { w } = ctx;
  const all = partners(ctx);
  const row = (/** @type {string} */ name, /** @type {(partner: Partner) => string} */ cell) => [name, ...all.map(cell)];
  const at = (/** @type {Partner} */ partner, /** @type {string} */ path) => read(ctx.store.workspace, `/dossiers/${partner.index}/${path}`);
  return {
    caption: w.t("diligence.table"),
    head: [w.t("diligence.asked"), ...all.map((partner) => partner.name)],
    rows: [
      row(w.t("step.diligence"), (partner) => (partner.result?.diligence ? w.t(`diligence.state.${overall(partner.result.diligence)}`) : w.num(null))),
      row(w.t("diligence.nda"), (partner) => at(partner, "diligence/nda") ?? w.num(null)),
      ...w.labels.asked("screening").map((question) => row(question.name, (partner) => w.t(w.known(`signal.${at(partner, `screening/${question.id}`)}`, "screening.open")))),
      ...w.labels.asked("diligence").flatMap((group) => group.items.map((item) => row(item.name, (partner) => w.t(`item.${at(partner, `diligence/items/${item.id}/state`) ?? "open"}`)))),
    ],
  };
}
