// Stored workspaces: what is read, what is refused, what is kept although nobody knows it, what anonymous leaves out;
// the shipped examples; a workspace's own changes to its policy.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { loadEngine } from "../../build/release/npm/engine.js";
import { slimSchema } from "../../scripts/lib/slim-schema.mjs";
import { anonymous, letters, readDocument, repair } from "../../web/store/document.js";
import { Judge } from "../../web/store/judge.js";
import { differences, effective, same, withEdit, withoutEdits } from "../../web/store/policy-edits.js";
import { activePartners, archivePartner, duplicatePartner, emptyWorkspace, movePartner, removePartner } from "../../web/store/workspace.js";

const engine = await loadEngine();
const FOLDER = "web/store/examples";
/** @param {string} name */
const example = (name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));
const insurance = () => example("insurance-data.json");

for (const file of readdirSync(FOLDER)) {
  test(`the example ${file} is whole, and the core has no error for it`, () => {
    const read = readDocument(example(file), engine);
    assert.ok(read.ok, JSON.stringify(read));
    const results = new Judge(engine).judge(read.workspace, { month: null, curveTo: () => 14000 });
    assert.deepEqual(results.errors, []);
    for (const dossier of read.workspace.dossiers) {
      const answer = engine.assess({ policy: read.workspace.policy.id, dossier, asOf: read.workspace.asOf });
      assert.ok(answer.ok, JSON.stringify(answer));
      assert.deepEqual(answer.findings.filter((finding) => finding.code === "unknown_field"), []);
    }
  });
}

test("the failure's half year pays 72,000 for 120 deals", () => {
  const answer = engine.assess({ policy: "used-car", dossier: example("used-car.json").dossiers[0], asOf: "2022-07-01" });
  assert.ok(answer.ok);
  assert.equal(answer.agreement?.net, 72000);
});

test("a document comes with or without its envelope, as text or as an object", () => {
  const data = insurance();
  for (const source of [data, JSON.stringify(data), `\ufeff${JSON.stringify({ schemaVersion: 1, policy: { id: "insurance-data", version: "1.0", digest: "x" }, data })}`]) {
    const read = readDocument(source, engine);
    assert.ok(read.ok);
    assert.equal(read.workspace.dossiers.length, 3);
  }
});

test("what this page does not know stays in the document", () => {
  const data = insurance();
  data.mood = "good";
  data.dossiers[0].wine = { year: 1990 };
  const read = readDocument({ schemaVersion: 1, data, sentBy: "x" }, engine);
  assert.ok(read.ok);
  assert.equal(/** @type {any} */ (read.workspace).mood, "good");
  assert.deepEqual(/** @type {any} */ (read.workspace.dossiers[0]).wine, { year: 1990 });
  assert.deepEqual(read.workspace.extra, { sentBy: "x" });
});

for (const [what, source, code] of /** @type {[string, any, string][]} */ ([
  ["text that is no JSON", "{", "notJson"],
  ["a list", [], "notWorkspace"],
  ["an empty object", {}, "notWorkspace"],
  ["a newer envelope", { schemaVersion: 2, data: {} }, "newer"],
  ["a newer workspace", { schemaVersion: "9", dossiers: [{ id: "a" }] }, "newer"],
  ["no partner", { dossiers: [] }, "notWorkspace"],
  ["a partner that is a text", { dossiers: ["a"] }, "badShape"],
  ["a partner without id", { dossiers: [{}] }, "badShape"],
  ["two partners of one id", { dossiers: [{ id: "a" }, { id: "a" }] }, "badShape"],
  ["months that are a text", { dossiers: [{ id: "a", months: "none" }] }, "badShape"],
  ["a month without its name", { dossiers: [{ id: "a", months: [{ metrics: {} }] }] }, "badShape"],
  ["metrics that are a list", { dossiers: [{ id: "a", trial: { metrics: [] } }] }, "badShape"],
  ["a policy that is not here", { policy: { id: "moon" }, dossiers: [{ id: "a" }] }, "noPolicy"],
])) {
  test(`${what} is refused as ${code}`, () => {
    const read = readDocument(source, engine);
    assert.equal(read.ok, false);
    assert.equal(/** @type {any} */ (read).code, code);
  });
}

test("figures that are no figures are no reason to refuse: the core tells them under their fields", () => {
  assert.equal(repair({ dossiers: [{ id: "a", trial: { users: "1e400", metrics: { nps: { value: "abc" } } } }] }, engine).ok, true);
});

