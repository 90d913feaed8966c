/**
 * Pay over volume: one line per way to read the tiers, the one in force in the accent, each cliff with its price, and
 * what every reading pays at the volume in view. What has no room in the picture stands in a list under it.
 * @module
 */
import { nothing, svg, html } from "lit";
import { marks } from "./axis.js";
import { keepApart, spread, textWidth } from "./declutter.js";
import { linePath } from "./line.js";
import { scaleLinear } from "./scale.js";

/**
 * @typedef {object} PaySeries
 * @property {string} name
 * @property {boolean} chosen
 * @property {{volume: number, gross: number}[]} points
 * @property {number | null} now what this reading pays at the volume in view
 * @property {string} nowText
 */
/** @typedef {{at: number, before: number, after: number, title: string, detail: string[], line: string}} PayCliff `line` says it all in a list */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{cliff: PayCliff, index: number, row: number, lines: string[], left: number, top: number, lead: string}} CliffLabel */
/**
 * @typedef {object} PayCurve
 * @property {PaySeries[]} series
 * @property {PayCliff[]} cliffs
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
  const rows = narrow ? 2 : 1;
  const height = box.bottom + 8 + rows * 20;
  const labelled = narrow ? null : nowBlock(data, x, y, box);
  const full = nearestLabel(data, x, y, box, narrow ? 0 : labelled?.bottom ?? 0);
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${data.label} part="chart">
    ${marks(y.domain()[0], y.domain()[1], 5).map((value) => svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${y(value)} y2=${y(value)}></line><text class="e" x=${box.left - 8} y=${y(value) + 4}>${data.amount(value)}</text>`)}
    <text x="4" y="16">${data.amountUnit}</text>
    <line class="axis" x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom}></line>
    ${volumeAxis(data, x, box, rows)}
    ${others.map((series, index) => svg`<path class="other" d=${path(series.points)} stroke-dasharray=${DASHES[index % DASHES.length] || nothing}></path>`)}
    ${chosen.map((series) => svg`<path class="ours" d=${path(series.points)}></path>`)}
    ${data.cliffs.map((cliff) => svg`<line class="cliff" x1=${x(cliff.at)} x2=${x(cliff.at)} y1=${y(cliff.before)} y2=${y(cliff.after)}></line>`)}
    ${full ? cliffLabel(full) : nothing}
    ${cliffNumbers(data, x, y, box, full)}
    ${labelled?.drawn ?? nothing}${nowDots(data, x, y)}
    ${narrow ? nothing : endLabels(data.series, y, box)}
  </svg>${labelled === null ? nowList(data) : nothing}${cliffList(data, full)}`;
}

/**
 * Marks of the axis; with two rows, what finds no room in the first stands in the second, beside the volume in view.
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {Box} box
 * @param {number} rows
 */
function volumeAxis(data, x, box, rows) {
  const here = x(Math.min(data.volume, data.to));
  const badge = textWidth(data.volumeText) + 16;
  const left = Math.min(Math.max(here - badge / 2, 0), box.right + 12 - badge);
  const end = textWidth(data.toText);
  const candidates = [
    ...data.bounds.map((bound) => ({ text: bound.text, middle: x(bound.at), size: textWidth(bound.text) })),
    { text: data.toText, middle: box.right - end / 2 + 12, size: end },
    { text: "0", middle: box.left, size: 8 },
  ];
  const taken = { text: "", middle: left + badge / 2, size: badge };
  const row = (/** @type {typeof candidates} */ wanted) => keepApart(wanted, (mark) => [mark.middle - mark.size / 2, mark.middle + mark.size / 2]);
  const first = row(rows > 1 ? candidates : [taken, ...candidates]);
  const second = rows > 1 ? row([taken, ...candidates.filter((mark) => !first.includes(mark))]) : [];
  const low = box.bottom + 20 * rows;
  return svg`${data.bounds.map((bound) => svg`<line class="grid" x1=${x(bound.at)} x2=${x(bound.at)} y1=${box.top} y2=${box.bottom}></line><line class="axis" x1=${x(bound.at)} x2=${x(bound.at)} y1=${box.bottom} y2=${box.bottom + 5}></line>`)}
    ${first.map((mark) => svg`<text class="m" x=${mark.middle} y=${box.bottom + 20}>${mark.text}</text>`)}${second.map((mark) => svg`<text class="m" x=${mark.middle} y=${low}>${mark.text}</text>`)}
    <line class="here" x1=${here} x2=${here} y1=${box.top - 4} y2=${box.bottom}></line>
    <rect class="badge" x=${left} y=${low - 14} width=${badge} height="19" rx="3"></rect>
    <text class="m badge-text" x=${left + badge / 2} y=${low}>${data.volumeText}</text>`;
}

