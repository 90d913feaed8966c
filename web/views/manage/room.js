/**
 * The whole dossier of the current partner as the core judges it on the workspace's day, kept while nothing of it
 * changes. A refused answer leaves the last good one, marked stale.
 * @module
 */
import { present } from "../../store/judge.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("allymark/engine").Assessment} Assessment */
/** @typedef {import("allymark/engine").InputError} InputError */
/** @typedef {{result: Assessment | null, stale: boolean, errors: InputError[]}} Assessed */

/** @type {WeakMap<object, {reference: any, asOf: string, answer: Assessed}>} */
const known = new WeakMap();
/** The last good answer of a partner. @type {Map<string, Assessment>} */
const good = new Map();

/** @param {Context} ctx @returns {Assessed} */
export function assessed(ctx) {
  const { store } = ctx;
  const { index, workspace } = store;
  const dossier = workspace.dossiers[index];
  const { reference } = ctx.results.policy;
  const kept = known.get(dossier);
  if (kept && kept.reference === reference && kept.asOf === workspace.asOf) return kept.answer;
  const asked = store.engine.assess({ policy: reference, dossier: present(dossier), asOf: workspace.asOf, trace: true });
  const key = `${dossier.id} ${ctx.results.policy.digest}`;
  if (asked.ok) good.set(key, asked);
  const errors = asked.ok ? [] : asked.errors.map((error) => ({ ...error, path: error.path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${index}`) }));
  const answer = { result: good.get(key) ?? null, stale: !asked.ok && good.has(key), errors };
  known.set(dossier, { reference, asOf: workspace.asOf, answer });
  return answer;
}

/** Where the current dossier is in the workspace. @param {Context} ctx */
export const dossierPath = (ctx) => `/dossiers/${ctx.store.index}`;

/** A request's path as one of the workspace. @param {Context} ctx */
export const address = (ctx) => (/** @type {string} */ path) => path.replace(/^\/dossier(?=\/)/, dossierPath(ctx));
