// payMany of 1,000,000 volumes: WebAssembly against the native core and against the same clause written by hand in
// JavaScript on doubles, in one process, run by run in turn.
import { execFileSync } from "node:child_process";
import { loadEngine } from "../../build/release/npm/engine.js";
import { median, row } from "./report.mjs";

const COUNT = 1_000_000;
const ROUNDS = 15;

/** The worked clause as one would write it without the engine. @param {number} volume */
function byHand(volume) {
  if (volume < 5000) return volume * 200;
  let pay = 5000 * 250;
  if (volume > 5000) pay += (Math.min(volume, 8000) - 5000) * 280;
  if (volume > 8000) pay += (Math.min(volume, 12000) - 8000) * 320;
  if (volume > 12000) pay += (volume - 12000) * 350;
  return pay;
}

/** @param {string} bench the native twin */
export async function payMany(bench) {
  const engine = await loadEngine();
  const clause = { target: 5000, missedRate: 200, tiers: [{ upTo: 5000, rate: 250 }, { upTo: 8000, rate: 280 }, { upTo: 12000, rate: 320 }, { rate: 350 }] };
  const volumes = Float64Array.from({ length: COUNT }, (_, i) => (i * 7919) % 26000);
  /** @type {Record<"wasm" | "native" | "hand", number[]>} */
  const times = { wasm: [], native: [], hand: [] };
  /** @type {Record<string, number>} */
  const sums = {};
  /** @param {"wasm" | "hand"} name @param {() => Float64Array} work */
  const time = (name, work) => {
    const begin = performance.now();
    const pay = work();
    times[name].push(performance.now() - begin);
    sums[name] = pay.reduce((sum, amount) => sum + amount, 0);
  };
  for (let round = 0; round < ROUNDS; round++) {
    time("wasm", () => engine.payMany(clause, volumes));
    time("hand", () => volumes.map(byHand));
    const lines = execFileSync(bench, [String(COUNT), "3"], { encoding: "utf8" }).trim().split("\n");
    sums.native = Number(lines.pop()?.slice(4));
    times.native.push(median(lines.map(Number)));
  }
  if (sums.wasm !== sums.hand || sums.wasm !== sums.native) throw new Error(`the sums differ: ${JSON.stringify(sums)}`);
  const [wasm, native, hand] = [median(times.wasm), median(times.native), median(times.hand)];
  row("payMany, 1,000,000 volumes, wasm / native", wasm / native, 1.5, `${wasm.toFixed(1)} ms, ${native.toFixed(1)} ms`);
  row("payMany, 1,000,000 volumes, wasm / JavaScript by hand", wasm / hand, 1, `${wasm.toFixed(1)} ms, ${hand.toFixed(1)} ms`);
}
