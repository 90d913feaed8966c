/**
 * Events as they are recorded: what, when, confirmed or suspected, and for a change of equity how much.
 * @module
 */
import { html, nothing } from "lit";
import { icon } from "../../shared/icon.js";
import { addTo, choice, removeButton } from "../../shared/entries.js";
import { errorLine, textControl } from "../../shared/text-field.js";
import { dossierPath } from "../room.js";

/** @typedef {import("../../context.js").Context} Context */

const KINDS = ["data_leak", "data_misuse", "equity_change", "malicious_competition", "quality_accident", "negotiation_failed", "improvement_plan"];

/** @param {Context} ctx */
export function eventInputs(ctx) {
  const { w, store } = ctx;
  const path = `${dossierPath(ctx)}/events`;
  const events = /** @type {any[]} */ (store.valueAt(path) ?? []);
  const kinds = KINDS.map((kind) => ({ id: kind, text: w.t(`crisis.kind.${kind}`) }));
  const states = [{ id: "confirmed", text: w.t("crisis.confirmed") }, { id: "suspected", text: w.t("crisis.suspected") }];
  return html`<h2 class="sec">${w.t("crisis.events")} <small>${w.t("crisis.eventsHint")}</small></h2>
    <ul class="entries">${events.map((entry, index) => html`<li>${choice(ctx, { path: `${path}/${index}/kind`, label: w.t("crisis.eventKind", { n: index + 1 }), options: kinds })}
      ${textControl(ctx, { path: `${path}/${index}/date`, label: w.t("crisis.eventDate", { n: index + 1 }), hideLabel: true, kind: "date" })}
      ${choice(ctx, { path: `${path}/${index}/state`, label: w.t("crisis.eventState", { n: index + 1 }), options: states })}
      ${entry?.kind === "equity_change" ? textControl(ctx, { path: `${path}/${index}/share`, label: w.t("crisis.share"), hideLabel: true, kind: "figure", unit: "%", placeholder: w.t("crisis.share") }) : nothing}
      ${removeButton(ctx, path, index, w.t("action.remove"))}${errorLine(ctx, `${path}/${index}/date`)}${errorLine(ctx, `${path}/${index}/share`)}</li>`)}</ul>
    ${store.readonly ? nothing : html`<button type="button" class="btn" @click=${() => addTo(ctx, path, { kind: "data_leak", date: store.workspace.asOf, state: "suspected" })}>${icon("plus")}${w.t("crisis.addEvent")}</button>`}`;
}
