// One assessment with trace against the browser's own JSON.parse of the request and JSON.stringify of the result, run by
// run in turn, and assessMany without traces.
import { loadEngine } from "../../build/release/npm/engine.js";
import { median, row } from "./report.mjs";

const ROUNDS = 200;

/** Twelve months, a trial, an agreement and a relationship. @param {number} index */
const dossier = (index) => ({
  id: `p${index}`,
  name: `伙伴${index}`,
  keyLevel: { strategicValue: 1 + (index % 5), substitutability: 3, investment: 3 },
  trial: { users: 300, metrics: { conversion: { events: 63, of: 300 }, nps: 76, complaint_rate: { events: 8, of: 300 }, response_hours: 12 } },
  agreement: { effective: "2024-01-01" },
  months: Array.from({ length: 12 }, (_, at) => ({
    month: `2024-${String(at + 1).padStart(2, "0")}`,
    metrics: { policies: 480 + ((index + at) % 11) * 7, conversion: "18.4", nps: 71 + (at % 4), complaint_rate: "3.2", quote_hours: 16, failure_rate: "0.3" },
  })),
  relationship: { start: "2024-01-15", backup: "乙", meetings: [{ layer: "managers", date: "2024-12-15" }] },
});

export async function assess() {
  const engine = await loadEngine();
  const request = { call: "assess", policy: "insurance-data", dossier: dossier(1), asOf: "2025-01-10", trace: true };
  const text = JSON.stringify(request);
  const answer = engine.evaluate(text);
  if (!JSON.parse(answer).ok) throw new Error(answer.slice(0, 500));
  const result = JSON.parse(answer);
  /** @type {{ engine: number[], json: number[] }} */
  const times = { engine: [], json: [] };
  /** @param {"engine" | "json"} name @param {() => void} work */
  const time = (name, work) => {
    const begin = performance.now();
    work();
    times[name].push((performance.now() - begin) * 1000);
  };
  for (let round = 0; round < ROUNDS; round++) {
    time("engine", () => engine.evaluate(text));
    time("json", () => {
      JSON.parse(text);
      JSON.stringify(result);
    });
  }
  const [own, json] = [median(times.engine), median(times.json)];
  row("one assessment with trace / JSON.parse + JSON.stringify", own / json, 4, `${own.toFixed(0)} µs, ${json.toFixed(0)} µs`);

  const dossiers = Array.from({ length: 500 }, (_, index) => dossier(index));
  const many = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    const rows = engine.assessMany({ policy: "insurance-data", dossiers, asOf: "2025-01-10" });
    if (!rows.ok) throw new Error(JSON.stringify(rows.errors.slice(0, 3)));
    return ((performance.now() - begin) * 1000) / dossiers.length;
  });
  row("assessMany, µs a dossier with 12 months", median(many), 200, `${dossiers.length} dossiers`);
}

/** @param {string} release */
export async function sizeRows(release) {
  const { sizes } = await import("../../scripts/lib/sizes.mjs");
  for (const { name, kilobytes, atMost } of sizes(release)) row(`${name}, kB`, kilobytes, atMost, name.includes("brotli") ? "quality 11" : "as it is");
}
