/**
 * What a document said when it was sent, beside what the rules in force say now.
 * @module
 */
import { html } from "lit";
import { summary } from "../../store/summary.js";
import { gradeMark, verdictMark } from "../shared/status.js";

/** @typedef {import("../../store/summary.js").Line} Line */

/**
 * @param {import("../context.js").Context} ctx
 * @param {{results: Record<string, Line>, policy: {id?: string, version?: string, digest?: string}}} data
 */
export function compareDialog(ctx, { results, policy }) {
  const { w, store } = ctx;
  const now = summary(store);
  const ids = [...new Set([...Object.keys(now), ...Object.keys(results)])];
  const line = (/** @type {Line | undefined} */ entry) => html`<td>${entry?.verdict ? verdictMark(ctx, entry.verdict) : w.num(null)}</td><td class="num">${w.num(entry?.score ?? null, 0, 0)}</td><td class="num">${w.money(entry?.net ?? null)}</td><td>${entry?.grade ? gradeMark(ctx, entry.grade) : w.num(null)}</td>`;
  return html`<h2 id="dialog-title">${w.t("compare.title")}</h2>
    <p>${w.t("compare.text", { version: policy.version ?? "", then: String(policy.digest ?? "").slice(0, 8), now: store.results.policy.digest.slice(0, 8) })}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${w.t("compare.title")}><table><thead><tr><th>${w.t("sheet.partner")}</th><th><span class="sr">${w.t("compare.title")}</span></th><th>${w.t("col.verdict")}</th><th class="num">${w.t("trial.score")}</th><th class="num">${w.t("agree.yearPay")}</th><th>${w.t("col.grade")}</th></tr></thead>
      <tbody>${ids.map((id) => html`<tr><th scope="row" rowspan="2"><bdi>${now[id]?.name || results[id]?.name || id}</bdi></th><td class="q">${w.t("compare.then")}</td>${line(results[id])}</tr><tr><td class="q">${w.t("compare.now")}</td>${line(now[id])}</tr>`)}</tbody></table></div>
    <form method="dialog"><button class="btn pri" value="yes">${w.t("dialog.close")}</button></form>`;
}
