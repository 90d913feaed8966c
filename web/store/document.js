/**
 * Reads a stored workspace: a file, a link, a host's state. What it does not know it keeps; what is newer than this page
 * it refuses and leaves alone. The shape is held against the schema that the core's field tables gave; figures that are
 * no figures are left to the core, which tells them under their fields.
 * @module
 */
import schema from "../../core/policies/schema/dossier.schema.json" with { type: "json" };
import { SCHEMA_VERSION } from "./workspace.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {{ok: true, workspace: Workspace, policy: {id?: string, version?: string, digest?: string}, results: Record<string, any>}} Read */
/** @typedef {{ok: false, code: "notJson" | "notWorkspace" | "newer" | "noPolicy" | "badShape", params: Record<string, any>}} Refused */

const LARGEST = 32e6;

/**
 * @param {object | string} source JSON text or what it holds
 * @param {import("allymark/engine").Engine} engine
 * @returns {Read | Refused}
 */
export function readDocument(source, engine) {
  let document = source;
  if (typeof source === "string") {
    if (source.length > LARGEST) return refused("notWorkspace");
    try {
      document = JSON.parse(source.replace(/^\ufeff/, ""));
    } catch {
      return refused("notJson");
    }
  }
  if (!isObject(document)) return refused("notWorkspace");
  const { data, policy = {}, results = {}, schemaVersion, ...rest } = /** @type {Record<string, any>} */ (document);
  if (isNewer(schemaVersion)) return refused("newer", { version: String(schemaVersion) });
  const inside = isObject(data);
  const sound = repair(inside ? data : document, engine);
  if (!sound.ok) return sound;
  const extra = inside && Object.keys(rest).length > 0 ? { extra: rest } : {};
  return { ok: true, workspace: { ...sound.workspace, ...extra }, policy: inside && isObject(policy) ? policy : {}, results: inside && isObject(results) ? results : {} };
}

/**
 * A workspace that views and core can stand on, or why it is none.
 * @param {any} workspace
 * @param {import("allymark/engine").Engine} engine
 * @returns {{ok: true, workspace: Workspace} | Refused}
 */
export function repair(workspace, engine) {
  if (!isObject(workspace) || !Array.isArray(workspace.dossiers) || workspace.dossiers.length === 0) return refused("notWorkspace");
  if (isNewer(workspace.schemaVersion)) return refused("newer", { version: String(workspace.schemaVersion) });
  const ids = new Set();
  for (const [index, dossier] of workspace.dossiers.entries()) {
    const path = `/dossiers/${index}`;
    const wrong = isObject(dossier) ? misshapen(dossier, schema.$defs.dossier, path) : path;
    if (wrong !== null) return refused("badShape", { path: wrong });
    if (typeof dossier.id !== "string" || dossier.id === "" || ids.has(dossier.id)) return refused("badShape", { path: `${path}/id` });
    ids.add(dossier.id);
  }
  const given = isObject(workspace.policy) ? workspace.policy : {};
  const known = engine.policies();
  const id = typeof given.id === "string" ? given.id : known[0].id;
  const own = isObject(given.document) ? { document: given.document } : {};
  if (!own.document && !known.some((pack) => pack.id === id)) return refused("noPolicy", { id });
  const edits = isObject(given.edits) ? Object.fromEntries(Object.entries(given.edits).filter(([pointer]) => pointer.startsWith("/"))) : {};
  const archived = Array.isArray(workspace.archived) ? workspace.archived.filter((/** @type {unknown} */ entry) => ids.has(entry)) : [];
  const current = ids.has(workspace.current) ? workspace.current : workspace.dossiers[0].id;
  const { name, whatIf: asked, ...rest } = workspace;
  const whatIf = isObject(asked) ? Object.fromEntries(Object.entries(asked).filter(([key, entry]) => ids.has(key) && isObject(entry))) : {};
  return {
    ok: true,
    workspace: {
      ...rest,
      ...(Object.keys(whatIf).length > 0 ? { whatIf } : {}),
      schemaVersion: SCHEMA_VERSION,
      name: typeof name === "string" || (isObject(name) && typeof name.zh === "string" && typeof name.en === "string") ? name : "",
      policy: { ...given, id, edits, ...own },
      current,
      asOf: /^\d{4}-\d\d-\d\d$/.test(workspace.asOf) ? workspace.asOf : new Date().toISOString().slice(0, 10),
      ...(archived.length > 0 && archived.length < ids.size ? { archived } : { archived: [] }),
    },
  };
}

/**
 * The first place whose container is not the kind the schema says, or null.
 * @param {any} value
 * @param {any} rule
 * @param {string} path
 * @returns {string | null}
 */
