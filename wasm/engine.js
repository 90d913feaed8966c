// The facade: load once, then synchronous calls with plain objects in and out. It gives the raw
// contract of the core names, and keeps packs from travelling on every call.
// @ts-check
import createModule from "./glue.mjs";

/** @typedef {import("./engine.d.ts").Engine} Engine */
/** @typedef {import("./engine.d.ts").InputError} InputError */

/** Packs that load when none are named: they lie beside this module. */
const shippedPolicies = ["insurance-data", "used-car"];
/** One call may carry so many bytes; the core refuses more. */
const largestText = 4 * 1024 * 1024;

export class AllymarkError extends Error {
  /** @param {string} message @param {InputError[]} errors */
  constructor(message, errors) {
    super(message);
    this.name = "AllymarkError";
    this.errors = errors;
  }
}

const inNode = typeof process !== "undefined" && Boolean(process.versions?.node);

/** The bytes at an address; Node reads files itself because its fetch does not.
 * @param {string | URL | ArrayBuffer | Uint8Array} source @returns {Promise<ArrayBuffer | Uint8Array>} */
async function bytesOf(source) {
  if (source instanceof ArrayBuffer || source instanceof Uint8Array) return source;
  const url = new URL(source, import.meta.url);
  if (inNode && url.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new AllymarkError(`Cannot load ${url}: ${response.status}`, []);
  return response.arrayBuffer();
}

/** @param {string | URL | object} source */
async function policyText(source) {
  if (typeof source === "object" && !(source instanceof URL)) return wellFormed(source);
  return new TextDecoder().decode(await bytesOf(source));
}

/** JSON text in which no half of a surrogate pair stands alone: the core reads strict UTF-8. What JSON cannot hold
 * becomes what the core refuses in its own words: too deep, or no JSON.
 * @param {unknown} value */
function wellFormed(value) {
  let text = "null";
  try {
    text = JSON.stringify(value) ?? text;
  } catch (error) {
    text = error instanceof RangeError ? "[".repeat(999) + "]".repeat(999) : "?";
  }
  if (!text.includes("\\ud")) return text;
  return text.replace(/\\(ud[89a-f][0-9a-f]{2}|.)/g, (escape, tail) => (tail.length > 1 ? "\\ufffd" : escape));
}

/** @param {import("./engine.d.ts").LoadOptions} [options] @returns {Promise<Engine>} */
export async function loadEngine(options = {}) {
  if (typeof WebAssembly !== "object") {
    throw new AllymarkError("This browser has no WebAssembly, which the calculator needs.", []);
  }
  const sources =
    options.policies ?? shippedPolicies.map((id) => new URL(`policies/${id}.json`, import.meta.url));
  const [bytes, ...packs] = await Promise.all([
    bytesOf(options.wasm ?? new URL("allymark.wasm", import.meta.url)),
    ...sources.map(policyText),
  ]);
  const module = await createModule({ wasm: await WebAssembly.compile(/** @type {BufferSource} */ (bytes)) });
  const engine = new AllymarkEngine(module);
  for (const pack of packs) {
    const added = engine.addPolicy(pack);
    if (!added.ok) throw new AllymarkError("A policy has errors.", added.errors);
  }
  return engine;
}

/** @implements {Engine} */
class AllymarkEngine {
  #module;
  #encoder = new TextEncoder();
  #decoder = new TextDecoder();
  /** @type {Map<string, import("./engine.d.ts").PolicyInfo>} */
  #named = new Map();
  /** Digests of packs that the core holds, by their text. @type {Map<string, string>} */
  #held = new Map();

  /** @param {any} module */
  constructor(module) {
    this.#module = module;
    this.version = this.#decoder.decode(module.version());
  }

  /** Puts a text into the core's buffer. @param {string} text @returns {number} its size in bytes */
  #put(text) {
    // UTF-16 never needs more than three bytes of UTF-8 a unit.
    const bytes = text.length * 3 <= 65536 ? null : this.#encoder.encode(text);
    const room = this.#module.reserveText(bytes?.length ?? text.length * 3);
    if (bytes) {
      room.set(bytes);
      return bytes.length;
    }
    return this.#encoder.encodeInto(text, room).written;
  }

  /** @param {string} requestText @returns {string} */
  evaluate(requestText) {
    if (requestText.length > largestText) return tooLarge(requestText.length);
    const size = this.#put(requestText);
    return this.#decoder.decode(this.#module.evaluate(size));
  }

  /** @param {string} requestText @returns {any} */
  #ask(requestText) {
    const answer = JSON.parse(this.evaluate(requestText));
    return answer.ok ? { ok: true, ...answer.result } : answer;
  }

  /** @param {string} call @param {object} request @param {(request: object) => string} [write] @returns {any} */
  #call(call, request, write = wellFormed) {
    const policy = /** @type {{policy?: unknown} | null | undefined} */ (request)?.policy;
    if (policy === null || typeof policy !== "object") return this.#ask(write({ ...request, call }));
    const ask = () => {
      const held = this.#hold(policy);
      if (!held.ok) return held;
      return this.#ask(write({ ...request, call, policy: { digest: held.digest } }));
    };
    const answer = ask();
    const forgotten = (/** @type {InputError} */ error) => error.code === "unknown_policy";
    if (answer.ok || !answer.errors.some(forgotten)) return answer;
    // Packs that came by other ways have pushed this one out of the core: hand it over again.
    this.#held.clear();
    return ask();
  }

  /** Hands a whole pack to the core once; a pack that has not changed is known by its text.
   * @param {object} policy @returns {any} */
  #hold(policy) {
    const text = wellFormed(policy);
    const digest = this.#held.get(text);
    if (digest) return { ok: true, digest };
    const added = this.#ask(`{"call":"add_policy","named":false,"at":"/policy","document":${text}}`);
    if (!added.ok) return added;
    const mostHeld = 8;
    if (this.#held.size >= mostHeld) this.#held.delete(this.#held.keys().next().value ?? "");
    this.#held.set(text, added.digest);
    return added;
  }

  policies() {
    return [...this.#named.values()];
  }

  /** A call about a document, given as an object or as text. Text that is no JSON is judged alone: inside a request it
   * could end its own member and begin another.
   * @param {string} call @param {object | string} document @returns {any} */
  #about(call, document) {
    const text = textOf(document);
    if (typeof document === "string" && !isJson(text)) return JSON.parse(this.evaluate(text));
    return this.#ask(`{"call":"${call}","document":${text}}`);
  }

  /** @param {object | string} document */
  addPolicy(document) {
    const added = inPlace(this.#about("add_policy", document));
    if (added.ok) {
      const { id, version, digest } = added;
      this.#named.set(id, { id, version, digest, document: JSON.parse(textOf(document)) });
    }
    return added;
  }

  /** @param {object | string} policy */
  check(policy) {
    return inPlace(this.#about("check", policy));
  }

  /** @param {object | string} document */
  digest(document) {
    const answer = this.#about("digest", document);
    if (!answer.ok) throw new AllymarkError("The document cannot be read.", answer.errors);
    return answer.digest;
  }

  /** @param {Parameters<Engine["select"]>[0]} request */
  select(request) {
    return this.#call("select", request);
  }
  /** @param {Parameters<Engine["quote"]>[0]} request */
  quote(request) {
    return this.#call("quote", request);
  }
  /** @param {Parameters<Engine["settle"]>[0]} request */
  settle(request) {
    return this.#call("settle", request);
  }
  /** @param {Parameters<Engine["wording"]>[0]} request */
  wording(request) {
    return this.#call("wording", request);
  }
  /** @param {Parameters<Engine["curve"]>[0]} request */
  curve(request) {
    return this.#call("curve", request);
  }
  /** @param {Parameters<Engine["assess"]>[0]} request */
  assess(request) {
    return this.#call("assess", request);
  }

  /** @param {Parameters<Engine["diff"]>[0]} request */
  diff(request) {
    return this.#ask(wellFormed({ ...request, call: "diff" }));
  }
  /** @param {Parameters<Engine["inForce"]>[0]} policies @param {string} asOf */
  inForce(policies, asOf) {
    return this.#ask(wellFormed({ call: "in_force", policies, asOf }));
  }
  /** @param {Parameters<Engine["verify"]>[0]} pack */
  verify(pack) {
    const { request, told } = pack ?? {};
    return this.#ask(wellFormed({ call: "verify", request, told }));
  }
  /** @param {object | string} document */
  migrate(document) {
    return this.#about("migrate", document);
  }
  /** @param {Parameters<Engine["explore"]>[0]} request */
  explore(request) {
    return this.#ask(wellFormed({ ...request, call: "explore" }));
  }

  /** @param {Parameters<Engine["simulate"]>[0]} request */
  simulate(request) {
    return this.#call("simulate", request);
  }

  /**
   * Larger than one call may be: sent in parts, each with the totals of those before.
   * @param {{policy: any, dossiers: object[], asOf?: string}} request
   * @returns {any}
   */
  assessMany(request) {
    return this.#inParts(request ?? {});
  }

  /** @param {{dossiers?: any, [rest: string]: unknown}} request @returns {any} */
  #inParts({ dossiers, ...request }) {
    if (!Array.isArray(dossiers)) return this.#call("assess_many", { ...request, dossiers });
    const parts = partsOf(dossiers.map(wellFormed));
    const [rows, findings, errors] = [/** @type {any[]} */ ([]), /** @type {any[]} */ ([]), /** @type {any[]} */ ([])];
    if (parts.length > 1) errors.push(...repeatedIds(dossiers));
    let answer;
    let totals;
    for (const [index, { from, texts }] of parts.entries()) {
      const head = { ...request, more: index < parts.length - 1, totals };
      const moved = (/** @type {{path: string}[]} */ list) => list.map((entry) => ({ ...entry, path: shifted(entry.path, from) }));
      answer = this.#call("assess_many", head, (whole) => `${wellFormed(whole).slice(0, -1)},"dossiers":[${texts.join(",")}]}`);
      if (!answer.ok) errors.push(...moved(answer.errors));
      else {
        totals = answer.totals;
        for (const row of answer.rows) rows.push(row);
        findings.push(...moved(answer.findings));
      }
      // What is wrong with the policy is wrong in every part.
      if (errors.some(({ path }) => !path.startsWith("/dossiers"))) break;
    }
    if (errors.length > 0) return { ok: false, errors: withoutRepeats(errors) };
    return { ...answer, rows, findings };
  }

  /** @param {Parameters<Engine["payMany"]>[0]} clause @param {Float64Array} volumes */
  payMany(clause, volumes) {
    const request = /** @type {any} */ (Object.hasOwn(clause ?? {}, "tiers") ? { clause } : clause ?? {});
    let reference = request;
    if (request.policy !== null && typeof request.policy === "object") {
      const held = this.#hold(request.policy);
      if (!held.ok) throw new AllymarkError("The policy has errors.", held.errors);
      reference = { ...request, policy: { digest: held.digest } };
    }
    const size = this.#put(wellFormed({ ...reference, call: "tariff" }));
    this.#module.reserveFigures(volumes.length).set(volumes);
    const refusal = this.#decoder.decode(this.#module.payMany(size));
    if (refusal) throw new AllymarkError("The clause or a volume has errors.", JSON.parse(refusal).errors);
    return this.#module.reserveFigures(volumes.length).slice();
  }
}

