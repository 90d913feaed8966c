/**
 * Undo and redo over immutable documents. Key presses in one field are one step.
 * @module
 */

export const STEPS = 100;

/** @template T */
export class History {
  /** @type {T[]} */ #past = [];
  /** @type {T[]} */ #future = [];
  /** @type {string | null} */ #open = null;

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * Notes the state before a change. Changes with the same `key` in a row are one step until `seal`.
   * @param {T} before
   * @param {string | null} [key]
   */
  note(before, key = null) {
    this.#future = [];
    if (key !== null && key === this.#open) return;
    this.#open = key;
    this.#past.push(before);
    if (this.#past.length > STEPS) this.#past.shift();
  }

  seal() {
    this.#open = null;
  }

  /**
   * @param {T} now
   * @returns {T}
   */
  undo(now) {
    this.seal();
    const back = this.#past.pop();
    if (back === undefined) return now;
    this.#future.push(now);
    return back;
  }

  /**
   * @param {T} now
   * @returns {T}
   */
  redo(now) {
    this.seal();
    const next = this.#future.pop();
    if (next === undefined) return now;
    this.#past.push(now);
    return next;
  }
}
