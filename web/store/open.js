/**
 * Loads the engine, once for all elements of a page, and opens a workspace: the one in the link, the one kept in this
 * browser, the one named by the host, or the worked example.
 * @module
 */
import { loadEngine } from "allymark/engine";
import { policies, wasm } from "allymark/assets";
import { loadTable } from "../i18n/tables.js";
import { loadPreferences } from "./preferences.js";
import { Store } from "./store.js";
import { example } from "./examples.js";
import { Keeper } from "./keeper.js";

/** @typedef {import("allymark/engine").Engine} Engine */

/** @type {Promise<Engine> | undefined} */
let engine;
/** @type {Promise<unknown> | undefined} */
let others;

/** The engine with the pack of the worked example; in the single file the bytes are being inflated. */
const started = () => Promise.all([wasm, policies]).then(([wasm, [first]]) => loadEngine({ wasm, policies: [first] }));

/**
 * Hands the other shipped packs to the engine: before a document is read that may name one, else behind the first verdict.
 * @param {Engine} engine
 */
export function allPolicies(engine) {
  others ??= Promise.resolve(policies).then(([, ...rest]) => Promise.all(rest.map(async (pack) => engine.addPolicy(pack instanceof URL ? await textAt(pack) : pack))));
  return others.catch(() => (others = undefined));
}

/**
 * @param {{kept?: boolean, src?: string, policySrc?: string, link?: string, preferences?: Partial<import("./preferences.js").Preferences>}} [options]
 * @returns {Promise<Store>}
 */
export async function openStore({ kept = false, src, policySrc, link = "", preferences = {} } = {}) {
  engine ??= started();
  const lang = preferences.lang ?? loadPreferences().lang;
  const [loaded, keeper, given, pack] = await Promise.all([engine, kept ? Keeper.open() : null, src ? textAt(src) : null, policySrc ? textAt(policySrc) : null, loadTable(lang)]);
  // Engine, verdicts and drawing each get a task of their own: the page answers between them.
  await breath();
  const { workspace, notice } = await found(loaded, keeper);
  const store = await Store.open(loaded, workspace, { keeper, preferences }, breath);
  if (notice) store.say(notice);
  if (pack !== null) judgeBy(store, pack);
  if (given !== null) {
    const read = await readInto(store, given, "src", true);
    if (!read.ok) throw Object.assign(new Error(`allymark: ${read.code}`), { code: "src" });
  }
  if (link) {
    const { openLink } = await import("../io/link.js");
    await openLink(store, link);
  }
  // The other language and the other packs come behind the first verdict; after that nothing is asked of the network.
  void calm().then(() => Promise.all([loadTable("en"), allPolicies(loaded)]));
  await breath();
  store.opening = true;
  void drawn().then(() => (store.opening = false));
  return store;
}

/**
 * What to begin with: what this browser kept, else the worked example, with a word if what was kept cannot be read.
 * @param {Engine} engine
 * @param {Keeper | null} keeper
 * @returns {Promise<{workspace: import("./workspace.js").Workspace, notice?: import("./store.js").Notice}>}
 */
async function found(engine, keeper) {
  const workspace = example();
  const copy = keeper ? await keeper.restore() : null;
  if (!copy) return { workspace };
  if (copy.workspace.policy?.id !== workspace.policy.id) await allPolicies(engine);
  const { repair } = await import("./document.js");
  const sound = repair(copy.workspace, engine);
  if (sound.ok) return { workspace: sound.workspace };
  keeper?.start();
  return { workspace, notice: { tone: "bad", text: `open.${sound.code}`, params: sound.params } };
}

/** Settles once what stands now is on the screen, or would be, were the tab in view. */
export const drawn = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  setTimeout(resolve, 500);
});

/** Settles once it is, and nothing waits to be done: for what nobody has asked for yet. */
export const calm = () => drawn().then(() => new Promise((resolve) => (typeof requestIdleCallback === "function" ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 200))));

/** Lets the browser do what waits: as a timer would, without the milliseconds that a timer in a row of them must wait. */
export const breath = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve(undefined);
  };
  port2.postMessage(null);
});

/** @param {string | URL} address */
async function textAt(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return await answer.text();
  } catch (error) {
    throw Object.assign(new Error(`allymark: ${address} cannot be read`, { cause: error }), { code: "src" });
  }
}

/**
 * @param {Store} store
 * @param {string} pack JSON text
 */
function judgeBy(store, pack) {
  const added = store.engine.addPolicy(pack);
  if (!added.ok) throw Object.assign(new Error("allymark: the policy has errors"), { code: "src", errors: added.errors });
  store.begin({ ...store.workspace, policy: { id: added.id, edits: {} } });
}

/**
 * Reads a document into a store, as one step that undo takes back.
 * @param {Store} store
 * @param {object | string} state
 * @param {string} reason
 * @param {boolean} [first] the store's first state, with nothing before it
 */
export async function readInto(store, state, reason, first = false) {
  const [{ readDocument }] = await Promise.all([import("./document.js"), allPolicies(store.engine)]);
  const read = readDocument(state, store.engine);
  if (!read.ok) return read;
  if (first) store.begin(read.workspace);
  else store.replace(read.workspace, reason);
  return read;
}

/**
 * What is stored and sent: the workspace, by which policy it was judged, and what came out.
 * @param {Store} store
 */
export function savedForm(store) {
  const { extra = {}, ...data } = store.workspace;
  const { id, version, digest } = store.results.policy;
  return { ...extra, schemaVersion: data.schemaVersion, policy: { id, version, digest }, data };
}
