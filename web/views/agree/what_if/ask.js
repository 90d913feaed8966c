/**
 * What is asked of the engine: the year drawn from ranges, and the volume for an income. An answer is kept until
 * something it rests on changes.
 * @module
 */
import { present } from "../../../store/judge.js";
import { escapePart } from "../../../store/pointer.js";
import { behind, giveUp } from "../../shared/behind.js";

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
 * @property {boolean} [own] whether something was typed in this card: then its frame waits for the answer
 * @property {{key: string, reference: any, answer: any}} [drawn]
 * @property {{key: string, reference: any}} [awaited] what is being drawn behind the frame
 * @property {{year: any, answer: Simulation}} [good] the last sound answer of a contract year
 * @property {{key: string, reference: any, answer: any}} [sought]
 */

/** Years drawn: few enough to follow each key press a frame later, so many that a chance is right within two percent. */
const RUNS = 4000;
const SEED = 2024;
const QUANTILES = [5, 50, 95];
/** No year sells more. */
const MOST = 1_000_000_000;

/** Answers, not what was typed: that is kept with the workspace. @type {WeakMap<object, Map<string, Asked>>} */
const kept = new WeakMap();

/** @param {Context} ctx @returns {Asked} */
function asked(ctx) {
  const { store } = ctx;
  const { id } = store.workspace.dossiers[store.index];
  const all = kept.get(store) ?? new Map();
  kept.set(store, all);
  const mine = all.get(id) ?? {};
  all.set(id, mine);
  return mine;
}

/**
 * Where the workspace keeps what is typed in this card: it is no fact of the partner, so not in its dossier.
 * @param {Context} ctx
 * @param {string} field "volume/from" or "goal"
 */
const placeOf = ({ store }, field) => `/whatIf/${escapePart(store.workspace.dossiers[store.index].id)}/${field}`;

/** @param {Context} ctx @param {string} field @returns {string | undefined} */
const typedAt = (ctx, field) => ctx.store.valueAt(placeOf(ctx, field)) ?? undefined;

/**
 * What a field of this card holds, and how it is written.
 * @param {Context} ctx
 * @param {string} field
 * @param {InputError | undefined} error
 */
export function heldBy(ctx, field, error) {
  return {
    held: { value: typedAt(ctx, field), error },
    /** @param {string | null} text */
    write: (text) => {
      asked(ctx).own = true;
      ctx.store.set(placeOf(ctx, field), text ?? undefined);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {Ask[]} asks
 * @param {boolean} [now] without what was drawn last, as on paper
 * @returns {{result: Simulation | null, stale: boolean, behind: boolean, errors: InputError[]}} `behind`: what is typed is still being drawn
 */
export function answerOf(ctx, asks, now = false) {
  const mine = asked(ctx);
  const { reference } = ctx.results.policy;
  const ends = asks.map(({ id, low, high, step }) => {
    const [from, to] = [typedAt(ctx, `${id}/from`) ?? low, typedAt(ctx, `${id}/to`) ?? high];
    return { id, spread: { from: from ?? to, to: to ?? from, step } };
  });
  const [volume, ...metrics] = ends;
  if (volume.spread.from === undefined) return { result: null, stale: false, behind: false, errors: [] };
  const { contractYear = 1, reading } = present(ctx.store.workspace.dossiers[ctx.store.index].agreement ?? {});
  const request = { contractYear, reading, volume: volume.spread, metrics: Object.fromEntries(metrics.filter(({ spread }) => spread.from !== undefined).map(({ id, spread }) => [id, spread])), runs: RUNS, seed: SEED, quantiles: QUANTILES };
  const key = JSON.stringify(request);
  const same = (/** @type {{key: string, reference: any} | undefined} */ one) => one?.key === key && one.reference === reference;
  const draw = () => {
    const answer = ctx.store.engine.simulate({ policy: reference, ...request });
    mine.drawn = { key, reference, answer };
    if (answer.ok) mine.good = { year: contractYear, answer };
  };
  const last = () => (mine.good && mine.good.year === contractYear ? mine.good.answer : null);
  if (!same(mine.drawn) && (now || mine.own || !last())) draw();
  if (same(mine.drawn)) {
    // An older question still under way would take the place of this answer.
    giveUp(mine);
    mine.awaited = undefined;
  } else if (!same(mine.awaited)) {
    mine.awaited = { key, reference };
    void behind(mine, [draw], () => ctx.host.requestUpdate());
  }
  mine.own = false;
  const answer = mine.drawn?.answer;
  return { result: last(), stale: !answer?.ok, behind: !same(mine.drawn), errors: answer?.ok === false ? answer.errors : [] };
}

/**
 * The least volume that pays what is wanted, with the year's quality as it stands.
 * @param {Context} ctx
 * @returns {{wanted: string | null, found: {to: number, values: any[]} | null, error?: InputError}}
 */
export function goalOf(ctx) {
  const mine = asked(ctx);
  const wanted = typedAt(ctx, "goal") ?? null;
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
