// Medians and the lines of scripts/bench.

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

let over = 0;

/** Prints a figure beside its budget. @param {string} name @param {number} figure @param {number} atMost @param {string} detail */
export function row(name, figure, atMost, detail) {
  const kept = figure <= atMost;
  if (!kept) over += 1;
  console.log(`${kept ? "kept" : "OVER"}  ${name}: ${figure.toFixed(2)}, at most ${atMost} (${detail})`);
}

export const overBudget = () => over;
