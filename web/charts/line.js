/**
 * Lines through points by d3, which the pictures behind the first verdict draw.
 * @module
 */
import { line } from "d3-shape";

/**
 * The path through points in order; it breaks where a point is not there.
 * @template T
 * @param {readonly T[]} points
 * @param {(point: T) => number} x
 * @param {(point: T) => number} y
 * @param {(point: T) => boolean} [there]
 */
export const linePath = (points, x, y, there = () => true) => line(/** @type {(point: T) => number} */ (x), y).defined(there)(/** @type {T[]} */ (points)) ?? "";
