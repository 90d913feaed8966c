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
 * @property {{id: string, edits: Record<string, any>}} policy edits: JSON Pointer into the pack → value
 * @property {string} current id of the partner in the verdict strip
 * @property {string} asOf
 * @property {Dossier[]} dossiers
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
 * @param {Workspace} workspace
 * @returns {Workspace}
 */
export function addPartner(workspace) {
  const taken = new Set(workspace.dossiers.map((dossier) => dossier.id));
  let number = workspace.dossiers.length + 1;
  while (taken.has(`p${number}`)) number += 1;
  return { ...workspace, dossiers: [...workspace.dossiers, emptyDossier(`p${number}`)] };
}

/**
 * @param {Workspace} workspace
 * @param {string} id
 * @returns {Workspace}
 */
export function removePartner(workspace, id) {
  const dossiers = workspace.dossiers.filter((dossier) => dossier.id !== id);
  if (dossiers.length === 0) return workspace;
  const current = dossiers.some((dossier) => dossier.id === workspace.current) ? workspace.current : dossiers[0].id;
  return { ...workspace, dossiers, current };
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
