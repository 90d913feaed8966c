/**
 * Twelve months of totals over the grade bands. A month without data is a hatched gap, and the line breaks there.
 * @module
 */
import { html, nothing, svg } from "lit";
import { keepApart, spread, textWidth } from "./declutter.js";
import { linePath } from "./line.js";
import { scaleLinear, scalePoint } from "./scale.js";

/**
 * @typedef {object} HistoryLine
 * @property {{month: string, name: string, total: number | null, text: string, current: boolean}[]} months oldest first
 * @property {{name: string, from: number | null, below: number | null}[]} bands best first
 * @property {string} gapText
 * @property {string} label
 */

/** So many points have room for their figures. */
const FEW = 3;

/**
 * @param {HistoryLine} data
 * @param {number} width
 */
export function historyLine(data, width) {
  const narrow = width < 560;
  const right = narrow ? 10 : Math.max(...data.bands.map((band) => textWidth(band.name))) + 18;
  const box = { left: 40, right: width - right, top: 14, bottom: 220 };
  const totals = /** @type {number[]} */ (data.months.map((month) => month.total).filter((total) => total !== null));
  const edges = /** @type {number[]} */ (data.bands.map((band) => band.from).filter((from) => from !== null));
  const least = Math.min(...totals, ...edges);
  const most = Math.max(...totals, ...edges);
  const y = scaleLinear([least - 10, most + 10], [box.bottom, box.top]);
  const inset = Math.min(34, (box.right - box.left) / data.months.length / 2);
  const x = scalePoint(data.months.map((month) => month.month), [box.left + inset, box.right - inset]);
  const at = (/** @type {string} */ month) => x(month) ?? box.left;
  const path = linePath(data.months, (month) => at(month.month), (month) => y(month.total ?? 0), (month) => month.total !== null);
  const room = data.months.length > 1 ? x.step() : box.right - box.left;
  const names = keepApart([...data.months].reverse(), (month) => [at(month.month) - textWidth(month.name) / 2, at(month.month) + textWidth(month.name) / 2]);
  const figures = data.months.filter((month) => month.total !== null && (month.current || totals.length <= FEW)).map((month) => {
    const half = textWidth(month.text, 14) / 2;
    const middle = Math.max(box.left + half, Math.min(at(month.month), box.right - half));
    return { month, middle, half, low: y(Number(month.total)) - 12 };
  });
  return html`<svg class="plot" viewBox="0 0 ${width} 244" width=${width} height="244" role="group" aria-label=${data.label} part="chart">
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"></path></pattern></defs>
    ${data.bands.map((band, index) => bandRows(band, index, y, box))}
    ${narrow ? bandNamesInside(data.bands, y, box, figures) : bandNames(data.bands, y, box)}
    ${data.months.map((month) => (month.total === null ? svg`<rect class="gap" x=${at(month.month) - Math.min(14, room / 2)} y=${box.top} width=${Math.min(28, room)} height=${box.bottom - box.top}></rect>${room > 44 ? svg`<text class="m t2 halo" x=${at(month.month)} y=${(box.top + box.bottom) / 2}>${data.gapText}</text>` : nothing}` : nothing))}
    <path class="history" d=${path}></path>
    ${data.months.map((month) => (month.total === null ? nothing : svg`<g class="point" tabindex="0" role="img" aria-label="${month.name} ${month.text}"><circle class=${month.current ? "dot ours-dot" : "dot open"} cx=${at(month.month)} cy=${y(month.total)} r=${month.current ? 5 : 3}></circle>
      ${figures.filter((figure) => figure.month === month).map((figure) => svg`<text class="m halo ${month.current ? "ta big" : "t2"}" x=${figure.middle} y=${figure.low}>${month.text}</text>`)}</g>`))}
    ${names.map((month) => svg`<text class="m" x=${at(month.month)} y="238">${month.name}</text>`)}
  </svg>`;
}

/**
 * @param {{from: number | null, below: number | null}} band
 * @param {number} index
 * @param {import("./scale.js").Scale} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 */
function bandRows(band, index, y, box) {
  const top = band.below === null ? box.top : y(band.below);
  const bottom = band.from === null ? box.bottom : y(band.from);
  return svg`<rect class="row-band b${index}" x=${box.left} y=${top} width=${box.right - box.left} height=${Math.max(0, bottom - top)}></rect>
    ${band.from === null ? nothing : svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${bottom} y2=${bottom}></line><text class="e" x=${box.left - 8} y=${bottom + 4}>${band.from}</text>`}`;
}

/**
 * @param {{name: string, from: number | null, below: number | null}[]} bands
 * @param {import("./scale.js").Scale} y
 * @param {{right: number, top: number, bottom: number}} box
 */
function bandNames(bands, y, box) {
  const middles = bands.map((band) => ((band.below === null ? box.top : y(band.below)) + (band.from === null ? box.bottom : y(band.from))) / 2 + 4);
  const places = spread(middles, 16, box.top + 10, box.bottom);
  return bands.map((band, index) => svg`<text class="t2" x=${box.right + 10} y=${places[index]}>${band.name}</text>`);
}

/**
 * Without room beside it, each band is named in a corner of its own that no figure takes, at its upper left if it can.
 * @param {{name: string, from: number | null, below: number | null}[]} bands
 * @param {import("./scale.js").Scale} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {{middle: number, half: number, low: number}[]} figures
 */
function bandNamesInside(bands, y, box, figures) {
  return bands.map((band) => {
    const wide = textWidth(band.name);
    const high = (band.below === null ? box.top : y(band.below)) + 14;
    const low = (band.from === null ? box.bottom : y(band.from)) - 5;
    const corners = [[box.left + 6, high], [box.left + 6, low], [box.right - 6 - wide, high], [box.right - 6 - wide, low]];
    const taken = (/** @type {number[]} */ [left, base]) => figures.some((figure) => left < figure.middle + figure.half + 4 && left + wide > figure.middle - figure.half - 4 && Math.abs(base - figure.low) < 17);
    const [left, base] = corners.find((corner) => !taken(corner)) ?? corners[0];
    return svg`<text class="t3" x=${left} y=${base}>${band.name}</text>`;
  });
}
