// payMany: gross pay for many volumes, each what its statement says.
import assert from "node:assert/strict";
import test from "node:test";
import { AllymarkError, good, loadEngine } from "./support/engine.mjs";

const engine = await loadEngine();
/** @typedef {import("../../wasm/engine.d.ts").Clause} Clause */
/** @type {Clause} */
const yearOne = {
  target: 5000,
  missedRate: 200,
  tiers: [{ upTo: 5000, rate: 250 }, { upTo: 8000, rate: 280 }, { upTo: 12000, rate: 320 }, { rate: 350 }],
};

/** @param {() => unknown} call @param {string[]} expected "code path" lines */
function throws(call, expected) {
  assert.throws(call, (/** @type {any} */ error) => {
    assert.ok(error instanceof AllymarkError);
    assert.deepEqual(error.errors.map((/** @type {any} */ { code, path }) => `${code} ${path}`), expected);
    return true;
  });
}

test("the printed table, by clause and by policy", () => {
  const volumes = Float64Array.of(0, 4999, 5000, 5001, 8000, 8001, 10000, 12000, 12001, 18500, 25000);
  const pay = [0, 999800, 1250000, 1250280, 2090000, 2090320, 2730000, 3370000, 3370350, 5645000, 7920000];
  assert.deepEqual([...engine.payMany(yearOne, volumes)], pay);
  assert.deepEqual([...engine.payMany({ policy: "insurance-data" }, volumes)], pay);
  assert.deepEqual([...engine.payMany({ clause: yearOne }, volumes)], pay);
});

for (const tiers of /** @type {const} */ (["marginal", "all_units", "excess_at_reached", "linear_ramp"]))
  test(`every volume is paid as its statement says under ${tiers}`, () => {
    for (const bounds of /** @type {const} */ (["lower", "higher"])) {
      const volumes = Float64Array.from({ length: 300 }, (_, i) => (i * 7919) % 26000);
      volumes.set([0, 4999, 5000, 5001, 7999, 8000, 8001, 11999, 12000, 12001]);
      const reading = { tiers, bounds, missed: /** @type {const} */ ("interpolate") };
      const pay = engine.payMany({ policy: "insurance-data", contractYear: 1, reading }, volumes);
      for (const [i, volume] of volumes.entries())
        assert.equal(pay[i], good(engine.quote({ policy: "insurance-data", volume, reading })).gross, `${volume} ${bounds}`);
    }
  });

test("a reading inside the clause counts", () => {
  const clause = { ...yearOne, reading: { tiers: /** @type {const} */ ("all_units") } };
  assert.deepEqual([...engine.payMany(clause, Float64Array.of(10000, 18500))], [3200000, 6475000]);
});

test("a whole pack prices as its id does", () => {
  const document = engine.policies().find(({ id }) => id === "insurance-data")?.document;
  const volumes = Float64Array.of(4999, 10000);
  assert.deepEqual(engine.payMany({ policy: document }, volumes), engine.payMany({ policy: "insurance-data" }, volumes));
});

test("a million volumes are paid in one call", () => {
  const volumes = Float64Array.from({ length: 1_000_000 }, (_, i) => i % 30000);
  const pay = engine.payMany(yearOne, volumes);
  assert.equal(pay.length, volumes.length);
  assert.equal(pay[10000], 2730000);
  assert.equal(pay[999_999], good(engine.quote({ clause: yearOne, volume: 999_999 % 30000 })).gross);
});

test("no volumes are no pay", () => {
  assert.equal(engine.payMany(yearOne, new Float64Array()).length, 0);
});

test("the result is the caller's own array", () => {
  const volumes = Float64Array.of(10000);
  const first = engine.payMany(yearOne, volumes);
  engine.payMany(yearOne, Float64Array.of(1));
  engine.quote({ clause: yearOne, volume: 3 });
  assert.equal(first[0], 2730000);
  assert.equal(volumes[0], 10000);
});

test("bad volumes throw with the place of each", () => {
  throws(() => engine.payMany(yearOne, Float64Array.of(1, -1, NaN, 2, Infinity, 1e9 + 1)), [
    "below_minimum /volumes/1",
    "not_a_number /volumes/2",
    "above_maximum /volumes/4",
    "above_maximum /volumes/5",
  ]);
});

test("a bad clause, an undecided year and an unknown policy throw", () => {
  const one = Float64Array.of(1);
  throws(() => engine.payMany({ tiers: [] }, one), ["empty_list /clause/tiers"]);
  throws(() => engine.payMany({ policy: "insurance-data", contractYear: 2 }, one), ["clause_undecided /contractYear"]);
  throws(() => engine.payMany({ policy: "insurance-data", contractYear: 9 }, one), ["unknown_year /contractYear"]);
  throws(() => engine.payMany({ policy: "nobody" }, one), ["unknown_policy /policy"]);
  throws(() => engine.payMany({ policy: { id: "broken" } }, one).length, brokenPack());
});

/** What check says of the same pack, below /policy. @returns {string[]} */
function brokenPack() {
  const answer = /** @type {any} */ (engine.check({ id: "broken" }));
  return answer.errors.map((/** @type {any} */ { code, path }) => `${code} /policy${path}`);
}

test("the engine pays on after throwing", () => {
  assert.throws(() => engine.payMany(yearOne, Float64Array.of(-1)));
  assert.deepEqual([...engine.payMany(yearOne, Float64Array.of(10000))], [2730000]);
});
