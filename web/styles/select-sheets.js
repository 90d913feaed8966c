/**
 * The style sheet of the rooms before the trial, which come behind the first verdict.
 * @module
 */
import { unsafeCSS } from "lit";
import scores from "./scores.css" with { type: "text" };
import select from "./select.css" with { type: "text" };
import { shared } from "./sheets.js";

export const selectStyles = [...shared, ...[select, scores].map(unsafeCSS)];
