/**
 * Headroom: a bar from zero, a tick where the plan fires; the side that is safe is tinted, beyond it the bar is red.
 * @module
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "./scale.js";

const HEIGHT = 24;

/**
 * @param {{value: number | null, limit: number, most?: number, safe: "above" | "below", label: string}} data `most`: how far the scale reaches, where several bars share one
 * @param {number} width
 */
export function headroom(data, width) {
  const most = (data.most ?? Math.max(data.value ?? 0, data.limit) * 1.15) || 1;
  const x = scaleLinear([0, most], [0, width]).clamp(true);
  const tick = x(data.limit);
  const beyond = data.value !== null && (data.safe === "above" ? data.value < data.limit : data.value > data.limit);
  return html`<svg class="bul headroom" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${data.label} part="chart">
    <rect class="zone" x=${data.safe === "above" ? tick : 0} y="2" width=${data.safe === "above" ? Math.max(0, width - tick) : tick} height="20"></rect>
    ${data.value === null ? svg`<rect class="missing-box" x="0.5" y="7.5" width=${Math.max(0, width - 1)} height="9"></rect>` : svg`<rect class=${beyond ? "bar-bad" : "bar-plain"} x="0" y="8" width=${Math.max(1, x(data.value))} height="8"></rect>`}
    <line class="limit-tick" x1=${tick} x2=${tick} y1="1" y2="23"></line>${nothing}</svg>`;
}
