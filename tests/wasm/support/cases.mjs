// Golden cases (tests/cases, described in its README.md): the requests to send and what must stand in the answers.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../cases/", import.meta.url);
/** The shipped pack as text. */
export const packText = readFileSync(new URL("../../../core/policies/insurance-data.json", import.meta.url), "utf8");
const usedCarText = readFileSync(new URL("../../../core/policies/used-car.json", import.meta.url), "utf8");
/** The packs every golden case may name by id. */
export const packs = [packText, usedCarText].map((text) => JSON.parse(text));
/** The requests that make a fresh engine know them. */
export const addPacks = packs.map((document) => JSON.stringify({ call: "add_policy", document }));

/** @typedef {{ file: string, name: string, request: string, expect: Record<string, any> }} Case */

/** @returns {Case[]} every case of every file, requests as texts */
export function cases() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) =>
      JSON.parse(readFileSync(new URL(file, folder), "utf8")).cases.map((/** @type {any} */ item) => ({
        file,
        name: item.name,
        request: requestText(item),
        expect: item.expect,
      })),
    );
}

/** @param {any} item */
function requestText(item) {
  if ("text" in item) return item.text;
  const request = { ...item.request };
  const place = { check: "document", diff: "to" }[/** @type {string} */ (request.call)] ?? "policy";
  if (item.pack) request[place] = changedPack(item.pack, item.base);
  return JSON.stringify(request);
}

/** A pack with changes by JSON Pointer; null removes a member.
 * @param {Record<string, any>} changes @param {string} [base] */
export function changedPack(changes, base = "insurance-data") {
  const pack = JSON.parse(readFileSync(new URL(`../../../core/policies/${base}.json`, import.meta.url), "utf8"));
  for (const [pointer, value] of Object.entries(changes)) {
    const tokens = tokensOf(pointer);
    const last = tokens.pop() ?? "";
    const parent = tokens.reduce((at, token) => at[token], pack);
    if (value === null) delete parent[last];
    else parent[last] = value;
  }
  return pack;
}

/** @param {string} pointer */
const tokensOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** @param {any} document @param {string} pointer */
const at = (document, pointer) => tokensOf(pointer).reduce((value, token) => value?.[token], document);

/** True when everything in `part` stands in `whole` too.
 * @param {any} whole @param {any} part @returns {boolean} */
function includes(whole, part) {
  if (part === null || typeof part !== "object" || Array.isArray(part)) return same(whole, part);
  if (whole === null || typeof whole !== "object") return false;
  return Object.entries(part).every(([key, value]) => key in whole && includes(whole[key], value));
}

/** Equality of JSON values, whatever the order of keys. @param {any} a @param {any} b @returns {boolean} */
function same(a, b) {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(a[key], b[key]))
  );
}

/** What of `expect` does not hold in `answer`, one sentence each.
 * @param {Record<string, any>} expect @param {any} answer @returns {string[]} */
export function mismatches(expect, answer) {
  return Object.entries(expect)
    .filter(([key, wanted]) => !holds(key, wanted, answer))
    .map(([key, wanted]) => {
      const found = at(answer, key.slice(key.indexOf("/")));
      return `expected ${key} = ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`;
    });
}

/** @param {string} key @param {any} wanted @param {any} answer */
function holds(key, wanted, answer) {
  const slash = key.indexOf("/");
  const found = at(answer, key.slice(slash));
  const rule = key.slice(0, slash);
  if (rule === "!") return found === undefined;
  if (found === undefined) return false;
  /** @param {any} part */
  const somewhere = (part) => found.some((/** @type {any} */ item) => includes(item, part));
  switch (rule) {
    case "":
      return same(found, wanted);
    case "#":
      return found.length === wanted;
    case "~":
      return Math.abs(found - wanted[0]) <= wanted[1];
    case "?":
      return [wanted].flat().every(somewhere);
    case "!?":
      return ![wanted].flat().some(somewhere);
    default:
      throw new Error(`unknown rule ${rule}`);
  }
}
