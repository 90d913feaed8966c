/**
 * What 尽调 needs beyond its line in the frame: its card and its page on paper.
 * @module
 */
import { addTexts } from "../../../i18n/tables.js";
import { selectZh } from "../../../i18n/select-zh.js";
import "../../../elements/define/diligence.js";

addTexts("zh", selectZh);

export { diligencePaper } from "./paper.js";
