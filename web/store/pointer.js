/**
 * JSON Pointers (RFC 6901) into immutable documents: the same addresses the core uses in its errors and findings.
 * @module
 */

/** @param {string} pointer */
export function parts(pointer) {
  return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** @param {string} part */
export function escapePart(part) {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * @param {any} document
 * @param {string} pointer
 * @returns {any} undefined where there is nothing
 */
export function read(document, pointer) {
  let at = document;
  for (const part of parts(pointer)) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return at;
}

/**
 * A copy of the document with one value replaced; everything beside the path is shared. `undefined` removes.
 * @param {any} document
 * @param {string} pointer
 * @param {any} value
 * @returns {any}
 */
export function write(document, pointer, value) {
  return put(document, parts(pointer), value);
}

/**
 * @param {any} node
 * @param {string[]} path
 * @param {any} value
 * @returns {any}
 */
function put(node, path, value) {
  if (path.length === 0) return value;
  const [head, ...rest] = path;
  const copy = Array.isArray(node) ? [...node] : node !== null && typeof node === "object" ? { ...node } : {};
  const next = put(copy[head], rest, value);
  if (next !== undefined) copy[head] = next;
  else if (Array.isArray(copy)) copy.splice(Number(head), 1);
  else delete copy[head];
  return copy;
}

/**
 * Whether `pointer` is `base` or lies below it.
 * @param {string} pointer
 * @param {string} base
 */
export function within(pointer, base) {
  return pointer === base || pointer.startsWith(base + "/");
}
