/**
 * States of screening and due diligence as looks: icon, tone and word together.
 * @module
 */

/** @typedef {import("allymark/engine").DiligenceResult} Result */
/** @typedef {{tone: "ok" | "warn" | "bad" | "neutral", icon: import("../../shared/icon.js").IconName}} Look */

/** @type {Record<string, Look>} */
const ITEMS = { pass: { tone: "ok", icon: "tick" }, doubt: { tone: "warn", icon: "find" }, veto: { tone: "bad", icon: "stop" }, open: { tone: "neutral", icon: "none" } };
/** @type {Record<string, Look>} */
const ANSWERS = { yes: { tone: "ok", icon: "tick" }, no: { tone: "bad", icon: "stop" }, unknown: { tone: "neutral", icon: "none" } };
/** @type {Record<string, Look>} */
const STATES = { rejected: { tone: "bad", icon: "stop" }, vetoed: { tone: "bad", icon: "stop" }, open: { tone: "neutral", icon: "part" }, doubtful: { tone: "warn", icon: "find" }, passed: { tone: "ok", icon: "ok" } };

/** @param {string} state */
export const itemLook = (state) => ITEMS[state] ?? ITEMS.open;
/** @param {string} answer */
export const answerLook = (answer) => ANSWERS[answer] ?? ANSWERS.unknown;
/** @param {string} state */
export const overallLook = (state) => STATES[state] ?? STATES.open;

/**
 * A failed screening comes before everything else.
 * @param {Result} result
 */
export const overall = (result) => (result.screening.state === "rejected" ? "rejected" : result.state);
