/**
 * The page: one `<allymark-app>` on an otherwise empty document. The step in view stands in the address.
 * @module
 */
import "./elements/define/app.js";

const app = /** @type {import("./elements/app.js").AllymarkApp} */ (document.querySelector("allymark-app"));

/** What stands behind the address; a step may be written with a slash, as those of the row of steps are. */
const fragmentOf = () => location.hash.replace(/^#\/?/, "");

/** A link may carry a whole workspace instead of a step: `#w=…`, or `?s=…` where a messenger drops fragments. */
const WORKSPACE = /^w=/;
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
new MutationObserver(() => {
  const [root, lang, theme] = [document.documentElement, app.lang || "zh-CN", app.dataset.theme ?? "light"];
  if (root.lang !== lang) root.lang = lang;
  if (root.dataset.theme !== theme) root.dataset.theme = theme;
}).observe(app, { attributes: true, attributeFilter: ["data-theme", "lang"] });
