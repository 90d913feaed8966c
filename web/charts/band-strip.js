/**
 * The grade bands as one strip, the total marked on it.
 * @module
 */
import { html, nothing, svg } from "lit";
import { textWidth } from "./declutter.js";

/**
 * @typedef {object} Band
 * @property {string} name
 * @property {string} range
 * @property {number | null} from
 * @property {number | null} below
 * @property {boolean} marked
 * @property {"ok" | "warn" | "bad" | "neutral"} tone
 */
/**
 * @typedef {object} BandStrip
 * @property {Band[]} bands worst first
 * @property {number | null} total
 * @property {string} totalText
 * @property {string} nextText distance to the next grade, or nothing
 * @property {string} label
 */

/**
 * @param {BandStrip} data
 * @param {number} width
 */
export function bandStrip(data, width) {
  const count = data.bands.length;
  const gap = 2;
  const each = Math.min(118, (width - 2) / count);
  const top = 44;
  const left = (/** @type {number} */ index) => 1 + index * each;
  const pointer = data.total === null ? null : place(data.bands, data.total, each);
  const at = pointer === null ? 0 : Math.min(Math.max(pointer, 8), count * each - 8);
  const marked = data.bands.findIndex((band) => band.marked);
  const next = marked >= 0 && marked + 1 < count ? left(marked + 1) + each / 2 : null;
  const nextLeft = at + textWidth(data.totalText, 14) / 2 + 8;
  return html`<svg class="plot" viewBox="0 0 ${width} 96" width=${width} height="96" role="group" aria-label=${data.label} part="chart">
    ${data.bands.map((band, index) => svg`<g class="point" tabindex="0" role="img" aria-label=${`${band.name} ${band.range}${band.marked && data.total !== null ? ` ◂ ${data.totalText}` : ""}`}><rect class="band ${band.marked ? band.tone : ""}" x=${left(index)} y=${top} width=${each - gap} height="26"></rect>
      <text class="m ${band.marked ? `on-${band.tone}` : "t2"}" x=${left(index) + (each - gap) / 2} y=${top + 17.5}>${band.name}</text><text class="m" x=${left(index) + (each - gap) / 2} y=${top + 44}>${band.range}</text></g>`)}
    ${pointer === null ? nothing : svg`<path class="ptr" d="M${at} 42l-6-9h12z"></path><text class="m t1 big" x=${at} y="26">${data.totalText}</text>`}
    ${next !== null && data.nextText && nextLeft + textWidth(data.nextText) <= width ? svg`<path class="next" d="M${nextLeft} 21H${Math.max(next, nextLeft + 8)}V36"></path><path class="next-tip" d="M${Math.max(next, nextLeft + 8)} 42l-4-7h8z"></path><text class="t2" x=${nextLeft} y="13">${data.nextText}</text>` : nothing}
  </svg>`;
}

/**
 * Where a total stands on a strip whose bands are equally wide; open bands are given the width of their neighbour.
 * @param {Band[]} bands
 * @param {number} total
 * @param {number} each
 */
function place(bands, total, each) {
  const index = Math.max(0, bands.findIndex((band) => band.below === null || total < band.below));
  const band = bands[index];
  const near = bands[index + (band.from === null ? 1 : -1)] ?? band;
  const size = band.from !== null && band.below !== null ? band.below - band.from : (near.below ?? 0) - (near.from ?? 0) || 20;
  const start = band.from ?? (band.below ?? 0) - size;
  return 1 + (index + Math.min(1, Math.max(0, (total - start) / size))) * each;
}
