/**
 * The page: one `<allymark-app>` on an otherwise empty document. The step in view stands in the address.
 * @module
 */
import { AllymarkApp } from "./elements/app.js";
import "./elements/define/sized.js";
import "./views/steps.js";
import { breath, calm } from "./store/open.js";
import { laterParts } from "./views/pages.js";

/** What stands behind the address; a step may be written with a slash, as those of the row of steps are. */
const fragmentOf = () => location.hash.replace(/^#\/?/, "");

/** A link may carry a whole workspace instead of a step: `#w=…`, or `?s=…` where a messenger drops fragments. */
const WORKSPACE = /^w=/;

function start() {
  if (!customElements.get("allymark-app")) customElements.define("allymark-app", AllymarkApp);
  const app = /** @type {import("./elements/app.js").AllymarkApp} */ (document.querySelector("allymark-app"));
  const fragment = fragmentOf();
  const sent = new URLSearchParams(location.search).get("s");
  app.fragment = sent ? `w=${sent}` : WORKSPACE.test(fragment) ? fragment : "";
  app.view = WORKSPACE.test(fragment) ? undefined : fragment || undefined;
  app.addEventListener("allymark-view", (event) => {
    const view = /** @type {CustomEvent<string>} */ (event).detail;
    if (fragmentOf() !== view || location.search) history.replaceState(null, "", `${location.pathname}#${view}`);
  });
  addEventListener("hashchange", () => {
    if (WORKSPACE.test(fragmentOf())) location.reload();
    else app.view = fragmentOf();
  });
  // Once nothing of this visit waits, what it may still want is brought, and everything for a visit without a network.
  void app.ready.then(calm).then(() => app.complete()).then(async () => {
    const parts = laterParts();
    if ("serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http")) {
      // Storage may be refused: then the page wants its network.
      await navigator.serviceWorker.register(new URL("../offline.js", import.meta.url)).catch(() => parts?.files.warm());
    } else await parts?.files.warm();
  }).catch(() => {
    // Whoever wants such a part is told when it does not come.
  }).finally(() => performance.mark("allymark-settled"));
  new MutationObserver(() => {
    const [root, lang, theme] = [document.documentElement, app.lang || "zh-CN", app.dataset.theme ?? "light"];
    if (root.lang !== lang) root.lang = lang;
    if (root.dataset.theme !== theme) root.dataset.theme = theme;
  }).observe(app, { attributes: true, attributeFilter: ["data-theme", "lang"] });
}

// The program is read in one task and the element made in another: a phone answers between them.
void breath().then(start);
