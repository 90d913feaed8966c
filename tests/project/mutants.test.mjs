// scripts/mutate is as good as the changes it thinks of: each kind is found where it should be and nowhere else.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";
import { judgeEquivalents } from "../../scripts/lib/mutants/equivalent.mjs";
import { tokens } from "../../scripts/lib/mutants/tokens.mjs";
import { weave } from "../../scripts/lib/mutants/weave.mjs";

/** Kind and change of every mutant of a sentence inside a function. @param {string} sentence */
const changes = (sentence) => weave(`void f() {\n  ${sentence}\n}\n`).mutants.map(({ kind, change }) => `${kind}: ${change}`);

/** The woven sentence without the switch's own name. @param {string} sentence */
const woven = (sentence) => weave(sentence).source.replaceAll("::mutants::", "");

test("a comparison becomes the two next to it, an equality its opposite", () => {
  assert.deepEqual(changes("return a < b;"), ["comparison: < → <=", "comparison: < → >="]);
  assert.deepEqual(changes("return a >= b;"), ["comparison: >= → >", "comparison: >= → <"]);
  assert.deepEqual(changes("return a == b;"), ["comparison: == → !="]);
});

test("of two equal ones the smaller is either, so that change is none", () => {
  assert.deepEqual(changes("return a < b ? a : b;"), ["comparison: < → >="]);
  assert.deepEqual(changes("return x.y() > b ? b : x.y();"), ["comparison: > → <="]);
  assert.deepEqual(changes("return a < b ? a : c;").length, 2);
});

test("signs of a sum, a product, a negation and a step are changed", () => {
  assert.deepEqual(changes("x = a + b;"), ["arithmetic: + → -"]);
  assert.deepEqual(changes("x = a * b;"), ["arithmetic: * → /", "arithmetic: * → +"]);
  assert.deepEqual(changes("x += b;"), ["arithmetic: += → -="]);
  assert.deepEqual(changes("return -a;"), ["sign: unary - left out"]);
  assert.deepEqual(changes("return !a;"), ["sign: ! left out"]);
});

test("a whole number is one more and one less, a fraction and a hexadecimal number stay", () => {
  assert.deepEqual(changes("return 7;"), ["constant: 7 + 1", "constant: 7 - 1"]);
  assert.deepEqual(changes("return 1'000U;"), ["constant: 1'000U + 1", "constant: 1'000U - 1"]);
  assert.deepEqual(changes("return 0.5;"), []);
  assert.deepEqual(changes("return 0xff;"), []);
});

test("a truth is turned, a rounding is the other one, the smaller of two the larger", () => {
  assert.deepEqual(changes("return true;"), ["truth: true → false"]);
  assert.deepEqual(changes("return divide(Rounding::half_away);"), ["rounding: half_away → half_even"]);
  assert.deepEqual(changes("return std::min(a.b(), c.d());"), ["rounding: min → max"]);
});

test("every operand of a conjunction may be missing and every connective the other one", () => {
  assert.deepEqual(changes("return a && b;"), ["clause: && operand left out", "clause: && operand left out", "connective: && → ||"]);
  assert.equal(changes("return a && b || c;").filter((change) => change.startsWith("connective")).length, 2);
  assert.equal(changes("return f(a && b) || c;").filter((change) => change.startsWith("connective")).length, 2);
});

test("two plain arguments change places, those of a commutative function do not", () => {
  assert.deepEqual(changes("return f(a, b.c);"), ["order: a, b.c → b.c, a"]);
  assert.deepEqual(changes("return f(a, a);"), []);
  assert.deepEqual(changes("return f(a, g());"), []);
  assert.deepEqual(weave("int x = f(a, b);", { commutative: ["f"] }).mutants, []);
});

test("a call that is a whole sentence is left out, a value, a declaration and a return are not", () => {
  assert.deepEqual(changes("list.push_back(a);"), ["call: the call left out"]);
  assert.deepEqual(changes('errors.add(a).with("b", c);'), ["call: the call left out"]);
  assert.deepEqual(changes("const Money pay = amount(a);"), []);
  assert.deepEqual(changes("Place at(a);"), []);
  assert.deepEqual(changes("return f(a);"), []);
});

test("comments, texts, includes and macros hold no mutants", () => {
  assert.deepEqual(changes("// a < b"), []);
  assert.deepEqual(changes("/* a < b\n  1 + 1 */"), []);
  assert.deepEqual(changes('return "a < 1";'), []);
  assert.deepEqual(changes('return R"(a " < 1)";'), []);
  assert.deepEqual(changes("return '1';"), []);
  assert.deepEqual(weave("#include <list>\n#define A 1 + \\\n  2\n").mutants, []);
});

test("brackets of templates, references and pointers are no operators", () => {
  assert.deepEqual(changes("const List<int> x;"), []);
  assert.deepEqual(changes("std::array<List<int>, 3> x;"), []);
  assert.deepEqual(changes("const auto* x;"), []);
  assert.deepEqual(changes("auto&& x = y;"), []);
  assert.deepEqual(weave("template <class T>\nbool operator<(T a, T b);").mutants, []);
});

