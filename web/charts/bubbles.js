/**
 * Bubbles on a square of ratings: place = two figures, area = a third. Ours is the accent; a missing size is dashed; who
 * lacks a place is named below. Labels stand beside their bubbles, kept apart.
 * @module
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "./scale.js";
import { textWidth } from "./declutter.js";

/**
 * @typedef {object} Bubble
 * @property {string} name
 * @property {number | null} x
 * @property {number | null} y
 * @property {number | null} size
 * @property {boolean} ours
 * @property {string} level
 */
/**
 * @typedef {object} BubbleChart
 * @property {Bubble[]} points
 * @property {number} low
 * @property {number} high
 * @property {{name: string, short: string, from: number, to: number}[]} bands best first; `short` where the picture is narrow
 * @property {string} xLabel
 * @property {string} yLabel
 * @property {string} label
 */

/**
 * @param {BubbleChart} data
 * @param {number} width
 */
export function bubbles(data, width) {
  const height = Math.round(Math.min(360, Math.max(270, width * 0.62)));
  const [left, right, top, bottom] = [width < 420 ? 42 : 56, width - 14, 14, height - 50];
  const half = 0.5;
  const x = scaleLinear([data.low - half, data.high + half], [left, right]);
  const y = scaleLinear([data.low - half, data.high + half], [bottom, top]);
  const most = Math.min(26, (right - left) / (data.high - data.low + 1) / 2.2);
  const radius = (/** @type {number | null} */ size) => (size === null ? most * 0.6 : Math.max(5, most * Math.sqrt(size / data.high)));
  const marks = Array.from({ length: data.high - data.low + 1 }, (_, at) => data.low + at);
  const placed = data.points.filter((point) => point.x !== null && point.y !== null);
  const shown = spread(placed);
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${data.label} part="chart">
    ${data.bands.map((band, at) => {
      const [from, to] = [y(band.to + half), y(band.from - half)];
      return svg`<rect class="row-band b${at % 2 ? 1 : 0}" x=${left} y=${from} width=${right - left} height=${Math.max(0, to - from)}></rect><text class="e t2" x=${left - 22} y=${(from + to) / 2 + 4}>${width < 420 ? band.short : band.name}</text>`;
    })}
    ${marks.map((mark) => svg`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1=${top} y2=${bottom}></line><text class="m" x=${x(mark)} y=${bottom + 16}>${mark}</text><text class="e" x=${left - 6} y=${y(mark) + 4}>${mark}</text>`)}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    <text class="m t2" x=${(left + right) / 2} y=${height - 12}>${data.xLabel}</text>
    ${shown.map(({ point, shift }) => {
      const cx = x(/** @type {number} */ (point.x)) + shift * most * 1.15;
      const cy = y(/** @type {number} */ (point.y));
      const r = radius(point.size);
      const text = `${point.name} ${point.level}`;
      const beyond = shift < 0 ? cx - r - 5 - textWidth(text) > left : cx + r + 5 + textWidth(text) > right;
      return svg`<g><circle class="bub${point.ours ? " ours" : ""}${point.size === null ? " none" : ""}" cx=${cx} cy=${cy} r=${r}></circle>
        <text class="halo ${point.ours ? "ta" : "t1"}${beyond ? " e" : ""}" x=${beyond ? cx - r - 5 : cx + r + 5} y=${cy + 4}>${text}</text></g>`;
    })}</svg>
    ${placed.length < data.points.length ? html`<p class="q s">${data.points.filter((point) => !placed.includes(point)).map((point) => point.name).join(" · ")}${placed.length === 0 ? nothing : " "}— ${data.xLabel} / ${data.yLabel}</p>` : nothing}`;
}

/**
 * Partners at the same place stand beside each other.
 * @param {Bubble[]} points
 */
function spread(points) {
  /** @type {Map<string, number>} */
  const taken = new Map();
  return points.map((point) => {
    const key = `${point.x}/${point.y}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    const sharing = points.filter((other) => `${other.x}/${other.y}` === key).length;
    return { point, shift: before - (sharing - 1) / 2 };
  });
}
