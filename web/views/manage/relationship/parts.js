/**
 * What 关系管理 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import "../../../elements/define/relationship.js";

export { relationshipFindings, relationshipHeadline } from "./verdict.js";
export { relationshipPaper } from "./paper.js";
