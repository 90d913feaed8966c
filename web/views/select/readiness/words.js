/**
 * Ability and willingness as looks and words.
 * @module
 */

/** @typedef {import("allymark/engine").Readiness} Readiness */

const LOOKS = /** @type {const} */ ({
  able_willing: { tone: "ok", icon: "ok" },
  able_unwilling: { tone: "warn", icon: "find" },
  unable_willing: { tone: "warn", icon: "find" },
  unable_unwilling: { tone: "bad", icon: "stop" },
});

/**
 * @param {Readiness["quadrant"]} quadrant
 * @returns {{tone: "ok" | "warn" | "bad" | "neutral", icon: import("../../shared/icon.js").IconName}}
 */
export const quadrantLook = (quadrant) => (quadrant ? LOOKS[quadrant] : { tone: "neutral", icon: "none" });

const ANSWERS = /** @type {const} */ ({ yes: { tone: "ok", icon: "tick" }, no: { tone: "bad", icon: "x" }, unknown: { tone: "neutral", icon: "none" } });

/** @param {"yes" | "no" | "unknown"} answer */
export const answerLook = (answer) => ANSWERS[answer];
