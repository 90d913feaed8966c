/**
 * What 协议与佣金 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../i18n/desk.js";
import "../../../i18n/agree.js";
import "../../../elements/define/commission.js";

export { commissionAsk, commissionPaper } from "./paper.js";