/**
 * The cliff nearest the volume in view in full, where the picture is empty: right of it below every line, or left of it
 * above every line. Between two lines there is no such place, and the list says it.
 * @param {PayCurve} data
 * @param {import("./scale.js").Scale} x
 * @param {(value: number) => number} y
 * @param {Box} box
 * @param {number} ceiling what stands in the upper left reaches down to here
 * @returns {CliffLabel | null}
 */
function nearestLabel(data, x, y, box, ceiling) {
  const away = (/** @type {PayCliff} */ cliff) => Math.abs(cliff.at - data.volume);
  const index = data.cliffs.reduce((best, cliff, at) => (best < 0 || away(cliff) < away(data.cliffs[best]) ? at : best), -1);
  if (index < 0) return null;
  const cliff = data.cliffs[index];
  const lines = [cliff.title, ...cliff.detail];
  const place = { data, cliff, index, lines, x, y, box, wide: Math.max(...lines.map((text, row) => textWidth(text, row === 0 ? 14 : 12))) };
  return belowRight(place) ?? aboveLeft(place, ceiling);
}

/** @typedef {{data: PayCurve, cliff: PayCliff, index: number, lines: string[], x: import("./scale.js").Scale, y: (value: number) => number, box: Box, wide: number}} Place */

/** @param {Place} place @returns {CliffLabel | null} */
function belowRight({ data, cliff, index, lines, x, y, box, wide }) {
  const at = x(cliff.at);
  const here = x(Math.min(data.volume, data.to));
  const beside = at + 18;
  const left = here > beside - 8 && here < beside + wide + 8 && here > at ? here + 10 : beside;
  const middle = (y(cliff.before) + y(cliff.after)) / 2;
  const rest = lines.length - 1;
  const top = Math.max(Math.min(middle + 36, box.bottom - 6 - rest * 18), middle + 20, y(heightAt(data.series, x.invert(left), Math.min)) + 20);
  const row = Math.min(18, (box.bottom - 6 - top) / rest);
  if (heightAt(data.series, cliff.at, Math.min) < cliff.after || left + wide > box.right || row < 14) return null;
  return { cliff, index, lines, left, top, row, lead: `M${at + 4} ${middle}H${left + 10}V${top - 15}` };
}

/** @param {Place} place @param {number} ceiling @returns {CliffLabel | null} */
function aboveLeft({ data, cliff, index, lines, x, y, box, wide }, ceiling) {
  const at = x(cliff.at);
  const middle = (y(cliff.before) + y(cliff.after)) / 2;
  const left = Math.max(box.left + 6, at - wide - 12);
  const beyond = left + wide + 8 > at ? x.invert(left + wide + 8) : cliff.at - 1;
  const low = Math.min(y(heightAt(data.series, beyond, Math.max)) - 7, middle - 12);
  const top = low - (lines.length - 1) * 16;
  const crosses = left + wide > x(Math.min(data.volume, data.to)) - 4 && left < x(Math.min(data.volume, data.to));
  if (heightAt(data.series, cliff.at - 1, Math.max) > cliff.before || top - 16 < Math.max(ceiling, box.top) || crosses) return null;
  return { cliff, index, lines, left, top, row: 16, lead: `M${at - 4} ${middle}H${at - 14}V${low + 5}` };
}

/** @param {CliffLabel} label */
function cliffLabel({ lines, left, top, row, lead }) {
  return svg`<g tabindex="0" role="img" aria-label=${lines.join(" ")} class="point"><path class="lead" d=${lead}></path>
    ${lines.map((text, at) => svg`<text class=${at === 0 ? "tw big halo" : "t2 halo"} x=${left} y=${top + at * row}>${text}</text>`)}</g>`;
}

/**
 * Every cliff but the one in full carries a number that the list repeats.
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 * @param {Box} box
 * @param {CliffLabel | null} full
 */
function cliffNumbers(data, x, y, box, full) {
  const listed = data.cliffs.filter((_, index) => index !== full?.index);
  const places = spread(listed.map((cliff) => (y(cliff.before) + y(cliff.after)) / 2 + 5), 15, box.top, box.bottom);
  return listed.map((cliff, index) => svg`<text class="e tw big halo" x=${x(cliff.at) - 5} y=${places[index]}>${numbered(index)}</text>`);
}

