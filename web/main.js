/**
 * The page: one `<allymark-app>` on an otherwise empty document. The step in view stands in the address.
 * @module
 */
import "./elements/define/app.js";

const app = /** @type {import("./elements/app.js").AllymarkApp} */ (document.querySelector("allymark-app"));

/** A link may carry a whole workspace instead of a step: `#w=…`, or `?s=…` where a messenger drops fragments. */
const WORKSPACE = /^w=/;
const fragment = location.hash.slice(1);
const sent = new URLSearchParams(location.search).get("s");
app.fragment = sent ? `w=${sent}` : WORKSPACE.test(fragment) ? fragment : "";
app.view = WORKSPACE.test(fragment) ? undefined : fragment || undefined;
app.addEventListener("allymark-view", (event) => {
  const view = /** @type {CustomEvent<string>} */ (event).detail;
  if (location.hash.slice(1) !== view || location.search) history.replaceState(null, "", `${location.pathname}#${view}`);
});
addEventListener("hashchange", () => {
  if (WORKSPACE.test(location.hash.slice(1))) location.reload();
  else app.view = location.hash.slice(1);
});
new MutationObserver(() => {
  const [root, lang, theme] = [document.documentElement, app.lang || "zh-CN", app.dataset.theme ?? "light"];
  if (root.lang !== lang) root.lang = lang;
  if (root.dataset.theme !== theme) root.dataset.theme = theme;
}).observe(app, { attributes: true, attributeFilter: ["data-theme", "lang"] });
