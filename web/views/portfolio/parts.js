/**
 * What 伙伴组合 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../i18n/desk.js";
import "../../elements/define/portfolio.js";

export { portfolioAsk, portfolioCompleteness, portfolioFindings, portfolioHeadline } from "./answer.js";
export { portfolioPaper } from "./paper.js";
