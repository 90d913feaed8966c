/**
 * How far an axis reaches. Presentation only: no figure is derived here.
 * @module
 */
import { tickIncrement, ticks } from "d3-array";

/**
 * The end of the volume axis: past the last bound, and past the volume in view.
 * @param {number} volume
 * @param {{lines: {upTo?: number | null, from?: number}[], target: number | null, cliffs: {at: number}[], toNextTier: {bound: number} | null}} quote
 */
export function axisEnd(volume, quote) {
  const marks = [quote.target ?? 0, quote.toNextTier?.bound ?? 0];
  for (const line of quote.lines) marks.push(line.upTo ?? 0, line.from ?? 0);
  for (const cliff of quote.cliffs) marks.push(cliff.at);
  const last = Math.max(10, ...marks);
  return roundUp(Math.max(last * 1.15, volume > last ? volume * 1.08 : 0));
}

/**
 * The next round figure.
 * @param {number} value
 */
export function roundUp(value) {
  const step = tickIncrement(0, value, 7);
  const size = step < 0 ? 1 / -step : step;
  return Math.ceil(value / size) * size;
}

/**
 * Round marks along an axis.
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
export function marks(from, to, count) {
  return ticks(from, to, count);
}
