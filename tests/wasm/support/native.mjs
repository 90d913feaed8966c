// The native twin: the same core, built by the development preset, as command-line tools.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Builds a tool of core/tools when it is out of date. @param {string} name @returns {string} its path */
export function nativeTool(name) {
  const run = (/** @type {string[]} */ ...args) => execFileSync("cmake", args, { cwd: root, stdio: "pipe" });
  if (!existsSync(`${root}build/dev/build.ninja`)) run("--preset", "dev");
  run("--build", "--preset", "dev", "--target", `allymark-${name}`, "--", "-j2");
  return `${root}build/dev/core/allymark-${name}`;
}

/** Answers of the native core to requests, one line each. @param {string[]} requests @returns {string[]} */
export function evaluateNatively(requests) {
  const broken = requests.find((request) => request.includes("\n"));
  if (broken !== undefined) throw new Error(`a request of several lines: ${broken}`);
  const input = requests.map((request) => `${request}\n`).join("");
  const options = /** @type {const} */ ({ input, encoding: "utf8", maxBuffer: 1 << 30 });
  return execFileSync(nativeTool("evaluate"), options).trimEnd().split("\n");
}
