/**
 * `<allymark-app>`: the whole calculator in one element.
 * @module
 */
import { html, nothing } from "lit";
import { ref, createRef } from "lit/directives/ref.js";
import { Context } from "../views/context.js";
import { actionsOf } from "../views/frame/actions.js";
import { leadStep } from "../views/lead.js";
import { bottomBar } from "../views/frame/bottom-bar.js";
import { elsewhere, keptLine, notice } from "../views/frame/kept.js";
import { rail, stepTabs } from "../views/frame/rail.js";
import { strip } from "../views/frame/strip.js";
import { topBar } from "../views/frame/top-bar.js";
import { goTo, isPage, knownView, laterParts, loadLater } from "../views/pages.js";
import { onPaper } from "../views/shared/paper.js";
import { STEPS, stepOf } from "../views/steps.js";
import { breath, calm } from "../store/open.js";
import { activePartners, compared } from "../store/workspace.js";
import { appStyles } from "../styles/sheets.js";
import { AllymarkElement } from "./embedded.js";
import { Speaker } from "./speaker.js";

/** Below this width the rail gives way to the bottom bar. The same figure stands in frame.css. */
const PHONE = 900;

export class AllymarkApp extends AllymarkElement {
  static styles = appStyles;
  static properties = { view: {}, phone: { state: true }, printing: { state: true }, copies: { state: true } };

  constructor() {
    super();
    /** @type {string | undefined} the step or page to show */
    this.view = undefined;
    /** The address's fragment, where the page hands it over. */
    this.fragment = "";
    this.phone = false;
    this.printing = false;
    /** @type {import("../store/keeper.js").Copy[]} */
    this.copies = [];
    /** @type {string | undefined} the view last told to the page */
    this.told = undefined;
    this.dialog = /** @type {import("lit/directives/ref.js").Ref<HTMLDialogElement>} */ (createRef());
    this.speaker = new Speaker(this);
    this.heard = "";
    /** @type {Promise<void> | undefined} */
    this.whole = undefined;
    /** Whether the page itself closes the dialog, not its reader. */
    this.closing = false;
    this.sizes = new ResizeObserver(() => (this.phone = this.clientWidth < PHONE));
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("allymark-say", (event) => this.speaker.say(/** @type {CustomEvent<string>} */ (event).detail));
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    this.onPage = {
      beforeprint: () => this.paperNow(true),
      afterprint: () => this.paperNow(false),
      keydown: (/** @type {any} */ event) => this.undoKey(event),
      paste: (/** @type {any} */ event) => this.pasted(event),
      beforeunload: (/** @type {any} */ event) => this.leaving(event),
    };
    for (const [name, listener] of Object.entries(this.onPage)) addEventListener(name, listener);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    for (const [name, listener] of Object.entries(this.onPage ?? {})) removeEventListener(name, listener);
  }

  link() {
    return this.fragment;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { store } = this;
    if (!store) return;
    if (changed.has("store")) this.phone = this.clientWidth < PHONE;
    if ((changed.has("view") || changed.has("store")) && this.view && store.ui.view !== knownView(this.view)) goTo(store, this.view);
  }

  /** @param {boolean} printing */
  paperNow(printing) {
    this.printing = printing;
    if (!this.store) return;
    this.performUpdate();
    // The sheet's margins belong to the document, which asks whose paper it is.
    const { workspace, index } = this.store;
    document.documentElement.style.setProperty("--allymark-printed", JSON.stringify(new Context(this.store, this).w.partner(workspace.dossiers[index], index)));
  }

  page() {
    const store = /** @type {import("../store/store.js").Store} */ (this.store);
    const ctx = new Context(store, this);
    ctx.narrow = this.phone;
    const actions = actionsOf(store, this);
    const look = async () => {
      this.copies = (await store.keeper?.copies().catch(() => [])) ?? [];
    };
    return html`<div class="frame ${this.phone ? "is-phone" : "is-wide"}">
        ${topBar(ctx, actions, this.copies, look)}
        ${this.phone ? nothing : rail(ctx, keptLine(ctx, actions))}
        <main id="main" tabindex="-1">${elsewhere(ctx, actions)}${notice(ctx)}${isPage(store.ui.view) ? this.beside(ctx, actions) : this.work(ctx)}</main>
        ${this.phone ? bottomBar(ctx) : nothing}
      </div>
      ${this.printing ? html`<div class="print">${this.paper(ctx)}</div>` : nothing}
      <dialog ${ref(this.dialog)} @close=${() => this.dialogClosed()} aria-labelledby="dialog-title">${store.ui.dialog ? laterParts()?.dialog(ctx, store.ui.dialog, actions) : nothing}</dialog>
      <div class="sr" role="status" aria-live="polite" ${ref(this.speaker.region)}></div>`;
  }

  /** @param {Context} ctx */
  work(ctx) {
    const { ui } = ctx.store;
    return html`${strip(ctx)}${this.phone ? stepTabs(ctx) : nothing}<div class="wrap">${someOnly(ctx)}${stepOf(ui.view).card(ctx, this.phone ? ui.pane : undefined)}</div>`;
  }

