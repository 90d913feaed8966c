/**
 * The whole dossier of the current partner as the core judges it on the workspace's day. A refused answer leaves the
 * last good one, marked stale.
 * @module
 */

/** @typedef {import("../context.js").Context} Context */
/** @typedef {import("../../store/judge.js").Room} Assessed */

/** @param {Context} ctx @returns {Assessed} */
export const assessed = (ctx) => ctx.results.whole;

/** Where the current dossier is in the workspace. @param {Context} ctx */
export const dossierPath = (ctx) => `/dossiers/${ctx.store.index}`;

/** A request's path as one of the workspace. @param {Context} ctx */
export const address = (ctx) => (/** @type {string} */ path) => path.replace(/^\/dossier(?=\/)/, dossierPath(ctx));
