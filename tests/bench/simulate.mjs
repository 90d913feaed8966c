// A contract year drawn 100,000 times with its trial: one call in WebAssembly.
import { loadEngine } from "../../build/release/npm/engine.js";
import { median, row } from "./report.mjs";

const RUNS = 100_000;
const ROUNDS = 7;

export async function simulate() {
  const engine = await loadEngine();
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const answer = engine.simulate({
      policy: "insurance-data",
      runs: RUNS,
      seed: 2024,
      volume: { from: 3000, to: 14_000 },
      metrics: { complaint_rate: { from: 1, to: 12, step: 0.1 }, nps: { from: 55, to: 85 }, conversion: { from: 10, to: 25, step: 0.1 }, failure_rate: { from: 0, to: 2, step: 0.01 } },
    });
    times.push(performance.now() - begin);
    if (!answer.ok || answer.runs !== RUNS) throw new Error(JSON.stringify(answer).slice(0, 300));
  }
  row("simulate, 100,000 runs, seconds", median(times) / 1000, 1, `${Math.round(median(times))} ms`);
}
