/**
 * From figures to places: d3's straight scale and its evenly spaced points, under one name for all pictures.
 * @module
 */
export { scaleLinear, scalePoint } from "d3-scale";

/** @typedef {import("d3-scale").ScaleLinear<number, number>} Scale */
