/**
 * Straight scales, evenly spaced points and broken lines: the little that these charts need of d3-scale and d3-shape,
 * whose bundles with colours, number formats and curves weigh 13 kB on the first visit.
 * @module
 */
import { tickIncrement } from "d3-array";

/**
 * @typedef {((value: number) => number) & {domain: () => [number, number], invert: (at: number) => number, clamp: (on: boolean) => Scale, nice: (count: number) => Scale}} Scale
 */

/**
 * From figures to places. `clamp` keeps within the range, `nice` widens the domain to round figures.
 * @param {Iterable<number>} domain its two ends
 * @param {Iterable<number>} range
 * @returns {Scale}
 */
export function scaleLinear(domain, range) {
  let [from, to] = domain;
  const [start, end] = range;
  let within = false;
  /** @param {number} value */
  const place = (value) => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return start + (within ? Math.max(0, Math.min(1, share)) : share) * (end - start);
  };
  /** @type {Scale} */
  const scale = Object.assign(place, {
    domain: () => /** @type {[number, number]} */ ([from, to]),
    /** @param {number} at */
    invert: (at) => from + (end === start ? 0 : (at - start) / (end - start)) * (to - from),
    /** @param {boolean} on */
    clamp: (on) => {
      within = on;
      return scale;
    },
    /** @param {number} count about how many marks there will be */
    nice: (count) => {
      const step = tickIncrement(from, to, count);
      if (step > 0) [from, to] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
      else if (step < 0) [from, to] = [Math.floor(from * -step) / -step, Math.ceil(to * -step) / -step];
      return scale;
    },
  });
  return scale;
}

/**
 * Names at even distances; one alone stands in the middle.
 * @param {string[]} names
 * @param {[number, number]} range
 */
export function scalePoint(names, [start, end]) {
  const step = names.length > 1 ? (end - start) / (names.length - 1) : 0;
  const places = new Map(names.map((name, index) => [name, names.length > 1 ? start + index * step : (start + end) / 2]));
  return Object.assign((/** @type {string} */ name) => places.get(name), { step: () => step });
}

/**
 * The path through points in order; it breaks where a point is not there.
 * @template T
 * @param {T[]} points
 * @param {(point: T) => number} x
 * @param {(point: T) => number} y
 * @param {(point: T) => boolean} [there]
 */
export function linePath(points, x, y, there = () => true) {
  let path = "";
  let broken = true;
  for (const point of points) {
    if (there(point)) path += `${broken ? "M" : "L"}${rounded(x(point))},${rounded(y(point))}`;
    broken = !there(point);
  }
  return path;
}

/** A thousandth of a pixel is enough. @param {number} value */
const rounded = (value) => Math.round(value * 1000) / 1000;
