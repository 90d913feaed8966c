/**
 * `<allymark-app>`: the whole calculator in one element.
 * @module
 */
import { LitElement, html, nothing } from "lit";
import { ref, createRef } from "lit/directives/ref.js";
import { Context } from "../views/context.js";
import { bottomBar } from "../views/frame/bottom-bar.js";
import { clearDialog } from "../views/frame/clear-dialog.js";
import { rail, stepTabs } from "../views/frame/rail.js";
import { strip } from "../views/frame/strip.js";
import { topBar } from "../views/frame/top-bar.js";
import { onPaper, onScreen } from "../views/shared/paper.js";
import { overview } from "../views/overview/view.js";
import { STEPS, stepOf } from "../views/steps.js";
import { example } from "../store/examples.js";
import { emptyWorkspace } from "../store/workspace.js";
import { openStore } from "../store/open.js";
import { appStyles } from "../styles/sheets.js";
import { onSystemTheme, resolvedTheme } from "./theme.js";
import { Speaker } from "./speaker.js";

/** Below this width the rail gives way to the bottom bar. The same figure stands in frame.css. */
const PHONE = 900;

export class AllymarkApp extends LitElement {
  static styles = appStyles;
  static properties = { store: { attribute: false }, view: {}, phone: { state: true }, printing: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {import("../store/store.js").Store | undefined} */
    this.store = undefined;
    /** @type {string | undefined} the step to show */
    this.view = undefined;
    this.phone = false;
    this.printing = false;
    /** @type {string | null} */
    this.failure = null;
    /** @type {string | undefined} the view last told to the page */
    this.told = undefined;
    this.dialog = /** @type {import("lit/directives/ref.js").Ref<HTMLDialogElement>} */ (createRef());
    this.speaker = new Speaker(this);
    this.sizes = new ResizeObserver(() => (this.phone = this.clientWidth < PHONE));
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve) => (this.shown = resolve));
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("allymark-say", (event) => this.speaker.say(/** @type {CustomEvent<string>} */ (event).detail));
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    this.stopTheme = onSystemTheme(() => this.requestUpdate());
    this.onPrint = () => this.paperNow(true);
    this.afterPrint = () => this.paperNow(false);
    addEventListener("beforeprint", this.onPrint);
    addEventListener("afterprint", this.afterPrint);
    this.onUndo = (/** @type {KeyboardEvent} */ event) => this.undoKey(event);
    addEventListener("keydown", this.onUndo);
    if (!this.store) void this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.stopTheme?.();
    this.stopStore?.();
    if (this.onPrint) removeEventListener("beforeprint", this.onPrint);
    if (this.afterPrint) removeEventListener("afterprint", this.afterPrint);
    if (this.onUndo) removeEventListener("keydown", this.onUndo);
  }

  async open() {
    try {
      const store = await openStore();
      if (this.view) store.look({ view: stepOf(this.view).id });
      this.store = store;
      this.phone = this.clientWidth < PHONE;
    } catch {
      this.failure = typeof WebAssembly === "object" ? "load" : "wasm";
    }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("store") && this.store) {
      this.stopStore?.();
      this.stopStore = this.store.subscribe(() => this.requestUpdate());
    }
    if (changed.has("view") && this.view && this.store && this.store.ui.view !== stepOf(this.view).id) this.store.look({ view: stepOf(this.view).id, open: null });
  }

  /** @param {boolean} printing */
  paperNow(printing) {
    this.printing = printing;
    if (this.store) this.performUpdate();
  }

  render() {
    if (this.failure) return html`<p class="failure" role="alert">${this.failure === "wasm" ? html`这个浏览器不支持 WebAssembly，盟鉴算不了数；请换用新版的 Edge、Chrome、Firefox 或 Safari 打开。` : html`盟鉴的计算引擎没能启动；请刷新本页，还不行就请管理员确认服务器上的 .wasm 文件可以下载。`}</p>`;
    if (!this.store) return html`<slot></slot>`;
    const ctx = new Context(this.store, this);
    const { lang, theme } = this.store.preferences;
    this.lang = lang === "zh" ? "zh-CN" : "en";
    this.dataset.theme = resolvedTheme(theme);
    const actions = { clear: () => this.dialog.value?.showModal(), example: () => this.reset(example()), print: () => print() };
    const pane = this.phone ? this.store.ui.pane : "result";
    return html`<div class="frame ${this.phone ? "is-phone" : "is-wide"}">
        ${topBar(ctx, actions)}
        ${this.phone ? nothing : rail(ctx)}
        <main id="main" tabindex="-1">${this.phone && pane === "overview" ? overview(ctx, actions) : this.phone && pane === "report" ? this.report(ctx, actions) : this.work(ctx)}</main>
        ${this.phone ? bottomBar(ctx) : nothing}
      </div>
      ${this.printing ? html`<div class="print">${stepOf(this.store.ui.view).paper(ctx, onPaper)}</div>` : nothing}
      ${clearDialog(ctx, this.dialog, () => this.reset(emptyWorkspace(ctx.results.policy.id, ctx.store.workspace.asOf)))}
      <div class="sr" role="status" aria-live="polite" ${ref(this.speaker.region)}></div>`;
  }

  /** @param {Context} ctx */
  work(ctx) {
    const { ui } = ctx.store;
    const pane = this.phone ? (ui.pane === "edit" ? "edit" : "result") : undefined;
    return html`${strip(ctx)}${this.phone ? stepTabs(ctx) : nothing}<div class="wrap">${stepOf(ui.view).card(ctx, pane)}</div>`;
  }

  /**
   * The printed page on the screen.
   * @param {Context} ctx
   * @param {{print: () => void}} actions
   */
  report(ctx, actions) {
    return html`<div class="report">${stepTabs(ctx)}<p class="acts"><button type="button" class="btn pri" @click=${actions.print}>${ctx.w.t("action.print")}</button></p>${stepOf(ctx.store.ui.view).paper(ctx, onScreen)}</div>`;
  }

  /** @param {import("../store/workspace.js").Workspace} workspace */
  reset(workspace) {
    this.store?.look({ open: null, month: null });
    this.store?.change(() => workspace);
  }

  /** @param {Map<string, unknown>} _changed */
  updated(_changed) {
    if (!this.store) return;
    const ctx = new Context(this.store, this);
    const headline = stepOf(this.store.ui.view).headline(ctx);
    this.speaker.settle(`${headline.strong}${ctx.w.t("punct.comma")}${headline.fact}`);
    this.shown?.();
    if (this.store.ui.view !== this.told) {
      this.told = this.store.ui.view;
      this.dispatchEvent(new CustomEvent("allymark-view", { bubbles: true, composed: true, detail: this.told }));
    }
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape" && this.store && this.store.ui.open !== null) this.store.look({ open: null });
  }

  /** @param {KeyboardEvent} event */
  undoKey(event) {
    if (!this.store || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "radio") return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.store.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) this.store.redo();
    else return;
    event.preventDefault();
  }
}

export const STEP_IDS = STEPS.map((step) => step.id);
