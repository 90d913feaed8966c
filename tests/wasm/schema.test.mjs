// The JSON Schemas under core/policies/schema: current, sound, and in agreement with the engine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { cases, packs } from "./support/cases.mjs";
import { loadEngine } from "./support/engine.mjs";
import { nativeTool } from "./support/native.mjs";

const policies = fileURLToPath(new URL("../../core/policies/", import.meta.url));
const folder = join(policies, "schema");
const files = ["policy", "dossier", "request", "result"].map((name) => `${name}.schema.json`);
const read = (/** @type {string} */ file) => readFileSync(file, "utf8");

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
for (const file of files) ajv.addSchema(JSON.parse(read(join(folder, file))));
const engine = await loadEngine({ policies: packs });
const all = cases().map((item) => ({ ...item, answer: JSON.parse(engine.evaluate(item.request)) }));

/** What a schema has against a document. @param {string} file @param {unknown} document @returns {string[]} */
function objections(file, document) {
  const validate = ajv.getSchema(file);
  assert.ok(validate, file);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

test("the committed schemas are what the field tables say", () => {
  const fresh = mkdtempSync(join(tmpdir(), "allymark-schema-"));
  try {
    execFileSync(nativeTool("schema"), [fresh]);
    assert.deepEqual(readdirSync(fresh).sort(), [...files].sort());
    for (const file of files) {
      const current = read(join(folder, file)) === read(join(fresh, file));
      assert.ok(current, `${file} is out of date: run build/dev/core/allymark-schema core/policies/schema`);
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
});

test("the page of fields is what the field tables say, and says of each field what it is", () => {
  const page = execFileSync(nativeTool("fields"), { encoding: "utf8" });
  const current = read(fileURLToPath(new URL("../../docs/fields.md", import.meta.url))) === page;
  assert.ok(current, "docs/fields.md is out of date: run build/dev/core/allymark-fields > docs/fields.md");
  const rows = page.split("\n").filter((row) => row.startsWith("| `"));
  assert.ok(rows.length > 900);
  assert.deepEqual(rows.filter((row) => row.split("|").length !== 7 || row.endsWith("|  |")), []);
  // Every record that is linked to has its heading, and only one.
  const headings = page.split("\n").flatMap((line) => line.match(/^### (\w+)$/)?.slice(1) ?? []);
  assert.equal(new Set(headings).size, headings.length);
  for (const [, record] of page.matchAll(/\]\(#(\w+)\)/g)) assert.ok(headings.includes(record), record);
});

test("every schema compiles and describes each of its members", () => {
  for (const file of files) assert.equal(typeof ajv.getSchema(file), "function", file);
  const policy = JSON.parse(read(join(folder, "policy.schema.json")));
  for (const [record, { properties }] of Object.entries(policy.$defs))
    for (const [name, schema] of Object.entries(properties ?? {}))
      assert.ok(/** @type {any} */ (schema).description, `${record}.${name}`);
});

test("the shipped packs are valid policies", () => {
  const packs = readdirSync(policies).filter((file) => file.endsWith(".json"));
  assert.ok(packs.includes("insurance-data.json"));
  for (const pack of packs) assert.deepEqual(objections("policy.schema.json", JSON.parse(read(join(policies, pack)))), [], pack);
});

test("the partners of the shipped examples are valid dossiers", () => {
  const folder = fileURLToPath(new URL("../../web/store/examples/", import.meta.url));
  const examples = readdirSync(folder).filter((file) => file.endsWith(".json"));
  assert.ok(examples.length >= 2);
  for (const file of examples) {
    const { dossiers } = JSON.parse(read(join(folder, file)));
    assert.ok(dossiers.length > 0, file);
    for (const dossier of dossiers) assert.deepEqual(objections("dossier.schema.json", dossier), [], `${file}: ${dossier.id}`);
  }
});

test("every request that the engine answers is a valid request", () => {
  const answered = all.filter(({ answer }) => answer.ok);
  assert.ok(answered.length > 150);
  for (const { name, request } of answered) assert.deepEqual(objections("request.schema.json", JSON.parse(request)), [], name);
});

test("dossiers of answered requests are valid dossiers", () => {
  const dossiers = all
    .filter(({ answer }) => answer.ok)
    .map(({ request }) => JSON.parse(request))
    .flatMap(({ dossier, dossiers: many }) => [dossier, many].flat())
    .filter((dossier) => dossier !== undefined);
  assert.ok(dossiers.length > 80);
  for (const dossier of dossiers) assert.deepEqual(objections("dossier.schema.json", dossier), []);
});

test("every answer, good or refused, is a valid result and holds nothing that the schema does not know", () => {
  for (const { name, answer } of all) assert.deepEqual(objections("result.schema.json", answer), [], name);
});

test("what the reader refuses by kind, the schema refuses too", () => {
  const kinds = ["wrong_type", "not_a_number", "too_long", "unknown_choice", "bad_month", "bad_currency"];
  const refused = all.filter(({ answer }) => !answer.ok && answer.errors.some((/** @type {any} */ { code }) => kinds.includes(code)));
  assert.ok(refused.length >= 10);
  for (const { name, request } of refused) assert.notDeepEqual(objections("request.schema.json", JSON.parse(request)), [], name);
});

test("a pack with a part missing or of the wrong kind is no valid policy", () => {
  const good = JSON.parse(read(join(policies, "insurance-data.json")));
  // A pack without one of these still works: that part of the answer is null.
  const optional = new Set(["keyLevel", "readiness", "diligence", "contract", "adjustment", "exit", "stopLoss", "roles", "crisis", "cadence", "workshop", "renewal", "actions", "portfolio"]);
  for (const key of Object.keys(good)) {
    const { [key]: _, ...rest } = good;
    if (optional.has(key)) assert.deepEqual(objections("policy.schema.json", rest), [], `without ${key}`);
    else assert.notDeepEqual(objections("policy.schema.json", rest), [], `without ${key}`);
    assert.notDeepEqual(objections("policy.schema.json", { ...good, [key]: true }), [], `${key} as a truth value`);
  }
});
