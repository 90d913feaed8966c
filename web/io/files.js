/**
 * Opening and saving: workspace documents, the shipped examples, copies kept in this browser, spreadsheets.
 * @module
 */
import { STORY, loadExample } from "../store/examples.js";
import { allPolicies, readInto, savedForm } from "../store/open.js";
import { repair } from "../store/document.js";
import { emptyWorkspace } from "../store/workspace.js";
import { summary } from "../store/summary.js";

/** @typedef {import("../store/store.js").Store} Store */

/**
 * @param {string} accept
 * @returns {Promise<File | null>}
 */
export function pickFile(accept) {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** @param {Store} store */
export async function openFile(store) {
  const file = await pickFile(".json,.xlsx,.csv,.tsv,.txt");
  if (file) await openBlob(store, file);
}

/**
 * @param {Store} store
 * @param {File} file
 */
export async function openBlob(store, file) {
  if (!/\.json$/i.test(file.name)) {
    try {
      const { rowsOf } = await import("./sheet.js");
      store.ask("paste", { rows: await rowsOf(file), name: file.name });
    } catch {
      store.say({ tone: "bad", text: "open.notSheet", params: { file: file.name } });
    }
    return;
  }
  store.keeper?.start();
  const read = await readInto(store, await file.text(), "open");
  if (!read.ok) return store.say({ tone: "bad", text: `open.${read.code}`, params: { ...read.params, file: file.name } });
  store.say({ tone: "note", text: "open.done", params: { file: file.name } });
  compare(store, read);
}

/**
 * Says when a document was judged by other rules than those in force, with both results.
 * @param {Store} store
 * @param {Extract<import("../store/document.js").Read, {ok: true}>} read
 */
export function compare(store, { policy, results }) {
  const now = store.results.policy;
  if (!policy.digest || policy.digest === now.digest) return;
  store.say({ tone: "doubt", text: "open.otherPolicy", params: { version: policy.version ?? "", then: policy.digest.slice(0, 8), now: now.digest.slice(0, 8) }, acts: [{ text: "open.compare", act: () => store.ask("compare", { results, policy }) }] });
}

/**
 * @param {Store} store
 * @param {string} id
 */
export async function openExample(store, id) {
  const [workspace] = await Promise.all([loadExample(id), allPolicies(store.engine)]);
  store.keeper?.start();
  store.replace(workspace, "example");
  const step = STORY[id];
  if (step) store.look({ view: step, step, pane: "result" });
}

/** @param {Store} store */
export function startBlank(store) {
  store.keeper?.start();
  store.replace(emptyWorkspace(store.workspace.policy.id, store.workspace.asOf), "clear");
}

/**
 * @param {Store} store
 * @param {string} slot
 */
export async function openCopy(store, slot) {
  const [copy] = await Promise.all([store.keeper?.copy(slot), allPolicies(store.engine)]);
  if (!copy) return store.say({ tone: "bad", text: "open.gone" });
  const sound = repair(copy.workspace, store.engine);
  if (!sound.ok) return store.say({ tone: "bad", text: `open.${sound.code}`, params: { ...sound.params, file: copy.name } });
  store.keeper?.follow(copy);
  store.replace(sound.workspace, "open");
}

/** What reads and writes tables, before somebody asks for it: then no network need be there. */
export const warm = () => import("./sheet.js").then((sheet) => sheet.warm());

/** @param {Store} store */
export function saveFile(store) {
  const document = { ...savedForm(store), results: summary(store) };
  download(fileName(store, "json"), new Blob([JSON.stringify(document, null, 2), "\n"], { type: "application/json" }));
}

/**
 * @param {Store} store
 * @param {"xlsx" | "csv" | "template"} kind
 */
export async function saveTable(store, kind) {
  const sheet = await import("./sheet.js");
  if (kind === "csv") download(fileName(store, "csv"), await sheet.csvOf(store));
  else download(fileName(store, "xlsx", kind === "template"), await sheet.workbook(store, kind));
}

/**
 * @param {Store} store
 * @param {string} ending
 * @param {boolean} [template]
 */
function fileName(store, ending, template = false) {
  const { name } = store.workspace;
  const text = template ? "template" : typeof name === "string" ? name : name[store.preferences.lang];
  const safe = text.replace(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, "").trim().slice(0, 60);
  return `${store.preferences.lang === "zh" ? "盟鉴" : "Allymark"}${safe ? `-${safe}` : ""}.${ending}`;
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
