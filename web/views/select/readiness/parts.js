/**
 * What 能力与意愿 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import { addTexts } from "../../../i18n/tables.js";
import { selectZh } from "../../../i18n/select-zh.js";
import "../../../elements/define/readiness.js";

addTexts("zh", selectZh);

export { readinessPaper } from "./paper.js";