test("without names there is neither a name nor a text left, and the verdicts are the same", () => {
  const data = insurance();
  data.name = "秘密方案";
  data.dossiers[0].notes = "王总 13800000000";
  const bare = anonymous(data, (letter) => `伙伴${letter}`);
  const text = JSON.stringify(bare);
  for (const secret of ["众安", "泰康", "蔚来", "秘密", "王总", "138", "zhongan"]) assert.ok(!text.includes(secret), secret);
  assert.deepEqual(bare.dossiers.map((dossier) => dossier.name), ["伙伴A", "伙伴B", "伙伴C"]);
  const view = { month: null, curveTo: () => 14000 };
  const verdicts = (/** @type {any} */ workspace) => new Judge(engine).judge(workspace, view).selection?.ranking.map((result) => [result.verdict, result.score]);
  assert.deepEqual(verdicts(bare), verdicts(insurance()));
  assert.equal(letters(25) + letters(26) + letters(27), "ZAAAB");
});

test("an edit that restores what the pack says is no edit; one below another goes into it", () => {
  const base = { a: { b: [{ c: 1 }, { c: 2 }] }, z: true };
  let edits = withEdit({}, base, "/a/b/1/c", 5);
  assert.deepEqual(effective(base, edits).a.b, [{ c: 1 }, { c: 5 }]);
  edits = withEdit(edits, base, "/a/b", [{ c: 1 }, { c: 5 }, { c: 9 }]);
  assert.deepEqual(Object.keys(edits), ["/a/b"]);
  edits = withEdit(edits, base, "/a/b/2/c", 10);
  assert.deepEqual(effective(base, edits).a.b[2], { c: 10 });
  assert.deepEqual(withEdit(edits, base, "/a/b", [{ c: 1 }, { c: 2 }]), {});
  assert.deepEqual(withEdit({}, base, "/a/b/0/c", "1"), {}, "a figure is the same as its text");
  assert.equal(effective(base, withEdit({}, base, "/z", undefined)).z, undefined);
  assert.deepEqual(withoutEdits({ "/a/b": 1, "/ab": 2 }, "/a"), { "/ab": 2 });
});

test("differences are told by leaf, and a switch is not a text", () => {
  assert.deepEqual(differences({ a: 1, b: [1] }, { a: "1", b: [1, 2], c: { d: 0 } }), [{ pointer: "/b/1", before: undefined, after: 2 }, { pointer: "/c", before: undefined, after: { d: 0 } }]);
  assert.equal(same(true, "true"), false);
  assert.equal(same(null, undefined), true);
});

test("an edited pack has its own digest, and while it is unsound the last sound one is in force", () => {
  const judge = new Judge(engine);
  const shipped = judge.policy(insurance());
  const edited = judge.policy({ ...insurance(), policy: { id: "insurance-data", edits: { "/trial/criteria/2/threshold": 6 } } });
  assert.notEqual(edited.digest, shipped.digest);
  assert.equal(edited.digest, engine.digest(edited.document));
  const unsound = judge.policy({ ...insurance(), policy: { id: "insurance-data", edits: { "/trial/criteria/2/threshold": "six" } } });
  assert.equal(unsound.errors[0].path, "/trial/criteria/2/threshold");
  const first = new Judge(engine).policy({ ...insurance(), policy: { id: "insurance-data", edits: { "/trial/criteria/2/threshold": "six" } } });
  assert.equal(first.digest, shipped.digest);
});

test("complaints up to 6 % make 泰康在线 pass, at once", () => {
  const workspace = { ...insurance(), policy: { id: "insurance-data", edits: { "/trial/criteria/2/threshold": 6 } } };
  const results = new Judge(engine).judge(workspace, { month: null, curveTo: () => 14000 });
  assert.equal(results.selection?.ranking.find((result) => result.id === "taikang")?.verdict, "conditional");
  assert.equal(results.selection?.policy?.digest, results.policy.digest);
});

