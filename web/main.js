/**
 * The page: one `<allymark-app>` on an otherwise empty document. The step in view stands in the address.
 * @module
 */
import "./elements/define/app.js";

const app = /** @type {import("./elements/app.js").AllymarkApp} */ (document.querySelector("allymark-app"));

app.view = location.hash.slice(1) || undefined;
app.addEventListener("allymark-view", (event) => {
  const view = /** @type {CustomEvent<string>} */ (event).detail;
  if (location.hash.slice(1) !== view) history.replaceState(null, "", `#${view}`);
});
addEventListener("hashchange", () => {
  app.view = location.hash.slice(1);
});
new MutationObserver(() => {
  document.documentElement.lang = app.lang || "zh-CN";
  document.documentElement.dataset.theme = app.dataset.theme ?? "light";
}).observe(app, { attributes: true, attributeFilter: ["data-theme", "lang"] });
