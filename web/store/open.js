/**
 * Loads the engine and opens the worked example.
 * @module
 */
import { loadEngine } from "allymark/engine";
import { policies, wasm } from "allymark/assets";
import { loadTable } from "../i18n/tables.js";
import { loadPreferences } from "./preferences.js";
import { Store } from "./store.js";
import { example } from "./examples.js";

/** @returns {Promise<Store>} */
export async function openStore() {
  const [engine] = await Promise.all([loadEngine({ wasm, policies }), loadTable(loadPreferences().lang)]);
  // From here on nothing is asked of the network: the other language comes now, behind the first verdict.
  setTimeout(() => void loadTable("en"));
  return new Store(engine, example());
}
