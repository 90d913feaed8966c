// The mutants of a C++ source, and the source with all of them woven in, each asleep behind its number: see
// tests/mutants/switch.hpp for what the woven words mean. The layout of clang-format tells a comparison from a template's
// bracket (`a < b`, `List<int>`), a product from a pointer and a conjunction from a reference to a temporary.
import { tokens } from "./tokens.mjs";

/** @typedef {import("./tokens.mjs").Token} Token */
/**
 * @typedef {object} Mutant
 * @property {number} number
 * @property {string} kind
 * @property {number} line
 * @property {number} lastLine of what is woven
 * @property {number} column
 * @property {string} change "< → <="
 * @property {string} text the line, trimmed
 */
/**
 * @typedef {object} Woven
 * @property {string} source
 * @property {Mutant[]} mutants
 * @property {number} next the first number that is free
 */

/** Operator -> the switch's word for it and what it becomes. @type {Record<string, [string, string[], string]>} */
const binary = {
  "<": ["Less", ["<=", ">="], "comparison"],
  "<=": ["LessEqual", ["<", ">"], "comparison"],
  ">": ["Greater", [">=", "<="], "comparison"],
  ">=": ["GreaterEqual", [">", "<"], "comparison"],
  "==": ["Equal", ["!="], "comparison"],
  "!=": ["Unequal", ["=="], "comparison"],
  "+": ["Sum", ["-"], "arithmetic"],
  "-": ["Difference", ["+"], "arithmetic"],
  "*": ["Times", ["/", "+"], "arithmetic"],
  "/": ["Over", ["*"], "arithmetic"],
  "%": ["Modulo", ["/"], "arithmetic"],
  "+=": ["Add", ["-="], "arithmetic"],
  "-=": ["Take", ["+="], "arithmetic"],
};
const integers = new Set(["int", "bool", "size_t", "int32_t", "int64_t", "uint32_t", "uint64_t", "Int128"]);
const roundings = ["half_away", "half_even"];
const assigning = new Set(["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="]);
const opening = new Set(["(", "[", "{"]);
const closing = new Set([")", "]", "}"]);
const keywords = new Set(
  "return case if while for switch do else template typename class struct using namespace operator sizeof constexpr const static auto default delete new throw break continue goto public private protected friend enum inline extern static_assert".split(
    " ",
  ),
);

/**
 * @param {string} source
 * @param {{first?: number, without?: (mutant: Mutant) => boolean, commutative?: string[]}} [options] the first number; those
 *   that do not compile; functions whose arguments may change places without a difference
 * @returns {Woven}
 */
