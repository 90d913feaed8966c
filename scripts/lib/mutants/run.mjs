// Weaves, builds and tries the mutants: run.mjs ONLY SAMPLE SEED JOBS PERCENT LIST, see scripts/mutate.
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { judgeEquivalents } from "./equivalent.mjs";
import { weave } from "./weave.mjs";

/** @typedef {import("./weave.mjs").Mutant & {file: string}} Mutant */
/** @typedef {{name: string, seconds: number}} Test */

const [only, sample, seed, jobs, least, list] = process.argv.slice(2);
const tree = "build/mutants/tree";
const build = "build/mutants/build";
const program = join(build, "tests/allymark-tests");

/** What takes more than twice as long tests robustness: it would cost more than all others together. Not so many seconds:
 * on a busy machine this very test took them, and was left out. */
const measure = "every golden case holds natively";

/** @param {string} text */
const say = (text) => process.stderr.write(text + "\n");

/** @param {string} folder */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** Where the rules are: not how text is read and written, and no table of codes. @param {string} file */
const holdsRules = (file) =>
  (/^core\/src\/.*\.cpp$/.test(file) && file !== "core/src/base/codes.cpp") || /^core\/json\/(compare|explore)\.cpp$/.test(file);

/** Written only when it differs, so that the build begins with what changed. @param {string} file @param {string | Buffer} content */
function put(file, content) {
  const path = join(tree, file);
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const data = JSON.parse(readFileSync("tests/mutants/equivalent.json", "utf8"));

/** Known from the last run, so that it is not compiled twice. */
const refusals = "build/mutants/refused.json";
/** Mutants that the compiler refused, by file, line and change. @type {Set<string>} */
const refused = new Set(existsSync(refusals) ? JSON.parse(readFileSync(refusals, "utf8")) : []);
/** @param {string} file @param {import("./weave.mjs").Mutant} mutant */
const key = (file, mutant) => `${file}:${mutant.line}:${mutant.column}:${mutant.change}`;

/** Every rule file with its mutants, into the copy. @returns {Mutant[]} */
function weaveAll() {
  /** @type {Mutant[]} */
  const all = [];
  let next = 1;
  for (const file of files("core").filter(holdsRules).sort()) {
    const woven = weave(readFileSync(file, "utf8"), {
      first: next,
      without: (mutant) => refused.has(key(file, mutant)),
      commutative: data.commutative,
    });
    // A file keeps its numbers as long as it can: a refused mutant elsewhere must not compile it again.
    next = Math.ceil((woven.next + 20) / 100) * 100 + 1;
    all.push(...woven.mutants.map((mutant) => ({ ...mutant, file })));
    put(file, woven.source);
  }
  return all;
}

function copy() {
  const others = [...files("core"), ...files("tests")].filter((file) => !holdsRules(file) && /\.(cpp|hpp|json|txt|md)$/.test(file));
  for (const file of ["CMakeLists.txt", ...files("docs"), ...others]) put(file, readFileSync(file));
  put("core/src/base/mutants.cpp", readFileSync("tests/mutants/switch.cpp"));
  put("tests/core/support/mutants.cpp", readFileSync("tests/mutants/record.cpp"));
  // What is gone here must not be compiled there.
  for (const file of [...files(join(tree, "core")), ...files(join(tree, "tests"))]) {
    const here = file.slice(tree.length + 1);
    if (!existsSync(here) && !/\/mutants\.cpp$/.test(here)) rmSync(file);
  }
}

/** @returns {Mutant[]} */
function buildAll() {
  copy();
  for (let round = 0; round < 8; ++round) {
    const all = weaveAll();
    const header = join(process.cwd(), tree, "tests/mutants/switch.hpp");
    if (!existsSync(join(build, "build.ninja"))) {
      // Catch2 2 shows its listeners only to who asks for them.
      const flags = `-std=c++20 -w -DCATCH_CONFIG_EXTERNAL_INTERFACES -DALLYMARK_CHECKED -D_GLIBCXX_ASSERTIONS -Wno-narrowing -include ${header}`;
      run("cmake", ["-S", tree, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1", `-DCMAKE_CXX_FLAGS=${flags}`, "-DALLYMARK_TEST_FLAGS=-O1"]);
    }
    say(`Building ${all.length} mutants (build/mutants)`);
    const made = spawnSync("cmake", ["--build", build, "--target", "allymark-tests", "-j", jobs, "--", "-k", "0"], { encoding: "utf8", maxBuffer: 1 << 28 });
    if (made.status === 0) return all;
    const words = made.stdout + made.stderr;
    const before = refused.size;
    for (const [, file, line] of words.matchAll(/((?:core\/src|core\/json)\/[\w./]+\.cpp):(\d+)(?::\d+)?: +(?:error|required|in)/g)) {
      for (const mutant of all) {
        if (mutant.file === file && mutant.line <= Number(line) && mutant.lastLine >= Number(line)) refused.add(key(file, mutant));
      }
    }
    if (refused.size === before) {
      process.stdout.write(words.slice(-8000));
      throw new Error("The copy does not compile, and no mutant is to blame");
    }
    writeFileSync(refusals, JSON.stringify([...refused], null, 1));
    say(`${refused.size - before} mutants stand on lines that do not compile with them: left out`);
  }
  throw new Error("The copy does not compile");
}

/** @param {string} command @param {string[]} words */
function run(command, words) {
  const done = spawnSync(command, words, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}\n${done.stdout}${done.stderr}`);
}

/** Properties draw the same cases every time. */
const environment = { ...process.env, RC_PARAMS: "seed=1", ASAN_OPTIONS: "" };

/** Which tests reach which mutant, those that are none, and how long the slowest test may be that is run again.
 * @returns {{reached: Map<number, Test[]>, nothing: Set<number>, slowest: number}} */
function record() {
  const notes = "build/mutants/record";
  rmSync(notes, { force: true });
  const done = spawnSync(program, [], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...environment, ALLYMARK_MUTANT: "record", ALLYMARK_MUTANT_RECORD: notes },
  });
  if (done.status !== 0) throw new Error(`The tests fail without any mutant:\n${done.stdout.slice(-4000)}${done.stderr.slice(-2000)}`);
  /** @type {Map<number, Test[]>} */
  const reached = new Map();
  /** @type {Set<number>} */
  let nothing = new Set();
  let slowest = Infinity;
  for (const line of readFileSync(notes, "utf8").trim().split("\n")) {
    const [name, seconds, numbers] = line.split("\t");
    const marked = numbers.trim().split(" ").filter(Boolean).map(Number);
    if (name === "-") {
      nothing = new Set(marked);
      continue;
    }
    if (name === measure) slowest = 2 * Number(seconds);
    for (const number of marked) {
      const tests = reached.get(number) ?? [];
      reached.set(number, tests);
      tests.push({ name, seconds: Number(seconds) });
    }
  }
  return { reached, nothing, slowest };
}

/** Whether some of the tests fail, crash or do not end. @param {number} number @param {Test[]} tests @param {number} worker */
function notices(number, tests, worker) {
  const names = `build/mutants/tests-${worker}`;
  // Catch2 reads a comma as "or" and a bracket as a tag, even between quotes in its version 2.
  writeFileSync(names, tests.map(({ name }) => name.replace(/[,[\]\\"*]/g, (sign) => (sign === "," || sign === "[" ? `\\${sign}` : sign))).join("\n") + "\n");
  // Seconds of the processor, so that a busy machine makes no mutant seem endless.
  const limit = Math.ceil(tests.reduce((sum, { seconds }) => sum + seconds, 0) * 3 + 2);
  return new Promise((/** @type {(noticed: boolean) => void} */ resolve) => {
    const child = spawn("sh", ["-c", 'ulimit -v 3000000; ulimit -t "$2"; exec "$0" --abort --input-file "$1"', program, names, String(limit)], {
      stdio: "ignore",
      env: { ...environment, ALLYMARK_MUTANT: String(number) },
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), limit * 20_000);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}

/** The short tests first; only what they let pass meets the long ones. @param {Mutant} mutant @param {Test[]} tests @param {number} worker */
async function attempt(mutant, tests, worker) {
  const known = tests.filter(({ seconds }) => seconds <= slowest).sort((a, b) => a.seconds - b.seconds);
  let sum = 0;
  const short = known.filter(({ seconds }) => (sum += seconds) <= 0.15);
  const long = known.slice(short.length);
  return (short.length > 0 && (await notices(mutant.number, short, worker))) || (long.length > 0 && (await notices(mutant.number, long, worker)));
}

/** A draw by seed, the same everywhere. @template T @param {T[]} items @param {number} count @param {number} start */
function draw(items, count, start) {
  let state = start >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const left = [...items];
  for (let i = left.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [left[i], left[j]] = [left[j], left[i]];
  }
  return left.slice(0, count);
}

/** @param {Mutant} mutant */
const told = ({ file, line, column, change, text }) => `${file}:${line}:${column}: ${change}\n    ${text}`;

const all = buildAll();
const { reached, nothing, slowest } = record();
const { equivalent, stale } = judgeEquivalents(all, data.equivalent);
for (const entry of stale) say(`tests/mutants/equivalent.json: no mutant is ${entry.file}: ${entry.change} in "${entry.text}" any more`);
const wanted = all.filter(({ number, file }) => file.startsWith(only) && !nothing.has(number));
const counted = wanted.filter((mutant) => !equivalent.has(mutant.number));
const chosen = Number(sample) > 0 ? draw(counted, Number(sample), Number(seed)) : counted;
if (list === "yes") {
  for (const mutant of chosen) console.log(told(mutant));
  process.exit(0);
}
say(
  `Trying ${chosen.length} of ${counted.length} mutants; left out: ${wanted.length - counted.length} that make no difference, ` +
    `${all.filter(({ number }) => nothing.has(number)).length} that are none, ${refused.size} that do not compile`,
);

/** @type {Mutant[]} */
const survivors = [];
// Told as they are found, for who does not want to wait for the end.
const found = "build/mutants/survivors";
writeFileSync(found, "");
const queue = [...chosen];
const began = Date.now();
let done = 0;
await Promise.all(
  Array.from({ length: Number(jobs) }, async (_, worker) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      if (!(await attempt(mutant, reached.get(mutant.number) ?? [], worker))) {
        survivors.push(mutant);
        appendFileSync(found, told(mutant) + "\n");
      }
      done += 1;
      if (done % 100 === 0) say(`${done} of ${chosen.length} tried in ${Math.round((Date.now() - began) / 1000)} s, ${survivors.length} not noticed`);
    }
  }),
);

survivors.sort((a, b) => a.number - b.number);
for (const mutant of survivors) console.log(told(mutant) + (reached.has(mutant.number) ? "" : "\n    (no test comes here)"));
const rooms = new Map();
for (const mutant of chosen) {
  const room = dirname(mutant.file);
  const row = rooms.get(room) ?? { tried: 0, noticed: 0 };
  rooms.set(room, row);
  row.tried += 1;
  row.noticed += survivors.includes(mutant) ? 0 : 1;
}
for (const [room, { tried, noticed }] of rooms) console.log(`${((100 * noticed) / tried).toFixed(1).padStart(5)} %  ${room}: ${noticed} of ${tried}`);
const noticed = chosen.length - survivors.length;
// Nothing tried is nothing shown, never "all".
const share = chosen.length === 0 ? 0 : (100 * noticed) / chosen.length;
console.log(`${share.toFixed(2)} % of ${chosen.length} changes were noticed; at least ${least} % must be`);
process.exit(share >= Number(least) ? 0 : 1);
