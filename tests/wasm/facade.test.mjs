// The facade: packs by id and whole, check and digest, independence, nothing modified, nothing leaked.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { changedPack, packText } from "./support/cases.mjs";
import { AllymarkError, good, loadEngine, packageFolder, refused } from "./support/engine.mjs";

/** @typedef {import("../../wasm/engine.d.ts").InputError} InputError */

const engine = await loadEngine();
const taikang = {
  id: "taikang",
  name: "泰康在线",
  trial: { users: 300, metrics: { conversion: 16, nps: 71, complaint_rate: 5.1, response_hours: 20 } },
};
/** Another pack each time. @param {number} target */
const packWithTarget = (target) => changedPack({ "/commission/years/0/target": target });

test("the shipped pack is there from the start, as a document", () => {
  const known = engine.policies();
  const shipped = known.find(({ id }) => id === "insurance-data");
  assert.ok(shipped);
  assert.equal(shipped.version, "1.0");
  assert.match(shipped.digest, /^[0-9a-f]{64}$/);
  assert.deepEqual(shipped.document, JSON.parse(packText));
});

test("every pack of core/policies loads, those of the menu by themselves", async () => {
  const folder = new URL("../../core/policies/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const documents = files.map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  assert.deepEqual(
    engine.policies().map(({ id }) => id),
    ["insurance-data", "used-car"],
  );
  for (const { id, digest } of engine.policies())
    assert.equal(digest, engine.digest(documents.find((document) => document.id === id)), id);
  const own = await loadEngine({ policies: documents });
  assert.deepEqual(own.policies().map(({ id }) => id).sort(), documents.map(({ id }) => id).sort());
});

