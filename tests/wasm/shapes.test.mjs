// The shapes other programs rely on, called literally: each example gives the figures shown.
// Source: domain rules, sections 3 to 5.
import assert from "node:assert/strict";
import test from "node:test";
import { good, loadEngine, refused } from "./support/engine.mjs";

const engine = await loadEngine();

test("quote: 10,000 policies with both breaches", () => {
  const answer = good(
    engine.quote({
      policy: "insurance-data",
      contractYear: 1,
      volume: 10000,
      metrics: { complaint_rate: 9, nps: 60 },
      reading: { tiers: "marginal", bounds: "lower", deductions: "add" },
    }),
  );
  const { ok, gross, deducted, net, effectiveRate } = answer;
  assert.deepEqual({ ok, gross, deducted, net, effectiveRate }, { ok: true, gross: 2730000, deducted: 682500, net: 2047500, effectiveRate: 204.75 });
  assert.equal(answer.lines.reduce((sum, line) => sum + line.amount, 0), net);
  for (const line of answer.lines) {
    assert.equal(typeof line.id, "string");
    assert.equal(typeof line.clause, "string");
    assert.equal(typeof line.amount, "number");
  }
  assert.deepEqual(answer.lines.slice(0, 3).map(({ quantity, rate, amount }) => [quantity, rate, amount]), [
    [5000, 250, 1250000],
    [3000, 280, 840000],
    [2000, 320, 640000],
  ]);
  assert.deepEqual(answer.toNextTier, { bound: 12000, units: 2000, rate: 350 });
  assert.equal(answer.cliffs[0].amount, 250200);
  assert.equal(answer.readings.find(({ choice }) => choice === "all_units")?.gross, 3200000);
  assert.ok(Array.isArray(answer.findings));
  assert.equal(answer.trace, undefined);
});

test("quote: a clause of its own, exactly on a bound", () => {
  const tiers = [{ upTo: 10, rate: 10, flat: 2 }, { upTo: 20, rate: 5, flat: 3 }, { rate: 5, flat: 3 }];
  const clause = /** @type {const} */ ({ tiers, reading: { tiers: "marginal", bounds: "lower" } });
  const answer = good(engine.quote({ clause: { ...clause, tiers }, volume: 10 }));
  assert.equal(answer.gross, 102);
  assert.equal(answer.policy, null);
});

test("select: one candidate with a count of complaints", () => {
  const answer = good(
    engine.select({
      policy: "insurance-data",
      asOf: "2024-07-01",
      dossiers: [
        {
          id: "zhongan",
          name: "众安在线",
          trial: {
            users: 300,
            metrics: {
              conversion: { value: 21 },
              nps: { value: 76 },
              complaint_rate: { events: 8, of: 300 },
              response_hours: { value: 12 },
            },
          },
        },
      ],
    }),
  );
  assert.equal(answer.pick?.id, "zhongan");
  assert.equal(answer.pick?.verdict, "conditional");
  const [first] = answer.ranking;
  assert.equal(first.score, 95.36);
  assert.equal(first.shownScore, 95);
  assert.equal(first.verdict, "conditional");
  assert.deepEqual(first.missed, []);
  assert.deepEqual(first.notMeasured, ["failure_rate"]);
  const { low, high, standing, usersNeeded } = first.evidence.complaint_rate;
  assert.ok(low < 8 / 3 && 8 / 3 < high);
  assert.ok(["proven_pass", "undecided", "proven_fail"].includes(standing));
  assert.ok(usersNeeded === null || Number.isInteger(usersNeeded));
  assert.ok(first.flips.every(({ metric, verdict }) => metric && verdict));
  assert.equal(answer.asOf, "2024-07-01");
});

test("assess: a whole dossier at a date", () => {
  const answer = good(
    engine.assess({
      policy: "insurance-data",
      asOf: "2024-09-01",
      dossier: /** @type {any} */ ({
        id: "zhongan",
        name: "众安在线",
        trial: { users: 300, metrics: { conversion: 21, nps: 76, complaint_rate: 2.8, response_hours: 12 } },
        agreement: { contractYear: 1, volume: 10000, metrics: { complaint_rate: 9, nps: 60 } },
        months: [
          {
            month: "2024-08",
            metrics: {
              policies: { value: 580, target: 500 },
              conversion: { value: 19.2 },
              nps: { value: 74 },
              complaint_rate: { value: 3.2 },
              quote_hours: { value: 16 },
              failure_rate: { value: 0.3 },
            },
          },
        ],
      }),
    }),
  );
  assert.equal(answer.scorecard?.total, 112.18);
  assert.equal(answer.scorecard?.shownTotal, 112);
  assert.equal(answer.scorecard?.grade, "good");
  assert.deepEqual(answer.scorecard?.metrics.map(({ shownScore }) => shownScore), [116, 107, 106, 110, 115, 120]);
  assert.equal(answer.trial?.shownScore, 95);
  assert.equal(answer.agreement?.net, 2047500);
});

