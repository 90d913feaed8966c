/**
 * Brings the Chinese texts of the agreement's cards; whoever shows such a text imports this first.
 * @module
 */
import { agreeZh } from "./agree-zh.js";
import { addTexts } from "./tables.js";

addTexts("zh", agreeZh);
