/**
 * A bullet bar: the bar grows from zero, a black tick marks the threshold, the passing side is tinted, a whisker below
 * is the 95 % interval. Only a miss is coloured. Missing is a dashed box. It holds no text, so percentages do.
 * @module
 */
import { scaleLinear } from "./scale.js";
import { nothing, svg, html } from "lit";
import { roundUp } from "./axis.js";

/**
 * @typedef {object} Bullet
 * @property {number | null} value
 * @property {number} threshold
 * @property {"at_least" | "at_most"} relation
 * @property {boolean} missed
 * @property {{low: number, high: number} | null} interval
 * @property {[number, number]} domain
 * @property {string} label what the picture says, in words
 */

/**
 * The scale all candidates share for one metric: zero, the threshold in the middle and every figure inside.
 * @param {number} threshold
 * @param {string} unit
 * @param {(number | null | undefined)[]} values
 * @returns {[number, number]}
 */
export function bulletDomain(threshold, unit, values) {
  const known = /** @type {number[]} */ (values.filter((value) => typeof value === "number"));
  const least = Math.min(0, ...known);
  const room = unit === "%" ? threshold * 2 : unit === "h" ? threshold * 1.5 : threshold * 1.4;
  const most = Math.max(room, ...known.map((value) => value * 1.03));
  const end = unit === "points" && most <= 100 ? 100 : most > room ? roundUp(most) : room;
  return [least < 0 ? -roundUp(-least) : 0, end > 0 ? end : 1];
}

/** @param {Bullet} bullet */
export function bullet({ value, threshold, relation, missed, interval, domain, label }) {
  const x = scaleLinear(domain, [0, 100]).clamp(true);
  const at = x(threshold);
  const zone = relation === "at_least" ? [at, 100] : [0, at];
  const zero = x(0);
  return html`<svg class="bul" role="img" aria-label=${label} part="chart">
    ${value === null ? nothing : svg`<rect class="trk" x="0" y="4" width="100%" height="10"></rect>`}
    <rect class="zone" x="${zone[0]}%" y="0" width="${zone[1] - zone[0]}%" height="24"></rect>
    ${value === null
      ? svg`<rect class="none" x="0.5" y="4.5" width="99.4%" height="9"></rect>`
      : svg`<rect class=${missed ? "bar miss" : "bar"} x="${Math.min(zero, x(value))}%" y="4" width="${Math.abs(x(value) - zero)}%" height="10"></rect>`}
    <line class="thr" x1="${at}%" x2="${at}%" y1="0" y2="24"></line>
    ${value !== null && interval ? whisker(x(interval.low), x(value), x(interval.high)) : nothing}
  </svg>`;
}

/**
 * @param {number} low
 * @param {number} at
 * @param {number} high
 */
function whisker(low, at, high) {
  return svg`<line class="ci" x1="${low}%" x2="${high}%" y1="19" y2="19"></line>
    <line class="ci" x1="${low}%" x2="${low}%" y1="16" y2="22"></line>
    <line class="ci" x1="${high}%" x2="${high}%" y1="16" y2="22"></line>
    <circle class="pt" cx="${at}%" cy="19" r="2.5"></circle>`;
}
