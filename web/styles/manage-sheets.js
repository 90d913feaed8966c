/**
 * The sheets of the room manage and the portfolio, which come behind the first verdict.
 * @module
 */
import { unsafeCSS } from "lit";
import lanes from "./lanes.css" with { type: "text" };
import manage from "./manage.css" with { type: "text" };
import scorecard from "./scorecard.css" with { type: "text" };
import { shared } from "./sheets.js";

export const manageStyles = [...shared, ...[manage, lanes].map(unsafeCSS)];
export const scorecardStyles = [...shared, unsafeCSS(scorecard)];
