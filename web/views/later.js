/**
 * What comes behind the first verdict, in one piece: pages beside the steps, dialogs, files, and their texts.
 * @module
 */
import { unsafeCSS } from "lit";
import "../i18n/desk.js";
import "../i18n/agree.js";
import desk from "../styles/desk.css" with { type: "text" };
import lanes from "../styles/lanes.css" with { type: "text" };
import paper from "../styles/paper.css" with { type: "text" };
import payback from "../styles/payback.css" with { type: "text" };
import rules from "../styles/rules.css" with { type: "text" };
import scores from "../styles/scores.css" with { type: "text" };
import { clearDialog } from "./dialogs/clear.js";
import { compareDialog } from "./dialogs/compare.js";
import { pasteDialog } from "./dialogs/paste.js";
import { shareDialog } from "./dialogs/share.js";
import { overview } from "./overview/view.js";
import { policyPage } from "./policy/view.js";
import { report, reportPage } from "./report/view.js";

export * as files from "../io/files.js";
export * as policyFile from "../io/policy-file.js";
export { report };

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("./frame/actions.js").Actions} Actions */

/** For the app's shadow root, where all this is shown. */
export const sheets = [desk, rules, paper, lanes, payback, scores].map((text) => /** @type {CSSStyleSheet} */ (unsafeCSS(text).styleSheet));

/** @type {Record<string, (ctx: Context, data: any, actions: Actions) => unknown>} */
const DIALOGS = { clear: clearDialog, compare: compareDialog, paste: pasteDialog, share: shareDialog };

/**
 * @param {Context} ctx
 * @param {{kind: string, data?: any}} asked
 * @param {Actions} actions
 */
export const dialog = (ctx, asked, actions) => DIALOGS[asked.kind]?.(ctx, asked.data, actions);

/**
 * @param {Context} ctx
 * @param {string} view
 * @param {Actions} actions
 */
export const page = (ctx, view, actions) => (view === "overview" ? overview(ctx, actions) : view === "policy" ? policyPage(ctx) : reportPage(ctx, actions));
