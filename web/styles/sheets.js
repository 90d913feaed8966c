/**
 * Style sheets as the shadow roots adopt them: no inline style passes the content security policy.
 * @module
 */
import { unsafeCSS } from "lit";
import base from "./base.css" with { type: "text" };
import charts from "./charts.css" with { type: "text" };
import fields from "./fields.css" with { type: "text" };
import frame from "./frame.css" with { type: "text" };
import tables from "./tables.css" with { type: "text" };
import tokens from "./tokens.css" with { type: "text" };
import trial from "./trial.css" with { type: "text" };

/** What every shadow root adopts. */
export const shared = [tokens, base, fields, tables, charts].map(unsafeCSS);
const trialSheet = unsafeCSS(trial);

export const trialStyles = [...shared, trialSheet];
export const appStyles = [...shared, trialSheet, unsafeCSS(frame)];
