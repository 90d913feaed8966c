/**
 * The workspace (方案): named dossiers and the policy they are judged by, as one immutable document.
 * @module
 */
import { read, write } from "./pointer.js";

/** @typedef {import("allymark/engine").Dossier} Dossier */
/**
 * @typedef {object} Workspace
 * @property {number} schemaVersion
 * @property {{zh: string, en: string} | string} name
 * @property {string} [example] the shipped example this is, until it is changed beyond its figures
 * @property {{id: string, edits: Record<string, any>, document?: any}} policy edits: JSON Pointer into the pack → value, null: taken out; document: a pack that came from a file
 * @property {string} current id of the partner in the verdict strip
 * @property {string} asOf
 * @property {Dossier[]} dossiers
 * @property {string[]} [archived] ids of partners that are kept but no longer judged
 * @property {Record<string, Record<string, any>>} [whatIf] what is held possible of each partner's year, by its id: {volume: {from, to}, goal}
 * @property {Record<string, any>} [extra] what a file held beside the workspace
 */

export const SCHEMA_VERSION = 1;

/**
 * @param {string} id
 * @returns {Dossier}
 */
function emptyDossier(id) {
  return { id, name: "", trial: { metrics: {} }, agreement: { contractYear: 1, metrics: {} }, months: [] };
}

/**
 * @param {string} policyId
 * @param {string} asOf
 * @returns {Workspace}
 */
export function emptyWorkspace(policyId, asOf) {
  return {
    schemaVersion: SCHEMA_VERSION,
    name: "",
    policy: { id: policyId, edits: {} },
    current: "p1",
    asOf,
    dossiers: [emptyDossier("p1")],
  };
}

/** @param {Workspace} workspace */
export function currentIndex(workspace) {
  return Math.max(0, workspace.dossiers.findIndex((dossier) => dossier.id === workspace.current));
}

/** @param {Workspace} workspace */
export function currentDossier(workspace) {
  return workspace.dossiers[currentIndex(workspace)];
}

/**
 * What is worked out of a workspace, which never changes, is worked out once.
 * @template T
 * @param {(workspace: Workspace) => T} work
 * @returns {(workspace: Workspace) => T}
 */
function once(work) {
  /** @type {WeakMap<Workspace, T>} */
  const known = new WeakMap();
  return (workspace) => {
    let answer = known.get(workspace);
    if (answer === undefined) known.set(workspace, (answer = work(workspace)));
    return answer;
  };
}

/** The partners that are judged and shown, each with its place in `dossiers`. */
export const activePartners = once((workspace) => {
  const archived = new Set(workspace.archived ?? []);
  return workspace.dossiers.map((dossier, index) => ({ dossier, index })).filter(({ dossier }) => !archived.has(dossier.id));
});

/** A workspace may hold thousands of partners; so many stand side by side. */
const SIDE_BY_SIDE = 12;

/**
 * The partners that are compared. Where there are too many to stand side by side: the one in view, those with trial
 * figures, then the newest.
 */
export const compared = once((workspace) => {
  const active = activePartners(workspace);
  if (active.length <= SIDE_BY_SIDE) return active;
  const rank = (/** @type {Dossier} */ { id, trial }) => (id === workspace.current ? 0 : Object.keys(trial?.metrics ?? {}).length > 0 ? 1 : 2);
  /** @type {typeof active[]} */
  const groups = [[], [], []];
  for (const partner of active) groups[rank(partner.dossier)].push(partner);
  const chosen = [...groups[0], ...groups[1], ...groups[2].reverse()].slice(0, SIDE_BY_SIDE);
  return chosen.sort((a, b) => a.index - b.index);
});

/** @param {Workspace} workspace */
function freeId(workspace) {
  const taken = new Set(workspace.dossiers.map((dossier) => dossier.id));
  let number = workspace.dossiers.length + 1;
  while (taken.has(`p${number}`)) number += 1;
  return `p${number}`;
}

/**
 * @param {Workspace} workspace
 * @returns {Workspace}
 */