/** @param {object | string} document */
const textOf = (document) => (typeof document === "string" ? document.replace(/^\ufeff/, "") : wellFormed(document));

/** What is too large is none that needs to be read. @param {string} text */
function isJson(text) {
  if (text.length > largestText) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where a text itself has an error, the core names the place in the request that carries it.
 * @param {any} answer */
function inPlace(answer) {
  if (answer.ok) return answer;
  const moved = (/** @type {InputError} */ error) => ({ ...error, path: error.path.replace(/^\/document(?=\/|$)/, "") });
  return { ...answer, errors: answer.errors.map(moved) };
}

/** Dossiers' texts in parts that one call may carry: a character has at most three bytes.
 * @param {string[]} texts */
function partsOf(texts) {
  const [mostCharacters, mostDossiers] = [largestText / 4, 10_000];
  let part = { from: 0, texts: /** @type {string[]} */ ([]) };
  const parts = [part];
  let size = 0;
  for (const [index, text] of texts.entries()) {
    if (part.texts.length > 0 && (size + text.length > mostCharacters || part.texts.length === mostDossiers)) {
      part = { from: index, texts: [] };
      parts.push(part);
      size = 0;
    }
    part.texts.push(text);
    size += text.length + 1;
  }
  return parts;
}

/** Ids that stand twice in different parts, which the core cannot see.
 * @param {any[]} dossiers @returns {InputError[]} */
function repeatedIds(dossiers) {
  const seen = new Set();
  const errors = [];
  for (const [index, dossier] of dossiers.entries()) {
    const id = dossier?.id;
    if (typeof id === "string" && id && seen.has(id)) errors.push({ code: "duplicate_id", path: `/dossiers/${index}/id`, params: { id } });
    seen.add(id);
  }
  return errors;
}

/** A path into a part as one into the whole.
 * @param {string} path @param {number} from */
const shifted = (path, from) => path.replace(/^\/dossiers\/(\d+)/, (_, index) => `/dossiers/${Number(index) + from}`);

/** @param {InputError[]} errors */
function withoutRepeats(errors) {
  const known = new Set();
  return errors.filter(({ code, path }) => !known.has(`${code} ${path}`) && known.add(`${code} ${path}`));
}

/** @param {number} size */
function tooLarge(size) {
  const params = { size, largest: largestText };
  return JSON.stringify({ ok: false, errors: [{ code: "too_large", path: "", params }] });
}
