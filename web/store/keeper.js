/**
 * Keeps the workspace in this browser (IndexedDB), after each change, so that a crash or a closed tab loses nothing.
 * Every saved copy has a revision: a tab that would write over a revision it has not seen does not, and says so.
 * @module
 */
import { openDB } from "idb";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {{slot: string, revision: number, savedAt: number, name: string, workspace: Workspace}} Copy */
/** @typedef {"none" | "saving" | "saved" | "refused" | "elsewhere"} Kept */

const DATABASE = "allymark";
const COPIES = "copies";
const TAB_KEY = "allymark.slot";
/** Storage that does not answer within this many milliseconds does not hold up the page. */
const PATIENCE = 2000;
/** Partners from which on a copy costs time: it then waits for this many milliseconds without a key press. */
const LARGE = 100;
const PAUSE = 300;
/** Copies kept; the oldest go first. */
const MOST_COPIES = 30;

export class Keeper {
  #database;
  /** @type {BroadcastChannel | null} */ #channel = null;
  /** The newest state that is still to be written. @type {Workspace | null} */ #waiting = null;
  #writing = false;
  #revision = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;

  /**
   * @param {import("idb").IDBPDatabase | null} database
   * @param {string} slot
   */
  constructor(database, slot) {
    this.#database = database;
    this.slot = slot;
    /** @type {Kept} */
    this.state = database ? "none" : "refused";
    this.savedAt = 0;
    /** @type {() => void} */
    this.onState = () => {};
    if (typeof BroadcastChannel !== "function" || !database) return;
    this.#channel = new BroadcastChannel(DATABASE);
    this.#channel.onmessage = ({ data }) => {
      if (data?.slot === this.slot && data.revision > this.#revision && this.state !== "elsewhere") this.#become("elsewhere");
    };
  }

  /** Opens the storage, or a keeper that says it was refused. @returns {Promise<Keeper>} */
  static async open() {
    const slot = tabSlot();
    try {
      const opening = openDB(DATABASE, 1, { upgrade: (database) => void database.createObjectStore(COPIES, { keyPath: "slot" }) });
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error("storage does not answer")), PATIENCE));
      const database = await Promise.race([opening, late]);
      return new Keeper(/** @type {any} */ (database), slot ?? "");
    } catch {
      return new Keeper(null, slot ?? newSlot());
    }
  }

  /**
   * What was kept last: this tab's own copy, or for a new tab the newest one.
   * @returns {Promise<Copy | null>}
   */
  async restore() {
    if (!this.#database) return null;
    try {
      const copies = await this.copies();
      const copy = copies.find((entry) => entry.slot === this.slot) ?? copies[0] ?? null;
      if (copy) this.follow(copy);
      else this.start();
      return copy;
    } catch {
      this.start();
      return null;
    }
  }

  /** All copies, newest first. @returns {Promise<Copy[]>} */
  async copies() {
    if (!this.#database) return [];
    /** @type {Copy[]} */
    const copies = await this.#database.getAll(COPIES);
    return copies.sort((a, b) => b.savedAt - a.savedAt);
  }

  /** @param {string} slot @returns {Promise<Copy | undefined>} */
  async copy(slot) {
    return this.#database?.get(COPIES, slot);
  }

  /** @param {string} slot */
  async forget(slot) {
    await this.#database?.delete(COPIES, slot);
  }

  /** Goes on with a copy that was read. @param {Copy} copy */
  follow(copy) {
    this.#waiting = null;
    this.slot = copy.slot;
    this.#revision = copy.revision;
    this.savedAt = copy.savedAt;
    keepTabSlot(this.slot);
    this.#become(this.#database ? "saved" : "refused");
  }

  /** A place of its own for what comes next; nothing is written until something changes. */
  start() {
    this.#waiting = null;
    this.slot = newSlot();
    this.#revision = 0;
    this.savedAt = 0;
    keepTabSlot(this.slot);
    this.#become(this.#database ? "none" : "refused");
  }

  /** @param {Workspace} workspace */
  save(workspace) {
    if (!this.#database || this.state === "elsewhere") return;
    this.#waiting = workspace;
    clearTimeout(this.#pause);
    if (workspace.dossiers.length < LARGE) return this.#begin();
    if (this.state !== "saving") this.#become("saving");
    this.#pause = setTimeout(() => this.#begin(), PAUSE);
  }

  #begin() {
    if (!this.#writing) void this.#write();
  }

  async #write() {
    const database = this.#database;
    if (!database) return;
    this.#writing = true;
    try {
      while (this.#waiting && this.state !== "elsewhere") {
        const workspace = this.#waiting;
        this.#waiting = null;
        this.#become("saving");
        await this.#put(database, workspace);
      }
    } catch {
      this.#become("refused");
    } finally {
      this.#writing = false;
    }
  }

  /**
   * @param {import("idb").IDBPDatabase} database
   * @param {Workspace} workspace
   */
  async #put(database, workspace) {
    const slot = this.slot;
    const change = database.transaction(COPIES, "readwrite");
    /** @type {Copy | undefined} */
    const there = await change.store.get(slot);
    if (slot !== this.slot) return change.done;
    if ((there?.revision ?? 0) !== this.#revision && there) {
      await change.done;
      this.#become("elsewhere");
      return;
    }
    const revision = this.#revision + 1;
    const savedAt = Date.now();
    const name = typeof workspace.name === "string" ? workspace.name : workspace.name.zh;
    await change.store.put({ slot, revision, savedAt, name, workspace });
    const slots = await change.store.count();
    if (slots > MOST_COPIES) await dropOldest(change.store, slots - MOST_COPIES, slot);
    await change.done;
    if (slot !== this.slot) return;
    this.#revision = revision;
    this.savedAt = savedAt;
    this.#channel?.postMessage({ slot, revision });
    this.#become("saved");
  }

  /** @param {Kept} state */
  #become(state) {
    this.state = state;
    this.onState();
  }

  close() {
    this.#channel?.close();
    this.#database?.close();
  }
}

/**
 * @param {any} store
 * @param {number} count
 * @param {string} but
 */
async function dropOldest(store, count, but) {
  /** @type {Copy[]} */
  const copies = await store.getAll();
  const oldest = copies.filter((copy) => copy.slot !== but).sort((a, b) => a.savedAt - b.savedAt);
  for (const copy of oldest.slice(0, count)) await store.delete(copy.slot);
}

/** @returns {string} */
function newSlot() {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes));
}

/** A tab goes on with its own copy after a reload. */
function tabSlot() {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

/** @param {string} slot */
function keepTabSlot(slot) {
  try {
    sessionStorage.setItem(TAB_KEY, slot);
  } catch {
    // A sandboxed frame has no storage; the state then says so.
  }
}