test("what the compiler reckons is left alone", () => {
  assert.deepEqual(changes("static_assert(a < 1);"), []);
  assert.deepEqual(changes("constexpr int x = 1 + 2;"), []);
  assert.deepEqual(changes("case 1: break;"), []);
  assert.deepEqual(weave("enum class E { a = 1, b = 2 };").mutants, []);
  assert.deepEqual(weave("virtual void f() = 0;").mutants, []);
  assert.equal(weave("constexpr int f(int a) {\n  return a + b;\n}").mutants.length, 1);
});

test("a constant number is reckoned when it is reached, not by the compiler", () => {
  assert.equal(woven("const int x = a + 1;").trim(), "int x = a + Sum{1} + constant(2, 1);");
  assert.equal(woven("const std::int64_t x = y;").trim(), "std::int64_t x = y;");
  for (const kept of ["const auto* x = y;", "const int& x = y;", "const List<int> x = y;", "const Money x = y;"]) assert.equal(woven(kept), kept);
});

test("what is woven in keeps lines and order and sleeps behind its number", () => {
  assert.equal(woven("x = a < b + 1;"), "x = a < Less{1} < b + Sum{3} + constant(4, 1);");
  assert.equal(woven("x = !a;"), "x = Not{1} ->* a;");
  const source = "bool f() {\n  return a &&\n         b;\n}\n";
  assert.equal(weave(source).source.split("\n").length, source.split("\n").length);
  const [a, b] = ["static_cast<bool>(a)|| on(1)", "static_cast<bool>(b)|| on(2)"];
  assert.equal(woven("x = a && b;"), `x = ((((${a}) != on(3)) && ((${b}) != on(3))) != on(3));`);
});

test("numbers go on where the last file ended, and a refused mutant takes none", () => {
  const all = weave("x = a + 1;", { first: 101 });
  assert.deepEqual(all.mutants.map(({ number }) => number), [101, 102, 103]);
  const rest = weave("x = a + 1;", { first: 101, without: ({ kind }) => kind === "arithmetic" });
  assert.equal(rest.source, "x = a + ::mutants::constant(101, 1);");
  assert.equal(rest.next, 103);
});

test("a mutant knows its line, its column and the line's text", () => {
  const [mutant] = weave("int f() {\n  return a + b;\n}").mutants;
  assert.deepEqual([mutant.line, mutant.column, mutant.text], [2, 12, "return a + b;"]);
});

test("tokens of a raw text, an escaped quote and a continued directive end where they end", () => {
  assert.deepEqual(tokens('f(R"x(")x", "\\"", \'\\\'\', 1e-3)').map(({ text }) => text), ["f", "(", 'R"x(")x"', ",", '"\\""', ",", "'\\''", ",", "1e-3", ")"]);
  assert.deepEqual(tokens("#if A \\\n  B\nc").map(({ text, line }) => [text, line]), [["c", 3]]);
});

test("an entry of the equivalent ones names its mutants by text, and one that names none is told", () => {
  const mutants = weave("x = a + b + c;").mutants.map((mutant) => ({ ...mutant, file: "f.cpp" }));
  const entry = { file: "f.cpp", text: "x = a + b + c;", change: "+ → -", why: "" };
  assert.deepEqual([...judgeEquivalents(mutants, [entry]).equivalent], [1, 2]);
  assert.deepEqual([...judgeEquivalents(mutants, [{ ...entry, nth: 2 }]).equivalent], [2]);
  assert.deepEqual(judgeEquivalents(mutants, [{ ...entry, text: "gone" }]).stale.length, 1);
});

test("a figure behind an operator has a number of its own, also where the operator has but one change", () => {
  const folder = mkdtempSync(join(tmpdir(), "allymark-switch-"));
  try {
    const operators = /** @type {const} */ ([["Equal", "=="], ["Unequal", "!="], ["Sum", "+"], ["Difference", "-"], ["Over", "/"], ["Modulo", "%"], ["Less", "<"], ["Times", "*"]]);
    // The figure 3 is the mutant behind the operator's own one or two: 4 when awake, and nothing else changes.
    const lines = operators.map(([name, sign]) => {
      const number = ["Less", "Times"].includes(name) ? 12 : 11;
      return `awake = ${number}; failed += (value() ${sign} mutants::${name}{10} ${sign} mutants::constant(${number}, 3)) != (value() ${sign} 4);`;
    });
    writeFileSync(join(folder, "main.cpp"), `#include "${resolve("tests/mutants/switch.hpp")}"
namespace mutants { int awake = 0; bool recording = false; bool seen[most]; bool nothing[most]; }
int value() { volatile int seven = 7; return seven; }
int main() { using mutants::awake; int failed = 0; ${lines.join("\n")} return failed; }
`);
    execFileSync("c++", ["-std=c++20", "-w", join(folder, "main.cpp"), "-o", join(folder, "main")]);
    execFileSync(join(folder, "main"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
