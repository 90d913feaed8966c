/**
 * Bubbles: how easily a partner is replaced against what it is worth, the area its investment.
 * @module
 */
import { html, nothing } from "lit";
import { bubbles } from "../../../charts/bubbles.js";
import { read } from "../../../store/pointer.js";
import { dataTable, twinButton } from "../../shared/table.js";
import { partners } from "../shared/room.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx */
export function levelTable(ctx) {
  const { w } = ctx;
  return {
    caption: w.t("level.table"),
    head: [w.t("trial.candidate"), w.t("step.level"), w.t("input.strategicValue"), w.t("input.substitutability"), w.t("input.investment"), w.t("level.score")],
    rows: partners(ctx).map((partner) => {
      const facts = read(ctx.store.workspace, `/dossiers/${partner.index}/keyLevel`) ?? {};
      const level = partner.result?.keyLevel;
      return [partner.name, level?.level ? w.labels.level(level.level) : w.num(null), w.num(facts.strategicValue), w.num(facts.substitutability), w.num(facts.investment), w.num(level?.score, 2, 2)];
    }),
  };
}

/** @param {Context} ctx */
export function bubbleData(ctx) {
  const { w } = ctx;
  const { scale, levels = [] } = ctx.results.policy.document.keyLevel ?? {};
  const points = partners(ctx).map((partner) => {
    const facts = read(ctx.store.workspace, `/dossiers/${partner.index}/keyLevel`) ?? {};
    const level = partner.result?.keyLevel?.level;
    return { name: partner.name, x: number(facts.substitutability), y: number(facts.strategicValue), size: number(facts.investment), ours: partner.current, level: level ? w.labels.level(level) : w.num(null) };
  });
  return {
    points,
    low: scale?.low ?? 1,
    high: scale?.high ?? 5,
    bands: levels.map((/** @type {any} */ level, /** @type {number} */ at) => ({ name: w.labels.level(level.id), short: level.id, from: level.stars ?? scale?.low ?? 1, to: at === 0 ? scale?.high ?? 5 : levels[at - 1].stars - 1 })),
    xLabel: w.t("level.axisX"),
    yLabel: w.t("level.axisY"),
    yTitle: w.t("level.axisYStars"),
    said: (/** @type {{x: number | null, y: number | null, size: number | null}} */ { x, y, size }) => [[w.t("level.axisX"), x], [w.t("level.axisY"), y], [w.t("level.axisSize"), size]].map(([name, value]) => `${w.t("punct.comma")}${name} ${w.num(value === null ? null : Number(value))}`).join(""),
    label: caption(ctx, points),
  };
}

/** A figure as stored, which may be text. @param {unknown} value */
const number = (value) => (value === undefined || value === null || value === "" ? null : Number(value));

/**
 * The finding in words: who is key.
 * @param {Context} ctx
 * @param {{name: string, level: string}[]} points
 */
function caption(ctx, points) {
  return points.map((point) => `${point.name} ${point.level}`).join(ctx.w.t("punct.list"));
}

/** @param {Context} ctx */
export function levelPicture(ctx) {
  const { w } = ctx;
  const data = bubbleData(ctx);
  return html`<figure><figcaption class="cap"><b>${w.t("level.caption")}${w.t("punct.colon")}</b>${data.label} ${twinButton(ctx, "levelTwin")}</figcaption>
    <allymark-sized .draw=${(/** @type {number} */ width) => bubbles(data, width)}></allymark-sized>
    ${ctx.store.ui.flags["levelTwin"] ? dataTable(levelTable(ctx)) : ""}${moved(ctx, data).map((text) => html`<p class="s">${text}</p>`)}<p class="q s">${w.t("level.areaNote")}${shares(data.points) ? w.t("level.ringNote") : nothing}</p></figure>`;
}

/**
 * Why a partner stands on the ground of another level than its own.
 * @param {Context} ctx
 * @param {ReturnType<typeof bubbleData>} data
 */
function moved(ctx, data) {
  const { w } = ctx;
  return partners(ctx).flatMap((partner, at) => {
    const level = partner.result?.keyLevel;
    const stars = data.points[at].y;
    const ground = data.bands.find((/** @type {{from: number, to: number}} */ band) => stars !== null && stars >= band.from && stars <= band.to);
    if (!level?.level || !ground || level.method !== "stars" || level.override || level.adjustment === "none") return [];
    const facts = read(ctx.store.workspace, `/dossiers/${partner.index}/keyLevel`) ?? {};
    const features = w.list(level.adjustedBy, (id) => `${w.inside(w.t(w.known(`input.${id}`)))} ${w.num(facts[id])}`);
    return [w.t(`level.ground.${level.adjustment}`, { name: partner.name, stars, from: ground.name, features, to: w.labels.level(level.level) })];
  });
}

/** Whether two stand at one place. @param {{x: number | null, y: number | null}[]} points */
function shares(points) {
  const placed = points.filter((point) => point.x !== null && point.y !== null).map((point) => `${point.x}/${point.y}`);
  return new Set(placed).size < placed.length;
}
