/**
 * The sheets of the agreement's cards, which come behind the first verdict.
 * @module
 */
import { unsafeCSS } from "lit";
import agree from "./agree.css" with { type: "text" };
import commission from "./commission.css" with { type: "text" };
import payback from "./payback.css" with { type: "text" };
import rules from "./rules.css" with { type: "text" };
import { shared } from "./sheets.js";

export const agreeStyles = [...shared, ...[commission, agree, payback, rules].map(unsafeCSS)];
