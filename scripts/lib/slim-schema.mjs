// What the page asks of a JSON Schema: kinds, choices, what is required, the shape of dates. Limits
// and descriptions stay with the core, which checks and says them; they are two thirds of the bytes.
import { readFileSync } from "node:fs";

const KEPT = new Set(["$ref", "$defs", "type", "enum", "anyOf", "properties", "additionalProperties", "items", "required", "pattern"]);

/** @param {any} rule @returns {any} */
export function slimSchema(rule) {
  if (Array.isArray(rule)) return rule.map(slimSchema);
  if (rule === null || typeof rule !== "object") return rule;
  const kept = Object.entries(rule).filter(([key]) => KEPT.has(key) && !(key === "pattern" && [rule.type].flat().includes("number")));
  return Object.fromEntries(kept.map(([key, value]) => {
    if (key === "properties" || key === "$defs") return [key, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, slimSchema(inner)]))];
    return [key, key === "enum" || key === "required" || key === "type" ? value : slimSchema(value)];
  }));
}

/** @type {import("esbuild").Plugin} */
export const slimSchemas = {
  name: "slim-schemas",
  setup(build) {
    build.onLoad({ filter: /\.schema\.json$/ }, ({ path }) => ({ contents: JSON.stringify(slimSchema(JSON.parse(readFileSync(path, "utf8")))), loader: "json" }));
  },
};
