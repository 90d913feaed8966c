// The mutants that make no difference, as tests/mutants/equivalent.json names them: by file, the line's own text and the
// change, each with the reason. A line's number would be wrong after the next edit; its text is wrong only when it changed.

/** @typedef {{file: string, text: string, change: string, nth?: number, why: string}} Entry */

/**
 * Which mutants an entry names, and which entries name none. `nth` picks one of several alike on the line, counted from 1.
 * @param {(import("./weave.mjs").Mutant & {file: string})[]} mutants
 * @param {Entry[]} entries
 */
export function judgeEquivalents(mutants, entries) {
  /** @type {Set<number>} */
  const equivalent = new Set();
  /** @type {Entry[]} */
  const stale = [];
  for (const entry of entries) {
    const alike = mutants.filter(({ file, text, change }) => file === entry.file && text === entry.text && change === entry.change);
    const named = entry.nth === undefined ? alike : alike.slice(entry.nth - 1, entry.nth);
    for (const { number } of named) equivalent.add(number);
    if (named.length === 0) stale.push(entry);
  }
  return { equivalent, stale };
}
