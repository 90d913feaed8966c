/**
 * How far an axis reaches. Presentation only: no figure is derived here.
 * @module
 */
import { tickIncrement, ticks } from "d3-array";

/**
 * The end of the volume axis: past the last mark, and past the volume in view.
 * @param {number} volume
 * @param {number[]} marks target and bounds
 */
export function axisEnd(volume, marks) {
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
