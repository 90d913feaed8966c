// build/release/site: the static page. Everything but the HTML gets its content's hash into its
// name and goes to assets/, where it may be cached for ever.
//
// A page (web/*.html) is written as if it were served from web/: its <script type="module"> and
// its stylesheet are bundled, any other file it names is copied, and each address is replaced by
// the hashed one. Preloads for the modules, the wasm and the first pack are added to its head. A .css
// file that a module imports is its text, for an element's adopted style sheet.
//
// The bundle learns the hashed addresses from the module `allymark/assets`, generated here:
//   import { wasm, policies } from "allymark/assets";   // URL, URL[]
//   const engine = await loadEngine({ wasm, policies });
// `allymark/engine` is the engine of build/release/npm, so page and Node run the same files.
import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { filesBelow, fingerprint, offeredPacks, shortHash } from "./files.mjs";
import { slimSchemas } from "./slim-schema.mjs";
import { texts } from "./texts.mjs";

/** @param {string} site where to @param {string} npm the assembled package @param {string} version */
export async function packageSite(site, npm, version) {
  const assets = join(site, "assets");
  mkdirSync(assets, { recursive: true });

  const wasm = copyHashed(join(npm, "allymark.wasm"), assets);
  const packs = offeredPacks(npm).map((file) => smallJson(file, assets));
  const generated = resolve("build/generated/assets.js");
  mkdirSync("build/generated", { recursive: true });
  writeFileSync(generated, assetsModule(wasm, packs));

  const pages = filesBelow("web")
    .filter((file) => /^web\/[^/]+\.html$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const entries = new Set(pages.flatMap(({ text }) => bundled(text)));
  const { metafile } = await esbuild.build({
    entryPoints: [...entries].map((entry) => join("web", entry)),
    outdir: assets,
    // Flat, so that an address relative to any chunk is relative to assets/.
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: TARGET,
    minify: true,
    sourcemap: true,
    metafile: true,
    logLevel: "warning",
    legalComments: "none",
    external: ["node:*"], // engine.js asks for it in Node only
    plugins: [firstTogether([...entries].filter((entry) => entry.endsWith(".js")).map((entry) => resolve("web", entry))), cssText, slimSchemas, texts],
    alias: { "allymark/engine": resolve(npm, "engine.js"), "allymark/assets": generated },
    define: { ALLYMARK_VERSION: JSON.stringify(version) },
    loader: { ".svg": "file", ".png": "file", ".woff2": "file" },
  });

  // Where a link of web/ went, relative to the site.
  const place = (/** @type {string} */ link) => {
    const source = join("web", link);
    const output = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === source);
    return output ? relative(site, output) : `assets/${copyHashed(source, assets)}`;
  };
  for (const { file, text } of pages) {
    const hashed = new Map(links(text).map((link) => [link, place(link)]));
    const entry = bundled(text).find((link) => link.endsWith(".js"));
    const modules = entry ? imports(metafile, join(site, place(entry))).map((path) => relative(site, path)) : [];
    // The first pack judges the worked example; the others come behind the first verdict.
    const data = entry ? [wasm, packs[0]].map((name) => `assets/${name}`) : [];
    const head = [
      ...modules.map((path) => `<link rel="modulepreload" href="${path}">`),
      ...data.map((path) => `<link rel="preload" as="fetch" crossorigin href="${path}">`),
    ];
    const page = text
      .replace(LINK, (whole, name, link) => (hashed.has(link) ? `${name}="${hashed.get(link)}"` : whole))
      .replace("</head>", `${head.map((line) => `  ${line}\n`).join("")}</head>`);
    writeFileSync(join(site, basename(file)), page);
  }

  if (existsSync("web/static")) cpSync("web/static", site, { recursive: true });
  await packageOffline(site);
  writeFileSync(join(site, "integrity.json"), JSON.stringify(integrity(site, version), null, 2) + "\n");
  compress(site);
}

/** The service worker, which knows every file of the site by name. @param {string} site */
async function packageOffline(site) {
  const files = filesBelow(site).filter((file) => !file.endsWith(".map"));
  await esbuild.build({
    entryPoints: ["web/offline.js"],
    outdir: site,
    bundle: true,
    format: "esm",
    target: TARGET,
    minify: true,
    define: { OFFLINE_FILES: JSON.stringify(["./", ...files.map((file) => relative(site, file))]), OFFLINE_STAMP: JSON.stringify(fingerprint(files).slice(0, 16)) },
  });
}

