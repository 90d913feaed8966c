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
 * @property {string} yTitle with its unit
 * @property {(point: Bubble) => string} said the place in words, behind name and level
 * @property {string} label
 */

/**
 * @param {BubbleChart} data
 * @param {number} width
 */
export function bubbles(data, width) {
  const height = Math.round(Math.min(360, Math.max(270, width * 0.62)));
  const [left, right, top, bottom] = [width < 420 ? 42 : 56, width - 14, 28, height - 50];
  const half = 0.5;
  const x = scaleLinear([data.low - half, data.high + half], [left, right]);
  const y = scaleLinear([data.low - half, data.high + half], [bottom, top]);
  const most = Math.min(26, (right - left) / (data.high - data.low + 1) / 2.2);
  const radius = (/** @type {number | null} */ size) => (size === null ? most * 0.6 : Math.max(5, most * Math.sqrt(size / data.high)));
  const marks = Array.from({ length: data.high - data.low + 1 }, (_, at) => data.low + at);
  const placed = data.points.filter((point) => point.x !== null && point.y !== null);
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${data.label} part="chart">
    ${data.bands.map((band, at) => {
      const [from, to] = [y(band.to + half), y(band.from - half)];
      return svg`<rect class="row-band b${at % 2 ? 1 : 0}" x=${left} y=${from} width=${right - left} height=${Math.max(0, to - from)}></rect><text class="e t2" x=${left - 22} y=${(from + to) / 2 + 4}>${width < 420 ? band.short : band.name}</text>`;
    })}
    ${marks.map((mark) => svg`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1=${top} y2=${bottom}></line><text class="m" x=${x(mark)} y=${bottom + 16}>${mark}</text><text class="e" x=${left - 6} y=${y(mark) + 4}>${mark}</text>`)}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    <text class="t2" x="4" y="16">${data.yTitle}</text>
    <text class="m t2" x=${(left + right) / 2} y=${height - 12}>${data.xLabel}</text>
    ${spots(placed).map((group) => {
      const [cx, cy] = [x(Number(group[0].x)), y(Number(group[0].y))];
      const radii = rings(group.map((point) => radius(point.size)));
      const texts = group.map((point) => `${cut(point.name, right - left - textWidth(` ${point.level}`) - 8)} ${point.level}`);
      const names = labels(texts, cx, cy, Math.max(...radii), { left, right, top });
      return group.map((point, at) => svg`<g class="point" tabindex="0" role="img" aria-label=${`${point.name} ${point.level}${data.said(point)}`}><circle class="bub${point.ours ? " ours" : ""}${point.size === null ? " none" : ""}" cx=${cx} cy=${cy} r=${radii[at]}></circle>
        <text class="halo ${point.ours ? "ta" : "t1"} ${names.anchor}" x=${names.x} y=${names.y + at * 16}>${texts[at]}</text></g>`);
    })}</svg>
    ${placed.length < data.points.length ? html`<p class="q s">${data.points.filter((point) => !placed.includes(point)).map((point) => point.name).join(" · ")}${placed.length === 0 ? nothing : " "}— ${data.xLabel} / ${data.yLabel}</p>` : nothing}`;
}

/**
 * Where the names of a place stand, one under the other: right of its bubble, else left of it, else above or below, clear
 * of the axis.
 * @param {string[]} texts
 * @param {number} cx
 * @param {number} cy
 * @param {number} radius
 * @param {{left: number, right: number, top: number}} box
 */
function labels(texts, cx, cy, radius, { left, right, top }) {
  const wide = Math.max(...texts.map((text) => textWidth(text)));
  const middle = cy + 4 - ((texts.length - 1) / 2) * 16;
  if (cx + radius + 5 + wide <= right) return { anchor: "", x: cx + radius + 5, y: middle };
  if (cx - radius - 5 - wide >= left + 4) return { anchor: "e", x: cx - radius - 5, y: middle };
  const over = cy - radius - 6 - (texts.length - 1) * 16;
  return { anchor: "m", x: Math.max(left + 4 + wide / 2, Math.min(right - wide / 2, cx)), y: over > top + 12 ? over : cy + radius + 16 };
}

/** A name that is longer than the picture is cut. @param {string} name @param {number} room */
function cut(name, room) {
  if (textWidth(name) <= room) return name;
  let kept = [...name];
  while (kept.length > 1 && textWidth(`${kept.join("")}…`) > room) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}

/**
 * Partners at the same place share it, the largest first, so that each ring is seen.
 * @param {Bubble[]} points
 */
function spots(points) {
  /** @type {Map<string, Bubble[]>} */
  const places = new Map();
  for (const point of [...points].sort((one, two) => (two.size ?? 0) - (one.size ?? 0))) places.set(`${point.x}/${point.y}`, [...(places.get(`${point.x}/${point.y}`) ?? []), point]);
  return [...places.values()];
}

/** Equal rings would hide each other: each is a little smaller than the one before. @param {number[]} radii largest first */
function rings(radii) {
  return radii.reduce((/** @type {number[]} */ drawn, r) => [...drawn, Math.max(3, Math.min(r, (drawn.at(-1) ?? Infinity) - 4))], []);
}
