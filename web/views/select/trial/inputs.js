/**
 * What was measured, per candidate: users, then each metric as a rate or as counts (events of users). Counts beat a
 * typed rate, so a column can be switched to them.
 * @module
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { control, fieldId, message, typedBelow } from "../../shared/field.js";
import { icon } from "../../shared/icon.js";
import { read, write } from "../../../store/pointer.js";
import { addPartner, compared, removePartner } from "../../../store/workspace.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {{id: string, unit: string}} Column */

/** @param {Context} ctx */
export function trialInputs(ctx) {
  const { w, store } = ctx;
  const columns = w.labels.trialMetrics();
  const partners = compared(store.workspace);
  return html`<section class="edit-part inputs"><h2 class="sec">${w.t("trial.inputs")} <small>${w.t("trial.inputsHint")}</small></h2>
    <div class="grid" role="table" aria-label=${w.t("trial.inputs")}>
      <div class="row head" role="row"><span role="columnheader">${w.t("trial.candidate")}</span><span role="columnheader">${w.t("trial.users")}</span>
        ${columns.map((column) => html`<span role="columnheader" class=${w.labels.isRate(column.id) ? "counts" : ""}>${w.labels.metric(column.id)} ${w.labels.isRate(column.id) ? countsSwitch(ctx, column) : nothing}</span>`)}<span role="columnheader"><span class="sr">${w.t("action.remove")}</span></span></div>
      ${partners.map(({ dossier, index }) => guard(rowRests(ctx, dossier, index), () => row(ctx, dossier, index, columns)))}
    </div>
    <p class="under"><button type="button" class="btn" @click=${() => store.change(addPartner)}>${icon("plus")}${w.t("trial.add")}</button></p></section>`;
}

/**
 * What a row is drawn from: as long as it stays, so does the row.
 * @param {Context} ctx
 * @param {import("allymark/engine").Dossier} dossier
 * @param {number} index
 */
function rowRests(ctx, dossier, index) {
  const { w, store, results } = ctx;
  const base = `/dossiers/${index}`;
  const wrong = results.errors.some((error) => error.path.startsWith(`${base}/`)) ? results.errors : null;
  const alone = compared(store.workspace).length === 1;
  return [dossier, index, w, store.readonly, store.ui.flags, wrong, typedBelow(base), alone, results.selection?.ranking.find((result) => result.id === dossier.id)];
}

/**
 * @param {Context} ctx
 * @param {Column} column
 */
