/**
 * A radar for a few candidates: a spoke for each dimension, a line around for each candidate. Ours is the accent and
 * filled; the others differ by dash and by the shape of their points, and each name stands in the key. A missing figure
 * breaks the line; a hollow point rests on no evidence.
 * @module
 */
import { html, nothing, svg } from "lit";
import { textWidth } from "./declutter.js";
import { linePath } from "./line.js";
import { scaleLinear } from "./scale.js";

/** More lines than these cannot be told apart. */
export const RADAR_MOST = 3;

/**
 * @typedef {import("./dots.js").DotPlot & {sayPoint: (name: string, dimension: string, value: number, bare: boolean) => string, most?: number}} Radar most: the greatest radius, where height is scarce
 */

/** Points of the first, second and third of the others. @type {((x: number, y: number) => string)[]} */
const SHAPES = [
  (x, y) => `M${x - 4.5},${y - 4.5}h9v9h-9z`,
  (x, y) => `M${x},${y - 6}l5.5,10h-11z`,
  (x, y) => `M${x},${y - 6}l6,6l-6,6l-6,-6z`,
];

/**
 * @param {Radar} data the same figures as the dot plot's
 * @param {number} width
 */
export function radar(data, width) {
  const narrow = width < 420;
  const minimum = (/** @type {number | null} */ value) => (value === null ? "" : `${data.minimumText} ${value}`);
  const side = Math.max(0, ...data.rows.map((row) => Math.max(textWidth(row.name), textWidth(minimum(row.minimum))) + 12));
  const radius = Math.max(60, Math.min(data.most ?? (narrow ? 120 : 140), width / 2 - side));
  const people = (data.rows[0]?.values ?? []).map((entry, at) => ({ name: entry.name, ours: entry.ours, at }));
  const others = people.filter((entry) => !entry.ours);
  const key = 22 * Math.ceil(people.length / (narrow ? 1 : people.length));
  const [cx, cy] = [width / 2, radius + 30];
  const height = cy + radius + 40 + key;
  const out = scaleLinear([data.low, data.high], [radius * 0.12, radius]);
  const turn = (/** @type {number} */ spoke) => (spoke / Math.max(1, data.rows.length)) * 2 * Math.PI;
  const at = (/** @type {number} */ spoke, /** @type {number} */ value) => ({ x: rounded(cx + out(value) * Math.sin(turn(spoke))), y: rounded(cy - out(value) * Math.cos(turn(spoke))) });
  const ring = (/** @type {number} */ value) => data.rows.map((_, spoke) => at(spoke, value)).map(({ x, y }) => `${x},${y}`).join(" ");
  const marks = Array.from({ length: data.high - data.low + 1 }, (_, step) => data.low + step);
  const dash = (/** @type {{ours: boolean, at: number}} */ one) => (one.ours ? 0 : 1 + others.findIndex((other) => other.at === one.at));
  const lines = people.map((one) => {
    const points = data.rows.map((row, spoke) => ({ ...row.values[one.at], dimension: row.name, spoke }));
    const whole = points.every((point) => point.value !== null);
    const path = linePath([...points, ...points.slice(0, 1)], (point) => at(point.spoke, point.value ?? 0).x, (point) => at(point.spoke, point.value ?? 0).y, (point) => point.value !== null);
    return { ...one, points, whole, path };
  }).sort((a, b) => Number(a.ours) - Number(b.ours));
  return html`<svg class="plot radar" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${data.label} part="chart">
    ${marks.map((mark) => svg`<polygon class="web" points=${ring(mark)}></polygon>`)}
    ${data.rows.map((_, spoke) => svg`<line class="web" x1=${cx} y1=${cy} x2=${at(spoke, data.high).x} y2=${at(spoke, data.high).y}></line>`)}
    <polygon class="need" points=${ring(data.pass)}></polygon>
    ${lines.map((line) => svg`<path class="who d${dash(line)}${line.whole && line.ours ? " full" : ""}" d=${line.path}></path>`)}
    ${marks.map((mark) => svg`<text class="halo e" x=${cx - 6} y=${at(0, mark).y + 4}>${mark}</text>`)}
    ${data.rows.map((row, spoke) => {
      const [x, y] = [cx + (radius + 10) * Math.sin(turn(spoke)), cy - (radius + 10) * Math.cos(turn(spoke))];
      const upright = Math.abs(x - cx) < 8;
      const end = upright ? "m" : x < cx ? "e" : "";
      const least = minimum(row.minimum);
      // Above and below there is one line only.
      if (upright) return svg`<text class="t2 m" x=${x} y=${y < cy ? y - 4 : y + 14}>${row.name}${least ? svg` <tspan class="tw">${least}</tspan>` : nothing}</text>`;
      return svg`<text class="t2 ${end}" x=${x} y=${y + 4}>${row.name}</text>${least ? svg`<text class="tw ${end}" x=${x} y=${y + 20}>${least}</text>` : nothing}`;
    })}
    ${lines.map((line) => line.points.map((point) => (point.value === null ? nothing : mark(line, point, at(point.spoke, point.value), SHAPES[dash(line) - 1], data.sayPoint(line.name, point.dimension, point.value, point.bare)))))}
    ${people.map((one) => {
      const [x, y] = narrow ? [8, cy + radius + 44 + one.at * 22] : [8 + (one.at * (width - 16)) / people.length, cy + radius + 48];
      return svg`<path class="who d${dash(one)}" d="M${x},${y - 4}h26"></path>${mark(one, { bare: false }, { x: x + 13, y: y - 4 }, SHAPES[dash(one) - 1])}<text class=${one.ours ? "ta" : "t2"} x=${x + 34} y=${y}>${one.name}</text>`;
    })}</svg>`;
}

/**
 * A point; with words it can be reached by the keyboard and says them.
 * @param {{ours: boolean}} line
 * @param {{bare: boolean}} point
 * @param {{x: number, y: number}} place
 * @param {((x: number, y: number) => string) | undefined} shape a circle for ours
 * @param {string} [text]
 */
function mark(line, point, { x, y }, shape, text) {
  const look = `dp${line.ours ? " ours" : ""}${point.bare ? " bare" : ""}`;
  const drawn = shape ? svg`<path class=${look} d=${shape(x, y)}></path>` : svg`<circle class=${look} cx=${x} cy=${y} r="5"></circle>`;
  return text === undefined ? drawn : svg`<g class="point" tabindex="0" role="img" aria-label=${text}><title>${text}</title>${drawn}</g>`;
}

/** @param {number} value */
const rounded = (value) => Math.round(value * 100) / 100;