  /**
   * A page beside the steps. The policy has the strip above it, so that a changed rule shows its effect.
   * @param {Context} ctx
   * @param {import("../views/frame/actions.js").Actions} actions
   */
  beside(ctx, actions) {
    const later = laterParts();
    if (!later) {
      void this.complete();
      return nothing;
    }
    const { view } = ctx.store.ui;
    const page = later.page(ctx, view, actions);
    if (view === "overview") return html`${strip(ctx, leadStep(ctx))}<div class="wrap overview">${page}${this.phone ? keptLine(ctx, actions) : nothing}</div>`;
    if (view === "policy") return html`${strip(ctx)}<div class="wrap">${page}</div>`;
    return html`<div class="wrap">${page}</div>`;
  }

  /** @param {Context} ctx */
  paper(ctx) {
    const { view } = ctx.store.ui;
    return isPage(view) ? laterParts()?.report(ctx, onPaper) : stepOf(view).paper(ctx, onPaper);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const first = this.store && !this.stood;
    super.updated(changed);
    const { store } = this;
    if (!store) return;
    if (first) void calm().then(() => this.complete());
    const ctx = new Context(store, this);
    const headline = stepOf(store.ui.step).headline(ctx);
    this.speaker.settle(`${headline.strong}${ctx.w.t("punct.comma")}${headline.fact}`);
    this.hear(ctx);
    this.showDialog();
    if (store.ui.view !== this.told) {
      this.told = store.ui.view;
      this.tell("allymark-view", this.told);
      // With the frame, which lays all of it out anyway.
      requestAnimationFrame(() => this.showTab());
    }
  }

  /** On a phone the steps stand in one row: the one in view is brought into it. */
  showTab() {
    const tab = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".tabs [aria-current]"));
    const row = tab?.parentElement;
    if (tab && row) row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - tab.offsetWidth) / 2;
  }

  /** Settles when pages, dialogs and all steps are here; what failed is tried again by the next who asks. */
  complete() {
    this.whole ??= this.bring().catch((error) => {
      this.whole = undefined;
      throw error;
    });
    return this.whole;
  }

  async bring() {
    const { sheets } = await loadLater();
    await breath();
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    if (!root.adoptedStyleSheets.includes(sheets[0])) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    // Cards follow the store: they draw again with all texts.
    this.store?.look({});
    await this.updateComplete;
  }

  /** What stands above the page is told by the one voice, once. @param {Context} ctx */
  hear({ w, store, results }) {
    const { notice } = store.ui;
    const said = [
      store.keeper?.state === "elsewhere" && w.has("kept.elsewhere") ? w.t("kept.elsewhere") : "",
      notice && w.has(notice.text) ? w.t(notice.text, notice.params) : "",
      store.ui.view === "policy" && results.policy.errors.length > 0 && w.has("policy.wrong") ? w.t("policy.wrong", { n: results.policy.errors.length }) : "",
    ].filter(Boolean).join(" ");
    if (said !== "" && said !== this.heard) this.speaker.say(said);
    this.heard = said;
  }

  showDialog() {
    const dialog = this.dialog.value;
    if (!dialog || !this.store) return;
    const wanted = this.store.ui.dialog !== null;
    if (wanted && !laterParts()) void this.complete();
    else if (wanted && !dialog.open) dialog.showModal();
    else if (!wanted && dialog.open) {
      this.closing = true;
      dialog.close();
    }
  }

  /** The event comes a moment after the closing: by then the next dialog may have been asked for. */
  dialogClosed() {
    if (!this.closing && this.store?.ui.dialog) this.store.look({ dialog: null });
    this.closing = false;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape" && this.store && this.store.ui.open !== null && !this.store.ui.dialog) this.store.look({ open: null });
  }

  /** @param {KeyboardEvent} event */
  undoKey(event) {
    if (!this.store || this.store.ui.dialog || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const target = event.composedPath()[0];
    if (isTextField(target)) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.store.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) this.store.redo();
    else return;
    event.preventDefault();
  }

  /**
   * A table pasted anywhere but in the dialog opens the preview; a single figure goes into its field as ever.
   * @param {ClipboardEvent} event
   */
  pasted(event) {
    const { store } = this;
    if (!store || store.readonly || store.ui.dialog || !event.composedPath().includes(this)) {
      if (!store || store.readonly || store.ui.dialog || (event.target !== document.body && event.target !== document.documentElement)) return;
    }
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // A paragraph belongs into the text it was pasted into.
    const table = event.composedPath()[0] instanceof HTMLTextAreaElement ? /\t/ : /\t|\n\S/;
    if (!table.test(text.trim())) return;
    event.preventDefault();
    store.ask("paste", { text });
  }

  /** @param {BeforeUnloadEvent} event */
  leaving(event) {
    const { store } = this;
    const unsafe = store?.keeper && (store.keeper.state === "refused" || store.keeper.state === "elsewhere" || store.keeper.state === "saving");
    if (unsafe && store.canUndo) event.preventDefault();
  }
}

/** Which partners stand side by side where there are too many. @param {Context} ctx */
function someOnly(ctx) {
  const { view } = ctx.store.ui;
  const [all, n] = [activePartners(ctx.store.workspace).length, compared(ctx.store.workspace).length];
  return n === all || stepOf(view).group !== "select" ? nothing : html`<p class="q">${ctx.w.t("room.someOnly", { all, n })}</p>`;
}

/** @param {EventTarget | undefined} target */
function isTextField(target) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "radio" && target.type !== "checkbox");
}

export const STEP_IDS = STEPS.map((step) => step.id);
