/**
 * A dot plot: a row for each dimension, a dot for each candidate. Ours is the accent; a hollow dot rests on no evidence;
 * the line is what passes, the tick in a row a minimum of its own.
 * @module
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "./scale.js";
import { textWidth } from "./declutter.js";

/** Each candidate has its own height in every row, so that no name lies on another. */
const LANE = 17;

/**
 * @typedef {object} DotPlot
 * @property {{name: string, minimum: number | null, values: {name: string, value: number | null, ours: boolean, bare: boolean}[]}[]} rows
 * @property {number} low
 * @property {number} high
 * @property {number} pass
 * @property {string} passText
 * @property {string} minimumText
 * @property {string} missingText
 * @property {(name: string, row: string, value: number, bare: boolean) => string} sayPoint a dot in words
 * @property {string} label
 */

/**
 * @param {DotPlot} data
 * @param {number} width
 */
export function dots(data, width) {
  const lanes = Math.max(1, ...data.rows.map((row) => row.values.length));
  const each = lanes * LANE + 14;
  const top = 26;
  const left = Math.min(110, Math.max(64, ...data.rows.map((row) => textWidth(row.name) + 14)));
  const right = width - 22;
  const bottom = top + data.rows.length * each;
  const height = bottom + 26;
  const x = scaleLinear([data.low, data.high], [left + 10, right]);
  const marks = Array.from({ length: data.high - data.low + 1 }, (_, at) => data.low + at);
  const line = x(data.pass);
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${data.label} part="chart">
    <rect class="zone" x=${line} y=${top} width=${Math.max(0, right - line + 12)} height=${bottom - top}></rect>
    ${marks.map((mark) => svg`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1=${top} y2=${bottom}></line><text class="m" x=${x(mark)} y=${bottom + 16}>${mark}</text>`)}
    <line class="thr" x1=${line} x2=${line} y1=${top - 6} y2=${bottom}></line><text class="m t2" x=${line} y=${top - 10}>${data.passText}</text>
    ${data.rows.map((row, at) => {
      const y = top + at * each + each / 2;
      const known = row.values.filter((entry) => entry.value !== null);
      return svg`<g>${at > 0 ? svg`<line class="grid" x1="0" x2=${right + 12} y1=${y - each / 2} y2=${y - each / 2}></line>` : nothing}
        <text class="t2" x="0" y=${y + 4}>${row.name}</text>
        ${row.minimum === null ? nothing : svg`<line class="veto" x1=${x(row.minimum)} x2=${x(row.minimum)} y1=${y - each / 2 + 4} y2=${y + each / 2 - 4}></line><text class="tw" x="0" y=${y + 20}>${data.minimumText} ${row.minimum}</text>`}
        ${known.length === 0 ? svg`<text class="m" x=${(left + right) / 2} y=${y + 4}>${data.missingText}</text>` : nothing}
        ${known.map((entry) => ({ entry, lane: row.values.indexOf(entry) - (lanes - 1) / 2 })).map(({ entry, lane }) => svg`<g class="point" tabindex="0" role="img" aria-label=${data.sayPoint(entry.name, row.name, Number(entry.value), entry.bare)}><circle class="dp${entry.ours ? " ours" : ""}${entry.bare ? " bare" : ""}" cx=${x(/** @type {number} */ (entry.value))} cy=${y + lane * LANE} r="6"></circle>
          <text class="halo ${entry.ours ? "ta" : "t2"}${labelEnd(x(/** @type {number} */ (entry.value)), entry.name, width) ? " e" : ""}" x=${x(/** @type {number} */ (entry.value)) + (labelEnd(x(/** @type {number} */ (entry.value)), entry.name, width) ? -10 : 10)} y=${y + lane * LANE + 4}>${entry.name}</text></g>`)}</g>`;
    })}</svg>`;
}

/**
 * Whether a name stands left of its dot, because it would leave the picture on the right.
 * @param {number} at
 * @param {string} name
 * @param {number} width
 */
const labelEnd = (at, name, width) => at + 10 + textWidth(name) > width;
