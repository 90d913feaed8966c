/**
 * What the app and the cards have in common as elements on somebody's page: attributes in, `restore()` and `save()`,
 * a promise that settles when figures stand, and events out, at most one a frame.
 * @module
 */
import { LitElement, html } from "lit";
import { openStore, readInto, savedForm } from "../store/open.js";
import { resolvedTheme, onSystemTheme } from "./theme.js";

/** @typedef {import("../store/store.js").Store} Store */

const THEMES = ["auto", "light", "dark"];

export class AllymarkElement extends LitElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    store: { attribute: false },
    storage: {},
    src: {},
    policySrc: { attribute: "policy-src" },
    readonly: { type: Boolean, reflect: true },
    compact: { type: Boolean, reflect: true },
    failure: { state: true },
  };

  static get observedAttributes() {
    return [...super.observedAttributes, "lang", "theme"];
  }

  constructor() {
    super();
    /** @type {Store | undefined} */
    this.store = undefined;
    /** @type {"none" | "local" | undefined} whether the workspace is kept in this browser; default none */
    this.storage = undefined;
    /** @type {string | undefined} address of a workspace to open */
    this.src = undefined;
    /** @type {string | undefined} address of a pack to judge by */
    this.policySrc = undefined;
    this.readonly = false;
    this.compact = false;
    /** @type {"load" | "wasm" | "src" | null} */
    this.failure = null;
    /** Settles when the element shows figures. @type {Promise<void>} */
    this.ready = new Promise((resolve) => (this.shown = resolve));
    /** @type {Store | undefined} */
    this.followed = undefined;
    this.release = () => {};
    this.frame = 0;
    this.stood = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopTheme = onSystemTheme(() => this.requestUpdate());
    if (!this.store && !this.borrows()) void this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.release();
    this.followed = undefined;
    this.stopTheme?.();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** Whether somebody else gives the store. */
  borrows() {
    return false;
  }

  /** The fragment of the address, for the element that owns the page. */
  link() {
    return "";
  }

  async open() {
    // Whoever made the element may still be setting it up.
    await Promise.resolve();
    const [lang, theme] = [this.getAttribute("lang"), this.getAttribute("theme") ?? ""];
    try {
      this.store = await openStore({
        kept: this.storage === "local",
        src: this.src,
        policySrc: this.policySrc,
        link: this.link(),
        preferences: { ...(lang ? { lang: languageOf(lang) } : {}), ...(THEMES.includes(theme) ? { theme: /** @type {any} */ (theme) } : {}) },
      });
    } catch (error) {
      this.failure = typeof WebAssembly !== "object" ? "wasm" : /** @type {any} */ (error)?.code === "src" ? "src" : "load";
      this.tell("allymark-error", { code: this.failure });
    }
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    super.attributeChangedCallback(name, old, value);
    const { store } = this;
    if (!store || old === value || !value) return;
    if (name === "lang" && languageOf(value) !== store.preferences.lang) store.prefer({ lang: languageOf(value) });
    if (name === "theme" && THEMES.includes(value) && value !== store.preferences.theme) store.prefer({ theme: /** @type {any} */ (value) });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { store } = this;
    if (store && !this.borrows() && (changed.has("readonly") || changed.has("store"))) store.readonly = this.readonly;
    if (store === this.followed) return;
    this.release();
    this.followed = store;
    let before = store?.workspace;
    const stop = store?.subscribe(() => {
      this.requestUpdate();
      if (store.workspace === before) return;
      before = store.workspace;
      this.announce();
    });
    this.release = stop ?? (() => {});
  }

  render() {
    if (this.failure) return html`<p class="failure" role="alert">${FAILURES[this.failure]}</p>`;
    if (!this.store) return html`<slot></slot>`;
    const { lang, theme } = this.store.preferences;
    // Only where they change: an attribute set anew makes the browser lay out all that is below it.
    const [language, colours] = [lang === "zh" ? "zh-CN" : "en", resolvedTheme(theme)];
    if (this.getAttribute("lang") !== language) this.lang = language;
    if (this.dataset.theme !== colours) this.dataset.theme = colours;
    return this.page();
  }

  /** @returns {unknown} */
  page() {
    return html``;
  }

  /** @param {Map<string, unknown>} _changed */
  updated(_changed) {
    if (!this.store || this.stood) return;
    this.stood = true;
    this.shown?.();
    if (!this.borrows()) this.tell("allymark-ready", {});
  }

  /** Tells the host that something changed, once a frame however many keys were pressed. */
  announce() {
    if (this.borrows() || this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const { store } = this;
      if (store) this.tell("allymark-change", { state: savedForm(store), result: store.results, reason: store.reason });
    });
  }

  /**
   * @param {string} name
   * @param {any} detail
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /**
   * Shows another state: what `save()` gave, or its JSON text.
   * @param {object | string} state
   */
  async restore(state) {
    await this.ready;
    if (!this.store) return;
    const read = await readInto(this.store, state, "restore");
    if (read.ok) return;
    this.tell("allymark-error", { code: read.code, params: read.params });
    throw new Error(`allymark: ${read.code}`);
  }

  /** The state as a document: `{schemaVersion, policy: {id, version, digest}, data}`. */
  save() {
    if (!this.store) throw new Error("allymark: not ready");
    return savedForm(this.store);
  }
}

/** @param {string} lang @returns {"zh" | "en"} */
const languageOf = (lang) => (lang.toLowerCase().startsWith("en") ? "en" : "zh");

/** Said before any texts are loaded, so in both languages. */
const FAILURES = {
  wasm: html`这个浏览器不支持 WebAssembly，盟鉴算不了数；请换用新版的 Edge、Chrome、Firefox 或 Safari 打开。<br><span lang="en">This browser has no WebAssembly; please open the page in a current Edge, Chrome, Firefox or Safari.</span>`,
  load: html`盟鉴的计算引擎没能启动；请刷新本页，还不行就请管理员确认服务器上的 .wasm 文件可以下载。<br><span lang="en">The calculator did not start; please reload, or ask the administrator whether the .wasm file can be fetched.</span>`,
  src: html`给定的数据或规则包打不开；请检查 src 和 policy-src 指的文件。<br><span lang="en">The given data or policy cannot be opened; please check the files that src and policy-src name.</span>`,
};
