/**
 * The state of one page: workspace, what is open, how this person likes it, and the core's answers to it. One way in
 * (`change`), synchronous, so that a key press and its consequences share a frame.
 * @module
 */
import { axisEnd } from "../charts/axis.js";
import { loadTable, tableOf } from "../i18n/tables.js";
import { PolicyLabels } from "../i18n/policy-labels.js";
import { History } from "./history.js";
import { Judge } from "./judge.js";
import { loadPreferences, savePreferences } from "./preferences.js";
import { read, write } from "./pointer.js";
import { currentIndex } from "./workspace.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./preferences.js").Preferences} Preferences */
/**
 * @typedef {object} Ui
 * @property {string} view id of the step on the screen
 * @property {"overview" | "edit" | "result" | "report"} pane which part a phone shows
 * @property {string | null} open id of the figure whose 怎么算的 is open
 * @property {string | null} month month in view
 * @property {Record<string, boolean>} flags small switches of a view, such as 图 or 表
 */

export class Store {
  /** @type {Set<() => void>} */ #listeners = new Set();
  /** @type {History<Workspace>} */ #history = new History();
  #judge;

  /**
   * @param {import("allymark/engine").Engine} engine
   * @param {Workspace} workspace
   */
  constructor(engine, workspace) {
    this.engine = engine;
    this.#judge = new Judge(engine);
    this.workspace = workspace;
    /** @type {Preferences} */
    this.preferences = loadPreferences();
    /** @type {Ui} */
    this.ui = { view: "trial", pane: "result", open: null, month: null, flags: {} };
    this.results = this.#judged();
  }

  #judged() {
    return this.#judge.judge(this.workspace, { month: this.ui.month, curveTo: (quote, policy) => axisEnd(quote.volume, new PolicyLabels(policy, "zh").yearMarks(quote.contractYear)) });
  }

  /** @param {number} index */
  brief(index) {
    return this.#judge.brief(this.workspace, index);
  }

  /**
   * @param {() => void} listener
   * @returns {() => void} stops listening
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /**
   * @param {(workspace: Workspace) => Workspace} edit
   * @param {string | null} [key] edits with the same key in a row are one undo step
   */
  change(edit, key = null) {
    const next = edit(this.workspace);
    if (next === this.workspace) return;
    this.#history.note(this.workspace, key);
    this.#show(next);
  }

  /** @param {Workspace} workspace */
  #show(workspace) {
    this.workspace = workspace;
    this.results = this.#judged();
    this.#tell();
  }

  /**
   * @param {string} pointer into the workspace
   * @param {any} value null or undefined: missing
   */
  set(pointer, value) {
    if (read(this.workspace, pointer) === value) return;
    this.change((workspace) => write(workspace, pointer, value), pointer);
  }

  /** Ends the undo step of the field being typed in. */
  seal() {
    this.#history.seal();
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  undo() {
    this.#show(this.#history.undo(this.workspace));
  }

  redo() {
    this.#show(this.#history.redo(this.workspace));
  }

  /** @param {Partial<Ui>} part */
  look(part) {
    const month = this.ui.month;
    this.ui = { ...this.ui, ...part };
    if (this.ui.month !== month) this.results = this.#judged();
    this.#tell();
  }

  /** @param {string} id */
  pick(id) {
    if (id === this.workspace.current) return;
    this.ui = { ...this.ui, open: null, month: null };
    this.#show({ ...this.workspace, current: id });
  }

  /** @param {Partial<Preferences>} part */
  prefer(part) {
    if (part.lang && !tableOf(part.lang)) {
      void loadTable(part.lang).then(() => this.prefer(part));
      return;
    }
    this.preferences = { ...this.preferences, ...part };
    savePreferences(this.preferences);
    this.#tell();
  }

  get index() {
    return currentIndex(this.workspace);
  }

  /**
   * The errors that belong to one field.
   * @param {string} pointer
   */
  errorsAt(pointer) {
    return this.results.errors.filter((error) => error.path === pointer || error.path.startsWith(pointer + "/") || parentOf(error.path, pointer));
  }
}

/**
 * The core may name the measurement while the field is its value: `…/nps` for `…/nps/value`.
 * @param {string} path
 * @param {string} pointer
 */
function parentOf(path, pointer) {
  return pointer === `${path}/value`;
}
