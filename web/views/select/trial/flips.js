/**
 * How far each measured figure may move before the verdict changes, downwards and upwards.
 * @module
 */
import { html, nothing } from "lit";
import { present } from "../../../store/judge.js";
import { currentDossier } from "../../../store/workspace.js";
import { figure } from "../../shared/figure.js";
import { howPanel, sources } from "../../shared/how.js";
import { behind, giveUp } from "../../shared/behind.js";
import { grain } from "../../shared/grain.js";
import { verdictMark } from "../../shared/status.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").Exploration["varied"][number]} Varied */
/** @typedef {{metric: string, of: number | null, found: Varied}} Row */

/** @type {WeakMap<object, {reference: any, rows: Row[]}>} */
const known = new WeakMap();
/**
 * By element: what was shown last, until the figures typed since are worked out, and what those are.
 * @type {WeakMap<object, {id?: string, rows: Row[], asked?: {trial: object, reference: any}}>}
 */
const shownBy = new WeakMap();

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").TrialResult} result
 */
export function flipTable(ctx, result) {
  const { w } = ctx;
  if (ctx.results.staleTrials.has(result.id)) return nothing;
  const { rows, behind } = rowsOf(ctx, result);
  if (rows.length === 0) return nothing;
  const name = w.partner(result, ctx.store.index);
  return html`<div class="flips" aria-busy=${behind ? "true" : "false"}><h3>${w.t("trial.flipEach", { name })}</h3><div class="scroll" tabindex="0" role="region" aria-label=${w.t("trial.flipEach", { name })}><table part="table"><thead><tr><th scope="col">${w.t("col.metric")}</th><th scope="col" class="num">${w.t("trial.flipNow")}</th><th scope="col">${w.t("trial.flipDown")}</th><th scope="col">${w.t("trial.flipUp")}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${w.labels.metric(row.metric)}</th><td class="num" data-name=${w.t("trial.flipNow")}>${shown(ctx, row, row.found.value)}</td>${[row.found.down, row.found.up].map((move, at) => html`<td data-name=${w.t(at === 0 ? "trial.flipDown" : "trial.flipUp")}>${move ? html`${figure(ctx, `flip/${row.metric}/${at === 0 ? "down" : "up"}`, shown(ctx, row, move.to), { label: `${w.labels.metric(row.metric)} ${w.t(at === 0 ? "trial.flipDown" : "trial.flipUp")}` })} ${verdictMark(ctx, move.values[0])}` : html`<span class="q">${w.t("trial.flipNever")}</span>`}</td>`)}</tr>`)}</tbody></table></div>${flipHow(ctx, result, rows)}</div>`;
}

/**
 * How a change was found: the figures next to it, each with the verdict there, and what the verdict is made of.
 * @param {Context} ctx
 * @param {import("allymark/engine").TrialResult} result
 * @param {Row[]} rows
 */
function flipHow(ctx, result, rows) {
  const { w } = ctx;
  const [, metric, way] = /^flip\/([^/]+)\/(down|up)$/.exec(ctx.store.ui.open ?? "") ?? [];
  const row = rows.find((entry) => entry.metric === metric);
  const move = row?.found[/** @type {"down" | "up"} */ (way)];
  if (!row || !move) return nothing;
  return howPanel(ctx, {
    title: `${w.labels.metric(row.metric)} ${w.t(way === "down" ? "trial.flipDown" : "trial.flipUp")} ${shown(ctx, row, move.to)}`,
    left: html`<ol class="steps"><li><p class="op">${w.t("trial.flipHow", { step: row.of === null ? w.value(row.metric, row.found.step) : w.num(row.found.step) })}</p>
      <p class="f"><span class="n"><span class="in"><span class="q">${w.t("trial.flipNow")}</span> ${shown(ctx, row, row.found.value)}</span></span> ${verdictMark(ctx, result.verdict)} <span class="arrow" aria-hidden="true">→</span> <b class="n">${shown(ctx, row, move.to)}</b> ${verdictMark(ctx, move.values[0])}</p></li></ol>`,
    right: sources(ctx, [{ term: w.t("room.rule"), text: w.labels.rule("trial.verdict"), origin: w.labels.origin("trial.verdict") }]),
  });
}

/** @param {Context} ctx @param {Row} row @param {number} figure */
const shown = (ctx, row, figure) => (row.of === null ? ctx.w.value(row.metric, figure) : `${ctx.w.num(figure)} / ${ctx.w.num(row.of)}`);

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").TrialResult} result
 * @returns {{rows: Row[], behind: boolean}}
 */
function rowsOf(ctx, result) {
  const { trial } = currentDossier(ctx.store.workspace);
  if (!trial) return { rows: [], behind: false };
  const { reference } = ctx.results.policy;
  const kept = known.get(trial);
  const last = shownBy.get(ctx.host) ?? { rows: [] };
  shownBy.set(ctx.host, last);
  if (kept && kept.reference === reference) {
    giveUp(last);
    Object.assign(last, { id: result.id, rows: kept.rows, asked: undefined });
    return { rows: kept.rows, behind: false };
  }
  if (last.asked?.trial !== trial || last.asked.reference !== reference) {
    last.asked = { trial, reference };
    const { rows, parts } = search(ctx, result, trial);
    // The search asks the engine some fifty times; the card alone draws again, not the page round it.
    void behind(last, parts, () => {
      known.set(trial, { reference, rows });
      ctx.host.requestUpdate();
    });
  }
  return { rows: last.id === result.id ? last.rows : [], behind: true };
}

/**
 * @param {Context} ctx
 * @param {import("allymark/engine").TrialResult} result
 * @param {import("allymark/engine").Trial} trial
 * @returns {{rows: Row[], parts: (() => void)[]}} two parts for each figure; together they fill the rows
 */
function search(ctx, result, trial) {
  const { store, results } = ctx;
  const { reference } = results.policy;
  const facts = present(trial);
  /** @type {Row[]} */
  const rows = [];
  const request = { call: /** @type {const} */ ("assess"), policy: reference, dossier: { id: result.id, trial: facts }, asOf: store.workspace.asOf };
  const parts = result.metrics.filter((entry) => entry.role === "criterion" && entry.value !== null).flatMap(({ metric }) => {
    const measured = facts.metrics[metric];
    const counted = typeof measured === "object" && measured.events !== undefined;
    const at = `/dossier/trial/metrics/${metric}${counted ? "/events" : typeof measured === "object" ? "/value" : ""}`;
    const now = counted ? measured.events : typeof measured === "object" ? measured.value : measured;
    const search = (/** @type {{from?: import("allymark/engine").Figure, to?: import("allymark/engine").Figure}} */ side) => {
      const answer = store.engine.explore({ request, watch: ["/trial/verdict"], vary: [{ at, ...side, ...(counted ? {} : { step: grain(ctx, metric) }) }] });
      return answer.ok ? answer.varied : [];
    };
    /** @type {Varied[]} */
    let below = [];
    // Each way is a task of its own.
    return [
      () => (below = search({ to: now })),
      () => rows.push(...search({ from: now }).map((above, i) => ({ metric, of: counted ? Number(measured.of) : null, found: { ...above, down: below[i]?.down ?? null } }))),
    ];
  });
  return { rows, parts };
}
