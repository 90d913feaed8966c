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
import { withEdit, withoutEdits } from "./policy-edits.js";
import { read, write } from "./pointer.js";
import { currentIndex } from "./workspace.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./preferences.js").Preferences} Preferences */
/**
 * @typedef {object} Ui
 * @property {string} view id of the page on the screen: a step, or one of views/pages.js
 * @property {string} step id of the step last looked at
 * @property {"edit" | "result"} pane which part of a step a phone shows
 * @property {string | null} open id of the figure whose 怎么算的 is open
 * @property {string | null} month month in view
 * @property {string | null} [besideMonth] month that the one in view is compared with
 * @property {Record<string, boolean>} flags small switches of a view, such as 图 or 表
 * @property {{kind: string, data?: any} | null} dialog what asks for an answer
 * @property {Notice | null} notice one line above the page
 */
/**
 * @typedef {object} Notice
 * @property {"note" | "doubt" | "bad"} tone
 * @property {string} text key of the text
 * @property {Record<string, any>} [params]
 * @property {{text: string, act: () => void}[]} [acts]
 */

/** What a path begins with that points into the policy: `policy/trial/criteria/0/threshold`. */
const RULES = "policy";

/** What of the page the answers depend on. @param {string | null} month @returns {import("./judge.js").View} */
const viewOf = (month) => ({ month, curveTo: (quote, policy) => axisEnd(quote.volume, new PolicyLabels(policy, "zh").yearMarks(quote.contractYear)) });

export class Store {
  /** @type {Set<() => void>} */ #listeners = new Set();
  /** @type {History<Workspace>} */ #history = new History();
  #judge;

  /**
   * A store whose first answers are worked out one by one, with a pause between them: on a phone each takes a while.
   * @param {import("allymark/engine").Engine} engine
   * @param {Workspace} workspace
   * @param {{keeper?: import("./keeper.js").Keeper | null, preferences?: Partial<Preferences>}} options
   * @param {() => Promise<unknown>} pause
   */
  static async open(engine, workspace, options, pause) {
    const judge = new Judge(engine);
    const steps = judge.inSteps(workspace, viewOf(null));
    while (!steps.next().done) await pause();
    return new Store(engine, workspace, { ...options, judge });
  }

  /**
   * @param {import("allymark/engine").Engine} engine
   * @param {Workspace} workspace
   * @param {{keeper?: import("./keeper.js").Keeper | null, preferences?: Partial<Preferences>, judge?: Judge}} [options] `preferences`: given by the host, not kept; `judge`: one that knows the answers already
   */
  constructor(engine, workspace, { keeper = null, preferences = {}, judge = new Judge(engine) } = {}) {
    this.engine = engine;
    /** Where the workspace is kept, if it is. */
    this.keeper = keeper;
    if (keeper) keeper.onState = () => this.#tell();
    /** Why the workspace last changed: "edit", "undo", "redo", "open" or a dialog's own word. */
    this.reason = "open";
    this.readonly = false;
    /** Whether nothing of it is on the screen yet: then who draws it takes a task of its own. */
    this.opening = false;
    /** Whether something about all partners is still being worked out. */
    this.behind = false;
    this.#judge = judge;
    this.workspace = workspace;
    /** @type {Preferences} */
    this.preferences = { ...loadPreferences(), ...preferences };
    /** @type {Ui} */
    this.ui = { view: "trial", step: "trial", pane: "result", open: null, month: null, flags: {}, dialog: null, notice: null };
    this.results = this.#judged();
  }

  #judged() {
    return this.#judge.judge(this.workspace, viewOf(this.ui.month));
  }

  /** Any partner's trial, for lists. @param {number} index */
  trialOf(index) {
    return this.#judge.trial(this.workspace, index);
  }

  /** The current partner's scorecard of a month. @param {string} month */
  cardOf(month) {
    return this.#judge.card(this.workspace, month);
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
   * @param {string} [reason]
   */
  change(edit, key = null, reason = "edit") {
    if (this.readonly) return;
    const next = edit(this.workspace);
    if (next === this.workspace) return;
    this.#history.note(this.workspace, key);
    this.#show(next, reason);
  }

  /**
   * @param {Workspace} workspace
   * @param {string} reason
   */
  #show(workspace, reason) {
    this.workspace = workspace;
    this.reason = reason;
    this.results = this.#judged();
    // Only looking at an example is nothing to keep.
    const looking = reason === "pick" || reason === "example";
    if (this.keeper && !(looking && this.keeper.state === "none")) this.keeper.save(workspace);
    this.#tell();
  }

  /**
   * The state to start with: nothing comes before it, and it is not kept until it changes.
   * @param {Workspace} workspace
   */
  begin(workspace) {
    this.workspace = workspace;
    this.results = this.#judged();
  }

  /**
   * Another workspace in place of this one: one step that undo takes back.
   * @param {Workspace} workspace
   * @param {string} [reason]
   */
  replace(workspace, reason = "open") {
    this.ui = { ...this.ui, open: null, month: null };
    this.change(() => workspace, null, reason);
  }

  /**
   * Changes a rule of this workspace's policy.
   * @param {string} pointer into the pack
   * @param {any} value undefined: the rule is taken out
   */
  editPolicy(pointer, value) {
    const { base } = this.results.policy;
    this.change((workspace) => ({ ...workspace, policy: { ...workspace.policy, edits: withEdit(workspace.policy.edits, base, pointer, value) } }), `policy${pointer}`);
  }

  /** @param {string} pointer the part of the pack whose edits are taken back */
  resetPolicy(pointer) {
    this.change((workspace) => ({ ...workspace, policy: { ...workspace.policy, edits: withoutEdits(workspace.policy.edits, pointer) } }));
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

  /** @param {Notice | null} notice */
  say(notice) {
    this.look({ notice });
  }

  /**
   * @param {string} kind one of the dialogs in views/dialogs
   * @param {any} [data]
   */
  ask(kind, data) {
    this.look({ dialog: { kind, data } });
  }

  undo() {
    this.#show(this.#history.undo(this.workspace), "undo");
  }

  redo() {
    this.#show(this.#history.redo(this.workspace), "redo");
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
    this.#show({ ...this.workspace, current: id }, "pick");
  }

  /** @param {Partial<Preferences>} part */
  prefer(part) {
    if (part.lang && !tableOf(part.lang)) {
      void loadTable(part.lang).then(() => this.prefer(part));
      return;
    }
    this.preferences = { ...this.preferences, ...part };
    if (this.keeper) savePreferences(this.preferences);
    this.#tell();
  }

  get index() {
    return currentIndex(this.workspace);
  }

  /**
   * What the core would object to in another state of this workspace, asked in steps.
   * @param {Workspace} workspace
   */
  objections(workspace) {
    return this.#judge.objections(workspace);
  }

  /**
   * What a field holds.
   * @param {string} path JSON Pointer into the workspace, or `policy` and a pointer into its policy
   */
  valueAt(path) {
    return path.startsWith(RULES) ? read(this.results.policy.wanted, path.slice(RULES.length)) : read(this.workspace, path);
  }

  /**
   * The errors that belong to one field.
   * @param {string} pointer
   */
  errorsAt(pointer) {
    if (pointer.startsWith(RULES)) return this.results.policy.errors.filter((error) => error.path === pointer.slice(RULES.length));
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
