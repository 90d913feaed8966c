/**
 * Everything at a glance: what stands in the way, what is next, each step's verdict for the current partner, and all
 * partners, which are named, ordered and put away here.
 * @module
 */
import { html, nothing } from "lit";
import { activePartners, addPartner, archivePartner, duplicatePartner, movePartner, removePartner } from "../../store/workspace.js";
import { findingText, grouped } from "../shared/findings.js";
import { fieldId } from "../shared/field.js";
import { icon } from "../shared/icon.js";
import { menu } from "../shared/menu.js";
import { aged, gradeMark, headlineMark, verdictMark } from "../shared/status.js";
import { goTo } from "../pages.js";
import { STEPS } from "../steps.js";
import { partnerAt } from "../select/trial/view.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../frame/actions.js").Actions} Actions */
/** @typedef {{step: import("../steps.js").Step, group: import("allymark/engine").Finding[]}} Said */

/** So many partners stand above the steps. */
const FEW = 6;
/** Partners listed until all are asked for. */
const FIRST = 50;
const ALL = "overview/all";
/** Findings listed as what is next; the rest stand in their steps. */
const NEXT = 6;

/**
 * @param {Context} ctx
 * @param {Actions} actions
 */
export function overview(ctx, actions) {
  const { w, store } = ctx;
  const { index } = store;
  const name = w.partner(store.workspace.dossiers[index], index);
  const said = once(STEPS.flatMap((step) => grouped(ctx, step.findings(ctx)).map((group) => ({ step, group }))));
  const red = said.filter(({ group }) => group[0].severity === "block");
  // A few partners are the question itself; many would push the one in view off the page.
  const few = activePartners(store.workspace).length <= FEW;
  const next = said.filter(({ group }) => group[0].severity === "doubt").slice(0, NEXT);
  return html`<div class="head"><h1>${w.t("page.overview")}</h1><p><bdi>${name}</bdi>${w.t("punct.comma")}${w.t("overview.asOf", { day: store.workspace.asOf })}</p></div>
    ${few ? partners(ctx) : nothing}${few ? html`<h2 class="sec gap"><bdi>${name}</bdi> <small>${w.t("overview.steps")}</small></h2>` : nothing}<ul class="steps-list">${STEPS.map((step) => stepCard(ctx, step))}</ul>
    <div class="cols c2"><section><h2 class="sec">${w.t("overview.red")} <small>${w.t("findings.count", { n: red.length })}</small></h2>${sayings(ctx, red, "overview.noRed")}</section>
      <section><h2 class="sec">${w.t("overview.next")}</h2>${nextActions(ctx) ?? sayings(ctx, next, "overview.noNext")}</section></div>
    ${few ? nothing : partners(ctx)}
    ${ctx.narrow && !store.readonly ? html`<p class="acts"><button type="button" class="btn" @click=${actions.clear}>${w.t("action.clear")}</button><button type="button" class="btn" @click=${() => actions.openExample("insurance-data")}>${w.t("action.example")}</button></p>` : nothing}`;
}

/**
 * A remark that two steps make, or two limits of one metric, is told once.
 * @param {Said[]} list
 */
