/**
 * Loads the engine and opens the worked example.
 * @module
 */
import { loadEngine } from "allymark/engine";
import { policies, wasm } from "allymark/assets";
import { Store } from "./store.js";
import { example } from "./examples.js";

/** @returns {Promise<Store>} */
export async function openStore() {
  const engine = await loadEngine({ wasm, policies });
  return new Store(engine, example());
}
