/**
 * What is typed about the relationship: days, people, meetings, workshops, the contract's dates.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../../shared/icon.js";
import { addTo, choice, removeButton } from "../../shared/entries.js";
import { errorLine, textControl, textField } from "../../shared/text-field.js";
import { assessed, dossierPath } from "../room.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function relationshipInputs(ctx) {
  const { w } = ctx;
  const base = `${dossierPath(ctx)}/relationship`;
  // The layers that the level has; all of them while it is open.
  const layers = assessed(ctx).result?.cadence?.lanes.map((lane) => lane.layer) ?? w.labels.layers();
  return html`<h2 class="sec">${w.t("rel.inputs")}</h2>
    ${textField(ctx, { path: `${base}/start`, label: w.t("rel.start"), kind: "date" })}
    ${layers.map((layer) => textField(ctx, { path: `${base}/owners/${layer}`, label: w.t("rel.owner", { layer }) }))}
    ${textField(ctx, { path: `${base}/backup`, label: w.t("rel.backup") })}
    ${textField(ctx, { path: `${base}/renewal/end`, label: w.t("rel.end"), kind: "date", placeholder: "2027-06-30" })}
    ${textField(ctx, { path: `${base}/renewal/noticeDays`, label: w.t("rel.notice"), kind: "figure", unit: "days", suffix: w.t("unit.days"), placeholder: w.num(w.labels.noticeDays()) })}
    ${textField(ctx, { path: `${base}/renewal/priceReview`, label: w.t("rel.priceReview"), kind: "date", placeholder: "2025-07-01" })}
    ${textField(ctx, { path: `${base}/renewal/approver`, label: w.t("rel.approver") })}
    ${meetings(ctx, `${base}/meetings`, layers)}${workshops(ctx, `${base}/workshops`)}`;
}

/**
 * @param {Context} ctx
 * @param {string} path
 * @param {string[]} layers
 */
function meetings(ctx, path, layers) {
  const { w, store } = ctx;
  const held = /** @type {any[]} */ (store.valueAt(path) ?? []);
  const due = assessed(ctx).result?.cadence?.next[0]?.layer ?? layers[0];
  const options = layers.map((layer) => ({ id: layer, text: w.labels.layer(layer) }));
  return html`<h3 class="later">${w.t("rel.meetings")}</h3><ul class="entries">${held.map((_, index) => html`<li>${choice(ctx, { path: `${path}/${index}/layer`, label: w.t("rel.col.layer"), options })}
      ${textControl(ctx, { path: `${path}/${index}/date`, label: w.t("rel.meetingDate", { n: index + 1 }), hideLabel: true, kind: "date" })}${removeButton(ctx, path, index, w.t("action.remove"))}${errorLine(ctx, `${path}/${index}/date`)}</li>`)}</ul>
    ${store.readonly || layers.length === 0 ? nothing : html`<button type="button" class="btn" @click=${() => addTo(ctx, path, { layer: due, date: store.workspace.asOf })}>${icon("plus")}${w.t("rel.addMeeting")}</button>`}`;
}

/**
 * @param {Context} ctx
 * @param {string} path
 */
function workshops(ctx, path) {
  const { w, store } = ctx;
  const held = /** @type {any[]} */ (store.valueAt(path) ?? []);
  return html`<h3 class="later">${w.t("rel.workshops")}</h3><ul class="entries">${held.map((entry, index) => html`<li>${textControl(ctx, { path: `${path}/${index}/date`, label: w.t("rel.workshopDate", { n: index + 1 }), hideLabel: true, kind: "date" })}${removeButton(ctx, path, index, w.t("action.remove"))}${errorLine(ctx, `${path}/${index}/date`)}
      <ul class="entries inner">${(entry?.ideas ?? []).map((/** @type {any} */ _, /** @type {number} */ at) => html`<li>${textControl(ctx, { path: `${path}/${index}/ideas/${at}/name`, label: w.t("rel.idea"), hideLabel: true, placeholder: w.t("rel.idea") })}
        ${textControl(ctx, { path: `${path}/${index}/ideas/${at}/yearlyValue`, label: w.t("rel.ideaValue"), hideLabel: true, kind: "figure", unit: "CNY", suffix: w.t("unit.yuanYear"), placeholder: w.t("rel.ideaValue") })}${removeButton(ctx, `${path}/${index}/ideas`, at, w.t("action.remove"))}${errorLine(ctx, `${path}/${index}/ideas/${at}/name`)}${errorLine(ctx, `${path}/${index}/ideas/${at}/yearlyValue`)}</li>`)}</ul>
      ${store.readonly ? nothing : html`<button type="button" class="do" @click=${() => addTo(ctx, `${path}/${index}/ideas`, { name: "" })}>${w.t("rel.addIdea")}</button>`}</li>`)}</ul>
    ${store.readonly ? nothing : html`<button type="button" class="btn" @click=${() => addTo(ctx, path, { date: store.workspace.asOf, ideas: [] })}>${icon("plus")}${w.t("rel.addWorkshop")}</button>`}`;
}