function once(list) {
  const seen = new Set();
  return list.filter(({ group: [finding] }) => {
    const key = `${finding.code}/${finding.params.metric ?? JSON.stringify(finding.params)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * @param {Context} ctx
 * @param {import("../steps.js").Step} step
 */
function stepCard(ctx, step) {
  const { w, store } = ctx;
  const headline = step.headline(ctx);
  const blocks = grouped(ctx, step.findings(ctx)).filter((group) => group[0].severity === "block").length;
  const open = () => {
    goTo(store, step.id);
    store.look({ pane: "result" });
    scrollTo({ top: 0 });
  };
  return html`<li><button type="button" @click=${open}><span class="q">${icon(step.completeness(ctx))} ${w.t(`step.${step.id}`)}${blocks > 0 ? html`<em class="bad">${w.t("rail.blocks", { n: blocks })}</em>` : nothing}</span>
    ${headlineMark(ctx, headline)}<small>${headline.fact}</small></button></li>`;
}

/**
 * What the core says is to be done, the most urgent first: who, by when, how late; nothing where it has no such list.
 * @param {Context} ctx
 */
function nextActions(ctx) {
  const { w } = ctx;
  const { assessment, policy } = ctx.results;
  const list = assessment?.nextActions;
  if (!list || list.length === 0) return undefined;
  return html`<ol class="next-list">${list.slice(0, NEXT).map((action) => {
    const due = action.due === null ? nothing : html`<span class=${action.lateDays > 0 ? "bad" : "q"}>${action.lateDays > 0 ? w.t("overview.late", { due: action.due, days: action.lateDays }) : w.t("overview.due", { due: action.due })}</span>`;
    const owner = w.text(policy.document.roles?.[action.ownerRole]?.label ?? policy.document.roles?.[action.ownerRole]);
    return html`<li><p>${w.sentence(w.t(w.known(`next.${action.code}`), action.params))}</p><p class="by">${owner ? html`<span class="q">${owner}</span>` : nothing}${due}</p></li>`;
  })}</ol>${list.length > NEXT ? html`<p class="q">${w.t("overview.moreNext", { n: list.length - NEXT })}</p>` : nothing}`;
}

/**
 * @param {Context} ctx
 * @param {Said[]} list
 * @param {string} none
 */
function sayings(ctx, list, none) {
  const { w, store } = ctx;
  if (list.length === 0) return html`<p class="q none">${w.t(none)}</p>`;
  return html`<ul class="finds">${list.map(({ step, group }) => html`<li><span class=${group[0].severity === "block" ? "bad" : "warn"} role="img" aria-label=${w.t(`severity.${group[0].severity}`)}>${icon(group[0].severity === "block" ? "stop" : "find")}</span>
    <div><p>${findingText(ctx, group, { names: (finding) => partnerAt(ctx, finding.path) })} <button type="button" class="do" @click=${() => goTo(store, step.id)}>${w.t(`step.${step.id}`)}</button></p></div></li>`)}</ul>`;
}

/** @param {Context} ctx */
function partners(ctx) {
  const { w, store } = ctx;
  const active = activePartners(store.workspace);
  const shown = store.ui.flags[ALL] ? active : active.slice(0, FIRST);
  const away = store.workspace.dossiers.filter((dossier) => store.workspace.archived?.includes(dossier.id));
  return html`<h2 class="sec">${w.t("overview.partners")} <small>${w.t("overview.partnersHint")}</small></h2>
    ${ctx.narrow ? nothing : html`<p class="partner-head" aria-hidden="true"><span>${w.t("sheet.partner")}</span><span>${w.t("step.trial")}</span><span>${w.t("agree.yearPay")}</span><span>${w.t("overview.grade")}</span></p>`}<ul class="partner-list">${shown.map(({ dossier, index }, at) => partnerRow(ctx, dossier, index, at, active.length))}</ul>
    ${shown.length < active.length ? html`<p class="under"><button type="button" class="btn" @click=${() => store.look({ flags: { ...store.ui.flags, [ALL]: true } })}>${w.t("overview.showAll", { n: active.length })}</button></p>` : nothing}
    ${store.readonly ? nothing : html`<p class="under"><button type="button" class="btn" @click=${() => store.change(addPartner)}>${icon("plus")}${w.t("overview.add")}</button></p>`}
    ${away.length > 0 ? html`<h2 class="sec gap">${w.t("overview.archived")}</h2><ul class="away">${away.map((dossier) => html`<li><bdi>${w.partner(dossier, store.workspace.dossiers.indexOf(dossier))}</bdi>
      <button type="button" class="btn" @click=${() => store.change((workspace) => archivePartner(workspace, dossier.id, false))}>${w.t("overview.restore")}</button></li>`)}</ul>` : nothing}`;
}

/**
 * One fact of a partner: under its heading, or named where there is no heading; on a phone only where there is one.
 * @param {Context} ctx
 * @param {string} name
 * @param {unknown} text
 */
function cell(ctx, name, text) {
  if (ctx.narrow) return text ? html`<span class="more"><span class="q">${ctx.w.t(name)}</span> ${text}</span>` : nothing;
  return html`<span class="more">${text ?? html`<span class="q">—</span>`}</span>`;
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Dossier} dossier
 * @param {number} index in the workspace
 * @param {number} at among those shown
 * @param {number} count
 */
function partnerRow(ctx, dossier, index, at, count) {
  const { w, store } = ctx;
  const result = store.trialOf(index);
  const { quote, months, staleQuote, staleMonths, staleTrial } = store.brief(index);
  const card = months?.scorecard ?? null;
  const current = dossier.id === store.workspace.current;
  const name = w.partner(dossier, index);
  const path = `/dossiers/${index}/name`;
  const move = (/** @type {number} */ by) => () => store.change((workspace) => movePartner(workspace, dossier.id, by));
  return html`<li><label class="pick choice"><input type="radio" name="partner" .checked=${current} aria-label=${w.t("overview.pick", { name })} @change=${() => store.pick(dossier.id)}></label>
    <input class="text" id=${fieldId(path)} aria-label=${w.t("trial.name", { n: at + 1 })} autocomplete="off" spellcheck="false" ?readonly=${store.readonly} .value=${dossier.name ?? ""} placeholder=${w.t("partner.unnamed", { n: index + 1 })}
      @input=${(/** @type {Event} */ event) => store.set(path, /** @type {HTMLInputElement} */ (event.target).value)} @blur=${() => store.seal()}>
    <span class="marks">${result && (result.passed.length > 0 || result.missed.length > 0) ? aged(ctx, staleTrial, html`${verdictMark(ctx, result.verdict)}<span class="n">${w.num(result.shownScore, 0, 0)}</span>`) : html`<span class="q">${w.t("overview.noTrial")}</span>`}</span>
    ${cell(ctx, "agree.yearPay", quote && quote.net !== null ? aged(ctx, staleQuote, html`<span class="n">${w.money(quote.net, { symbol: true })}</span>`) : null)}${cell(ctx, "overview.grade", card?.grade ? aged(ctx, staleMonths, gradeMark(ctx, card.grade)) : null)}
    ${store.readonly ? nothing : menu({
      label: icon("more"),
      name: w.t("overview.manage", { name }),
      classes: "rowmenu",
      items: [
        at > 0 ? { text: w.t("overview.up"), act: move(-1) } : nothing,
        at < count - 1 ? { text: w.t("overview.down"), act: move(1) } : nothing,
        { text: w.t("overview.duplicate"), act: () => store.change((workspace) => duplicatePartner(workspace, dossier.id, w.t("overview.copyOf", { name }))) },
        ...(count > 1 ? [{ text: w.t("overview.archive"), act: () => store.change((workspace) => archivePartner(workspace, dossier.id, true)) }, { text: w.t("action.remove"), act: () => store.change((workspace) => removePartner(workspace, dossier.id)) }] : []),
      ],
    })}</li>`;
}
