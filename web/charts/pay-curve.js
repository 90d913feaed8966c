/**
 * Pay over volume: one line per way to read the tiers, the one in force in the accent, each cliff with its price, and
 * what every reading pays at the volume in view.
 * @module
 */
import { nothing, svg, html } from "lit";
import { marks } from "./axis.js";
import { keepApart, spread, textWidth } from "./declutter.js";
import { linePath, scaleLinear } from "./scale.js";

/**
 * @typedef {object} PaySeries
 * @property {string} name
 * @property {boolean} chosen
 * @property {{volume: number, gross: number}[]} points
 * @property {number | null} now what this reading pays at the volume in view
 * @property {string} nowText
 */
/**
 * @typedef {object} PayCurve
 * @property {PaySeries[]} series
 * @property {{at: number, before: number, after: number, title: string, detail: string[]}[]} cliffs
 * @property {{at: number, text: string}[]} bounds
 * @property {number} volume
 * @property {string} volumeText
 * @property {number} to
 * @property {string} toText
 * @property {string} nowTitle
 * @property {(value: number) => string} amount axis text
 * @property {string} amountUnit
 * @property {string} label
 */

const DASHES = ["", "7 3", "2 3", "10 3 2 3", "4 4"];

/**
 * @param {PayCurve} data
 * @param {number} width
 * @param {number} [tall] height of the plot; otherwise it follows the width
 */