/** Browsers of 2022 and later. */
export const TARGET = ["chrome107", "firefox104", "safari16"];

// Addresses of the page's own files; those with a scheme, a fragment or a leading slash stay.
const LINK = /\b(src|href)="(?![a-z]+:|[#/])([^"]+)"/g;
/** @param {string} html */
const links = (html) => [...html.matchAll(LINK)].map((match) => match[2]).filter((link) => existsSync(join("web", link)));

/** The links that esbuild bundles: modules and stylesheets. A nomodule script is for browsers that
 * would not understand what esbuild writes, so it is copied as it is.
 * @param {string} html */
const bundled = (html) =>
  [...html.matchAll(/<(?:script type="module"|link rel="stylesheet")[^>]*>/g)].flatMap(([tag]) => links(tag));

/**
 * What an entry imports statically in one file. esbuild groups modules by who reaches them, so what later parts share with
 * the entry would come in twenty small ones, each a way to the server and back. Said to need the entry, which is there
 * before them, the parts share all of it.
 * @param {string[]} entries
 * @returns {esbuild.Plugin}
 */
const firstTogether = (entries) => ({
  name: "first-together",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ kind, path, resolveDir }) => (kind === "dynamic-import" ? { path: resolve(resolveDir, path), namespace: "later" } : undefined));
    build.onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
      contents: [...entries.map((entry) => `import ${JSON.stringify(entry)};`), `export * from ${JSON.stringify(path)};`].join("\n"),
      resolveDir: dirname(path),
    }));
  },
});

/** @type {esbuild.Plugin} */
export const cssText = {
  name: "css-text",
  setup(build) {
    build.onResolve({ filter: /\.css$/ }, ({ kind, path, resolveDir }) =>
      kind === "import-statement" ? { path: resolve(resolveDir, path), namespace: "css-text" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "css-text" }, async ({ path }) => ({ contents: await sheetText(path), loader: "text" }));
  },
};

/** A style sheet as text, as small as it goes. @param {string} path */
export async function sheetText(path) {
  const { outputFiles } = await esbuild.build({ entryPoints: [path], bundle: true, minify: true, target: TARGET, write: false });
  return outputFiles[0].text.trim();
}

/** @param {string} file @param {string} folder @returns {string} its name there */
function copyHashed(file, folder) {
  const extension = extname(file);
  const name = `${basename(file, extension)}-${shortHash(readFileSync(file))}${extension}`;
  copyFileSync(file, join(folder, name));
  return name;
}

/** A pack without the space that makes it pleasant to read. @param {string} file @param {string} folder @returns {string} its name there */
function smallJson(file, folder) {
  const text = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
  const name = `${basename(file, ".json")}-${shortHash(Buffer.from(text))}.json`;
  writeFileSync(join(folder, name), text);
  return name;
}

/** @param {string} wasm @param {string[]} packs */
function assetsModule(wasm, packs) {
  /** @param {string} name */
  const url = (name) => `new URL(${JSON.stringify(name)}, import.meta.url)`;
  return `// Generated by scripts/lib/package-site.mjs.
export const wasm = ${url(wasm)};
export const policies = [${packs.map(url).join(", ")}];
`;
}

/** The chunks that an entry imports statically, itself left out.
 * @param {esbuild.Metafile} metafile @param {string} entry @param {Set<string>} [seen] @returns {string[]} */
function imports(metafile, entry, seen = new Set()) {
  for (const { path, kind, external } of metafile.outputs[entry].imports) {
    if (external || kind !== "import-statement" || seen.has(path)) continue;
    seen.add(path);
    imports(metafile, path, seen);
  }
  return [...seen];
}

/** @param {string} site @param {string} version */
function integrity(site, version) {
  const files = filesBelow(site).map((file) => {
    const digest = createHash("sha384").update(readFileSync(file)).digest("base64");
    return [relative(site, file), `sha384-${digest}`];
  });
  return { version, files: Object.fromEntries(files) };
}

/** Leaves .br and .gz beside what compresses; many web servers can hand these out.
 * @param {string} site */
function compress(site) {
  for (const file of filesBelow(site).filter((file) => /\.(html|js|css|wasm|json|svg)$/.test(file))) {
    const bytes = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