test("an archived partner is not judged, and a finding still names the right one", () => {
  const workspace = archivePartner(insurance(), "zhongan", true);
  assert.equal(workspace.current, "taikang");
  const results = new Judge(engine).judge(workspace, { month: null, curveTo: () => 14000 });
  assert.deepEqual(results.selection?.ranking.map((result) => result.id), ["taikang", "weilaibao"]);
  const paths = results.selection?.findings.map((finding) => finding.path).filter((path) => path.startsWith("/dossiers/")) ?? [];
  assert.ok(paths.length > 0 && paths.every((path) => /^\/dossiers\/[12](\/|$)/.test(path)), paths.join());
  const wrong = { ...workspace, dossiers: workspace.dossiers.map((dossier) => (dossier.id === "weilaibao" ? { ...dossier, trial: { metrics: { nps: { value: "x" } } } } : dossier)) };
  assert.match(new Judge(engine).judge(wrong, { month: null, curveTo: () => 14000 }).errors[0].path, /^\/dossiers\/2\//);
  assert.deepEqual(archivePartner(workspace, "zhongan", false).archived, []);
  const alone = emptyWorkspace("insurance-data", "2024-09-01");
  assert.equal(archivePartner(alone, "p1", true), alone, "the last one stays");
});

test("partners are copied and moved, past the archived ones", () => {
  const names = (/** @type {any} */ workspace) => activePartners(workspace).map(({ dossier }) => dossier.name);
  const copied = duplicatePartner(insurance(), "zhongan", "副本");
  assert.deepEqual(names(copied), ["众安在线", "副本", "泰康在线", "蔚来保"]);
  assert.deepEqual(copied.dossiers[1].trial, copied.dossiers[0].trial);
  assert.equal(new Set(copied.dossiers.map((dossier) => dossier.id)).size, 4);
  const away = archivePartner(insurance(), "taikang", true);
  assert.deepEqual(names(movePartner(away, "weilaibao", -1)), ["蔚来保", "众安在线"]);
  assert.equal(movePartner(away, "zhongan", -1), away);
});

test("the page's slim schemas keep every rule's name, kind and choices", () => {
  for (const name of ["dossier", "policy"]) {
    const whole = JSON.parse(readFileSync(`core/policies/schema/${name}.schema.json`, "utf8"));
    const slim = slimSchema(whole);
    assert.deepEqual(Object.keys(slim.$defs), Object.keys(whole.$defs));
    for (const [type, rule] of Object.entries(whole.$defs)) {
      assert.deepEqual(Object.keys(slim.$defs[type].properties ?? {}), Object.keys(rule.properties ?? {}), type);
      for (const [key, inner] of Object.entries(rule.properties ?? {})) assert.deepEqual([slim.$defs[type].properties[key].type, slim.$defs[type].properties[key].enum], [inner.type, inner.enum], key);
    }
    assert.ok(JSON.stringify(slim).length < JSON.stringify(whole).length / 2);
  }
});

test("what is held possible of a partner's year goes with it: nameless, and away; strange shapes are left out", () => {
  const whatIf = { a: { volume: { from: "1" } }, b: { goal: "5" } };
  const workspace = { ...emptyWorkspace("insurance-data", "2024-07-01"), current: "a", dossiers: [{ id: "a", name: "甲" }, { id: "b", name: "乙" }], whatIf };
  assert.deepEqual(anonymous(workspace, (letter) => `伙伴${letter}`).whatIf, { p1: whatIf.a, p2: whatIf.b });
  assert.deepEqual(removePartner(workspace, "a").whatIf, { b: whatIf.b });
  const sound = repair({ ...workspace, whatIf: { a: "x", b: whatIf.b, stranger: { goal: "1" } } }, engine);
  assert.deepEqual(sound.ok && sound.workspace.whatIf, { b: whatIf.b });
  const none = repair({ ...workspace, whatIf: [1] }, engine);
  assert.equal(none.ok && none.workspace.whatIf, undefined);
});

test("the core is asked about many partners in steps, and an error names the partner it is about", () => {
  const dossiers = Array.from({ length: 120 }, (_, index) => ({ id: `p${index}`, trial: { metrics: { nps: { value: index === 101 ? "很多" : "70" } } } }));
  const asking = new Judge(engine).objections({ ...emptyWorkspace("insurance-data", "2024-07-01"), current: "p0", dossiers });
  const steps = [];
  let step = asking.next();
  for (; !step.done; step = asking.next()) steps.push(step.value);
  assert.ok(steps.length > 1, "one step would hold the page up");
  assert.equal(steps.at(-1), 120);
  assert.deepEqual(step.value.map(({ path }) => path.split("/").slice(1, 3)), [["dossiers", "101"]]);
});
