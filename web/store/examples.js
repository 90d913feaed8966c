/**
 * The worked examples that ship with the page: the success story is there at once, the other comes when it is opened.
 * @module
 */
import insurance from "./examples/insurance-data.json" with { type: "json" };

export const EXAMPLES = /** @type {const} */ (["insurance-data", "used-car"]);

/** The step that tells an example's story, where it is not the one in view. @type {Record<string, string>} */
export const STORY = { "used-car": "stop-loss" };

/** @returns {import("./workspace.js").Workspace} */
export function example() {
  return /** @type {any} */ (insurance);
}

/**
 * @param {string} id
 * @returns {Promise<import("./workspace.js").Workspace>}
 */
export async function loadExample(id) {
  if (id !== "used-car") return example();
  return /** @type {any} */ ((await import("./examples/used-car.json", { with: { type: "json" } })).default);
}
