// What the release weighs on the wire.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { filesBelow } from "./files.mjs";

/** @param {string[]} files @returns {number} kB (1000 bytes) after brotli, one file at a time */
export function brotliKilobytes(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0) / 1000;
}

/** @param {string} release */
export function printSizes(release) {
  const engine = [`${release}/npm/allymark.wasm`, `${release}/npm/glue.mjs`];
  const site = filesBelow(`${release}/site`).filter((file) => !/\.(map|br|gz)$|integrity\.json$/.test(file));
  const rows = [
    ["wasm + glue", engine],
    ["whole site", site],
  ];
  for (const [name, files] of /** @type {[string, string[]][]} */ (rows))
    console.log(`${name.padEnd(12)} ${brotliKilobytes(files).toFixed(1).padStart(7)} kB brotli`);
}
