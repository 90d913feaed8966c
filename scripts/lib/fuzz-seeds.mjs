// What the fuzzer begins with: fuzz-seeds.mjs FOLDER WORDS writes each golden request into FOLDER and the names and words
// of all requests as a dictionary to WORDS, and prints the length of the longest request.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cases } from "../../tests/wasm/support/cases.mjs";

const [folder, wordsFile] = process.argv.slice(2);
const words = new Set();

/** @param {any} value */
function collect(value) {
  if (typeof value === "string" && value.length < 60) words.add(value);
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) Object.keys(value).forEach((key) => words.add(key));
  Object.values(value).forEach(collect);
}

let longest = 0;
cases().forEach(({ request }, index) => {
  const bytes = Buffer.from(request);
  longest = Math.max(longest, bytes.length);
  writeFileSync(join(folder, `${index}.json`), bytes);
  try {
    collect(JSON.parse(request));
  } catch {
    // Some cases are about text that is not JSON: a seed, but no words.
  }
});

/** In libFuzzer's own notation, byte by byte. @param {string} word */
const quoted = (word) =>
  `"${[...Buffer.from(JSON.stringify(word))].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}"`;
writeFileSync(wordsFile, [...words].map(quoted).join("\n") + "\n");
console.log(longest);
