/**
 * What a trial was besides its figures: from when to when, the first or the one after a retry, and what happened in it
 * that stops it whatever the figures say.
 * @module
 */
import { html } from "lit";
import { choice } from "../../shared/entries.js";
import { errorLine, textControl } from "../../shared/text-field.js";
import { compared } from "../../../store/workspace.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function circumstances(ctx) {
  const { w, store } = ctx;
  const { stoppingIncidents = [], verdict = {} } = ctx.results.policy.document.trial ?? {};
  const attempts = Array.from({ length: (verdict.retries ?? 0) + 1 }, (_, at) => String(at + 1));
  const heads = [w.t("trial.candidate"), w.t("trial.start"), w.t("trial.end"), w.t("trial.attempt"), ...stoppingIncidents.map((/** @type {string} */ id) => w.t(w.known(`incident.${id}`)))];
  return html`<section class="edit-part around"><h2 class="sec">${w.t("trial.around")} <small>${w.t("trial.aroundHint")}</small></h2>
    <table part="table"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${compared(store.workspace).map(({ dossier, index }) => {
        const name = w.partner(dossier, index);
        const base = `/dossiers/${index}/trial`;
        const day = (/** @type {"start" | "end"} */ at) => html`<td data-name=${w.t(`trial.${at}`)}>${textControl(ctx, { path: `${base}/${at}`, label: `${name} ${w.t(`trial.${at}`)}`, hideLabel: true, kind: "date" })}${errorLine(ctx, `${base}/${at}`)}</td>`;
        const stored = String(dossier.trial?.attempt ?? "1");
        const all = attempts.includes(stored) ? attempts : [...attempts, stored];
        return html`<tr><th scope="row"><bdi>${name}</bdi></th>${day("start")}${day("end")}
          <td data-name=${w.t("trial.attempt")}>${choice(ctx, { path: `${base}/attempt`, label: `${name} ${w.t("trial.attempt")}`, initial: "1", options: all.map((id) => ({ id, text: w.t(id === "1" ? "trial.attempt.first" : "trial.attempt.again", { n: id }) })), read: Number })}</td>
          ${stoppingIncidents.map((/** @type {string} */ id) => html`<td data-name=${w.t(w.known(`incident.${id}`))}>${incident(ctx, base, name, id)}</td>`)}</tr>`;
      })}</tbody></table></section>`;
}

/**
 * @param {Context} ctx
 * @param {string} base
 * @param {string} name
 * @param {string} id
 */
function incident(ctx, base, name, id) {
  const { w, store } = ctx;
  const known = /** @type {string[]} */ (store.valueAt(`${base}/incidents`) ?? []);
  const happened = known.includes(id);
  const put = () => {
    const rest = known.filter((one) => one !== id);
    const next = happened ? rest : [...rest, id];
    store.set(`${base}/incidents`, next.length > 0 ? next : undefined);
    store.seal();
  };
  return html`<label class="choice"><input type="checkbox" .checked=${happened} ?disabled=${store.readonly} aria-label=${`${name} ${w.t(w.known(`incident.${id}`))}`} @change=${put}><span aria-hidden="true">${happened ? html`<b class="bad">${w.t("trial.happened")}</b>` : w.t("trial.notHappened")}</span></label>`;
}
