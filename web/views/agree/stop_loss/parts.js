/**
 * What 止损与回本 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../i18n/desk.js";
import "../../../i18n/agree.js";
import "../../../elements/define/stop_loss.js";

export { stopAsk, stopFact, stopHeadline } from "./verdict.js";
export { paybackFigure } from "./picture.js";
export { stopPaper } from "./paper.js";
