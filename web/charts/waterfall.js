/**
 * From the first tier to what is due, bar by bar; beside it, hatched, what would happen if every quality clause were
 * breached. On a narrow card the bars lie down.
 * @module
 */
import { scaleLinear } from "./scale.js";
import { html, nothing, svg } from "lit";
import { textWidth } from "./declutter.js";

/**
 * @typedef {object} WaterfallBar
 * @property {string} name
 * @property {string} detail
 * @property {string} amountText
 * @property {number} from
 * @property {number} to
 * @property {"plain" | "ours" | "taken" | "would" | "then"} kind
 */
/**
 * @typedef {object} Waterfall
 * @property {WaterfallBar[]} bars
 * @property {WaterfallBar[]} ifBreached
 * @property {string} ifTitle
 * @property {string} label
 */

export const HATCH = svg`<defs><pattern id="hatchbad" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-bad" d="M0 0v6"></path></pattern></defs>`;

/**
 * @param {Waterfall} data
 * @param {number} width
 */
export function waterfall(data, width) {
  const all = [...data.bars, ...data.ifBreached];
  const room = width / (all.length + 0.4);
  const widest = Math.max(...all.flatMap((bar) => [textWidth(bar.name), textWidth(bar.detail), textWidth(bar.amountText)]));
  return room < widest + 4 ? lying(data, width) : standing(data, width);
}

/**
 * @param {Waterfall} data
 * @param {number} width
 */
function standing(data, width) {
  const all = [...data.bars, ...data.ifBreached];
  const gap = data.ifBreached.length > 0 ? 0.4 : 0;
  const step = width / (all.length + gap);
  const bar = Math.min(64, step * 0.66);
  const floor = 196;
  const y = scaleLinear([Math.min(0, ...all.map((entry) => entry.to)), Math.max(1, ...all.flatMap((entry) => [entry.from, entry.to]))], [floor, 42]);
  const place = (/** @type {number} */ index) => (index + (index >= data.bars.length ? gap : 0)) * step + (step - bar) / 2;
  const divide = data.bars.length * step + (gap * step) / 2;
  return html`<svg class="plot" viewBox="0 0 ${width} 238" width=${width} height="238" role="group" aria-label=${data.label} part="chart">${HATCH}
    <line class="axis" x1="0" x2=${width} y1=${y(0)} y2=${y(0)}></line>
    ${data.ifBreached.length > 0 ? svg`<line class="divide" x1=${divide} x2=${divide} y1="18" y2="234"></line><text x=${divide + 10} y="14">${data.ifTitle}</text>` : nothing}
    ${all.map((entry, index) => {
      const left = place(index);
      const high = Math.min(y(entry.from), y(entry.to));
      const tall = Math.abs(y(entry.from) - y(entry.to));
      const middle = left + bar / 2;
      const below = entry.kind === "would" || entry.kind === "taken";
      return svg`<g tabindex="0" role="img" class="point" aria-label="${entry.name} ${entry.amountText} ${entry.detail}">
        <rect class="wf ${entry.kind}" x=${left} y=${high} width=${bar} height=${Math.max(tall, 1)}></rect>
        <text class="m ${tone(entry)}" x=${middle} y=${below ? high + tall + 15 : high - 7}>${entry.amountText}</text>
        <text class="m t2" x=${middle} y=${floor + 18}>${entry.name}</text><text class="m" x=${middle} y=${floor + 35}>${entry.detail}</text></g>
        ${index + 1 < all.length ? svg`<line class=${index + 1 === data.bars.length ? "link would-link" : "link"} x1=${left + bar} x2=${place(index + 1)} y1=${y(entry.to)} y2=${y(entry.to)}></line>` : nothing}`;
    })}</svg>`;
}

/**
 * @param {Waterfall} data
 * @param {number} width
 */
function lying(data, width) {
  const all = [...data.bars, ...data.ifBreached];
  const x = scaleLinear([Math.min(0, ...all.map((entry) => entry.to)), Math.max(1, ...all.flatMap((entry) => [entry.from, entry.to]))], [0, width]);
  const row = 42;
  const shift = data.ifBreached.length > 0 ? 28 : 0;
  const top = (/** @type {number} */ index) => index * row + (index >= data.bars.length ? shift : 0);
  const tall = all.length * row + shift;
  return html`<svg class="plot" viewBox="0 0 ${width} ${tall}" width=${width} height=${tall} role="group" aria-label=${data.label} part="chart">${HATCH}
    ${shift ? svg`<text x="0" y=${data.bars.length * row + 18}>${data.ifTitle}</text>` : nothing}
    ${all.map((entry, index) => svg`<g tabindex="0" role="img" class="point" aria-label="${entry.name} ${entry.amountText} ${entry.detail}">
      <text class="t2" x="0" y=${top(index) + 14}>${entry.name}<tspan class="t3" dx="8">${entry.detail}</tspan></text><text class="e ${tone(entry)}" x=${width} y=${top(index) + 14}>${entry.amountText}</text>
      <rect class="wf ${entry.kind}" x=${Math.min(x(entry.from), x(entry.to))} y=${top(index) + 21} width=${Math.max(1, Math.abs(x(entry.from) - x(entry.to)))} height="12"></rect></g>`)}</svg>`;
}

/** @param {WaterfallBar} entry */
function tone(entry) {
  return entry.kind === "ours" ? "ta" : entry.kind === "would" || entry.kind === "taken" ? "tb" : "t1";
}
