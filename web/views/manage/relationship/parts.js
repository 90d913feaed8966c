/**
 * What 关系管理 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../i18n/desk.js";
import "../../../elements/define/relationship.js";

export { relationshipAsk, relationshipFindings, relationshipHeadline } from "./verdict.js";
export { relationshipPaper } from "./paper.js";
