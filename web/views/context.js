/**
 * What every view is given: the store with the core's answers, and words for them.
 * @module
 */
import { Words } from "../i18n/words.js";

/** @typedef {import("../store/store.js").Store} Store */

export class Context {
  /**
   * @param {Store} store
   * @param {import("lit").LitElement} host the element being rendered
   */
  constructor(store, host) {
    this.store = store;
    this.host = host;
    /** Whether the frame is a phone's. */
    this.narrow = false;
    const { lang, money } = store.preferences;
    this.w = wordsFor(lang, money, store.results.policy.document);
  }

  get results() {
    return this.store.results;
  }

  /**
   * Opens the explanation of a figure, or closes it.
   * @param {string} id
   * @param {string} [step] the step it is on
   */
  toggle(id, step) {
    const { ui } = this.store;
    const here = !step || step === ui.view;
    this.store.look({ open: here && ui.open === id ? null : id, ...(step && !here ? { view: step, step } : {}) });
  }

  /** Closes the open explanation and gives the focus back to its figure. */
  close() {
    const id = this.store.ui.open;
    if (id === null) return;
    this.store.look({ open: null });
    const root = this.host.renderRoot;
    /** @type {HTMLElement | null} */ (root.querySelector(`[data-figure="${CSS.escape(id)}"]`))?.focus();
  }

  /** The policy by name and version, as every explanation and page foot shows it. */
  get policyName() {
    const { policy } = this.results;
    const name = this.w.labels.policyName() || policy.id;
    return `${name} ${policy.version}${policy.edited ? this.w.t("policy.edited") : ""}`;
  }
}

/** @type {{lang: string, money: string, policy: any, words: Words} | null} */
let last = null;

/**
 * @param {"zh" | "en"} lang
 * @param {"yuan" | "wan"} money
 * @param {any} policy
 */
function wordsFor(lang, money, policy) {
  if (!last || last.lang !== lang || last.money !== money || last.policy !== policy) {
    last = { lang, money, policy, words: new Words(lang, money, policy) };
  }
  return last.words;
}
