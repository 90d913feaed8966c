// Golden cases in WebAssembly: what must stand in each answer, and the same bytes as the native core's.
import assert from "node:assert/strict";
import test from "node:test";
import { addPacks, cases, mismatches, packs } from "./support/cases.mjs";
import { loadEngine } from "./support/engine.mjs";
import { evaluateNatively } from "./support/native.mjs";

const all = cases();
const engine = await loadEngine({ policies: packs });

test("every golden case holds in WebAssembly", () => {
  assert.ok(all.length > 200);
  const wrong = all.flatMap(({ file, name, request, expect }) =>
    mismatches(expect, JSON.parse(engine.evaluate(request))).map((line) => `${file}: ${name}: ${line}`),
  );
  assert.deepEqual(wrong, []);
});

test("native and WebAssembly answer every golden case with the same bytes", async () => {
  const fresh = await loadEngine({ policies: [] });
  const requests = [...addPacks, ...all.map((item) => item.request)];
  const native = evaluateNatively(requests);
  assert.equal(native.length, requests.length);
  const different = requests.filter((request, i) => fresh.evaluate(request) !== native[i]);
  assert.deepEqual(different.map((request) => request.slice(0, 500)), []);
});

test("native and WebAssembly agree on the evidence of many counts to the last byte", () => {
  const requests = [];
  for (const of of [1, 2, 7, 30, 299, 300, 473, 628, 1000, 12345, 100000]) {
    for (const share of [0, 0.003, 0.01, 0.02, 0.05, 0.1, 0.15, 0.16, 0.3, 0.5, 0.99, 1]) {
      const counts = { events: Math.round(of * share), of };
      const metrics = { conversion: counts, complaint_rate: counts, failure_rate: counts, nps: 70 };
      const dossiers = [{ id: "x", name: "X", trial: { users: of, metrics } }];
      requests.push(JSON.stringify({ call: "select", policy: "insurance-data", dossiers }));
    }
  }
  const native = evaluateNatively([...addPacks, ...requests]).slice(addPacks.length);
  const different = requests.filter((request, i) => engine.evaluate(request) !== native[i]);
  assert.deepEqual(different, []);
  assert.ok(native.every((answer) => answer.startsWith('{"ok":true')));
});

test("native and WebAssembly agree on statements of every reading to the last byte", () => {
  const choices = {
    tiers: ["marginal", "all_units", "excess_at_reached", "linear_ramp"],
    bounds: ["lower", "higher"],
    missed: ["flat", "interpolate"],
    deductions: ["add", "multiply", "larger"],
  };
  const requests = [];
  for (const tiers of choices.tiers)
    for (const bounds of choices.bounds)
      for (const missed of choices.missed)
        for (const deductions of choices.deductions)
          for (const volume of [0, 1, 3333, 4999, 5000, 5001, 8000, 8001, 9999, 12000, 12001, 18500]) {
            const reading = { tiers, bounds, missed, deductions };
            const metrics = { complaint_rate: 8.1, nps: 64 };
            requests.push(JSON.stringify({ call: "quote", policy: "insurance-data", volume, metrics, reading }));
          }
  const native = evaluateNatively([...addPacks, ...requests]).slice(addPacks.length);
  const different = requests.filter((request, i) => engine.evaluate(request) !== native[i]);
  assert.deepEqual(different, []);
});

test("a text of 10 MB is refused with its size, as natively", () => {
  const request = `{"call":"${"a".repeat(10 << 20)}"}`;
  const refusal = `{"ok":false,"errors":[{"code":"too_large","path":"","params":{"size":10485771,"largest":4194304}}]}`;
  assert.equal(engine.evaluate(request), refusal);
  assert.deepEqual(evaluateNatively([request]), [refusal]);
});

test("a text whose bytes are too many though its characters are not is refused", () => {
  const { ok, errors } = JSON.parse(engine.evaluate(`{"call":"${"盟".repeat(2_000_000)}"}`));
  assert.equal(ok, false);
  assert.equal(errors[0].code, "too_large");
  assert.equal(errors[0].params.size, 6_000_011);
});

test("10,000 levels of nesting are refused, as natively", () => {
  const refusal = `{"ok":false,"errors":[{"code":"too_deep","path":"","params":{"deepest":64}}]}`;
  for (const open of ["[", '{"a":']) {
    const request = open.repeat(10_000);
    assert.equal(engine.evaluate(request), refusal);
    assert.deepEqual(evaluateNatively([request]), [refusal]);
  }
});

test("the engine still answers after every refusal", () => {
  for (const text of ["", "{", "[".repeat(100_000), "nul", '{"call":1e400}', "\u0000", "a".repeat(5 << 20)]) {
    assert.equal(JSON.parse(engine.evaluate(text)).ok, false);
    assert.equal(JSON.parse(engine.evaluate('{"call":"quote","policy":"insurance-data","volume":10000}')).result.gross, 2730000);
  }
});
