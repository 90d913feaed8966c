/**
 * What 关键等级 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import { addTexts } from "../../../i18n/tables.js";
import { selectZh } from "../../../i18n/select-zh.js";
import "../../../elements/define/level.js";

addTexts("zh", selectZh);

export { levelPaper } from "./paper.js";
