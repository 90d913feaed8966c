/**
 * What 试合作 needs beyond the first verdict.
 * @module
 */
import "../../../i18n/desk.js";

export { circumstances } from "./circumstances.js";
export { flipTable } from "./flips.js";
export { trialHow } from "./how.js";
export { trialAsk, trialPaper } from "./paper.js";
