/**
 * What the trial shows beyond its verdict: it comes behind the first one.
 * @module
 */

/** @type {typeof import("./parts.js") | null} */
let parts = null;

/** Null until it is here. */
export const trialParts = () => parts;

export async function loadTrialParts() {
  parts ??= await import("./parts.js");
}
