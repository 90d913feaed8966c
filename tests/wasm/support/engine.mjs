// The engine as it is shipped: build/release/npm, loaded the way any program would.
import { existsSync } from "node:fs";

export const packageFolder = new URL("../../../build/release/npm/", import.meta.url);

/** @typedef {import("../../../wasm/engine.d.ts").Engine} Engine */
/** @typedef {import("../../../wasm/engine.d.ts").LoadOptions} LoadOptions */

const address = new URL("engine.js", packageFolder);
if (!existsSync(address)) throw new Error("build/release/npm is missing: run scripts/build");

/** @type {typeof import("../../../wasm/engine.d.ts")} */
const engine = await import(address.href);
export const { loadEngine, AllymarkError } = engine;

/** The answer of a call that must succeed.
 * @template T @param {T} answer @returns {Exclude<T, { ok: false }>} */
export function good(answer) {
  const { ok, errors } = /** @type {any} */ (answer);
  if (ok !== true) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return /** @type {any} */ (answer);
}

/** "code path" of each error of a refusal. @param {any} answer @returns {string[]} */
export function refused(answer) {
  if (answer.ok !== false) throw new Error("not refused");
  return answer.errors.map((/** @type {any} */ error) => `${error.code} ${error.path}`);
}
