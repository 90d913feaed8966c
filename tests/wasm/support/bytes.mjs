// Requests that are bytes and perhaps no text: answered natively and in WebAssembly, with nothing in between that would
// decode them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPacks } from "./cases.mjs";
import { packageFolder } from "./engine.mjs";

/** So many share one engine: a request that adds a pack is heard by those after it, here and there alike. */
const together = 500;
const packs = addPacks.map((text) => Buffer.from(text));

/** @param {Buffer[]} requests @returns {Promise<Buffer[]>} */
async function inWasm(requests) {
  const { default: createModule } = await import(new URL("glue.mjs", packageFolder).href);
  const module = await createModule({ wasm: await WebAssembly.compile(readFileSync(new URL("allymark.wasm", packageFolder))) });
  return requests.map((request) => {
    module.reserveText(request.length).set(request);
    return Buffer.from(module.evaluate(request.length));
  });
}

/** @param {Buffer[]} requests @param {string} tool @returns {Buffer[]} */
function natively(requests, tool) {
  const folder = mkdtempSync(join(tmpdir(), "allymark-bytes-"));
  try {
    const files = requests.map((request, index) => {
      writeFileSync(join(folder, String(index)), request);
      return String(index);
    });
    const out = execFileSync(tool, files, { cwd: folder, maxBuffer: 1 << 30 });
    const answers = [];
    // JSON text has no bare line break.
    for (let at = 0, end; (end = out.indexOf(10, at)) >= 0; at = end + 1) answers.push(out.subarray(at, end));
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The places of the requests that the two answer with different bytes.
 * @param {Buffer[]} requests @param {string} tool allymark-evaluate @returns {Promise<number[]>}
 */
export async function differing(requests, tool) {
  /** @type {number[]} */
  const found = [];
  for (let from = 0; from < requests.length; from += together) {
    const part = requests.slice(from, from + together);
    const there = await inWasm([...packs, ...part]);
    const here = natively([...packs, ...part], tool);
    if (here.length !== there.length) throw new Error(`${there.length} requests, ${here.length} native answers`);
    part.forEach((_, i) => here[i + packs.length].equals(there[i + packs.length]) || found.push(from + i));
  }
  return found;
}