test("select: the three insurers of the example", () => {
  const trial = (/** @type {number[]} */ [conversion, nps, complaint_rate, response_hours]) => ({
    users: 300,
    metrics: { conversion, nps, complaint_rate, response_hours },
  });
  const answer = good(
    engine.select({
      policy: "insurance-data",
      dossiers: [
        { id: "zhongan", name: "众安在线", trial: trial([21, 76, 2.8, 12]) },
        { id: "taikang", name: "泰康在线", trial: trial([16, 71, 5.1, 20]) },
        { id: "nio", name: "蔚来保", trial: trial([18, 68, 6.8, 28]) },
      ],
    }),
  );
  assert.deepEqual(
    answer.ranking.map(({ name, score, shownScore, verdict }) => [name, score, shownScore, verdict]),
    [
      ["众安在线", 95.36, 95, "conditional"],
      ["泰康在线", 78.14, 78, "retry"],
      ["蔚来保", 72.46, 72, "stop"],
    ],
  );
});

test("the year's table of commission", () => {
  const table = [
    [0, 0], [4999, 999800], [5000, 1250000], [5001, 1250280], [8000, 2090000], [8001, 2090320], [10000, 2730000],
    [12000, 3370000], [12001, 3370350], [18500, 5645000], [25000, 7920000],
  ];
  for (const [volume, gross] of table)
    assert.equal(good(engine.quote({ policy: "insurance-data", volume })).gross, gross, `${volume} policies`);
});

test("curve: points for a chart, a cliff as two neighbouring points", () => {
  const answer = good(engine.curve({ policy: "insurance-data", to: 20000 }));
  const marginal = answer.series.find(({ choice }) => choice === "marginal")?.points ?? [];
  assert.deepEqual(marginal[0], { volume: 0, gross: 0 });
  assert.ok(marginal.some(({ volume, gross }) => volume === 4999 && gross === 999800));
  assert.ok(marginal.some(({ volume, gross }) => volume === 5000 && gross === 1250000));
  assert.equal(marginal.at(-1)?.volume, 20000);
  assert.equal(answer.cliffs[0].amount, 250200);
});

test("a refusal says so and lists every error with code, path and figures", () => {
  const answer = engine.quote({ policy: "insurance-data", volume: -1, metrics: { complaint_rate: 101, nps: "abc" } });
  assert.deepEqual(answer, {
    ok: false,
    errors: [
      { code: "above_maximum", path: "/metrics/complaint_rate", params: { maximum: 100, value: 101 } },
      { code: "not_a_number", path: "/metrics/nps", params: { text: "abc" } },
      { code: "below_minimum", path: "/volume", params: { minimum: 0, value: -1 } },
    ],
  });
  assert.deepEqual(refused(engine.select(/** @type {any} */ ({}))), ["missing_field /dossiers", "missing_field /policy"]);
  assert.deepEqual(refused(engine.assess(/** @type {any} */ ({ policy: "insurance-data" }))), ["missing_field /dossier"]);
});

test("every result says what it was made from, so that it can be replayed", () => {
  const known = engine.policies().find(({ id }) => id === "insurance-data");
  assert.ok(known);
  const dossier = { id: "a" };
  for (const answer of [
    good(engine.quote({ policy: "insurance-data", volume: 1 })),
    good(engine.curve({ policy: "insurance-data", to: 1 })),
    good(engine.select({ policy: "insurance-data", dossiers: [] })),
    good(engine.assess({ policy: "insurance-data", dossier })),
  ]) {
    assert.equal(answer.ok, true);
    assert.equal(answer.engine, engine.version);
    assert.deepEqual(answer.policy, { id: known.id, version: known.version, digest: known.digest });
  }
});

test("a trace is given when it is asked for, by the number's own pointer", () => {
  const answer = good(engine.quote({ policy: "insurance-data", volume: 10000, trace: true }));
  const [step] = answer.trace?.["/net"] ?? [];
  assert.equal(step.value, answer.net);
  assert.equal(step.origin, "assumed");
  assert.deepEqual(step.inputs.map(({ value }) => value), answer.lines.map(({ amount }) => amount));
});

test("every traced number stands in the result under its pointer and has the last step's value", () => {
  const dossiers = [{ id: "a", name: "A", trial: { users: 300, metrics: { conversion: 16, nps: 71, complaint_rate: { events: 16, of: 300 } } } }];
  const months = [{ month: "2024-08", metrics: { policies: 580, conversion: 19.2, nps: 74, complaint_rate: 3.2, quote_hours: 16, failure_rate: 0.3 } }];
  const dossier = { ...dossiers[0], agreement: { volume: 10000, metrics: { complaint_rate: 9, nps: 60 } }, months };
  const answers = [
    good(engine.quote({ policy: "insurance-data", volume: 10000, metrics: { complaint_rate: 9, nps: 60 }, trace: true })),
    good(engine.select({ policy: "insurance-data", dossiers, trace: true })),
    good(engine.assess({ policy: "insurance-data", dossier, asOf: "2024-09-01", trace: true })),
  ];
  for (const answer of answers) {
    const numbers = Object.entries(answer.trace ?? {});
    assert.ok(numbers.length > 5);
    for (const [pointer, steps] of numbers) {
      const shown = pointer.split("/").slice(1).reduce((/** @type {any} */ at, token) => at?.[token], answer);
      assert.notEqual(shown, undefined, pointer);
      const last = steps.at(-1)?.value;
      if (typeof shown === "number" && typeof last === "number") assert.ok(Math.abs(shown - last) < 0.01, `${pointer}: ${shown}, ${last}`);
      for (const step of steps) assert.ok(step.rule && step.op && step.origin, pointer);
    }
  }
});
