/**
 * A workspace's own changes to its policy, kept as JSON Pointers with their values, so that they can be listed, taken
 * back one by one and carried over to the next version of the pack.
 * @module
 */
import { escapePart, read, within, write } from "./pointer.js";

/** @typedef {Record<string, any>} Edits */

/**
 * The pack with the edits in it.
 * @param {any} base
 * @param {Edits} edits
 */
export function effective(base, edits) {
  let document = base;
  for (const [pointer, value] of Object.entries(edits)) document = write(document, pointer, value === null ? undefined : value);
  return document;
}

/**
 * One more edit. An edit below another one goes into it, edits below this one are covered by it, and one that restores
 * what the pack says is no edit. `undefined` removes the field.
 * @param {Edits} edits
 * @param {any} base
 * @param {string} pointer
 * @param {any} value
 * @returns {Edits}
 */
export function withEdit(edits, base, pointer, value) {
  const above = Object.keys(edits).find((other) => other !== pointer && within(pointer, other));
  if (above) return withEdit(edits, base, above, write(edits[above], pointer.slice(above.length), value));
  const kept = Object.fromEntries(Object.entries(edits).filter(([other]) => !within(other, pointer)));
  if (same(read(base, pointer), value)) return kept;
  return { ...kept, [pointer]: value === undefined ? null : value };
}

/**
 * The edits without those of one part of the pack.
 * @param {Edits} edits
 * @param {string} pointer
 * @returns {Edits}
 */
export function withoutEdits(edits, pointer) {
  return Object.fromEntries(Object.entries(edits).filter(([other]) => !within(other, pointer)));
}

/**
 * @typedef {object} Difference
 * @property {string} pointer
 * @property {any} before undefined: not there
 * @property {any} after undefined: taken out
 */

/**
 * Where two documents differ, by leaf; lists of different lengths are told entry by entry.
 * @param {any} before
 * @param {any} after
 * @param {string} [pointer]
 * @returns {Difference[]}
 */
export function differences(before, after, pointer = "") {
  if (same(before, after)) return [];
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) return [{ pointer, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${pointer}/${escapePart(key)}`));
}

/** @param {any} value */
const isTree = (value) => value !== null && typeof value === "object";

/**
 * A figure is the same whether it stands as a number or as its text.
 * @param {any} one
 * @param {any} two
 * @returns {boolean}
 */
export function same(one, two) {
  if (one === two) return true;
  if (one === undefined || one === null) return two === undefined || two === null;
  if (!isTree(one) || !isTree(two)) return typeof one !== "boolean" && typeof two !== "boolean" && !isTree(one) && !isTree(two) && String(one) === String(two);
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return Array.isArray(one) === Array.isArray(two) && [...keys].every((key) => same(one[key], two[key]));
}
