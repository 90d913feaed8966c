// Golden cases by every native build: g++ and clang++, plain and under the sanitizers, answer with the same bytes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { addPacks, cases } from "./support/cases.mjs";
import { evaluateNatively } from "./support/native.mjs";

const requests = [...addPacks, ...cases().map((item) => item.request)];
const expected = evaluateNatively(requests);

/** Whether clang++ can make a program here, with these arguments. @param {string[]} extra */
function clangLinks(...extra) {
  const folder = mkdtempSync(join(tmpdir(), "allymark-clang-"));
  try {
    writeFileSync(join(folder, "a.cpp"), "#include <vector>\nint main() { return std::vector<int>(1)[0]; }\n");
    return spawnSync("clang++", ["-std=c++20", ...extra, "a.cpp", "-o", "a"], { cwd: folder }).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The other compiler with its sanitizers is the fuzz target's build, which is needed anyway; without them, plain.
const sanitizes = clangLinks("-fsanitize=address,undefined,fuzzer-no-link");
const builds = /** @type {const} */ ([
  { name: "sanitized", preset: "dev", tool: "evaluate-asan", skip: false },
  { name: "clang", preset: sanitizes ? "fuzz" : "clang", tool: sanitizes ? "evaluate-asan" : "evaluate", skip: !sanitizes && !clangLinks() && "clang++ cannot link here" },
]);
for (const { name, preset, tool, skip } of builds) {
  test(`the ${name} build answers every golden case with the bytes of the plain one`, { skip }, () => {
    const answers = evaluateNatively(requests, preset, tool);
    assert.equal(answers.length, expected.length);
    const different = requests.filter((_, i) => answers[i] !== expected[i]);
    assert.deepEqual(different.map((request) => request.slice(0, 500)), []);
  });
}
