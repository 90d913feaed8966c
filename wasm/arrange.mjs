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
 * Functions in orders in which each resembles the two before it: walks to the nearest that is left, by the pairs of
 * instructions that both have (cosine of the two sets). In some a pair that many functions have says less, and the last
 * but one counts more or less.
 * @param {string[][]} functions
 * @returns {string[][][]}
 */
function walks(functions) {
  const pairs = functions.map((lines) => new Set(lines.slice(0, -1).map((line, i) => `${line.trim()} ${lines[i + 1].trim()}`)));
  /** @type {Map<string, number[]>} */
  const having = new Map();
  pairs.forEach((set, i) => set.forEach((pair) => having.set(pair, [...(having.get(pair) ?? []), i])));
  const likeness = (/** @type {number} */ i, /** @type {(sharing: number) => number} */ weight) => {
    const common = new Float64Array(functions.length);
    for (const pair of pairs[i]) {
      const sharing = having.get(pair) ?? [];
      const says = weight(sharing.length);
      for (const j of sharing) common[j] += says;
    }
    return common.map((count, j) => count / Math.sqrt(pairs[i].size * pairs[j].size + 1));
  };
  const walk = (/** @type {(sharing: number) => number} */ weight, /** @type {number} */ share) => {
    const left = new Set(functions.keys());
    const order = [];
    let before = new Float64Array(functions.length);
    for (let at = 0; left.size > 0; ) {
      left.delete(at);
      order.push(functions[at]);
      const now = likeness(at, weight);
      let best = -1;
      for (const j of left) {
        const value = now[j] + before[j] * share;
        if (value > best) [best, at] = [value, j];
      }
      before = now;
    }
    return order;
  };
  const weights = [() => 1, (/** @type {number} */ sharing) => 1 / Math.log2(1 + sharing)];
  return weights.flatMap((weight) => [0.3, 0.5, 0.7].map((share) => walk(weight, share)));
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
/** @type {{bytes: Buffer, size: number} | undefined} */
let smallest;
for (const order of walks(functions.map(aligned))) {
  writeFileSync(draft, ["(module", ...rest, ...order.flat(), ")", ""].join("\n"), "latin1");
  execFileSync(assembler, [draft, "-o", file]);
  const bytes = readFileSync(file);
  const size = brotliCompressSync(bytes).length;
  if (!smallest || size < smallest.size) smallest = { bytes, size };
}
if (smallest) writeFileSync(file, smallest.bytes);
rmSync(draft);
