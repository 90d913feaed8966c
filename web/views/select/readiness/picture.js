/**
 * The scores by dimension as dots or as a radar, the quadrant in words, and the needs covered.
 * @module
 */
import { html, nothing } from "lit";
import { dots } from "../../../charts/dots.js";
import { radar, RADAR_MOST } from "../../../charts/radar.js";
import { figure } from "../../shared/figure.js";
import { icon } from "../../shared/icon.js";
import { place } from "../../shared/place.js";
import { dataTable, twinButton } from "../../shared/table.js";
import { segmented } from "../../shared/toolbar.js";
import { partners } from "../shared/room.js";
import { quadrantLook } from "./words.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function readinessTable(ctx) {
  const { w } = ctx;
  const dimensions = w.labels.asked("ability");
  return {
    caption: w.t("readiness.table"),
    head: [w.t("trial.candidate"), ...dimensions.map((dimension) => dimension.name), w.t("readiness.mean"), w.t("readiness.willing"), w.t("readiness.quadrant")],
    rows: partners(ctx).map((partner) => {
      const result = partner.result?.readiness;
      return [
        partner.name,
        ...dimensions.map((dimension) => w.num(result?.ability.dimensions.find((entry) => entry.id === dimension.id)?.score)),
        w.num(result?.ability.mean, 0, 2),
        result ? `${result.willingness.yes}/${result.willingness.of}` : w.num(null),
        w.t(w.known(`quadrant.${result?.quadrant}`, "quadrant.unknown")),
      ];
    }),
  };
}

/**
 * The scores as the charts take them.
 * @param {Context} ctx
 */
function scoreData(ctx) {
  const { w } = ctx;
  const { scale, pass } = ctx.results.policy.document.readiness.ability;
  const all = partners(ctx);
  const rows = w.labels.asked("ability").map((dimension) => {
    const entry = (/** @type {import("../shared/room.js").Partner} */ partner) => partner.result?.readiness?.ability.dimensions.find((row) => row.id === dimension.id);
    const minimum = all.map((partner) => entry(partner)?.minimum).find((value) => value !== undefined);
    return { name: dimension.name, minimum: minimum ?? null, values: all.map((partner) => ({ name: partner.name, value: entry(partner)?.score ?? null, ours: partner.current, bare: entry(partner)?.score != null && !entry(partner)?.hasEvidence })) };
  });
  const label = all.map((partner) => `${partner.name} ${w.num(partner.result?.readiness?.ability.mean, 0, 2)}`).join(w.t("punct.list"));
  // A radar of two dimensions is a line, and one of many candidates a knot.
  const can = all.length > 0 && all.length <= RADAR_MOST && rows.length > 2;
  return {
    chart: { rows, low: Number(scale.low), high: Number(scale.high), pass: Number(pass), passText: w.t("readiness.pass", { pass }), minimumText: w.t("readiness.minimum"), missingText: w.t("room.notRated"), label,
      sayPoint: (/** @type {string} */ name, /** @type {string} */ dimension, /** @type {number} */ value, /** @type {boolean} */ bare) => w.t(bare ? "readiness.pointBare" : "readiness.point", { name, dimension, value }) },
    can,
    round: can && (ctx.store.ui.flags["readinessRadar"] ?? false),
    note: (/** @type {boolean} */ round) => (round ? w.t("readiness.radarNote", { pass }) : w.t("readiness.dotNote")),
    caption: `${w.t("readiness.caption", { pass })}${w.t("punct.colon")}${label}`,
  };
}

/**
 * The scores as dots or, for a few candidates, as a radar: the same figures, caption and table.
 * @param {Context} ctx
 */
