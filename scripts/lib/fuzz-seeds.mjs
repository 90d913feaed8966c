// What the fuzzers begin with: fuzz-seeds.mjs FOLDER WORDS [MOST] writes each golden request of at most MOST bytes into
// FOLDER/evaluate, each pack and each partner of those requests, as an older and as today's document, into FOLDER/migrate,
// and the names and words of all requests as a dictionary to WORDS, and prints the length of the longest.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cases, packs } from "../../tests/wasm/support/cases.mjs";

const [folder, wordsFile, most = "Infinity"] = process.argv.slice(2);
const words = new Set();

/** @param {any} value */
function collect(value) {
  if (typeof value === "string" && value.length < 60) words.add(value);
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) Object.keys(value).forEach((key) => words.add(key));
  Object.values(value).forEach(collect);
}

let longest = 0;
/** @type {any[]} */
const documents = [...packs];
for (const name of ["evaluate", "migrate"]) mkdirSync(join(folder, name), { recursive: true });
cases().forEach(({ request }, index) => {
  const bytes = Buffer.from(request);
  if (bytes.length <= Number(most)) {
    longest = Math.max(longest, bytes.length);
    writeFileSync(join(folder, "evaluate", `${index}.json`), bytes);
  }
  try {
    const parsed = JSON.parse(request);
    collect(parsed);
    documents.push(...[parsed.dossier, parsed.dossiers, parsed.document].flat().filter(Boolean));
  } catch {
    // Some cases are about text that is not JSON: a seed, but no words.
  }
});

documents.forEach((document, index) => {
  const versions = [{}, { schemaVersion: 0 }, { schemaVersion: 1 }, { schemaVersion: "0.5" }, { schemaVersion: 2 }];
  const made = typeof document === "object" ? { ...versions[index % versions.length], ...document } : document;
  const bytes = Buffer.from(JSON.stringify(made));
  if (bytes.length <= Number(most)) writeFileSync(join(folder, "migrate", `${index}.json`), bytes);
});

/** In libFuzzer's own notation, byte by byte. @param {string} word */
const quoted = (word) =>
  `"${[...Buffer.from(JSON.stringify(word))].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}"`;
writeFileSync(wordsFile, [...words].map(quoted).join("\n") + "\n");
console.log(longest);
