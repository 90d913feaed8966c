/**
 * Moves labels apart so that none covers another, keeping their order and staying near their marks.
 * @module
 */

/**
 * @param {number[]} wanted where each label would like to be, in pixels
 * @param {number} gap least distance between two
 * @param {number} from
 * @param {number} to
 * @returns {number[]} where each goes, in the order given
 */
export function spread(wanted, gap, from, to) {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed = order.map(({ at }) => Math.min(Math.max(at, from), to));
  for (let index = 1; index < placed.length; index += 1) placed[index] = Math.max(placed[index], placed[index - 1] + gap);
  if (placed.length > 0) placed[placed.length - 1] = Math.min(placed[placed.length - 1], to);
  for (let index = placed.length - 2; index >= 0; index -= 1) placed[index] = Math.min(placed[index], placed[index + 1] - gap);
  const result = new Array(wanted.length);
  order.forEach(({ index }, rank) => (result[index] = placed[rank]));
  return result;
}

/**
 * How wide a label is, roughly: an ideograph is as wide as the type is high, other signs a bit over half.
 * @param {string} text
 * @param {number} [size] type size in pixels
 */
export function textWidth(text, size = 12) {
  let width = 0;
  for (const sign of text) width += size * (/[\u2e80-\u9fff\uff00-\uffef]/.test(sign) ? 1 : /[ ,.:;|]/.test(sign) ? 0.3 : 0.58);
  return width;
}

/**
 * Keeps the marks that have room, the important ones first.
 * @template T
 * @param {T[]} marks most important first
 * @param {(mark: T) => [number, number]} span from where to where a mark's label reaches
 * @returns {T[]}
 */
export function keepApart(marks, span) {
  /** @type {{mark: T, from: number, to: number}[]} */
  const kept = [];
  for (const mark of marks) {
    const [from, to] = span(mark);
    if (kept.every((other) => to + 6 < other.from || from - 6 > other.to)) kept.push({ mark, from, to });
  }
  return kept.map((entry) => entry.mark);
}
