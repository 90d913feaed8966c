// build/release/npm: a package whose engine.js imports in Node and in a page, with nothing to
// install. Every file that engine.js loads lies beside it.
import { transformSync } from "esbuild";
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} folder where to @param {string} version */
export function packageNpm(folder, version) {
  mkdirSync(folder, { recursive: true });
  for (const file of ["engine.js", "engine.d.ts", "glue.d.mts"]) copyFileSync(join("wasm", file), join(folder, file));
  const glue = readFileSync("build/wasm/allymark.mjs", "utf8");
  const minified = transformSync(glue, { minify: true, format: "esm", target: "es2022" }).code;
  writeFileSync(join(folder, "glue.mjs"), minified);
  // Written, not copied: the linker marks it executable.
  writeFileSync(join(folder, "allymark.wasm"), readFileSync("build/wasm/allymark.wasm"));
  cpSync("core/policies", join(folder, "policies"), { recursive: true });
  copyFileSync("LICENSE", join(folder, "LICENSE"));
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest(version), null, 2) + "\n");
}

/** @param {string} version */
function manifest(version) {
  const { name, description, license } = JSON.parse(readFileSync("package.json", "utf8"));
  const engine = { types: "./engine.d.ts", default: "./engine.js" };
  return {
    name,
    version,
    description,
    license,
    type: "module",
    types: "./engine.d.ts",
    exports: {
      ".": engine,
      "./engine": engine,
      "./allymark.wasm": "./allymark.wasm",
      "./policies/*": "./policies/*",
    },
    sideEffects: false,
  };
}
