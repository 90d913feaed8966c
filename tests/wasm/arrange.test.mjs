// Rearranging a module for compression: it answers the same, from memory laid down the same.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** Text in which every byte that needs an escape has one, a gap between segments, a hint below the natural one. */
const MODULE = `(module
  (memory (export "memory") 1)
  (table (export "table") 2 funcref)
  (elem (i32.const 0) $sum $last)
  (data (i32.const 64) "a\\22b\\5cc\\00\\ff\\t\\n)")
  (data (i32.const 16) "first\\01")
  (func $sum (export "sum") (param i32) (result i32) (i32.add (call $load (local.get 0)) (call $last (i32.const 40))))
  (func $load (param i32) (result i32) (i32.load offset=4 align=1 (local.get 0)))
  (func $other (export "other") (param f64) (result f64) (f64.mul (local.get 0) (f64.const 3)))
  (func $last (param i32) (result i32) (i32.add (i32.const 2) (local.get 0))))`;

/** @param {Buffer} bytes */
async function run(bytes) {
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(new Uint8Array(bytes)));
  const { memory, table, sum, other } = /** @type {any} */ (instance.exports);
  return { memory: Buffer.from(memory.buffer.slice(0, 128)).toString("hex"), sum: sum(14), other: other(7), table: [table.get(0)(13), table.get(1)(5)] };
}

/** How many segments of data a module has. @param {Buffer} bytes */
const segments = (bytes) => {
  for (let at = 8; at < bytes.length; at += 2 + bytes[at + 1]) if (bytes[at] === 11) return bytes[at + 2];
  return 0;
};

test("a module rearranged answers the same, and its data stands in one piece", async () => {
  const folder = mkdtempSync(join(tmpdir(), "arrange-"));
  try {
    const file = join(folder, "module.wasm");
    writeFileSync(join(folder, "module.wat"), MODULE);
    execFileSync("wasm-as", [join(folder, "module.wat"), "-o", file]);
    const before = readFileSync(file);
    execFileSync(process.execPath, ["wasm/arrange.mjs", file]);
    const after = readFileSync(file);
    assert.deepEqual([segments(before), segments(after)], [2, 1]);
    const was = await run(before);
    assert.equal(was.memory.slice(32, 44), Buffer.from("first\u0001").toString("hex"));
    assert.equal(was.sum, 0x01747372 + 42);
    assert.deepEqual(await run(after), was);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a file that is no module is refused and left as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "arrange-"));
  try {
    const file = join(folder, "module.wasm");
    writeFileSync(file, "no module");
    assert.throws(() => execFileSync(process.execPath, ["wasm/arrange.mjs", file], { stdio: "pipe" }));
    assert.equal(readFileSync(file, "utf8"), "no module");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
