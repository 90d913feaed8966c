/**
 * A year as lanes: a mark for each date, told apart by its shape, a band where contact never stops, a line for today.
 * @module
 */
import { html, nothing, svg } from "lit";
import { textWidth } from "./declutter.js";
import { scaleLinear } from "./scale.js";

/**
 * @typedef {object} SwimLanes
 * @property {string} from
 * @property {string} to
 * @property {string} today
 * @property {string} todayText
 * @property {{date: string, name: string}[]} months begin of each month in the year
 * @property {{name: string, always: string, marks: {date: string, state: string, text: string}[]}[]} lanes `always` = the text of a band, empty = none
 * @property {string} label
 */

const ROW = 38;
const TOP = 26;

/** @param {string} date */
const day = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * @param {SwimLanes} data
 * @param {number} width
 */
export function swimLanes(data, width) {
  const narrow = width < 620;
  const row = narrow ? ROW + 18 : ROW;
  const left = narrow ? 8 : Math.max(...data.lanes.map((lane) => textWidth(lane.name, 13))) + 20;
  const x = scaleLinear([day(data.from), day(data.to)], [left + 8, width - 14]).clamp(true);
  const bottom = TOP + data.lanes.length * row;
  const every = narrow ? 3 : width < 900 ? 2 : 1;
  const inside = data.today >= data.from && data.today <= data.to;
  return html`<svg class="plot lanes" viewBox="0 0 ${width} ${bottom + 18}" width=${width} height=${bottom + 18} role="group" aria-label=${data.label} part="chart">
    ${data.months.map((month, index) => svg`<line class="grid" x1=${x(day(month.date))} x2=${x(day(month.date))} y1=${TOP} y2=${bottom}></line>${index % every === 0 ? svg`<text x=${x(day(month.date)) + 3} y="16">${month.name}</text>` : nothing}`)}
    ${inside ? svg`<line class="here" x1=${x(day(data.today))} x2=${x(day(data.today))} y1="20" y2=${bottom}></line>` : nothing}
    ${data.lanes.map((lane, index) => {
      const top = TOP + index * row;
      const y = top + row - ROW / 2;
      return svg`<line class="divide" x1="0" x2=${width} y1=${top + row} y2=${top + row}></line>
        <text class="t1 lane halo" x="0" y=${narrow ? top + 15 : y + 4}>${lane.name}</text>
        ${lane.always ? svg`<rect class="always" x=${left + 8} y=${y - 9} width=${Math.max(0, width - 22 - left)} height="18" rx="9"></rect><text class="t2 halo on-zone" x=${left + 16} y=${y + 4}>${lane.always}</text>` : nothing}
        ${lane.marks.map((mark) => svg`<g class="point mark-${mark.state}" tabindex="0" role="img" aria-label=${mark.text} transform="translate(${x(day(mark.date))} ${y})"><title>${mark.text}</title>${shape(mark.state)}</g>`)}`;
    })}
    ${inside ? svg`<text class="ta m halo" x=${Math.min(Math.max(x(day(data.today)), left + 20), width - 22)} y=${bottom + 10}>${data.todayText}</text>` : nothing}
  </svg>`;
}

/** @param {string} state */
function shape(state) {
  if (state === "held") return svg`<circle r="8"></circle><path class="sign" d="M-3.600.3 -1 3 4-3"></path>`;
  if (state === "overdue") return svg`<path d="M0-9 9.500 7.500H-9.500z"></path><path class="sign" d="M0-3.500V2.200M0 4v1.600"></path>`;
  if (state === "missed") return svg`<circle class="hollow" r="7"></circle><path class="cross" d="m-3-3 6 6m0-6-6 6"></path>`;
  if (state === "alert") return svg`<path d="M0-9 9 0 0 9-9 0z"></path><path class="sign" d="M0-4V2M0 4v1.600"></path>`;
  if (state === "date") return svg`<path class="hollow" d="M0-8 8 0 0 8-8 0z"></path>`;
  return svg`<circle class="hollow" r="7"></circle>`;
}