function misshapen(value, rule, path) {
  if (value === null || value === undefined) return null;
  const rules = alternatives(rule);
  const kind = Array.isArray(value) ? "array" : typeof value;
  const fitting = rules.find((entry) => [entry.type].flat().includes(kind));
  if (!fitting) return kind === "object" || kind === "array" || rules.every((entry) => [entry.type].flat().every((type) => CONTAINERS.has(type))) ? path : null;
  if (kind === "array") return first(value.entries(), (at, entry) => (entry === null ? `${path}/${at}` : misshapen(entry, fitting.items ?? {}, `${path}/${at}`)));
  if (kind !== "object") return null;
  // A month without its name has no place; other blanks are filled in later.
  if (fitting === schema.$defs.month && typeof value.month !== "string") return `${path}/month`;
  return first(Object.entries(value), (key, entry) => {
    const inner = Object.hasOwn(fitting.properties ?? {}, key) ? fitting.properties[key] : fitting.additionalProperties;
    return inner && typeof inner === "object" ? misshapen(entry, inner, `${path}/${key}`) : null;
  });
}

/**
 * @param {Iterable<[any, any]>} entries
 * @param {(key: any, value: any) => string | null} look
 */
function first(entries, look) {
  for (const [key, value] of entries) {
    const found = look(key, value);
    if (found !== null) return found;
  }
  return null;
}

/** @param {any} rule @returns {any[]} */
function alternatives(rule) {
  if (rule.$ref) return alternatives(/** @type {any} */ (schema.$defs)[rule.$ref.replace("#/$defs/", "")]);
  if (rule.anyOf) return rule.anyOf.flatMap(alternatives);
  return rule.enum ? [{ type: "string", ...rule }] : [rule];
}

/**
 * Takes out what names people or firms: texts that are neither a choice nor a date nor a figure. Partners become 伙伴A,
 * 伙伴B and so on.
 * @param {Workspace} workspace
 * @param {(letter: string) => string} name
 * @returns {Workspace}
 */
export function anonymous(workspace, name) {
  const ids = new Map(workspace.dossiers.map((dossier, index) => [dossier.id, `p${index + 1}`]));
  const dossiers = workspace.dossiers.map((dossier, index) => ({ ...bare(dossier, schema.$defs.dossier), id: ids.get(dossier.id), name: name(letters(index)) }));
  const { schemaVersion, policy, asOf, archived = [], whatIf } = workspace;
  return {
    schemaVersion,
    name: "",
    policy,
    asOf,
    current: ids.get(workspace.current) ?? "p1",
    archived: archived.map((id) => ids.get(id) ?? "").filter(Boolean),
    ...(whatIf ? { whatIf: Object.fromEntries(Object.entries(whatIf).map(([id, entry]) => [ids.get(id) ?? id, entry])) } : {}),
    dossiers: /** @type {any} */ (dossiers),
  };
}

/** 0 is A, 25 is Z, 26 is AA. @param {number} index @returns {string} */
export function letters(index) {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** @param {any} value @param {any} rule @returns {any} */
function bare(value, rule) {
  const rules = alternatives(rule);
  const kind = Array.isArray(value) ? "array" : typeof value;
  const fitting = rules.find((entry) => [entry.type].flat().includes(kind));
  if (kind === "string") return rules.some((entry) => entry.enum?.includes(value) || ([entry.type].flat().includes("number") ? FIGURE.test(value) : entry.pattern && new RegExp(entry.pattern).test(value))) ? value : undefined;
  if (kind === "array") return fitting?.items ? value.map((/** @type {any} */ entry) => bare(entry, fitting.items)).filter((/** @type {any} */ entry) => entry !== undefined) : undefined;
  if (kind !== "object" || value === null) return value;
  if (!fitting) return undefined;
  const kept = Object.entries(value).flatMap(([key, entry]) => {
    const inner = Object.hasOwn(fitting.properties ?? {}, key) ? fitting.properties[key] : fitting.additionalProperties;
    const left = inner && typeof inner === "object" ? bare(entry, inner) : undefined;
    return left === undefined ? [] : [[key, left]];
  });
  return Object.fromEntries(kept);
}

const FIGURE = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const CONTAINERS = new Set(["object", "array", "null"]);

/** @param {any} version */
const isNewer = (version) => Number(version) > SCHEMA_VERSION;

/** @param {any} value */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * @param {Refused["code"]} code
 * @param {Record<string, any>} [params]
 * @returns {Refused}
 */
const refused = (code, params = {}) => ({ ok: false, code, params });