export function scorePicture(ctx) {
  const { w } = ctx;
  const { flags } = ctx.store.ui;
  const { chart, can, round, note, caption } = scoreData(ctx);
  const shapes = [{ id: "dots", text: w.t("readiness.dots") }, { id: "radar", text: w.t("readiness.radar") }];
  return html`<figure><figcaption>${caption} ${twinButton(ctx, "readinessTwin")}</figcaption>
    ${can ? html`<p class="shape">${segmented(w.t("readiness.shape"), shapes, round ? "radar" : "dots", (id) => ctx.store.look({ flags: { ...flags, readinessRadar: id === "radar" } }))}</p>` : nothing}
    <allymark-sized .draw=${(/** @type {number} */ width) => (round ? radar(chart, width) : dots(chart, width))}></allymark-sized>
    ${flags["readinessTwin"] ? dataTable(readinessTable(ctx)) : nothing}<p class="q s">${note(round)}</p></figure>`;
}

/** On paper, above the table: the radar if it was chosen. @param {Context} ctx */
export function scorePaper(ctx) {
  const { chart, round, note, caption } = scoreData(ctx);
  return round ? html`<figure><figcaption>${caption}</figcaption>${radar({ ...chart, most: 90 }, 640)}<p class="q s">${note(true)}</p></figure>` : nothing;
}

/** Able by willing: names in four boxes, and who is still open. @param {Context} ctx */
export function quadrants(ctx) {
  const { w } = ctx;
  const all = partners(ctx);
  const named = (/** @type {string | null} */ quadrant) => all.filter((partner) => (partner.result?.readiness?.quadrant ?? null) === quadrant);
  const box = (/** @type {import("allymark/engine").Readiness["quadrant"]} */ quadrant) => {
    const inside = named(quadrant);
    const look = quadrantLook(quadrant);
    return html`<div class="box${inside.length > 0 ? ` ${look.tone}` : ""}"><b>${inside.length > 0 ? icon(look.icon) : nothing} ${w.t(`quadrant.${quadrant}`)}</b>${inside.map((partner) => html`<button type="button" class=${partner.current ? "ours" : ""} @click=${() => ctx.store.pick(partner.id)}><bdi>${partner.name}</bdi></button>`)}</div>`;
  };
  const open = named(null);
  return html`<h2 class="sec">${w.t("readiness.quadrant")}</h2><div class="quad" role="group" aria-label=${w.t("readiness.quadrant")}>
      ${box("able_unwilling")}${box("able_willing")}${box("unable_unwilling")}${box("unable_willing")}</div>
    ${open.length > 0 ? html`<p class="q">${icon("none")} ${w.t("quadrant.unknown")}${w.t("punct.colon")}${open.map((partner) => partner.name).join(w.t("punct.list"))}</p>` : nothing}`;
}

/** What a group of needs comes to: only what there is. @param {Context} ctx @param {Record<string, any>} group */
function counts({ w }, group) {
  const states = /** @type {const} */ (["met", "partly", "not", "unknown"]).filter((state) => Number(group[state]) > 0);
  return w.sentence(states.map((state) => `${w.inside(w.t(`need.${state}`))} ${w.num(group[state])}`).join(w.t("punct.list")));
}

/**
 * How much of each group of needs the partner in view covers.
 * @param {Context} ctx
 * @param {import("../shared/room.js").Partner} partner
 */
export function coverage(ctx, partner) {
  const { w } = ctx;
  const needs = partner.result?.readiness?.needs ?? [];
  if (needs.length === 0) return nothing;
  return html`<h2 class="sec later">${w.t("readiness.needs")}</h2><table class="cover" part="table"><tbody>${needs.map((group, at) => html`<tr><th scope="row">${w.labels.entry("needs", group.group)}<span class="q rule-text">${counts(ctx, group)}</span></th>
      <td class="bar"><span class="track" aria-hidden="true"><span ${place({ width: `${group.coverage ?? 0}%` })}></span></span></td>
      <td class="num">${figure(ctx, `readiness/${partner.id}/readiness/needs/${at}/coverage`, group.coverage === null ? w.num(null) : `${w.num(group.coverage, 0, 0)}%`, { stale: partner.stale, label: w.labels.entry("needs", group.group) })}</td></tr>`)}</tbody></table>`;
}
