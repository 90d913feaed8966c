// Assembles build/release/{npm,site,allymark.html} when any of their inputs changed, and prints what they weigh.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { filesBelow, fingerprint } from "./files.mjs";
import { packageNpm } from "./package-npm.mjs";
import { packageSingle } from "./package-single.mjs";
import { packageSite } from "./package-site.mjs";
import { sizes } from "./sizes.mjs";
import { version } from "./version.mjs";

const inputs = [
  ...["web", "wasm", "core/policies", "scripts/lib"].flatMap(filesBelow),
  ...["build/wasm/allymark.mjs", "build/wasm/allymark.wasm"],
  ...["CMakeLists.txt", "LICENSE", "package.json", "package-lock.json"],
];
const stamp = "build/release/.inputs";
const wanted = fingerprint(inputs);

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  // Built aside and moved into place, so that a running server never shows half a page.
  const next = "build/release.next";
  rmSync(next, { recursive: true, force: true });
  packageNpm(`${next}/npm`, version());
  await packageSite(`${next}/site`, `${next}/npm`, version()).catch(stop);
  await packageSingle(`${next}/allymark.html`, `${next}/npm`, version()).catch(stop);
  mkdirSync("build/release", { recursive: true });
  for (const part of ["npm", "site", "allymark.html"]) {
    rmSync(`build/release/${part}`, { recursive: true, force: true });
    renameSync(`${next}/${part}`, `build/release/${part}`);
  }
  rmSync(next, { recursive: true, force: true });
  writeFileSync(stamp, wanted);
  for (const { name, kilobytes, atMost } of sizes("build/release"))
    console.log(`${name}  ${kilobytes.toFixed(1)} kB (at most ${atMost})`);
}

/** @param {any} error */
function stop(error) {
  // esbuild has already shown its own errors, with their places.
  console.error(Array.isArray(error?.errors) ? "The page cannot be bundled." : error);
  process.exit(1);
}
