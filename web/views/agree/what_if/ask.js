/**
 * What is asked of the engine: the year drawn from ranges, and the volume for an income. An answer is kept until
 * something it rests on changes.
 * @module
 */
import { present } from "../../../store/judge.js";

/** @typedef {import("../../context.js").Context} Context */
/** @typedef {import("allymark/engine").InputError} InputError */
/** @typedef {import("allymark/engine").Simulation} Simulation */
/**
 * @typedef {object} Ask
 * @property {string} id
 * @property {string} at where the request holds the range
 * @property {string} label
 * @property {string} unit
 * @property {string} suffix
 * @property {number} step distance of the figures drawn
 * @property {any} low used while nothing is typed
 * @property {any} high
 */
/**
 * @typedef {object} Asked of one partner
 * @property {Record<string, string | null>} typed by field
 * @property {{key: string, reference: any, answer: any}} [drawn]
 * @property {{year: any, answer: Simulation}} [good] the last sound answer of a contract year
 * @property {{key: string, reference: any, answer: any}} [sought]
 */

/** Years drawn: few enough for each key press, so many that a chance is right within two percent. */
const RUNS = 4000;
const SEED = 2024;
const QUANTILES = [5, 50, 95];
/** No year sells more. */
const MOST = 1_000_000_000;

/** @type {WeakMap<object, Map<string, Asked>>} */
const kept = new WeakMap();

/** @param {Context} ctx @returns {Asked} */
function asked(ctx) {
  const { store } = ctx;
  const { id } = store.workspace.dossiers[store.index];
  const all = kept.get(store) ?? new Map();
  kept.set(store, all);
  const mine = all.get(id) ?? { typed: {} };
  all.set(id, mine);
  return mine;
}

/**
 * What a field of this card holds, and how it is written.
 * @param {Context} ctx
 * @param {string} path
 * @param {InputError | undefined} error
 */
export function heldBy(ctx, path, error) {
  const mine = asked(ctx);
  return {
    held: { value: mine.typed[path], error },
    /** @param {string | null} text */
    write: (text) => {
      mine.typed[path] = text;
      ctx.store.look({});
    },
  };
}

/**
 * @param {Context} ctx
 * @param {Ask[]} asks
 * @returns {{result: Simulation | null, stale: boolean, errors: InputError[]}}
 */
export function answerOf(ctx, asks) {
  const mine = asked(ctx);
  const { reference } = ctx.results.policy;
  const ends = asks.map(({ id, low, high, step }) => {
    const from = mine.typed[`what-if/${id}/from`] ?? low;
    const to = mine.typed[`what-if/${id}/to`] ?? high;
    return { id, spread: { from: from ?? to, to: to ?? from, step } };
  });
  const [volume, ...metrics] = ends;
  if (volume.spread.from === undefined) return { result: null, stale: false, errors: [] };
  const { contractYear = 1, reading } = present(ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {});
  const request = { contractYear, reading, volume: volume.spread, metrics: Object.fromEntries(metrics.filter(({ spread }) => spread.from !== undefined).map(({ id, spread }) => [id, spread])), runs: RUNS, seed: SEED, quantiles: QUANTILES };
  const key = JSON.stringify(request);
  if (mine.drawn?.key !== key || mine.drawn.reference !== reference) mine.drawn = { key, reference, answer: ctx.store.engine.simulate({ policy: reference, ...request }) };
  const { answer } = mine.drawn;
  if (answer.ok) mine.good = { year: contractYear, answer };
  const last = mine.good && mine.good.year === contractYear ? mine.good.answer : null;
  return { result: last, stale: !answer.ok, errors: answer.ok ? [] : answer.errors };
}

/**
 * The least volume that pays what is wanted, with the year's quality as it stands.
 * @param {Context} ctx
 * @param {string} path of the field
 * @returns {{wanted: string | null, found: {to: number, values: any[]} | null, error?: InputError}}
 */
export function goalOf(ctx, path) {
  const mine = asked(ctx);
  const wanted = mine.typed[path] ?? null;
  if (wanted === null) return { wanted, found: null };
  const { reference } = ctx.results.policy;
  const { contractYear = 1, reading, metrics } = present(ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {});
  const request = { call: /** @type {const} */ ("quote"), contractYear, reading, metrics, volume: 0 };
  const key = JSON.stringify([request, wanted]);
  if (mine.sought?.key !== key || mine.sought.reference !== reference)
    mine.sought = { key, reference, answer: ctx.store.engine.explore({ request: { ...request, policy: reference }, watch: ["/net"], goal: { atLeast: wanted }, vary: [{ at: "/volume", from: 0, to: MOST, step: 1 }] }) };
  const { answer } = mine.sought;
  if (!answer.ok) return { wanted, found: null, error: answer.errors[0] };
  // A year without tiers pays nothing that could be aimed at.
  if (answer.base[0] === null) return { wanted: null, found: null };
  return { wanted, found: answer.varied[0]?.up ?? null };
}
