/**
 * By which pack a workspace is judged: a shipped one, or one from a file, checked before it is taken; and the pack in
 * force as a file.
 * @module
 */
import { allPolicies } from "../store/open.js";
import { download, pickFile } from "./files.js";

/** @typedef {import("../store/store.js").Store} Store */

/**
 * One undo step. What was typed stays; figures that the other pack does not know stay in the document and are told.
 * @param {Store} store
 * @param {string} id
 */
export async function judgeBy(store, id) {
  await allPolicies(store.engine);
  if (store.engine.policies().some((pack) => pack.id === id)) store.change((workspace) => ({ ...workspace, policy: { id, edits: {} } }), null, "policy");
}

/** The shipped pack that a pack from a file goes back to. @param {Store} store */
export function shippedFor(store) {
  const known = store.engine.policies();
  return (known.find((pack) => pack.id === store.workspace.policy.id) ?? known[0]).id;
}

/** @param {Store} store */
export async function importPolicy(store) {
  const file = await pickFile(".json");
  if (!file) return;
  let document;
  try {
    document = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
  } catch {
    return store.say({ tone: "bad", text: "open.notJson", params: { file: file.name } });
  }
  takePolicy(store, document, file.name);
}

/**
 * @param {Store} store
 * @param {any} document
 * @param {string} name of the file
 */
export function takePolicy(store, document, name) {
  const checked = store.engine.check(document ?? {});
  if (!checked.ok) return store.say({ tone: "bad", text: "policy.refused", params: { file: name, n: checked.errors.length, path: checked.errors[0]?.path ?? "" } });
  const known = store.engine.policies().find((pack) => pack.digest === checked.digest);
  store.change((workspace) => ({ ...workspace, policy: known ? { id: known.id, edits: {} } : { id: checked.id, edits: {}, document } }), null, "policy");
  store.say({ tone: "note", text: "policy.taken", params: { file: name } });
}

/** @param {Store} store */
export function exportPolicy(store) {
  const { wanted, id, version, edited } = store.results.policy;
  download(`${id}-${version}${edited ? "-edited" : ""}.json`, new Blob([JSON.stringify(wanted, null, 2), "\n"], { type: "application/json" }));
}
