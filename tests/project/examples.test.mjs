// What the documents tell the reader to type, load or open: each example is run, each script, option and file is there.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { loadEngine } from "../wasm/support/engine.mjs";
import { nativeTool } from "../wasm/support/native.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "tests/cases/README.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

/** @typedef {{file: string, line: number, language: string, text: string, printed?: string}} Example */

/** The fenced blocks of a document; one without a language is what the block before it prints. @param {string} file */
function examplesOf(file) {
  const text = read(file);
  /** @type {Example[]} */
  const found = [];
  for (const match of text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)) {
    const example = { file, line: text.slice(0, match.index).split("\n").length, language: match[1], text: match[2] };
    const before = found.at(-1);
    if (match[1] === "" && before) before.printed = match[2];
    else found.push(example);
  }
  return found;
}

const examples = documents.flatMap(examplesOf);
const of = (/** @type {string} */ language) => examples.filter((example) => example.language === language);
const where = (/** @type {Example} */ { file, line }) => `${file}:${line}`;

/** What `--help` of a script says. @type {Map<string, string>} */
const helps = new Map();
/** @param {string} script */
function help(script) {
  const known = helps.get(script) ?? execFileSync(join(root, script), ["--help"], { cwd: root, encoding: "utf8" });
  helps.set(script, known);
  return known;
}

/** What is wrong with a command line of our own scripts. @param {string} command @returns {string[]} */
function wrongWith(command) {
  const [script, ...words] = command.trim().split(/\s+/);
  if (!existsSync(join(root, script))) return [`${script} is not there`];
  return words
    .filter((word) => word.startsWith("--"))
    .map((word) => word.split("=")[0])
    .filter((option) => !new RegExp(`${option}\\b`).test(help(script)))
    .map((option) => `${script} does not know ${option}`);
}

test("every example is of a kind that is run here, and there are some of each", () => {
  const kinds = ["js", "json", "sh", "html"];
  assert.deepEqual(examples.filter(({ language }) => !kinds.includes(language)).map(where), []);
  for (const kind of ["js", "sh", "html"]) assert.ok(of(kind).length > 0, kind);
});

for (const example of of("js")) {
  test(`${where(example)}: the program runs and prints what the document says`, () => {
    const folder = mkdtempSync(join(tmpdir(), "allymark-example-"));
    try {
      symlinkSync(join(root, "build"), join(folder, "build"));
      writeFileSync(join(folder, "example.mjs"), example.text);
      const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
      assert.ok(example.printed !== undefined, "what it prints stands behind it");
      assert.equal(printed, example.printed);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test("every request and document shown as JSON is one that the engine takes", async () => {
  const engine = await loadEngine();
  for (const example of of("json")) {
    const shown = JSON.parse(example.text);
    const request = "call" in shown ? shown : { call: "migrate", document: shown };
    assert.equal(JSON.parse(engine.evaluate(JSON.stringify(request))).ok, true, where(example));
  }
});

for (const example of of("sh")) {
  test(`${where(example)}: each command is there, knows its options and answers`, () => {
    const commands = example.text.split("\n").map((line) => line.replace(/\s+#.*/, "").trim());
    for (const command of commands.filter(Boolean)) {
      if (command.startsWith("scripts/")) {
        assert.deepEqual(wrongWith(command), []);
        continue;
      }
      const tool = command.match(/build\/dev\/core\/allymark-([\w-]+)/)?.[1];
      assert.ok(tool, `nothing checks ${command}`);
      nativeTool(tool);
      const done = spawnSync("sh", ["-c", command], { cwd: root, encoding: "utf8" });
      assert.equal(done.status, 0, done.stderr);
      assert.match(done.stdout, /^\{"ok":true,/);
    }
  });
}

test("elements and attributes shown are defined ones", () => {
  const folder = join(root, "web/elements");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  for (const example of of("html")) {
    const tags = [...example.text.matchAll(/<(allymark-[\w-]+)([^>]*)>/g)];
    assert.ok(tags.length > 0, where(example));
    for (const [, tag, attributes] of tags) {
      assert.match(sources, new RegExp(`["'\`]${tag}["'\`]`), `${where(example)}: ${tag}`);
      for (const [, name] of attributes.matchAll(/([\w-]+)=/g)) {
        const property = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
        assert.match(sources, new RegExp(`["']${name}["']|\\b${property}\\b`), `${where(example)}: ${name}`);
      }
    }
  }
});

test("every script that a document names is there and knows the options named with it", () => {
  const wrong = documents.flatMap((file) => {
    const commands = [...read(file).matchAll(/`(scripts\/[\w-]+(?: [^`]*)?)`/g)].map(([, command]) => command);
    return commands.flatMap((command) => wrongWith(command)).map((line) => `${file}: ${line}`);
  });
  assert.deepEqual(wrong, []);
});

test("options in the README's table of commands are known to their command", () => {
  let script = "";
  const wrong = [];
  let rows = 0;
  for (const [, named, option] of read("README.md").matchAll(/^\| (?:`(scripts\/\w+)`)? ?\| `(--[\w-]+)[^|]*\|/gm)) {
    script = named ?? script;
    rows += 1;
    wrong.push(...wrongWith(`${script} ${option}`));
  }
  assert.ok(rows >= 5);
  assert.deepEqual(wrong, []);
});

test("every script says of each of its options what it does", () => {
  const scripts = readdirSync(join(root, "scripts"), { withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(scripts.length > 5);
  for (const { name } of scripts) {
    const known = [...read(`scripts/${name}`).matchAll(/^\s+(--[\w-]+)(?: \| -h)?\)/gm)].map(([, option]) => option);
    for (const option of known.filter((option) => option !== "--help")) assert.match(help(`scripts/${name}`), new RegExp(`${option}\\b`), name);
  }
});

test("every file of ours that a document names is there", () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !["build", "node_modules", ".git"].includes(entry.name));
  const begins = new RegExp(`^(?:${folders.map(({ name }) => name).join("|")})/[\\w./-]+$`);
  const wrong = documents.flatMap((file) =>
    [...read(file).matchAll(/`([^`\s]+)`/g)]
      .map(([, path]) => path)
      .filter((path) => begins.test(path) && !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}`),
  );
  assert.deepEqual(wrong, []);
});

test("every page that a document links to is there", () => {
  const wrong = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)]
      .map(([, target]) => join(file, "..", target.split("#")[0]))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file}: ${target}`),
  );
  assert.deepEqual(wrong, []);
});