test("the version is the project's", () => {
  const stated = readFileSync(new URL("../../CMakeLists.txt", import.meta.url), "utf8").match(/project\(allymark VERSION ([\d.]+)/);
  assert.equal(engine.version, stated?.[1]);
});

test("the facade names the calls that compare, verify, explore and draw", () => {
  const request = /** @type {const} */ ({ call: "quote", policy: "insurance-data", volume: 10000 });
  const told = good(engine.quote({ policy: "insurance-data", volume: 10000 }));
  assert.equal(good(engine.verify({ request, told })).confirmed, true);
  assert.deepEqual(good(engine.verify({ request, told: { ...told, gross: 1 } })).first, { path: "/gross", from: 1, to: 2730000 });
  const pack = JSON.parse(packText);
  assert.deepEqual(good(engine.diff({ from: "insurance-data", to: { ...pack, version: "1.1" } })).changes, [{ path: "/version", from: pack.version, to: "1.1" }]);
  assert.equal(good(engine.inForce(["insurance-data", "used-car"], "2023-12-31")).inForce?.id, "used-car");
  assert.deepEqual(good(engine.migrate({ id: "x" })), { ok: true, from: 0, to: 1, document: { schemaVersion: 1, id: "x" } });
  assert.deepEqual(refused(engine.migrate('{"schemaVersion":2}')), ["newer_schema /document/schemaVersion"]);
  const flips = good(engine.explore({ request, watch: ["/met"], vary: [{ at: "/volume", from: 0, to: 20000, step: 1 }] }));
  assert.equal(flips.varied[0].down?.to, 4999);
  const year = /** @type {const} */ ({ policy: "insurance-data", runs: 1000, seed: 1, volume: { from: 4000, to: 6000 } });
  const drawn = good(engine.simulate(year));
  assert.deepEqual(drawn, good(engine.simulate({ ...year, policy: pack })));
  assert.equal(drawn.tiers.length, 4);
});

test("a pack added later answers to its id", async () => {
  const own = await loadEngine({ policies: [] });
  assert.deepEqual(own.policies(), []);
  assert.deepEqual(refused(own.quote({ policy: "mine", volume: 1 })), ["unknown_policy /policy"]);
  const added = good(own.addPolicy({ ...JSON.parse(packText), id: "mine" }));
  assert.equal(added.id, "mine");
  assert.equal(good(own.quote({ policy: "mine", volume: 10000 })).gross, 2730000);
  assert.deepEqual(own.policies().map(({ id }) => id), ["mine"]);
});

test("a pack may be added as text", async () => {
  const own = await loadEngine({ policies: [] });
  assert.equal(good(own.addPolicy(packText)).id, "insurance-data");
  assert.equal(good(own.quote({ policy: "insurance-data", volume: 10000 })).gross, 2730000);
});

test("a pack added again under its id replaces the one before", async () => {
  const own = await loadEngine({ policies: [JSON.parse(packText)] });
  good(own.addPolicy(changedPack({ "/commission/years/0/tiers/0/rate": 260 })));
  assert.equal(good(own.quote({ policy: "insurance-data", volume: 5000 })).gross, 1300000);
  assert.deepEqual(own.policies().map(({ id, document }) => [id, document.commission.years[0].tiers[0].rate]), [["insurance-data", 260]]);
});

test("a refused pack changes nothing", async () => {
  const own = await loadEngine();
  const broken = changedPack({ "/commission/years/0/tiers": [] });
  assert.deepEqual(refused(own.addPolicy(broken)), ["empty_list /commission/years/0/tiers"]);
  assert.equal(good(own.quote({ policy: "insurance-data", volume: 10000 })).gross, 2730000);
});

test("a whole pack gives what its id gives", () => {
  const whole = JSON.parse(packText);
  const requests = { volume: 10000, metrics: { complaint_rate: 9, nps: 60 }, trace: true };
  assert.deepEqual(engine.quote({ policy: whole, ...requests }), engine.quote({ policy: "insurance-data", ...requests }));
  assert.deepEqual(engine.select({ policy: whole, dossiers: [taikang] }), engine.select({ policy: "insurance-data", dossiers: [taikang] }));
  assert.deepEqual(engine.curve({ policy: whole, to: 9000 }), engine.curve({ policy: "insurance-data", to: 9000 }));
  assert.deepEqual(engine.assess({ policy: whole, dossier: taikang }), engine.assess({ policy: "insurance-data", dossier: taikang }));
});

test("an edited pack changes the results and leaves the named one alone", () => {
  const edited = changedPack({ "/trial/criteria/0/threshold": 17 });
  const [row] = good(engine.select({ policy: edited, dossiers: [taikang] })).ranking;
  assert.deepEqual([row.verdict, row.missed], ["stop", ["conversion", "complaint_rate"]]);
  const equal = changedPack({ "/trial/criteria/0/threshold": 16 });
  assert.deepEqual(good(engine.select({ policy: equal, dossiers: [taikang] })).ranking[0].missed, ["complaint_rate"]);
  assert.equal(good(engine.select({ policy: "insurance-data", dossiers: [taikang] })).ranking[0].verdict, "retry");
});

test("a pack edited in place is read again", () => {
  const pack = JSON.parse(packText);
  assert.equal(good(engine.quote({ policy: pack, volume: 5000 })).gross, 1250000);
  pack.commission.years[0].tiers[0].rate = 260;
  assert.equal(good(engine.quote({ policy: pack, volume: 5000 })).gross, 1300000);
});

test("a broken pack is refused with paths below /policy", () => {
  const broken = changedPack({ "/commission/years/0/tiers": [] });
  assert.deepEqual(refused(engine.quote({ policy: broken, volume: 1 })), ["empty_list /policy/commission/years/0/tiers"]);
});

test("more packs than are kept may be used in turn, in any order", () => {
  const packs = Array.from({ length: 20 }, (_, i) => packWithTarget(4000 + i));
  for (const order of [packs, [...packs].reverse(), packs])
    for (const policy of order)
      assert.equal(good(engine.quote({ policy, volume: 1 })).target, policy.commission.years[0].target);
});

test("packs sent through the raw call do not push out those of the facade", () => {
  const policy = packWithTarget(4321);
  assert.equal(good(engine.quote({ policy, volume: 1 })).target, 4321);
  for (let i = 0; i < 12; ++i) {
    const raw = { call: "quote", policy: packWithTarget(3000 + i), volume: 1 };
    assert.equal(JSON.parse(engine.evaluate(JSON.stringify(raw))).ok, true);
  }
  assert.equal(good(engine.quote({ policy, volume: 1 })).target, 4321);
});

test("check tells every error of a pack, and the findings of a clean one", () => {
  const findings = good(engine.check(JSON.parse(packText))).findings.map(({ code }) => code);
  assert.ok(findings.includes("cliff") && findings.includes("clause_undecided") && findings.includes("monthly_target_mismatch"));
  assert.deepEqual(
    refused(engine.check(changedPack({ "/commission/years/0/tiers": [], "/trial/criteria/0/metric": "smiles" }))),
    ["empty_list /commission/years/0/tiers", "unknown_metric /trial/criteria/0/metric"],
  );
  assert.deepEqual(refused(engine.check("{")), ["malformed_json "]);
});

test("check keeps nothing", () => {
  good(engine.check({ ...JSON.parse(packText), id: "checked" }));
  assert.deepEqual(refused(engine.quote({ policy: "checked", volume: 1 })), ["unknown_policy /policy"]);
});

test("a pack compared with a copy of itself does not differ, whole, by id or in other figures, however often", () => {
  for (const id of ["insurance-data", "used-car"]) {
    const pack = /** @type {any} */ (engine.policies().find((known) => known.id === id)).document;
    const copies = [id, structuredClone(pack), { ...structuredClone(pack), effective: ` ${pack.effective}`.trim() }];
    for (let round = 0; round < 12; round += 1)
      for (const from of copies)
        for (const to of copies) assert.deepEqual(good(engine.diff({ from, to })).changes, [], `${id} ${round}`);
  }
});

test("a text that ends its own member is no document", () => {
  for (const injected of [', "at": "/x"', ', "named": false', ', "document": {}']) {
    assert.deepEqual(refused(engine.check(packText + injected)), ["malformed_json "], injected);
    assert.deepEqual(refused(engine.addPolicy(packText + injected)), ["malformed_json "], injected);
    assert.deepEqual(refused(engine.migrate(packText + injected)), ["malformed_json "], injected);
    assert.throws(() => engine.digest(packText + injected), AllymarkError);
  }
  const { errors } = /** @type {any} */ (engine.check('{"id": }'));
  assert.deepEqual(errors, JSON.parse(engine.evaluate('{"id": }')).errors, "the offset is the text's own");
  assert.equal(good(engine.check("\ufeff" + packText)).id, "insurance-data");
});

test("a key that stands twice in a document is told with everything else that is wrong, where it stands", () => {
  const twice = packText.replace('"schemaVersion": 1,', '"schemaVersion": 1, "currency": "YEN", "currency": "CNY",');
  assert.notEqual(twice, packText);
  const told = refused(engine.check(twice.replace('"version": "1.0"', '"version": 1, "version": 2')));
  assert.ok(told.includes("duplicate_key /version") && told.includes("duplicate_key /currency"), told.join());
  assert.ok(told.some((line) => /^wrong_type \/version/.test(line)), told.join());
});

test("what JSON cannot hold is refused like any other input, and nothing but the calls that say so throws", () => {
  let deep = /** @type {any} */ (1);
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  assert.deepEqual(refused(engine.quote({ policy: "insurance-data", volume: 1, metrics: deep })), ["too_deep "]);
  assert.ok(refused(engine.addPolicy(deep))[0].startsWith("too_deep"));
  /** @type {any} */
  const round = {};
  round.self = round;
  for (const odd of [null, undefined, 7, "x", [], round, { volume: 1n }]) {
    const given = /** @type {any} */ (odd);
    for (const call of /** @type {const} */ (["quote", "select", "assess", "settle", "curve", "wording", "diff", "verify", "explore", "simulate", "assessMany", "check", "addPolicy", "migrate"])) {
      const answer = /** @type {any} */ (engine)[call](given);
      assert.equal(answer.ok, false, call);
      assert.ok(answer.errors.length > 0 && answer.errors.every((/** @type {any} */ error) => typeof error.code === "string"), call);
    }
    assert.equal(/** @type {any} */ (engine).inForce(given, given).ok, false);
    assert.throws(() => engine.payMany(given, new Float64Array(1)), AllymarkError);
    assert.throws(() => engine.digest(round), AllymarkError);
  }
});

test("a digest depends on the content alone", () => {
  const document = { b: 1, a: [1, 2.5, "保"] };
  const digest = engine.digest(document);
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.equal(engine.digest({ a: [1, 2.5, "保"], b: 1 }), digest);
  assert.equal(engine.digest('{ "b": 1.0, "a": [1e0, 25e-1, "\\u4fdd"] }'), digest);
  assert.notEqual(engine.digest({ b: 1, a: [1, 2.6, "保"] }), digest);
  assert.equal(engine.digest(packText), engine.policies().find(({ id }) => id === "insurance-data")?.digest);
});

test("a digest of what is not JSON throws with the errors", () => {
  assert.throws(() => engine.digest("{"), (/** @type {any} */ error) => {
    assert.ok(error instanceof AllymarkError);
    assert.equal(error.errors[0].code, "malformed_json");
    return true;
  });
});

test("no call modifies what it is given", () => {
  const frozen = (/** @type {any} */ value) => {
    if (value !== null && typeof value === "object" && !ArrayBuffer.isView(value)) {
      Object.values(value).forEach(frozen);
      Object.freeze(value);
    }
    return value;
  };
  const policy = frozen(JSON.parse(packText));
  const clause = frozen({ tiers: [{ upTo: 10, rate: 10 }, { rate: 5 }] });
  good(engine.quote(frozen({ policy, volume: 10000, metrics: { complaint_rate: 9 }, reading: { tiers: "all_units" } })));
  good(engine.quote(frozen({ clause, volume: 10 })));
  good(engine.curve(frozen({ policy, to: 100 })));
  good(engine.select(frozen({ policy, dossiers: [taikang] })));
  good(engine.assess(frozen({ policy, dossier: { ...taikang } })));
  good(engine.check(policy));
  engine.digest(policy);
  const volumes = Float64Array.of(0, 10, 20);
  engine.payMany(clause, volumes);
  engine.payMany(frozen({ policy, contractYear: 1 }), volumes);
  assert.deepEqual([...volumes], [0, 10, 20]);
});

test("answers are the caller's own: changing one changes no other", () => {
  const first = good(engine.quote({ policy: "insurance-data", volume: 10000 }));
  first.lines.length = 0;
  assert.equal(good(engine.quote({ policy: "insurance-data", volume: 10000 })).lines.length, 5);
});

test("two engines share nothing", async () => {
  const [one, other] = await Promise.all([loadEngine(), loadEngine({ policies: [] })]);
  assert.deepEqual(refused(other.quote({ policy: "insurance-data", volume: 1 })), ["unknown_policy /policy"]);
  good(other.addPolicy(changedPack({ "/commission/years/0/tiers/0/rate": 260 })));
  assert.equal(good(one.quote({ policy: "insurance-data", volume: 5000 })).gross, 1250000);
  assert.equal(good(other.quote({ policy: "insurance-data", volume: 5000 })).gross, 1300000);
});

test("the wasm may be given as bytes or as an address, packs as documents or addresses", async () => {
  const bytes = readFileSync(new URL("allymark.wasm", packageFolder));
  const own = await loadEngine({ wasm: bytes, policies: [JSON.parse(packText)] });
  assert.equal(good(own.quote({ policy: "insurance-data", volume: 10000 })).gross, 2730000);
  const addressed = await loadEngine({
    wasm: new URL("allymark.wasm", packageFolder),
    policies: [new URL("policies/insurance-data.json", packageFolder)],
  });
  assert.equal(good(addressed.quote({ policy: "insurance-data", volume: 10000 })).gross, 2730000);
});

test("bytes that are no module, and a module that cannot be started, are refused, not waited for", async () => {
  await assert.rejects(loadEngine({ wasm: Buffer.from("<html>") }), WebAssembly.CompileError);
  // (module (import "a" "z" (func))): nobody brings that function.
  const wanting = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 122, 0, 0]);
  await assert.rejects(loadEngine({ wasm: wanting }), WebAssembly.LinkError);
});

