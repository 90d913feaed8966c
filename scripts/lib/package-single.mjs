// build/release/allymark.html: the whole page in one file that opens by double-click. Everything is
// inline: the style of the document and one short module script, which inflates what stands in it deflated
// in base64: the WebAssembly, all that is data (packs, schemas, texts, sheets, examples) and the program, which it
// then adds to the page. The file's own policy allows nothing but these two scripts, by their hashes, and that style, so
// the file cannot ask the network for anything.
import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { deflateRawSync } from "node:zlib";
import { TARGET, sheetText } from "./package-site.mjs";
import { filesBelow, offeredPacks } from "./files.mjs";
import { slimSchema } from "./slim-schema.mjs";

/** @param {string} file where to @param {string} npm the assembled package @param {string} version */
export async function packageSingle(file, npm, version) {
  /** What the data modules hold, by their path. @type {Record<string, any>} */
  const data = {};
  for (const path of DATA) data[path] = await contentOf(path);
  const generated = resolve("build/generated/assets-single.js");
  mkdirSync("build/generated", { recursive: true });
  writeFileSync(generated, assetsModule());
  const { outputFiles } = await esbuild.build({
    entryPoints: ["web/main.js"],
    bundle: true,
    // Wrapped, because it can only run once the data are inflated: see below.
    format: "iife",
    target: TARGET,
    minify: true,
    charset: "utf8",
    write: false,
    logLevel: "warning",
    legalComments: "none",
    external: ["node:*"],
    plugins: [deflatedData(data)],
    alias: { "allymark/engine": resolve(npm, "engine.js"), "allymark/assets": generated },
    define: { ALLYMARK_VERSION: JSON.stringify(version), "import.meta.url": "document.baseURI" },
  });
  const style = esbuild.buildSync({ entryPoints: ["web/styles/page.css"], minify: true, target: TARGET, write: false }).outputFiles[0].text.trim();
  const program = outputFiles[0].text.trim();
  const script = inflating(npm, data, program);
  const old = readFileSync("web/old-browser.js", "utf8").trim();
  const allowed = [
    "default-src 'none'",
    `script-src ${hash(script)} ${hash(program)} ${hash(old)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const page = readFileSync("web/index.html", "utf8")
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace(/<script type="module"[^>]*><\/script>\n?/, "")
    .replace(/<script nomodule[^>]*><\/script>/, () => `<script nomodule>${old}</script>`)
    .replace("<title>", () => `<meta http-equiv="Content-Security-Policy" content="${allowed.join("; ")}">\n  <title>`)
    .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
  writeFileSync(file, page);
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Modules that are nothing but data; in this file they stand deflated. */
const DATA = ["web/i18n/zh.js", "web/i18n/en.js", "web/i18n/desk-zh.js", "web/i18n/desk-en.js", "web/i18n/agree-zh.js", "web/i18n/agree-en.js", "web/i18n/select-zh.js", "web/i18n/select-en.js", "core/policies/schema/dossier.schema.json", "core/policies/schema/policy.schema.json", "web/store/examples/used-car.json"];

/** @param {string} path */
async function contentOf(path) {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".schema.json")) return slimSchema(JSON.parse(text));
  if (path.endsWith(".json")) return JSON.parse(text);
  return { ...(await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`)) };
}

/**
 * Modules of data take theirs from the inflated whole.
 * @param {Record<string, any>} data
 * @returns {esbuild.Plugin}
 */
function deflatedData(data) {
  const head = 'import { data } from "allymark/assets";';
  return {
    name: "deflated-data",
    setup(build) {
      build.onResolve({ filter: /^allymark\/texts\// }, ({ path }) => ({ path, namespace: "texts" }));
      build.onLoad({ filter: /.*/, namespace: "texts" }, ({ path }) => ({
        contents: path.endsWith("/first") ? `${head} export const texts = data["web/i18n/zh.js"].zh;` : "export const texts = {};",
        resolveDir: process.cwd(),
      }));
      build.onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path), namespace: "sheet" }));
      build.onLoad({ filter: /.*/, namespace: "sheet" }, async ({ path }) => {
        const key = relative(process.cwd(), path);
        data[key] = await sheetText(path);
        return { contents: `${head} export default data[${JSON.stringify(key)}];`, resolveDir: process.cwd() };
      });
      build.onLoad({ filter: /\.(js|json)$/ }, ({ path }) => {
        const key = relative(process.cwd(), path);
        if (!Object.hasOwn(data, key)) return undefined;
        const contents = key.endsWith(".json") ? `export default data[${JSON.stringify(key)}];` : Object.keys(data[key]).map((name) => `export const ${name} = data[${JSON.stringify(key)}].${name};`).join("\n");
        return { contents: `${head}\n${contents}`, loader: "js" };
      });
    },
  };
}

/** Where the bundle finds what the script before it has inflated. */
const PLACE = "allymarkData";

function assetsModule() {
  return `// Generated by scripts/lib/package-single.mjs.
export const { wasm, policies, data } = globalThis.${PLACE};
`;
}

/**
 * The script that inflates the rest. It waits natively: esbuild's own way to bundle a waiting module stands still where
 * modules import each other.
 * @param {string} npm
 * @param {Record<string, any>} data
 * @param {string} program
 */
function inflating(npm, data, program) {
  const packs = offeredPacks(npm).map((path) => JSON.parse(readFileSync(path, "utf8")));
  const deflated = (/** @type {string | Buffer} */ content) => JSON.stringify(deflateRawSync(content, { level: 9, memLevel: 9 }).toString("base64"));
  return `const inflated = (text) => new Response(new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
const { program, ...data } = await inflated(${deflated(JSON.stringify({ policies: packs, data, program }))}).json();
globalThis.${PLACE} = { wasm: inflated(${deflated(readFileSync(join(npm, "allymark.wasm")))}).arrayBuffer(), ...data };
document.head.append(Object.assign(document.createElement("script"), { textContent: program }));`;
}
