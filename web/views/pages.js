/**
 * The pages beside the steps. They come behind the first verdict, with the dialogs, in one piece.
 * @module
 */
import { STEPS, stepOf } from "./steps.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("./frame/actions.js").Actions} Actions */

export const PAGES = /** @type {const} */ (["overview", "policy", "report"]);

/** @param {string} view @returns {view is typeof PAGES[number]} */
export const isPage = (view) => /** @type {readonly string[]} */ (PAGES).includes(view);

/**
 * What an address or an attribute names: a page or a step.
 * @param {string} view
 */
export const knownView = (view) => (isPage(view) ? view : stepOf(view).id);

/**
 * @param {import("../store/store.js").Store} store
 * @param {string} view
 */
export function goTo(store, view) {
  const known = knownView(view);
  store.look({ view: known, open: null, ...(isPage(known) ? {} : { step: known }) });
}

/** @type {typeof import("./later.js") | null} */
let later = null;

/** The pages and dialogs, once they are here. */
export const laterParts = () => later;

/**
 * Pages, dialogs, and what the steps need to be shown and printed.
 * @returns {Promise<typeof import("./later.js")>}
 */
export async function loadLater() {
  const [parts] = await Promise.all([import("./later.js"), ...STEPS.map((step) => step.load?.())]);
  later = parts;
  return parts;
}