test("loading a broken pack rejects with its errors", async () => {
  await assert.rejects(loadEngine({ policies: [{ id: "broken" }] }), (/** @type {any} */ error) => {
    assert.ok(error instanceof AllymarkError);
    assert.ok(error.errors.some((/** @type {InputError} */ { code, path }) => code === "missing_field" && path === "/version"));
    return true;
  });
});

test("texts of any script come back as they went in, half a pair as the replacement character", () => {
  for (const name of ["众安在线", "😀 e\u0301 \u202e", "\"\\/\b\f\n\r\t", "\u2028\u0000", "x".repeat(10000), "盟".repeat(10000)]) {
    const { ranking } = good(engine.select({ policy: "insurance-data", dossiers: [{ id: "a", name }] }));
    assert.equal(ranking[0].name, name);
  }
  for (const [name, kept] of [["a\ud83d", "a\ufffd"], ["\udc00b", "\ufffdb"], ["\\ud83d", "\\ud83d"], ["\\\ud83d", "\\\ufffd"]]) {
    const { ranking } = good(engine.select({ policy: "insurance-data", dossiers: [{ id: "a", name }] }));
    assert.equal(ranking[0].name, kept);
  }
});

test("figures that JSON cannot write are missing, not 0", () => {
  for (const volume of [NaN, Infinity, -Infinity, null, undefined])
    assert.deepEqual(refused(engine.quote(/** @type {any} */ ({ policy: "insurance-data", volume }))), ["missing_field /volume"]);
});

test("a request for another call keeps the call of its name", () => {
  const answer = engine.quote(/** @type {any} */ ({ call: "digest", policy: "insurance-data", volume: 10000 }));
  assert.equal(good(answer).gross, 2730000);
});
