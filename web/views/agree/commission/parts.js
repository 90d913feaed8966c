/**
 * What 协议与佣金 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../elements/define/commission.js";

export { commissionPaper } from "./paper.js";
