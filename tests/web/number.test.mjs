import assert from "node:assert/strict";
import { test } from "node:test";
import { isNumberText, readNumber, typed } from "../../web/io/number.js";

const figures = /** @type {[string, string, string][]} */ ([
  ["5.1", "%", "5.1"],
  ["5.1%", "%", "5.1"],
  ["5.1％", "%", "5.1"],
  ["５．１％", "%", "5.1"],
  [" 1,234 ", "count", "1234"],
  ["1，234", "count", "1234"],
  ["1,234,567.80", "CNY", "1234567.8"],
  ["12h", "h", "12"],
  ["12 小时", "h", "12"],
  ["580份", "count", "580"],
  ["1.2万", "count", "12000"],
  ["1.2 万份", "count", "12000"],
  ["0.00001万", "count", "0.1"],
  ["3亿", "CNY", "300000000"],
  ["¥250", "CNY", "250"],
  ["250元", "CNY", "250"],
  ["007", "count", "7"],
  [".5", "%", "0.5"],
  ["5.", "%", "5"],
  ["+3", "%", "3"],
  ["-3", "%", "-3"],
  ["−3", "%", "-3"],
  ["-0", "%", "0"],
  ["1.50", "%", "1.5"],
  ["\u200f15\u200e", "%", "15"],
  ["99999999999999999999.123456789123", "%", "99999999999999999999.123456789123"],
]);

for (const [text, unit, wanted] of figures) {
  test(`“${text}” in a field of ${unit} is ${wanted}`, () => {
    assert.deepEqual(readNumber(text, unit), { kind: "number", text: wanted });
  });
}

for (const text of ["", "  ", "—", "——", "-", "－", "无", "未测", "N/A"]) {
  test(`“${text}” is a missing figure, not zero`, () => {
    assert.deepEqual(readNumber(text, "%"), { kind: "missing" });
    assert.equal(typed(text, "%"), null);
  });
}

for (const [text, unit] of [["5.1.2", "%"], ["abc", "%"], ["1e400", "%"], ["12h", "%"], ["12,34", "count"], ["5%", "count"], ["🙂", "%"], ["<b>1</b>", "%"], ["1 2 3 x", "%"], ["万", "count"], ["--5", "%"]]) {
  test(`“${text}” in a field of ${unit} goes to the core as it is`, () => {
    assert.deepEqual(readNumber(text, unit), { kind: "raw", text });
  });
}

test("only canonical text is shown with grouping", () => {
  assert.equal(isNumberText("12000"), true);
  assert.equal(isNumberText("-3.5"), true);
  assert.equal(isNumberText(7), true);
  assert.equal(isNumberText("1e5"), false);
  assert.equal(isNumberText("5.1.2"), false);
  assert.equal(isNumberText(null), false);
});
