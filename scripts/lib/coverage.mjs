// The share of the core's lines that the tests ran, from what gcov counted: coverage.mjs FOLDER GCOV PERCENT.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const [folder, gcov, least] = process.argv.slice(2);

/** @type {Map<string, Map<number, number>>} file -> line -> how often it ran, over all programs' object files */
const lines = new Map();

/** @param {string} notes a .gcno: it is there for every object, run or not */
function count(notes) {
  const text = execFileSync(gcov, ["--json-format", "--stdout", resolve(folder, notes)], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for (const object of text.split("\n").filter(Boolean)) {
    for (const file of JSON.parse(object).files) {
      const path = relative(process.cwd(), resolve(folder, file.file));
      if (!/^core\/(src|include|json)\//.test(path)) continue;
      const counted = lines.get(path) ?? new Map();
      lines.set(path, counted);
      for (const { line_number: line, count } of file.lines) counted.set(line, (counted.get(line) ?? 0) + count);
    }
  }
}

/** Lines as ranges: "3, 7-9". @param {number[]} list */
function ranges(list) {
  /** @type {number[][]} */
  const found = [];
  for (const line of list.sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(", ");
}

const objects = readdirSync(folder, { recursive: true, encoding: "utf8" });
for (const name of objects) {
  if (name.endsWith(".gcno") && !name.includes("/tools/")) count(name);
}

let ran = 0;
let all = 0;
for (const [path, counted] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const missed = [...counted].filter(([, times]) => times === 0).map(([line]) => line);
  ran += counted.size - missed.length;
  all += counted.size;
  const share = (100 * (counted.size - missed.length)) / counted.size;
  if (share < Number(least)) console.log(`${share.toFixed(1).padStart(5)} %  ${path}: not run ${ranges(missed)}`);
}
// Nothing counted is nothing shown, never "all".
const share = all === 0 ? 0 : (100 * ran) / all;
console.log(`${share.toFixed(2)} % of ${all} lines in ${lines.size} files of the core ran; at least ${least} % must`);
process.exit(share >= Number(least) ? 0 : 1);
