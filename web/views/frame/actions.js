/**
 * What the bar, the menus and the overview can do.
 * @module
 */
import { loadLater } from "../pages.js";

/** @typedef {import("../../store/store.js").Store} Store */
/** @typedef {ReturnType<typeof actionsOf>} Actions */

/**
 * @param {Store} store
 * @param {import("lit").LitElement} host
 */
export function actionsOf(store, host) {
  const later = async (/** @type {(files: typeof import("../../io/files.js")) => unknown} */ act) => {
    try {
      await act((await loadLater()).files);
    } catch (error) {
      // Three browsers, three sentences for a part of the program that did not come.
      if (!/import|module/i.test(String(error))) throw error;
      store.say({ tone: "bad", text: "action.unreachable" });
    }
  };
  const exported = (/** @type {string} */ kind) => host.dispatchEvent(new CustomEvent("allymark-export", { bubbles: true, composed: true, detail: { kind } }));
  return {
    clear: () => store.ask("clear"),
    openFile: () => later((files) => files.openFile(store)),
    /** @param {string} id */
    openExample: (id) => later((files) => files.openExample(store, id)),
    /** @param {string} slot */
    openCopy: (slot) => later((files) => files.openCopy(store, slot)),
    saveFile: () => later((files) => {
      files.saveFile(store);
      exported("json");
    }),
    /** @param {"xlsx" | "csv" | "template"} kind */
    saveTable: (kind) => later(async (files) => {
      await files.saveTable(store, kind);
      exported(kind);
    }),
    /** @param {string} id of a shipped pack */
    judgeBy: async (id) => (await loadLater()).policyFile.judgeBy(store, id),
    importPolicy: async () => (await loadLater()).policyFile.importPolicy(store),
    paste: () => store.ask("paste"),
    share: () => store.ask("share"),
    print: () => {
      exported("print");
      print();
    },
  };
}
