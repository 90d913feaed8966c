/**
 * What the one who decides has to know first: what blocks, then what the verdict on the partner in view hangs on, then the
 * others. Remarks about candidates that are out already come last.
 * @module
 */
import { grouped } from "../shared/findings.js";
import { currentTrial } from "../select/trial/step.js";
import { STEPS } from "../steps.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Finding} Finding */

const BLOCKS = 0;
const CONDITION = 1;
const EVERYBODY = 2;
const OWN = 3;
const OTHERS = 4;
const OUT = 5;

/**
 * Each once, the weightiest first; those of the leading step before others of the same weight.
 * @param {Context} ctx
 * @param {string} [lead]
 * @returns {Finding[][]}
 */
export function weightiest(ctx, lead) {
  const steps = [...STEPS.filter((step) => step.id === lead), ...STEPS.filter((step) => step.id !== lead)];
  const told = new Set();
  const groups = steps.flatMap((step) => grouped(ctx, step.findings(ctx)).map((group) => ({ group, weight: weight(ctx, step.group, group) })));
  return groups
    .filter(({ group: [first] }) => first.severity !== "note")
    .filter(({ group: [first] }) => {
      // Two limits of one metric make one remark.
      const { metric } = first.params;
      const keys = [first.code + JSON.stringify(first.params), ...(metric === undefined ? [] : [`${first.code} ${first.path} ${metric}`])];
      const known = keys.some((key) => told.has(key));
      keys.forEach((key) => told.add(key));
      return !known;
    })
    .sort((a, b) => a.weight - b.weight)
    .map(({ group }) => group);
}

/**
 * @param {Context} ctx
 * @param {string} room
 * @param {Finding[]} group
 */
function weight(ctx, room, group) {
  const about = [...new Set(group.flatMap((finding) => /^\/dossiers\/(\d+)/.exec(finding.path)?.[1] ?? []))].map(Number);
  const ours = about.length === 0 || about.includes(ctx.store.index);
  if (!ours && about.every((at) => isOut(ctx, at))) return OUT;
  if (group[0].severity === "block") return BLOCKS;
  if (!ours) return OTHERS;
  const result = currentTrial(ctx);
  const owed = [...(result?.notMeasured ?? []), ...(result?.missed ?? [])];
  if (group.some((finding) => owed.includes(String(finding.params.metric)))) return CONDITION;
  return room === "all" ? EVERYBODY : OWN;
}

/** @param {Context} ctx @param {number} at */
function isOut(ctx, at) {
  const id = ctx.store.workspace.dossiers[at]?.id;
  return ctx.results.selection?.ranking.find((result) => result.id === id)?.verdict === "stop";
}
