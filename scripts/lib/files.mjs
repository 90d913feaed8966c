// Small helpers over files and hashes, for the release folder.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder (or the file itself), sorted, as paths that begin with `path`.
 * @param {string} path @returns {string[]} */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The packs that the page offers: those that the engine loads when none are named. Others ship with the package only.
 * @param {string} npm the assembled package @returns {string[]} */
export function offeredPacks(npm) {
  const list = readFileSync(join(npm, "engine.js"), "utf8").match(/shippedPolicies = \[([^\]]*)\]/)?.[1] ?? "";
  return [...list.matchAll(/"([^"]+)"/g)].map(([, id]) => join(npm, "policies", `${id}.json`));
}

/** A short content hash for a file name that may be cached for ever.
 * @param {Uint8Array} bytes */
export function shortHash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

/** One hash over the names and contents of many files.
 * @param {string[]} paths */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}
