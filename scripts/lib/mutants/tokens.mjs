// C++ cut into tokens, as far as a mutant has to know it: comments, strings and lines of the preprocessor are told from
// code, and every token knows its place.

/** @typedef {{kind: "name"|"number"|"text"|"sign", text: string, start: number, end: number, line: number}} Token */

const signs =
  "<<= >>= ... <=> ->* :: ++ -- -> .* << >> <= >= == != && || += -= *= /= %= &= |= ^= ## { } [ ] ( ) < > = ! ~ + - * / % & | ^ ? : ; , . #".split(
    " ",
  );

const patterns = {
  space: /\s+/y,
  comment: /\/\/[^\n]*|\/\*[^]*?\*\//y,
  directive: /#(?:[^\n\\]|\\[^])*/y,
  raw: /(?:u8|u|U|L)?R"([^(\s]*)\([^]*?\)\1"/y,
  text: /(?:u8|u|U|L)?(?:"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])+')/y,
  number: /\.?\d(?:[eEpP][+-]|'(?=\w)|[\w.])*/y,
  name: /[A-Za-z_]\w*/y,
};

/**
 * The tokens of a source; comments and directives are none.
 * @param {string} source
 * @returns {Token[]}
 */
export function tokens(source) {
  /** @type {Token[]} */
  const found = [];
  let at = 0;
  let line = 1;
  let fresh = true; // nothing but space on this line so far
  /** @param {RegExp} pattern */
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  /** @param {string} text */
  const skip = (text) => {
    at += text.length;
    const breaks = text.split("\n").length - 1;
    line += breaks;
    if (breaks > 0) fresh = true;
  };
  while (at < source.length) {
    const passed = match(patterns.space) ?? match(patterns.comment) ?? (fresh ? match(patterns.directive) : undefined);
    if (passed !== undefined) {
      skip(passed);
      continue;
    }
    /** @type {[Token["kind"], string | undefined][]} */
    const tries = [
      ["text", match(patterns.raw) ?? match(patterns.text)],
      ["number", match(patterns.number)],
      ["name", match(patterns.name)],
      ["sign", signs.find((sign) => source.startsWith(sign, at))],
    ];
    const [kind, text] = tries.find(([, text]) => text !== undefined) ?? ["sign", source[at]];
    found.push({ kind, text: String(text), start: at, end: at + String(text).length, line });
    fresh = false;
    skip(String(text));
  }
  return found;
}
