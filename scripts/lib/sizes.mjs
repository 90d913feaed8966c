// What the release weighs, in kB of 1000 bytes: on the wire one brotli file each, the single file as it is.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** @param {string} release the folder that holds npm/ and site/
 * @returns {{ name: string, kilobytes: number, atMost: number }[]} against the design's budgets */
export function sizes(release) {
  const engine = ["allymark.wasm", "glue.mjs"].map((file) => join(release, "npm", file));
  return [
    { name: "wasm + glue, brotli", kilobytes: brotliKilobytes(engine), atMost: 90 },
    { name: "first visit, brotli", kilobytes: brotliKilobytes(firstVisit(join(release, "site"))), atMost: 180 },
    { name: "allymark.html, raw", kilobytes: statSync(join(release, "allymark.html")).size / 1000, atMost: 800 },
  ];
}

/** All that the page loads until the first verdict: its head names every file.
 * @param {string} site */
function firstVisit(site) {
  const page = readFileSync(join(site, "index.html"), "utf8").replace(/<script nomodule[^>]*>/g, "");
  const assets = [...page.matchAll(/"(assets\/[^"]+)"/g)].map((match) => join(site, match[1]));
  return [join(site, "index.html"), ...new Set(assets)];
}

/** @param {string[]} files */
function brotliKilobytes(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0) / 1000;
}
