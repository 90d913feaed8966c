/**
 * Brings the Chinese texts of what comes behind the first verdict; whoever shows such a text imports this first.
 * @module
 */
import { texts } from "allymark/texts/later";
import { deskZh } from "./desk-zh.js";
import { addTexts } from "./tables.js";

addTexts("zh", { ...texts, ...deskZh });