export function weave(source, { first = 1, without = () => false, commutative = [] } = {}) {
  const list = tokens(source);
  const lines = source.split("\n");
  const partner = pairs(list);
  const asleep = compileTime(list, partner);
  /** @type {Mutant[]} */
  const mutants = [];
  /** What is written at a place: closings first, then openings, each in order. @type {Map<number, [string[], string[]]>} */
  const inserts = new Map();
  /** @type {Map<number, {end: number, text: string}>} */
  const replaced = new Map();
  let number = first;

  /** @param {number} position @param {0|1} side 0 behind a token, 1 before one @param {string} text */
  const insert = (position, side, text) => {
    const there = inserts.get(position) ?? [[], []];
    inserts.set(position, there);
    there[side].push(text);
  };
  /** @param {Token} token @param {string} text */
  const replace = (token, text) => replaced.set(token.start, { end: token.end, text });
  /**
   * Numbers for the changes of one place, or nothing where one of them is unwanted.
   * @param {string} kind @param {Token} token @param {string[]} changes @param {Token} [last]
   */
  const add = (kind, token, changes, last = token) => {
    const made = changes.map((change, index) => ({
      number: number + index,
      kind,
      line: token.line,
      lastLine: last.line,
      column: token.start - (source.lastIndexOf("\n", token.start - 1) + 1) + 1,
      change,
      text: lines[token.line - 1].trim(),
    }));
    if (made.some(without)) return undefined;
    mutants.push(...made);
    number += changes.length;
    return made[0].number;
  };

  /** @param {Token | undefined} token an operand may end here */
  const ends = (token) =>
    token !== undefined &&
    (token.kind === "number" || token.kind === "text" || [")", "]", "}"].includes(token.text) || (token.kind === "name" && !keywords.has(token.text)));
  /** @param {number} index between spaces, as clang-format sets a binary operator */
  const spaced = (index) => /\s/.test(source[list[index].start - 1] ?? "") && /\s/.test(source[list[index].end] ?? "");

  const chained = new Set();
  list.forEach((token, index) => {
    if (asleep[index]) return;
    const before = list[index - 1];
    const after = list[index + 1];
    // The compiler works out a constant number where it can, and a change in it would never wake.
    if (token.text === "const" && (!before || [";", "{", "}"].includes(before.text)) && ofNumber(index)) replace(token, "");
    if (token.kind === "sign" && token.text in binary && spaced(index) && ends(before) && before.text !== "operator") {
      const [name, becomes, kind] = binary[token.text];
      const own = add(kind, token, becomes.map((to) => `${token.text} → ${to}`));
      if (own === undefined) return;
      replace(token, `${token.text} ::mutants::${name}{${own}} ${token.text}`);
      // Of two equal ones the smaller is either: the number stays free.
      if (picks(index)) mutants.splice(mutants.findIndex((mutant) => mutant.number === own), 1);
    } else if ((token.text === "&&" || token.text === "||") && spaced(index) && ends(before)) {
      if (!chained.has(index)) connect(index);
    } else if ((token.text === "!" || token.text === "-") && !ends(before) && before?.text !== "operator" && after && source[token.end] !== " ") {
      if (after.kind === "number" || token.end !== after.start) return;
      const own = add("sign", token, [token.text === "!" ? "! left out" : "unary - left out"]);
      if (own !== undefined) replace(token, `::mutants::${token.text === "!" ? "Not" : "Minus"}{${own}} ->* `);
    } else if (token.kind === "number" && /^(0|[1-9][\d']*)[uUlL]*$/.test(token.text)) {
      if (before?.text === "case" || inBrackets(index)) return;
      if (before?.text === "=" && [")", "const", "override"].includes(list[index - 2]?.text)) return; // pure virtual
      const own = add("constant", token, [`${token.text} + 1`, `${token.text} - 1`]);
      if (own !== undefined) replace(token, `::mutants::constant(${own}, ${token.text})`);
    } else if ((token.text === "true" || token.text === "false") && !inBrackets(index)) {
      const own = add("truth", token, [token.text === "true" ? "true → false" : "false → true"]);
      if (own !== undefined) replace(token, `::mutants::truth(${own}, ${token.text})`);
    } else if (roundings.includes(token.text) && before?.text === "::" && list[index - 2]?.text === "Rounding") {
      if (list[index - 3]?.text === "case" || ["==", "!="].includes(list[index - 3]?.text)) return;
      const other = roundings[1 - roundings.indexOf(token.text)];
      const own = add("rounding", token, [`${token.text} → ${other}`]);
      if (own === undefined) return;
      insert(list[index - 2].start, 1, `(::mutants::on(${own}) ? Rounding::${other} : `);
      insert(token.end, 0, ")");
    } else if ((token.text === "min" || token.text === "max") && before?.text === "::" && list[index - 2]?.text === "std" && after?.text === "(") {
      const own = add("rounding", token, [token.text === "min" ? "min → max" : "max → min"]);
      if (own === undefined) return;
      replace(list[index - 2], "::mutants");
      replace(token, token.text === "min" ? "least" : "greatest");
      insert(after.end, 0, `${own}, `);
    } else if (token.text === "(" && before?.kind === "name" && !keywords.has(before.text)) {
      if (!commutative.includes(before.text)) swap(index);
      leaveOut(index);
    }
  });

  /** `const int x = `, a number of its own: no reference and no pointer. @param {number} index of "const" */
  function ofNumber(index) {
    const from = list[index + 1]?.text === "std" ? index + 3 : index + 1;
    return integers.has(list[from]?.text) && list[from + 1]?.kind === "name" && list[from + 2]?.text === "=";
  }

  /** `a < b ? a : b`, or the other way round. @param {number} index */
  function picks(index) {
    if (!["<", "<=", ">", ">="].includes(list[index].text)) return false;
    const left = source.slice(0, list[index].start).match(/[\w.*]+(?:\(\))?\s*$/)?.[0].trim();
    const rest = source.slice(list[index].end).match(/^\s*([\w.*]+(?:\(\))?)\s*\?\s*([\w.*]+(?:\(\))?)\s*:\s*([\w.*]+(?:\(\))?)\s*[;,)}]/);
    if (!left || !rest) return false;
    const [, right, yes, no] = rest;
    return (yes === left && no === right) || (yes === right && no === left);
  }

  /** Inside a template's brackets, where a value is the compiler's. @param {number} index */
  function inBrackets(index) {
    const before = list[index - 1];
    const after = list[index + 1];
    const opens = before?.text === "<" && source[before.start - 1] !== " ";
    const closes = after?.text === ">" && source[after.start - 1] !== " ";
    return opens || closes;
  }

  /** The whole of the conjunctions and disjunctions that an operator stands in. @param {number} index */
  function connect(index) {
    const edges = (/** @type {Token} */ token) =>
      [";", ",", "?", ":", "return"].includes(token.text) || assigning.has(token.text) || ["co_return", "case"].includes(token.text);
    let from = index;
    while (from > 0) {
      const token = list[from - 1];
      if (edges(token) || opening.has(token.text)) break;
      if (closing.has(token.text)) {
        // Behind a block's end begins a new sentence.
        if (token.text === "}" && (list[from].kind !== "sign" || ["!", "(", "*"].includes(list[from].text))) break;
        const open = partner[from - 1];
        if (open === undefined) return;
        from = open;
      } else {
        from -= 1;
      }
    }
    let to = index;
    while (to + 1 < list.length) {
      const token = list[to + 1];
      if (edges(token) || closing.has(token.text)) break;
      if (opening.has(token.text)) {
        const close = partner[to + 1];
        if (close === undefined) return;
        to = close;
      } else {
        to += 1;
      }
    }
    /** @type {number[]} */
    const signs = [];
    for (let at = from; at <= to; ++at) {
      const text = list[at].text;
      if (opening.has(text) && partner[at] !== undefined) at = Number(partner[at]);
      else if ((text === "&&" || text === "||") && spaced(at)) signs.push(at);
    }
    signs.forEach((at) => chained.add(at));
    const splits = signs.filter((at) => list[at].text === "||");
    const bounds = [from - 1, ...splits, to + 1];
    if (splits.length > 0) chain(bounds, "||");
    for (let i = 0; i + 1 < bounds.length; ++i) {
      const inner = signs.filter((at) => list[at].text === "&&" && at > bounds[i] && at < bounds[i + 1]);
      if (inner.length > 0) chain([bounds[i], ...inner, bounds[i + 1]], "&&");
    }
  }

  /**
   * Operands between bounds: every sign may become the other one, every operand may be as if it were not there.
   * `a && b` is `((a != on) && (b != on)) != on`: asleep itself, awake by De Morgan `a || b`, and b waits for a as ever.
   * @param {number[]} bounds @param {"&&"|"||"} sign
   */
  function chain(bounds, sign) {
    const [neutral, other] = sign === "&&" ? ["||", "||"] : ["&&", "&&"];
    const last = list[bounds[bounds.length - 1] - 1];
    const operands = bounds.slice(0, -1).map((bound, i) => ({ first: list[bound + 1], last: list[bounds[i + 1] - 1], sign: list[bound] }));
    /** @type {(number | undefined)[]} */
    const drops = [];
    /** @type {(number | undefined)[]} */
    const flips = [];
    operands.forEach((operand, i) => {
      drops[i] = add("clause", operand.first, [`${sign} operand left out`], last);
      if (i > 0) flips[i] = add("connective", operand.sign, [`${sign} → ${other}`], last);
    });
    /** @param {number | undefined} own */
    const on = (own) => (own === undefined ? "false" : `::mutants::on(${own})`);
    // Behind a token what is innermost comes first; before one what is outermost: this chain is written after the inner one
    // only on the left, so both lists are in order when an outer chain is woven first and closes are put in front.
    insert(operands[0].first.start, 1, "(((".repeat(operands.length - 1));
    operands.forEach((operand, i) => {
      insert(operand.first.start, 1, `${i > 0 ? "(" : ""}(static_cast<bool>(`);
      let close = `)${neutral} ${sign === "&&" ? on(drops[i]) : `!${on(drops[i])}`})`;
      if (i > 0) close += ` != ${on(flips[i])})) != ${on(flips[i])})`;
      if (i + 1 < operands.length) close += ` != ${on(flips[i + 1])})`;
      const there = inserts.get(operand.last.end) ?? [[], []];
      inserts.set(operand.last.end, there);
      there[0].unshift(close);
    });
  }

  /** Two plain arguments that follow each other change places. @param {number} index of "(" */
  function swap(index) {
    const close = partner[index];
    if (close === undefined) return;
    /** @type {[number, number][]} */
    const parts = [];
    let start = index + 1;
    for (let at = index + 1; at <= close; ++at) {
      const text = list[at].text;
      if (opening.has(text) && partner[at] !== undefined) at = Number(partner[at]);
      else if (text === "," || at === close) {
        if (at > start) parts.push([start, at - 1]);
        start = at + 1;
      }
    }
    const plain = (/** @type {[number, number]} */ [from, to]) => {
      const part = list.slice(from, to + 1);
      const named = part.every(({ kind, text }, i) => (i % 2 === 0 ? kind === "name" && !keywords.has(text) : text === "." || text === "->"));
      return named && part.length % 2 === 1 && !["true", "false", "nullptr", "this"].includes(part[0].text);
    };
    for (let i = 0; i + 1 < parts.length; ++i) {
      const [a, b] = [parts[i], parts[i + 1]];
      if (!plain(a) || !plain(b)) continue;
      const text = (/** @type {[number, number]} */ [from, to]) => source.slice(list[from].start, list[to].end);
      if (text(a) === text(b)) continue;
      const own = add("order", list[a[0]], [`${text(a)}, ${text(b)} → ${text(b)}, ${text(a)}`], list[b[1]]);
      if (own === undefined) continue;
      for (const [mine, other] of [
        [a, b],
        [b, a],
      ]) {
        insert(list[mine[0]].start, 1, `::mutants::swapped(${own}, `);
        insert(list[mine[1]].end, 0, `, ${text(other)})`);
      }
      i += 1;
    }
  }

  /** A sentence that is one call and no more: it is not made. @param {number} index of "(" */
  function leaveOut(index) {
    let from = index - 1;
    while (from > 0 && [".", "->", "::"].includes(list[from - 1]?.text) && list[from - 2]?.kind === "name") from -= 2;
    const prior = list[from - 1];
    if (!prior || ![";", "{", "}"].includes(prior.text) || asleep[from]) return;
    // `case x: {` and the like are fine, a class's or a list's brace is not: there no sentence of calls can stand.
    let to = partner[index];
    if (to === undefined || ["{", "const", ":", "override", "->", "noexcept"].includes(list[to + 1]?.text)) {
      if (list[Number(to) + 1]?.text !== ".") return;
    }
    while (to !== undefined && list[to + 1]?.text === "." && list[to + 3]?.text === "(") to = partner[to + 3];
    if (to === undefined || list[to + 1]?.text !== ";") return;
    const own = add("call", list[from], ["the call left out"], list[to]);
    if (own !== undefined) insert(list[from].start, 1, `if (!::mutants::on(${own})) `);
  }

  const marks = [...new Set([...inserts.keys(), ...replaced.keys()])].sort((a, b) => a - b);
  let out = "";
  let at = 0;
  for (const mark of marks) {
    out += source.slice(at, mark);
    at = mark;
    const [behind, front] = inserts.get(mark) ?? [[], []];
    out += behind.join("") + front.join("");
    const swap = replaced.get(mark);
    if (swap) {
      out += swap.text;
      at = swap.end;
    }
  }
  out += source.slice(at);
  return { source: out, mutants, next: number };
}

