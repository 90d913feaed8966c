// The native twin: the same core as command-line tools, built by the development preset or by another one.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Builds a tool of core/tools when it is out of date.
 * @param {string} name @param {string} [preset] @returns {string} its path */
export function nativeTool(name, preset = "dev") {
  const run = (/** @type {string[]} */ ...args) => execFileSync("cmake", args, { cwd: root, stdio: "pipe" });
  if (!existsSync(`${root}build/${preset}/build.ninja`)) run("--preset", preset);
  run("--build", "--preset", preset, "--target", `allymark-${name}`, "--", "-j2");
  return `${root}build/${preset}/core/allymark-${name}`;
}

/** Answers of the native core to requests, one line each.
 * @param {string[]} requests @param {string} [preset] @param {"evaluate" | "evaluate-asan"} [tool] @returns {string[]} */
export function evaluateNatively(requests, preset = "dev", tool = "evaluate") {
  const broken = requests.find((request) => request.includes("\n"));
  if (broken !== undefined) throw new Error(`a request of several lines: ${broken}`);
  const input = requests.map((request) => `${request}\n`).join("");
  const options = /** @type {const} */ ({ input, encoding: "utf8", maxBuffer: 1 << 30 });
  return execFileSync(nativeTool(tool, preset), options).trimEnd().split("\n");
}
