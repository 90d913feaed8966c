// The Chinese texts in two parts: what the first verdict may say, and what only an explanation, a
// mistake or paper says, which comes behind it. Authors keep one file, web/i18n/zh.js.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Beginnings of the keys that come later. */
const LATER = ["op.", "input.", "error.", "paper.", "next.", "route.", "routeState.", "clear.", "trial.how.", "trial.src.", "agree.fall.", "agree.src.", "agree.caption", "agree.cliff", "agree.legend", "score.src.", "score.history", "score.formula", "line.", "open.", "link.", "save.", "kept.elsewhere", "unknown"];

/** @param {string} key */
export const comesLater = (key) => LATER.some((start) => key.startsWith(start));

/** Serves `allymark/texts/first` and `allymark/texts/later`. @type {import("esbuild").Plugin} */
export const texts = {
  name: "texts",
  setup(build) {
    const file = resolve("web/i18n/zh.js");
    build.onResolve({ filter: /^allymark\/texts\// }, ({ path }) => ({ path, namespace: "texts" }));
    build.onLoad({ filter: /.*/, namespace: "texts" }, async ({ path }) => {
      const source = readFileSync(file, "utf8");
      const { zh } = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
      const later = path.endsWith("/later");
      const kept = Object.fromEntries(Object.entries(zh).filter(([key]) => comesLater(key) === later));
      return { contents: `export const texts = ${JSON.stringify(kept)};`, loader: "js", watchFiles: [file] };
    });
  },
};