export function addPartner(workspace) {
  return { ...workspace, dossiers: [...workspace.dossiers, emptyDossier(freeId(workspace))] };
}

/**
 * As many new partners as there must be for so many in all.
 * @param {Workspace} workspace
 * @param {number} n
 * @returns {Workspace}
 */
export function addPartners(workspace, n) {
  const taken = new Set(workspace.dossiers.map((dossier) => dossier.id));
  const dossiers = [...workspace.dossiers];
  for (let number = dossiers.length + 1; dossiers.length < n; number += 1) if (!taken.has(`p${number}`)) dossiers.push(emptyDossier(`p${number}`));
  return { ...workspace, dossiers };
}

/**
 * A copy of a partner stands behind it.
 * @param {Workspace} workspace
 * @param {string} id
 * @param {string} name of the copy
 * @returns {Workspace}
 */
export function duplicatePartner(workspace, id, name) {
  const at = workspace.dossiers.findIndex((dossier) => dossier.id === id);
  if (at < 0) return workspace;
  const dossiers = [...workspace.dossiers];
  dossiers.splice(at + 1, 0, { ...dossiers[at], id: freeId(workspace), name });
  return { ...workspace, dossiers };
}

/**
 * Puts a partner away, or takes it back. The last one stays.
 * @param {Workspace} workspace
 * @param {string} id
 * @param {boolean} away
 * @returns {Workspace}
 */
export function archivePartner(workspace, id, away) {
  const archived = (workspace.archived ?? []).filter((other) => other !== id);
  const next = { ...workspace, archived: away ? [...archived, id] : archived };
  const active = activePartners(next);
  if (active.length === 0) return workspace;
  return active.some(({ dossier }) => dossier.id === next.current) ? next : { ...next, current: active[0].dossier.id };
}

/**
 * @param {Workspace} workspace
 * @param {string} id
 * @param {number} by places, past the archived ones
 * @returns {Workspace}
 */
export function movePartner(workspace, id, by) {
  const active = activePartners(workspace);
  const from = active.findIndex(({ dossier }) => dossier.id === id);
  const to = active[from + by];
  if (from < 0 || !to) return workspace;
  const dossiers = [...workspace.dossiers];
  const [moved] = dossiers.splice(active[from].index, 1);
  dossiers.splice(to.index, 0, moved);
  return { ...workspace, dossiers };
}

/**
 * @param {Workspace} workspace
 * @param {string} id
 * @returns {Workspace}
 */
export function removePartner(workspace, id) {
  const dossiers = workspace.dossiers.filter((dossier) => dossier.id !== id);
  const archived = (workspace.archived ?? []).filter((other) => other !== id);
  const { [id]: _, ...whatIf } = workspace.whatIf ?? {};
  const next = { ...workspace, dossiers, ...(workspace.archived ? { archived } : {}), ...(workspace.whatIf ? { whatIf } : {}) };
  const active = activePartners(next);
  if (active.length === 0) return workspace;
  return active.some(({ dossier }) => dossier.id === workspace.current) ? next : { ...next, current: active[0].dossier.id };
}

/**
 * The month after "2024-08" is "2024-09".
 * @param {string} month
 */
export function nextMonth(month) {
  const [year, index] = month.split("-").map(Number);
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, "0")}`;
}

/**
 * The month before "2024-09" is "2024-08".
 * @param {string} month
 */
export function previousMonth(month) {
  const [year, index] = month.split("-").map(Number);
  return index === 1 ? `${year - 1}-12` : `${year}-${String(index - 1).padStart(2, "0")}`;
}

/**
 * Adds an empty month at the end of a partner's history.
 * @param {Workspace} workspace
 * @param {number} index
 * @param {string} month
 * @returns {Workspace}
 */
export function addMonth(workspace, index, month) {
  const months = read(workspace, `/dossiers/${index}/months`) ?? [];
  if (months.some((/** @type {{month: string}} */ entry) => entry.month === month)) return workspace;
  const sorted = [...months, { month, metrics: {} }].sort((a, b) => (a.month < b.month ? -1 : 1));
  return write(workspace, `/dossiers/${index}/months`, sorted);
}
