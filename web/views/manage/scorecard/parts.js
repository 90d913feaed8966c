/**
 * What 月度评估 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../i18n/desk.js";
import "../../../elements/define/scorecard.js";

export { scorecardAsk, scorecardPaper } from "./paper.js";
