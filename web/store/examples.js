/**
 * The worked examples that ship with the page.
 * @module
 */
import insurance from "./examples/insurance-data.json" with { type: "json" };

/** @returns {import("./workspace.js").Workspace} */
export function example() {
  return /** @type {any} */ (insurance);
}
