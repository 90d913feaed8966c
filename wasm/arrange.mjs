// node wasm/arrange.mjs MODULE [WASM-DIS WASM-AS]
//
// Rearranges a WebAssembly module so that it compresses better; what it does stays the same, to the
// last function. Brotli finds again what stood shortly before, so functions that resemble each other
// stand side by side, in the one of several such orders that comes out smallest; zeros compress to
// nothing, so the data stands in one piece; and every access to
// memory hints at its natural alignment, which is a hint and no more (WebAssembly core specification,
// 4.4.7). Together 3.5 kB of 95.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [file, disassembler = "wasm-dis", assembler = "wasm-as"] = process.argv.slice(2);

/**
 * The forms of a module, as Binaryen prints them: each begins in the second column.
 * @param {string} text
 * @returns {string[][]} lines of each form
 */
function formsOf(text) {
  /** @type {string[][]} */
  const forms = [];
  for (const line of text.split("\n")) {
    if (/^ \(/.test(line)) forms.push([]);
    forms.at(-1)?.push(line);
  }
  // The module's own closing bracket.
  while (forms.at(-1)?.at(-1) !== ")") forms.at(-1)?.pop();
  forms.at(-1)?.pop();
  return forms;
}

/**
 * The bytes of a string literal of the text format.
 * @param {string} text between its quotes
 */
function bytesOf(text) {
  /** @type {Record<string, string>} */
  const named = { t: "\t", n: "\n", r: "\r", '"': '"', "'": "'", "\\": "\\" };
  return Buffer.from(text.replaceAll(/\\(?:([0-9a-fA-F]{2})|(.))/g, (_, hex, one) => (hex ? String.fromCharCode(Number.parseInt(hex, 16)) : named[one])), "latin1");
}

/**
 * All segments with a fixed place as one, with the zeros between them.
 * @param {string[][]} segments
 * @returns {string[][]}
 */
function joined(segments) {
  const fixed = segments.map(([line]) => /^ \(data (?:\$\S+ )?\(i32\.const (\d+)\) "(.*)"\)$/.exec(line));
  if (segments.length === 0 || fixed.some((one) => !one)) return segments;
  const pieces = fixed.map((one) => ({ at: Number(one?.[1]), bytes: bytesOf(one?.[2] ?? "") })).sort((one, two) => one.at - two.at);
  const begin = pieces[0].at;
  const all = Buffer.alloc(Math.max(...pieces.map(({ at, bytes }) => at + bytes.length)) - begin);
  for (const { at, bytes } of pieces) bytes.copy(all, at - begin);
  return [[` (data (i32.const ${begin}) "${all.toString("hex").replaceAll(/../g, "\\$&")}")`]];
}

/**
 * The code of a module's functions, in order (WebAssembly core specification, 5.5).
 * @param {Buffer} module
 * @returns {Buffer[]}
 */
function codeOf(module) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < module.length) {
    const section = module[at++];
    const length = number();
    if (section !== 10) at += length;
    else {
      return Array.from({ length: number() }, () => {
        const size = number();
        at += size;
        return module.subarray(at - size, at);
      });
    }
  }
  return [];
}

/**
 * Orders of functions in which each resembles the two before it: walks to the nearest that is left, by the runs of bytes
 * that both have (cosine of the two sets). In some a run that many functions have says less, and the last but one counts
 * more or less; which order is best is seen only when it is compressed.
 * @param {Buffer[]} code
 * @returns {number[][]}
 */
function walks(code) {
  const orders = [];
  for (const run of [3, 4]) {
    const runs = code.map((bytes) => new Set(Array.from({ length: Math.max(0, bytes.length - run + 1) }, (_, at) => bytes.readUIntBE(at, run))));
    /** @type {Map<number, number[]>} */
    const having = new Map();
    runs.forEach((set, i) => set.forEach((one) => {
      const others = having.get(one);
      if (others) others.push(i);
      else having.set(one, [i]);
    }));
    const likeness = (/** @type {number} */ i, /** @type {(sharing: number) => number} */ weight) => {
      const common = new Float64Array(code.length);
      for (const one of runs[i]) {
        const sharing = having.get(one) ?? [];
        const says = weight(sharing.length);
        for (const j of sharing) common[j] += says;
      }
      return common.map((count, j) => count / Math.sqrt(runs[i].size * runs[j].size + 1));
    };
    for (const weight of [() => 1, (/** @type {number} */ sharing) => 1 / Math.log2(1 + sharing)]) {
      for (const share of [0.2, 0.3, 0.4, 0.5]) {
        const left = new Set(code.keys());
        const order = [];
        let before = new Float64Array(code.length);
        for (let at = 0; left.size > 0; ) {
          left.delete(at);
          order.push(at);
          const now = likeness(at, weight);
          let best = -1;
          for (const j of left) {
            const value = now[j] + before[j] * share;
            if (value > best) [best, at] = [value, j];
          }
          before = now;
        }
        orders.push(order);
      }
    }
  }
  return orders;
}

const draft = `${file}.wat`;
execFileSync(disassembler, [file, "-o", draft]);
const forms = formsOf(readFileSync(draft, "latin1"));
/** @param {string} kind */
const of = (kind) => forms.filter(([line]) => line.startsWith(` (${kind} `));
const [functions, segments] = [of("func"), of("data")];
if (functions.length === 0) throw new Error(`${file}: no function found; does ${disassembler} print another form of text?`);
const others = forms.filter((form) => !functions.includes(form) && !segments.includes(form));
/** @param {string[]} lines */
const aligned = (lines) => lines.map((line) => line.replace(/^(\s*\(\S+\.(?:load|store)\S*(?: offset=\d+)?) align=\d+/, "$1"));
const rest = [...others, ...joined(segments)].flat();
/** @param {string[][]} order */
const assembled = (order) => {
  writeFileSync(draft, ["(module", ...rest, ...order.flat(), ")", ""].join("\n"), "latin1");
  execFileSync(assembler, [draft, "-o", file]);
  return readFileSync(file);
};
const alignedFunctions = functions.map(aligned);
/** @type {{bytes: Buffer, size: number} | undefined} */
let smallest;
for (const order of walks(codeOf(assembled(alignedFunctions)))) {
  const bytes = assembled(order.map((at) => alignedFunctions[at]));
  const size = brotliCompressSync(bytes).length;
  if (!smallest || size < smallest.size) smallest = { bytes, size };
}
if (smallest) writeFileSync(file, smallest.bytes);
rmSync(draft);