export function payCurve(data, width, tall = 0) {
  const narrow = width < 520;
  const names = data.series.map((series) => series.name);
  const right = narrow ? 14 : Math.max(...names.map((name) => textWidth(name))) + 16;
  const box = { left: 46, right: width - right, top: 34, bottom: tall ? tall + 34 : narrow ? 300 : Math.min(446, Math.max(320, width * 0.62)) };
  const most = Math.max(1, ...data.series.flatMap((series) => series.points.map((point) => point.gross)));
  const x = scaleLinear([0, data.to], [box.left, box.right]);
  const y = scaleLinear([0, most], [box.bottom, box.top]).nice(5);
  const path = (/** @type {PaySeries["points"]} */ points) => linePath(points, (point) => x(point.volume), (point) => y(point.gross));
  const others = data.series.filter((series) => !series.chosen);
  const chosen = data.series.filter((series) => series.chosen);
  return html`<svg class="plot" viewBox="0 0 ${width} ${box.bottom + 28}" width=${width} height=${box.bottom + 28} role="group" aria-label=${data.label} part="chart">
    ${marks(y.domain()[0], y.domain()[1], 5).map((value) => svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${y(value)} y2=${y(value)}></line><text class="e" x=${box.left - 8} y=${y(value) + 4}>${data.amount(value)}</text>`)}
    <text x="4" y="16">${data.amountUnit}</text>
    <line class="axis" x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom}></line>
    ${volumeAxis(data, x, box)}
    ${others.map((series, index) => svg`<path class="other" d=${path(series.points)} stroke-dasharray=${DASHES[index % DASHES.length] || nothing}></path>`)}
    ${chosen.map((series) => svg`<path class="ours" d=${path(series.points)}></path>`)}
    ${data.cliffs.map((cliff) => svg`<line class="drop" x1=${x(cliff.at)} x2=${x(cliff.at)} y1=${y(cliff.before)} y2=${y(cliff.after)}></line>`)}
    ${cliffLabels(data, x, y, box)}
    ${nowLabels(data, x, y, box, narrow)}
    ${narrow ? nothing : endLabels(data.series, y, box)}
  </svg>`;
}

/**
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {{left: number, right: number, top: number, bottom: number}} box
 */
function volumeAxis(data, x, box) {
  const here = x(Math.min(data.volume, data.to));
  const badge = textWidth(data.volumeText) + 16;
  const left = Math.min(Math.max(here - badge / 2, 0), box.right + 12 - badge);
  const candidates = [
    { at: -1, text: "", middle: left + badge / 2, size: badge },
    ...data.bounds.map((bound) => ({ ...bound, middle: x(bound.at), size: textWidth(bound.text) })),
    { at: data.to, text: data.toText, middle: box.right - textWidth(data.toText) / 2 + 12, size: textWidth(data.toText) },
    { at: 0, text: "0", middle: box.left, size: 8 },
  ];
  const kept = keepApart(candidates, (mark) => [mark.middle - mark.size / 2, mark.middle + mark.size / 2]).filter((mark) => mark.text !== "");
  return svg`${data.bounds.map((bound) => svg`<line class="grid" x1=${x(bound.at)} x2=${x(bound.at)} y1=${box.top} y2=${box.bottom}></line><line class="axis" x1=${x(bound.at)} x2=${x(bound.at)} y1=${box.bottom} y2=${box.bottom + 5}></line>`)}
    ${kept.map((mark) => svg`<text class="m" x=${mark.middle} y=${box.bottom + 20}>${mark.text}</text>`)}
    <line class="here" x1=${here} x2=${here} y1=${box.top - 4} y2=${box.bottom}></line>
    <rect class="badge" x=${left} y=${box.bottom + 6} width=${badge} height="19" rx="3"></rect>
    <text class="m badge-text" x=${left + badge / 2} y=${box.bottom + 20}>${data.volumeText}</text>`;
}

/**
 * Labels of the cliffs stand below every line, where the picture is empty.
 * @param {PayCurve} data
 * @param {import("./scale.js").Scale} x
 * @param {(value: number) => number} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 */
function cliffLabels(data, x, y, box) {
  const highest = data.cliffs.reduce((best, cliff) => (cliff.after - cliff.before > best ? cliff.after - cliff.before : best), 0);
  const heights = data.cliffs.map((cliff) => (cliff.after - cliff.before === highest ? 54 : 18));
  let floor = box.bottom - 8;
  return data.cliffs.map((cliff, index) => {
    const main = heights[index] > 18;
    const lines = main ? [cliff.title, ...cliff.detail] : [cliff.title];
    const wide = Math.max(...lines.map((text, row) => textWidth(text, row === 0 ? 14 : 12)));
    const at = x(cliff.at);
    const middle = (y(cliff.before) + y(cliff.after)) / 2;
    const left = Math.min(at + 18, box.right - wide);
    const under = y(lowestAt(data.series, x.invert(left))) + 26;
    const top = Math.min(Math.max(middle + 42, under), floor - (lines.length - 1) * 18);
    floor = Math.min(floor, top - 26);
    return svg`<g tabindex="0" role="img" aria-label=${lines.join(" ")} class="point"><path class="lead" d="M${at + 4} ${middle}H${left + 10}V${top - 15}"></path>
      ${lines.map((text, row) => svg`<text class=${row === 0 ? "tw big halo" : "t2 halo"} x=${left} y=${top + row * 18}>${text}</text>`)}</g>`;
  });
}

/**
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {boolean} narrow
 */
function nowLabels(data, x, y, box, narrow) {
  const now = data.series.filter((series) => series.now !== null).sort((a, b) => Number(b.now) - Number(a.now));
  const here = x(Math.min(data.volume, data.to));
  const dots = now.map((series) => svg`<circle class=${series.chosen ? "dot ours-dot" : "dot"} cx=${here} cy=${y(Number(series.now))} r=${series.chosen ? 4.5 : 3.2} tabindex="0" role="img" aria-label="${series.name} ${series.nowText}"></circle>`);
  const figures = Math.max(...now.map((series) => textWidth(series.nowText))) + (narrow ? 2 : 8);
  const words = Math.max(...now.map((series) => textWidth(series.name))) + (narrow ? 2 : 12);
  const row = narrow ? 17 : 24;
  const top = box.top + (narrow ? 6 : 38);
  const bottom = top + now.length * row;
  const clear = clearUntil(data, x, y, bottom + 6);
  const edge = Math.min(here - (narrow ? 22 : 64), clear);
  if (edge - figures - words < (narrow ? 4 : box.left) || now.length === 0) return dots;
  return svg`<text class="e halo" x=${edge} y=${top}>${data.nowTitle}</text>
    ${now.map((series, index) => {
      const at = top + (index + 1) * row;
      return svg`<path class=${series.chosen ? "lead ours-lead" : "lead"} d="M${edge + 6} ${at - 4}H${edge + (narrow ? 10 : 16)}L${here - 5} ${y(Number(series.now))}"></path>
        <text class="e halo ${series.chosen ? "ta" : "t1"}" x=${edge} y=${at}>${series.nowText}</text><text class="e halo ${series.chosen ? "ta" : "t2"}" x=${edge - figures} y=${at}>${series.name}</text>`;
    })}${dots}`;
}

/**
 * Height of the lowest line at a volume, for placing labels.
 * @param {PaySeries[]} series
 * @param {number} volume
 */
function lowestAt(series, volume) {
  const heights = series.map(({ points }) => {
    const after = Math.max(1, points.findIndex((point) => point.volume >= volume));
    const [from, to] = [points[after - 1], points[after] ?? points[after - 1]];
    const share = to.volume > from.volume ? (volume - from.volume) / (to.volume - from.volume) : 1;
    return from.gross + (to.gross - from.gross) * Math.min(1, Math.max(0, share));
  });
  return Math.min(...heights);
}

/**
 * How far right a label above the height `bottom` stays clear of every line.
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 * @param {number} bottom
 */
function clearUntil(data, x, y, bottom) {
  let clear = Infinity;
  for (const series of data.series) {
    let before = series.points[0];
    for (const point of series.points) {
      if (y(point.gross) < bottom) {
        const rise = y(before.gross) - y(point.gross);
        const share = rise > 0 ? (y(before.gross) - bottom) / rise : 0;
        clear = Math.min(clear, x(before.volume) + (x(point.volume) - x(before.volume)) * Math.max(0, Math.min(1, share)));
        break;
      }
      before = point;
    }
  }
  return clear - 10;
}

/**
 * @param {PaySeries[]} series
 * @param {(value: number) => number} y
 * @param {{right: number, top: number, bottom: number}} box
 */
function endLabels(series, y, box) {
  const ends = series.map((entry) => y(entry.points.at(-1)?.gross ?? 0) + 4);
  const places = spread(ends, 16, box.top, box.bottom);
  return series.map((entry, index) => svg`<text class="halo ${entry.chosen ? "ta" : "t2"}" x=${box.right + 8} y=${places[index]}>${entry.name}</text>`);
}
