// assessMany: one call, many parts, the same answer. Source: domain rules, sections 4, 6 and 8.
import assert from "node:assert/strict";
import test from "node:test";
import { good, loadEngine, refused } from "./support/engine.mjs";

const engine = await loadEngine();

/** @param {number} count @param {number} [padding] characters that make a dossier large */
const partners = (count, padding = 0) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: "甲".repeat(padding),
    agreement: { volume: index === count - 1 ? 10000 : 1000 },
  }));

test("a portfolio larger than one call is the sum of its parts", () => {
  const dossiers = partners(12_000);
  const answer = good(engine.assessMany({ policy: "insurance-data", dossiers, asOf: "2024-09-01" }));
  assert.equal(answer.rows.length, 12_000);
  assert.deepEqual(answer.rows.map((row) => row.id), dossiers.map((dossier) => dossier.id));
  // 11,999 × 1,000 policies at 200 yuan, and 10,000 policies for 2,730,000.
  assert.equal(answer.totals.partners, 12_000);
  assert.equal(answer.totals.yearPay, 11_999 * 200_000 + 2_730_000);
  assert.equal(answer.concentration?.shares[0].id, "p11999");
  assert.equal(answer.concentration?.shares.length, 12);
  assert.equal(answer.policy?.id, "insurance-data");
});

test("parts are cut by size, too: 6 MB of dossiers are answered", () => {
  const answer = good(engine.assessMany({ policy: "insurance-data", dossiers: partners(200, 9_900) }));
  assert.equal(answer.rows.length, 200);
  assert.equal(answer.totals.yearPay, 199 * 200_000 + 2_730_000);
});

test("errors of every part come at once, at their place in the whole", () => {
  /** @type {any[]} */
  const dossiers = partners(12_000);
  dossiers[3] = { ...dossiers[3], agreement: { volume: -1 } };
  dossiers[11_000] = { ...dossiers[11_000], agreement: { volume: "x" } };
  dossiers[11_500] = { id: "p5" };
  const found = refused(engine.assessMany({ policy: "insurance-data", dossiers })).sort();
  assert.deepEqual(found, ["below_minimum /dossiers/3/agreement/volume", "duplicate_id /dossiers/11500/id", "not_a_number /dossiers/11000/agreement/volume"]);
});

test("an unknown policy is told once, however many the parts", () => {
  assert.deepEqual(refused(engine.assessMany({ policy: "nobody", dossiers: partners(12_000) })), ["unknown_policy /policy"]);
});

test("no dossiers and what is no list are answered, too", () => {
  assert.equal(good(engine.assessMany({ policy: "insurance-data", dossiers: [] })).totals.partners, 0);
  assert.equal(refused(engine.assessMany(/** @type {any} */ ({ policy: "insurance-data", dossiers: 5 })))[0], "wrong_type /dossiers");
});

test("a whole pack serves all parts", () => {
  const [{ document }] = engine.policies();
  const policy = { ...document, portfolio: { ...document.portfolio, concentrationPercent: 1 } };
  const answer = good(engine.assessMany({ policy, dossiers: partners(12_000) }));
  assert.equal(answer.concentration?.limitPercent, 1);
});