/** ① for the first. @param {number} index */
const numbered = (index) => (index < 20 ? String.fromCharCode(0x2460 + index) : `${index + 1}`);

/** @param {PayCurve} data @param {CliffLabel | null} full */
function cliffList(data, full) {
  const listed = data.cliffs.filter((_, index) => index !== full?.index);
  return listed.length === 0 ? nothing : html`<ul class="under-plot">${listed.map((cliff, index) => html`<li><b class="warn">${numbered(index)}</b> ${cliff.line}</li>`)}</ul>`;
}

/** What each reading pays at the volume in view, the highest first. @param {PayCurve} data */
const nowRows = (data) => data.series.filter((series) => series.now !== null).sort((a, b) => Number(b.now) - Number(a.now));

/**
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 */
function nowDots(data, x, y) {
  const here = x(Math.min(data.volume, data.to));
  return nowRows(data).map((series) => svg`<circle class=${series.chosen ? "dot ours-dot" : "dot"} cx=${here} cy=${y(Number(series.now))} r=${series.chosen ? 4.5 : 3.2} tabindex="0" role="img" aria-label="${series.name} ${series.nowText}"></circle>`);
}

/**
 * The figures at the volume in view, in the picture's empty upper left; null where they have no room.
 * @param {PayCurve} data
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 * @param {Box} box
 */
function nowBlock(data, x, y, box) {
  const now = nowRows(data);
  if (now.length === 0) return { drawn: nothing, bottom: 0 };
  const here = x(Math.min(data.volume, data.to));
  const figures = Math.max(...now.map((series) => textWidth(series.nowText))) + 8;
  const words = Math.max(...now.map((series) => textWidth(series.name))) + 12;
  const top = box.top + 38;
  const bottom = top + now.length * 24;
  const edge = Math.min(here - 64, clearUntil(data, x, y, bottom + 6));
  if (edge - figures - words < box.left) return null;
  const drawn = svg`<text class="e halo" x=${edge} y=${top}>${data.nowTitle}</text>
    ${now.map((series, index) => {
      const at = top + (index + 1) * 24;
      return svg`<path class=${series.chosen ? "lead ours-lead" : "lead"} d="M${edge + 6} ${at - 4}H${edge + 16}L${here - 5} ${y(Number(series.now))}"></path>
        <text class="e halo ${series.chosen ? "ta" : "t1"}" x=${edge} y=${at}>${series.nowText}</text><text class="e halo ${series.chosen ? "ta" : "t2"}" x=${edge - figures} y=${at}>${series.name}</text>`;
    })}`;
  return { drawn, bottom };
}

/**
 * The same figures under a narrow picture, each with a sample of its line.
 * @param {PayCurve} data
 */
function nowList(data) {
  const others = data.series.filter((series) => !series.chosen);
  const sample = (/** @type {PaySeries} */ series) => svg`<path class=${series.chosen ? "ours" : "other"} d="M0 6H28" stroke-dasharray=${(!series.chosen && DASHES[others.indexOf(series) % DASHES.length]) || nothing}></path>`;
  return html`<table class="under-plot samples"><caption>${data.nowTitle}</caption><tbody>${nowRows(data).map((series) => html`<tr class=${series.chosen ? "on" : ""}><th scope="row"><svg width="28" height="12" aria-hidden="true">${sample(series)}</svg>${series.name}</th><td class="num">${series.nowText}</td></tr>`)}</tbody></table>`;
}

/**
 * Height of the lowest or highest line at a volume, for placing labels.
 * @param {PaySeries[]} series
 * @param {number} volume
 * @param {(...heights: number[]) => number} extreme
 */
function heightAt(series, volume, extreme) {
  const heights = series.map(({ points }) => {
    const after = Math.max(1, points.findIndex((point) => point.volume >= volume));
    const [from, to] = [points[after - 1], points[after] ?? points[after - 1]];
    const share = to.volume > from.volume ? (volume - from.volume) / (to.volume - from.volume) : 1;
    return from.gross + (to.gross - from.gross) * Math.min(1, Math.max(0, share));
  });
  return extreme(...heights);
}

/**
 * How far right a label above the height `bottom` stays clear of every line and every cliff's number.
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
  // A cliff's number stands left of its cliff, half way up.
  for (const cliff of data.cliffs) if (y((cliff.before + cliff.after) / 2) - 12 < bottom) clear = Math.min(clear, x(cliff.at) - 22);
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
