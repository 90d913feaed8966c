/**
 * A metric's scores month by month, no higher than its row: the base as a hairline, the month in view as a dot. A month
 * without a figure breaks the line.
 * @module
 */
import { html, nothing, svg } from "lit";
import { linePath } from "./line.js";
import { scaleLinear, scalePoint } from "./scale.js";

/**
 * @typedef {object} Sparkline
 * @property {{month: string, score: number | null}[]} points oldest first
 * @property {string} current the month in view
 * @property {[number, number]} domain what all lines of a table share; its middle is the base
 * @property {string} label the same in words
 */

const WIDE = 76;
const HIGH = 26;
const EDGE = 4;

/**
 * As much as the scores need, at least a tenth of the base to each side, so that a point or two does not look like a fall.
 * @param {(number | null)[]} scores
 * @param {number} base
 * @returns {[number, number]}
 */
export function sparkDomain(scores, base) {
  const reach = Math.max(base * 0.1, ...scores.map((score) => (score === null ? 0 : Math.abs(score - base))));
  return [base - reach, base + reach];
}

/** @param {Sparkline} data */
export function sparkline({ points, current, domain, label }) {
  const known = points.filter((point) => point.score !== null);
  if (known.length === 0) return nothing;
  const x = scalePoint(points.map((point) => point.month), [EDGE, WIDE - EDGE]);
  const y = scaleLinear(domain, [HIGH - EDGE, EDGE]).clamp(true);
  const at = (/** @type {{month: string}} */ point) => x(point.month) ?? EDGE;
  const alone = points.filter((point, index) => point.score !== null && (points[index - 1]?.score ?? null) === null && (points[index + 1]?.score ?? null) === null && point.month !== current);
  const now = known.find((point) => point.month === current);
  const base = y((domain[0] + domain[1]) / 2);
  return html`<svg class="spark-line" viewBox="0 0 ${WIDE} ${HIGH}" width=${WIDE} height=${HIGH} role="img" aria-label=${label}><title>${label}</title>
    <line class="grid" x1="0" x2=${WIDE} y1=${base} y2=${base}></line><path class="history" d=${linePath(points, at, (point) => y(point.score ?? 0), (point) => point.score !== null)}></path>
    ${alone.map((point) => svg`<circle class="dot" cx=${at(point)} cy=${y(Number(point.score))} r="2"></circle>`)}
    ${now ? svg`<circle class="dot ours-dot" cx=${at(now)} cy=${y(Number(now.score))} r="3.2"></circle>` : nothing}</svg>`;
}