/** For every bracket the other one. @param {Token[]} list @returns {(number | undefined)[]} */
function pairs(list) {
  /** @type {(number | undefined)[]} */
  const partner = [];
  /** @type {number[]} */
  const open = [];
  list.forEach(({ kind, text }, index) => {
    if (kind !== "sign") return;
    if (opening.has(text)) open.push(index);
    if (!closing.has(text)) return;
    const other = open.pop();
    partner[index] = other;
    if (other !== undefined) partner[other] = index;
  });
  return partner;
}

/** What the compiler reckons itself: constants, enumerations, assertions. @param {Token[]} list @param {(number | undefined)[]} partner */
function compileTime(list, partner) {
  /** @type {boolean[]} */
  const asleep = [];
  list.forEach(({ text }, index) => {
    if (text === "static_assert" || text === "using" || text === "alignas") {
      for (let at = index; at < list.length && list[at].text !== ";"; ++at) asleep[at] = true;
    }
    if (text === "enum") {
      for (let at = index; at < list.length && list[at].text !== ";"; ++at) asleep[at] = true;
    }
    if (text !== "constexpr" && text !== "consteval") return;
    if (list[index - 1]?.text === "if") {
      const close = partner[index + 1];
      for (let at = index; at <= Number(close); ++at) asleep[at] = true;
      return;
    }
    // A variable is its whole sentence, a function its head only.
    let value = false;
    for (let at = index; at < list.length && list[at].text !== ";"; ++at) {
      if (list[at].text === "=") value = true;
      if (list[at].text === "{" && !value && list[at - 1]?.text !== "]" && list[at - 1]?.kind !== "name") return;
      asleep[at] = true;
    }
  });
  return asleep;
}