function countsSwitch(ctx, column) {
  const flag = `counts/${column.id}`;
  const on = ctx.store.ui.flags[flag] ?? false;
  return html`<button type="button" class="twin" aria-pressed=${on ? "true" : "false"} aria-label=${`${ctx.w.labels.metric(column.id)}${ctx.w.t("punct.colon")}${ctx.w.t(on ? "trial.asRate" : "trial.asCounts")}`}
    @click=${() => ctx.store.look({ flags: { ...ctx.store.ui.flags, [flag]: !on } })}>${ctx.w.t(on ? "trial.asRate" : "trial.asCounts")}</button>`;
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").Dossier} dossier
 * @param {number} index
 * @param {Column[]} columns
 */
function row(ctx, dossier, index, columns) {
  const { w, store } = ctx;
  const base = `/dossiers/${index}`;
  const name = w.partner(dossier, index);
  return html`<div class="row" role="row">
    <span class="who" role="rowheader"><input class="text" id=${fieldId(`${base}/name`)} aria-label=${w.t("trial.name", { n: index + 1 })} autocomplete="off" spellcheck="false" .value=${dossier.name ?? ""} placeholder=${w.t("partner.unnamed", { n: index + 1 })}
      @input=${(/** @type {Event} */ event) => store.set(`${base}/name`, /** @type {HTMLInputElement} */ (event.target).value)} @blur=${() => store.seal()}></span>
    <span class="in" role="cell"><span class="lab" aria-hidden="true">${w.t("trial.users")}</span>${control(ctx, { path: `${base}/trial/users`, label: `${name} ${w.t("trial.users")}`, hideLabel: true, unit: "count", suffix: w.t("unit.users") })}</span>${says(ctx, w.t("trial.users"), [`${base}/trial/users`])}
    ${columns.map((column) => cell(ctx, base, name, column, dossier.id))}
    <span class="rm" role="cell">${store.workspace.dossiers.length - (store.workspace.archived?.length ?? 0) > 1 ? html`<button type="button" class="ghost" aria-label=${w.t("trial.remove", { name })} title=${w.t("trial.remove", { name })} @click=${() => store.change((workspace) => removePartner(workspace, dossier.id))}>${icon("x")}</button>` : nothing}</span></div>`;
}

/**
 * @param {Context} ctx
 * @param {string} base
 * @param {string} name
 * @param {Column} column
 * @param {string} dossierId
 */
function cell(ctx, base, name, column, dossierId) {
  const { w, store } = ctx;
  const path = `${base}/trial/metrics/${column.id}`;
  const measured = read(store.workspace, path);
  const label = `${name} ${w.labels.metric(column.id)}`;
  const counted = measured && (measured.events ?? measured.of ?? null) !== null;
  if (w.labels.isRate(column.id) && (store.ui.flags[`counts/${column.id}`] || counted)) {
    const users = read(store.workspace, `${base}/trial/users`);
    const found = store.results.selection?.ranking.find((result) => result.id === dossierId)?.metrics.find((entry) => entry.metric === column.id);
    const proof = found?.evidence;
    const typedRate = !counted && measured?.value && !proof ? html`<span class="q typed">${w.t("trial.typedRate", { value: w.value(column.id, measured.value) })}</span>` : nothing;
    /** @param {string | null} text */
    const writeEvents = (text) => store.change((workspace) => {
      const next = write(workspace, `${path}/events`, text);
      return text !== null && users && !read(workspace, `${path}/of`) ? write(next, `${path}/of`, users) : text === null ? write(next, `${path}/of`, null) : next;
    }, `${path}/events`);
    return html`<span class="in pair" role="cell"><span class="lab" aria-hidden="true">${w.labels.metric(column.id)}</span>
      ${control(ctx, { path: `${path}/events`, label: `${label} ${w.t("trial.events")}`, hideLabel: true, unit: "count", narrow: true, write: writeEvents, placeholder: proof ? w.num(proof.events) : undefined })}<span class="slash" aria-hidden="true">/</span>${control(ctx, { path: `${path}/of`, label: `${label} ${w.t("trial.of")}`, hideLabel: true, unit: "count", narrow: true, placeholder: proof ? w.num(proof.of) : undefined })}${typedRate}
      </span>${says(ctx, w.labels.metric(column.id), [`${path}/events`, `${path}/of`])}`;
  }
  return html`<span class="in" role="cell"><span class="lab" aria-hidden="true">${w.labels.metric(column.id)}</span>${control(ctx, { path: `${path}/value`, label, hideLabel: true, unit: column.unit, suffix: w.suffix(column.id) })}</span>${says(ctx, w.labels.metric(column.id), [`${path}/value`], lastGood(ctx, column.id, dossierId))}`;
}

/**
 * What is wrong in a row, over its whole width and so by name; on a narrow card it stays under its field.
 * @param {Context} ctx
 * @param {string} name
 * @param {string[]} paths
 * @param {string} [more]
 */
function says(ctx, name, paths, more = "") {
  const said = paths.map((path) => message(ctx, path)).filter((one) => one !== nothing);
  return said.length === 0 ? nothing : html`<span class="says" role="cell"><b class="bad">${name}${ctx.w.t("punct.colon")}</b>${said}${more ? html` <span class="bad">${more}</span>` : nothing}</span>`;
}

/**
 * What the figures in view go by while a field is refused.
 * @param {Context} ctx
 * @param {string} metric
 * @param {string} id
 */
function lastGood(ctx, metric, id) {
  const { w, results } = ctx;
  const kept = results.staleTrials.has(id) ? results.selection?.ranking.find((result) => result.id === id)?.metrics.find((entry) => entry.metric === metric) : undefined;
  return (kept?.value ?? null) === null ? "" : w.t("trial.lastGood", { value: w.value(metric, kept?.value) });
}
