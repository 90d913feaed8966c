/**
 * A whole workspace in a link or a code to paste: JSON, deflated, in letters that survive a messenger. Nothing is sent
 * anywhere but by whoever passes the link on.
 * @module
 */
import { anonymous, readDocument } from "../store/document.js";
import { allPolicies, savedForm } from "../store/open.js";
import { summary } from "../store/summary.js";
import { compare } from "./files.js";

/** @typedef {import("../store/store.js").Store} Store */

/** What a pasted text looks like when it is a link or a code of ours. */
export const CODE = /(?:^|[#?&])(?:w|s)=([\w-]{16,})/;

/** No more than this many characters come out of a code: a small one can hold a lot of nothing. */
const LARGEST = 16e6;

/**
 * @param {Store} store
 * @param {{anonymous: boolean, name: (letter: string) => string}} options
 * @returns {Promise<string>} the code, without what stands before it
 */
export async function codeOf(store, options) {
  const form = savedForm(store);
  const results = summary(store);
  if (!options.anonymous) return pack({ ...form, results });
  const data = anonymous(store.workspace, options.name);
  const lines = store.workspace.dossiers.flatMap((dossier, index) => (results[dossier.id] ? [[data.dossiers[index].id, { ...results[dossier.id], name: data.dossiers[index].name }]] : []));
  return pack({ schemaVersion: form.schemaVersion, policy: form.policy, data, results: Object.fromEntries(lines) });
}

/**
 * @param {string} code
 * @returns {string} an address that opens it
 */
export const linkOf = (code) => `${location.href.replace(/[?#].*$/, "")}#w=${code}`;

/** @param {object} document */
async function pack(document) {
  const stream = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} code */
async function unpack(code) {
  const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LARGEST) throw new Error("too large");
  }
}

/**
 * Opens a link's workspace beside whatever is kept in this browser.
 * @param {Store} store
 * @param {string} link
 * @param {boolean} [replace] as a step of a running page, which undo takes back
 */
export async function openLink(store, link, replace = false) {
  let read;
  try {
    await allPolicies(store.engine);
    read = readDocument(await unpack(CODE.exec(link)?.[1] ?? ""), store.engine);
  } catch {
    return store.say({ tone: "bad", text: "link.broken" });
  }
  if (!read.ok) return store.say({ tone: "bad", text: `open.${read.code}`, params: { ...read.params, file: "" } });
  store.keeper?.start();
  if (replace) store.replace(read.workspace, "link");
  else store.begin(read.workspace);
  store.say({ tone: "note", text: "link.opened" });
  compare(store, read);
}
