/**
 * A score around its base (100 in the shipped pack): the bar starts at the black tick in the middle and grows to the right when above.
 * @module
 */
import { scaleLinear } from "./scale.js";
import { html, svg } from "lit";

/**
 * The scale all scores of a month share: the base in the middle.
 * @param {(number | null)[]} scores
 * @param {number} base what a metric exactly on target scores
 * @returns {[number, number]}
 */
export function hundredDomain(scores, base) {
  const reach = Math.max(base * 0.3, ...scores.map((score) => (score === null ? 0 : Math.abs(score - base))));
  const rounded = Math.ceil(reach / 10) * 10;
  return [base - rounded, base + rounded];
}

/**
 * @param {number | null} score
 * @param {[number, number]} domain
 */
export function hundredBar(score, domain) {
  const base = (domain[0] + domain[1]) / 2;
  const x = scaleLinear(domain, [0, 100]).clamp(true);
  const at = score === null ? 50 : x(score);
  return html`<svg class="bul flat" aria-hidden="true" focusable="false">
    ${score === null ? svg`<rect class="none" x="0.5" y="5.5" width="99.4%" height="7"></rect>` : svg`<rect class="trk" x="0" y="5" width="100%" height="8"></rect><rect class=${score < base ? "bar miss" : "bar"} x="${Math.min(50, at)}%" y="5" width="${Math.abs(at - 50)}%" height="8"></rect>`}
    <line class="thr" x1="50%" x2="50%" y1="0" y2="18"></line></svg>`;
}
