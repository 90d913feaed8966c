/**
 * What 月度评估 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../elements/define/scorecard.js";

export { scorecardPaper } from "./paper.js";
