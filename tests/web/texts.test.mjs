import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { agreeEn } from "../../web/i18n/agree-en.js";
import { agreeZh } from "../../web/i18n/agree-zh.js";
import { deskEn } from "../../web/i18n/desk-en.js";
import { deskZh } from "../../web/i18n/desk-zh.js";
import { selectEn } from "../../web/i18n/select-en.js";
import { selectZh } from "../../web/i18n/select-zh.js";
import { zh } from "../../web/i18n/zh.js";
import { en } from "../../web/i18n/en.js";

/** @type {Record<string, string>} */
const Zh = { ...zh, ...agreeZh, ...deskZh, ...selectZh };
/** @type {Record<string, string>} */
const En = { ...en, ...agreeEn, ...deskEn, ...selectEn };

/** @param {string} folder @param {RegExp} name @returns {string} */
const textOf = (folder, name) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8"))
    .join("\n");

/** @param {string} text */
const slots = (text) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).filter((name) => !name.startsWith("counted")).sort();

test("both languages have the same texts, none empty by mistake", () => {
  assert.deepEqual(Object.keys(En).sort(), Object.keys(Zh).sort());
  for (const [key, text] of Object.entries(Zh)) if (!key.startsWith("punct.")) assert.ok(text.trim() && En[key].trim(), key);
});

test("no text stands in two tables: the later would hide the other", () => {
  for (const tables of [[zh, agreeZh, deskZh, selectZh], [en, agreeEn, deskEn, selectEn]]) {
    const keys = tables.flatMap(Object.keys);
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
  }
});

test("English says one word for each: a rule pack is no policy, money is ¥, and one of a thing is not several", () => {
  for (const [key, text] of Object.entries(En)) {
    assert.doesNotMatch(text, /\byuan\b|\bCNY\b(?!\.$)/, key);
    assert.doesNotMatch(text, /the policy (?:has|does|knows)|this policy|import a policy|policy['’]s/i, key);
    // A Chinese font draws curved quotes as wide as a character, and may be the only one there is.
    assert.doesNotMatch(text, /[‘’“”]/, key);
  }
});

test("both languages speak of the same figures", () => {
  const mayDiffer = new Set(["finding.red_line_crossed"]);
  for (const key of Object.keys(Zh)) if (!mayDiffer.has(key)) assert.deepEqual([...new Set(slots(En[key]))], [...new Set(slots(Zh[key]))], key);
});

test("no English text holds Chinese, but for the mark", () => {
  for (const [key, text] of Object.entries(En)) if (key !== "brand.other") assert.doesNotMatch(text, /[\u4e00-\u9fff]/, key);
});

test("every text a view names exists", () => {
  const views = textOf("web", /^(?!zh|en|desk|select-).*\.js$/);
  const named = [...views.matchAll(/\b(?:w|words)\.(?:t|rich)\("([^"]+)"/g)].map((match) => match[1]);
  assert.ok(named.length > 200);
  for (const key of named) assert.ok(key in Zh, key);
});

test("every error and finding the core can answer has its sentence", () => {
  const codes = readFileSync("core/include/allymark/base/codes.hpp", "utf8");
  const [errors, findings] = codes.split("namespace finding_code");
  const list = (/** @type {string} */ text) => [...text.matchAll(/inline constexpr char \w+\[\] = "([a-z_]+)"/g)].map((match) => match[1]);
  assert.ok(list(errors).length > 20 && list(findings).length > 20);
  for (const code of list(errors)) assert.ok(`error.${code}` in Zh, `error ${code}`);
  for (const code of list(findings)) assert.ok(`finding.${code}` in Zh, `finding ${code}`);
});

test("every step of a calculation and every figure put into it has its words", () => {
  const explain = textOf("core/src", /explain|selection/);
  const ops = [...explain.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)].map((match) => match[1]).filter((op) => !/^(at|per|yuan)_\w+$/.test(op) || `op.${op}` in Zh);
  const steps = [...explain.matchAll(/op = "([a-z_]+)"|\.step\([^;]*?"[a-zA-Z]+\.[a-zA-Z]+",\s*"([a-z_]+)"/gs)].map((match) => match[1] ?? match[2]);
  assert.ok(steps.length > 10 && ops.length > 10);
  for (const op of steps) assert.ok(`op.${op}` in Zh, `op ${op}`);
  const inputs = [...explain.matchAll(/\{"([a-zA-Z]+)", /g)].map((match) => match[1]).filter((name) => !["above", "below"].includes(name));
  for (const name of inputs) assert.ok(`input.${name}` in Zh || name === "above", `input ${name}`);
});

test("every sentence the core can put into a contract has its words", () => {
  const wording = readFileSync("core/src/agree/wording.cpp", "utf8");
  const said = [...wording.matchAll(/"([a-z][a-zA-Z]*\.(?:[a-zA-Z]+)?|[a-z]+)"(?=[,)]|\s*[:)])/g)].map((match) => match[1]);
  const codes = said.filter((code) => !["payer", "payee", "unit", "currency", "from", "upTo", "rate", "basis", "flat", "target", "charge", "metric", "limit", "percent", "amount", "days", "months", "quarters", "to", "yuan"].includes(code));
  assert.ok(codes.length > 25);
  for (const code of codes) assert.ok(Object.keys(Zh).some((key) => key === `sentence.${code}` || (code.endsWith(".") && key.startsWith(`sentence.${code}`))), `sentence ${code}`);
  const clause = readFileSync("core/include/allymark/agree/clause.hpp", "utf8") + readFileSync("core/include/allymark/agree/commission_rules.hpp", "utf8");
  const tokens = { TierReading: "tiers", MetRule: "target", MissedRule: "missed", BoundSide: "bounds", Stacking: "deductions", DeductedFrom: "deductedFrom", MeasuredOver: "measuredOver", Payment: "payment", CountingPeriod: "period", CountedBy: "countedBy" };
  for (const [type, code] of Object.entries(tokens)) {
    const names = clause.match(new RegExp(`struct Tokens<${type}> {[^}]*{([^}]*)}`))?.[1].match(/"\w+"/g) ?? [];
    assert.ok(names.length >= 2, type);
    for (const name of names) assert.ok(`sentence.${code}.${name.slice(1, -1)}` in Zh, `sentence ${code} ${name}`);
  }
});

test("every action and group of the shipped policy has its words", () => {
  const pack = JSON.parse(readFileSync("core/policies/insurance-data.json", "utf8"));
  for (const band of pack.scorecard.bands) {
    assert.ok(`act.${band.action}` in Zh, band.action);
    assert.ok(`grade.${band.grade}` in Zh, band.grade);
  }
  for (const metric of Object.values(pack.metrics)) assert.ok(metric.label.zh && metric.label.en);
});
