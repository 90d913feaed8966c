/**
 * What 危机预案 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../i18n/desk.js";
import "../../../elements/define/crisis.js";

export { crisisAsk, crisisCompleteness, crisisFindings, crisisHeadline } from "./verdict.js";
export { crisisPaper } from "./paper.js";
