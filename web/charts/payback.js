/**
 * Money put in and money come back, cumulative by month, and where each pace leads until the contract ends: lines to
 * the month they cover the investment, or to the end where they do not. The stop-loss line runs its sum above the
 * income; the investment may not cross it.
 * @module
 */
import { html, nothing, svg } from "lit";
import { marks } from "./axis.js";
import { keepApart, spread, textWidth } from "./declutter.js";
import { linePath } from "./line.js";
import { scaleLinear } from "./scale.js";

/**
 * @typedef {object} Pace
 * @property {"present" | "proposed" | "planned" | "downside"} kind
 * @property {string} name
 * @property {string[]} short its rows where the picture is narrow
 * @property {number} perMonth yuan
 * @property {number | null} months until the investment is covered; null = never
 */
/**
 * @typedef {object} PaybackChart
 * @property {{invested: number, earned: number, text: string}[]} points one a month from the first, cumulative
 * @property {number} end months of the contract
 * @property {boolean} stopped whether the verdict is stop
 * @property {number | null} since how many months in it first said so
 * @property {number | null} stopLoss
 * @property {number | null} total all stages together
 * @property {Pace[]} paces
 * @property {{earned: number, gap: number} | null} atEnd where the present pace ends, and what it leaves open; null where it covers all
 * @property {Record<"invested" | "total" | "stopLoss" | "gap", string[]>} names what the ends of lines are called, in two rows where the picture is narrow
 * @property {{now: string, since: string, end: string, unit: string}} texts
 * @property {(value: number) => string} amount axis text
 * @property {string} label
 */

/**
 * @param {PaybackChart} data
 * @param {number} width
 * @param {number} [tall]
 */
export function payback(data, width, tall = 0) {
  const narrow = width < 560;
  const now = data.points.length;
  const last = data.points[now - 1];
  // Beside the ends, never on the lines; a narrow picture has room for a word over its figure.
  const lines = linesOf(data, last, now, narrow);
  const right = Math.max(...lines.flatMap((line) => line.rows).map((text) => textWidth(text))) + (data.atEnd ? 30 : 18);
  const box = { left: 46, right: width - right, edge: width, top: 40, bottom: tall || (narrow ? 290 : Math.min(380, Math.max(300, width * 0.5))) };
  const most = Math.max(1, ...data.points.map((point) => Math.max(point.invested, point.earned)), data.total ?? 0, (data.stopLoss ?? 0) + last.earned);
  const end = Math.max(data.end, now);
  const x = scaleLinear([0, end], [box.left, box.right]);
  const y = scaleLinear([0, most * 1.06], [box.bottom, box.top]).nice(5);
  const top = y.domain()[1];
  const start = [{ invested: 0, earned: 0 }, ...data.points].map((point, at) => ({ ...point, at }));
  const path = (/** @type {(point: typeof start[number]) => number} */ value) => linePath(start, (point) => x(point.at), (point) => y(Math.min(value(point), top)));
  const planned = data.paces.find((pace) => pace.kind === "planned");
  return html`<svg class="plot payback" viewBox="0 0 ${width} ${box.bottom + 28}" width=${width} height=${box.bottom + 28} role="group" aria-label=${data.label} part="chart">
    ${marks(0, top, 5).map((value) => svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${y(value)} y2=${y(value)}></line><text class="e" x=${box.left - 8} y=${y(value) + 4}>${data.amount(value)}</text>`)}
    <text x="4" y="24">${data.texts.unit}</text>
    <line class="axis" x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom}></line>
    ${monthAxis(data, x, box, now, end)}
    ${planned && planned.perMonth > 0 ? svg`<path class="other plan-line" d=${linePath([0, planReach(planned, end, top)], (at) => x(at), (at) => y(planned.perMonth * at))}></path>` : nothing}
    ${lines.filter((line) => line.path).map((line) => svg`<path class=${line.classes} d=${linePath(line.path ?? [], (point) => x(point[0]), (point) => y(Math.min(point[1], top)))}></path>`)}
    ${data.stopLoss === null ? nothing : svg`<path class="stop-line" d=${path((point) => point.earned + (data.stopLoss ?? 0))}></path>`}
    <path class="put ${data.stopped ? "over" : ""}" d=${path((point) => point.invested)}></path>
    <path class="ours" d=${path((point) => point.earned)}></path>
    ${lines.filter((line) => line.meets).map((line) => svg`<circle class="dot" cx=${x((line.meets ?? [0, 0])[0])} cy=${y((line.meets ?? [0, 0])[1])} r="4.5"></circle>`)}
    ${planned && planned.perMonth > 0 ? planName(planned, x, y, box, planReach(planned, end, top), ruled(data, now, end)) : nothing}
    ${data.atEnd ? bracket(y(last.invested), y(data.atEnd.earned), box.right) : nothing}
    ${lineNames(lines, y, box, top, data.atEnd ? 22 : 10)}
    ${data.points.map((point, at) => svg`<g class="point" tabindex="0" role="img" aria-label=${point.text}><title>${point.text}</title><circle class="dot ${data.stopped ? "put-dot" : ""} ${at === now - 1 ? "" : "small"}" cx=${x(at + 1)} cy=${y(point.invested)} r=${at === now - 1 ? 5 : 2.4}></circle><circle class="dot ours-dot ${at === now - 1 ? "" : "small"}" cx=${x(at + 1)} cy=${y(point.earned)} r=${at === now - 1 ? 5 : 2.4}></circle></g>`)}
  </svg>`;
}

/** @typedef {{rows: string[], at: number, classes: string, tone: string, path?: [number, number][], meets?: [number, number]}} Line */

/**
 * What is drawn beyond the last month, each with its name at the end.
 * @param {PaybackChart} data
 * @param {{invested: number, earned: number}} last
 * @param {number} now
 * @param {boolean} narrow
 * @returns {Line[]}
 */
function linesOf(data, last, now, narrow) {
  const rows = (/** @type {string[]} */ name) => (narrow ? name : [name.join(" ")]);
  const end = Math.max(data.end, now);
  const ahead = end - now;
  /** @type {Line[]} */
  const lines = [{ rows: rows(data.names.invested), at: last.invested, classes: "ahead", tone: data.stopped ? "tb" : "t1", path: [[now, last.invested], [end, last.invested]] }];
  if (data.total !== null && data.total > last.invested) lines.push({ rows: rows(data.names.total), at: data.total, classes: "ahead", tone: "t2", path: [[0, data.total], [end, data.total]] });
  if (data.atEnd) lines.push({ rows: rows(data.names.gap), at: (last.invested + data.atEnd.earned) / 2, classes: "", tone: "t1" });
  for (const pace of data.paces) {
    if (pace.kind === "planned") continue;
    const meets = pace.months !== null && pace.months > 0 && pace.months <= ahead;
    const stop = meets ? now + (pace.months ?? 0) : end;
    const to = meets ? last.invested : last.earned + pace.perMonth * ahead;
    lines.push({ rows: narrow ? pace.short : [pace.name], at: to, classes: pace.kind === "present" ? "pace here-pace" : "pace", tone: pace.kind === "present" ? "ta" : "t2", path: [[now, last.earned], [stop, to]], meets: meets ? [stop, to] : undefined });
  }
  if (data.stopLoss !== null) {
    const from = last.earned + data.stopLoss;
    const to = from + (data.paces.find((pace) => pace.kind === "present")?.perMonth ?? 0) * ahead;
    lines.push({ rows: rows(data.names.stopLoss), at: to, classes: "stop-line ahead-stop", tone: "tw", path: [[now, from], [end, to]] });
  }
  return lines;
}

/** What stays open at the end, from the one line to the other. @param {number} high @param {number} low @param {number} right */
const bracket = (high, low, right) => svg`<path class="lead" d="M${right + 6} ${high}H${right + 12}V${low}H${right + 6}"></path>`;

/**
 * @param {Line[]} lines
 * @param {import("../charts/scale.js").Scale} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {number} top
 * @param {number} beside
 */
function lineNames(lines, y, box, top, beside) {
  const most = Math.max(...lines.map((line) => line.rows.length));
  const gap = Math.min(17 * most, (box.bottom - box.top - 16) / Math.max(1, lines.length - 1));
  const places = spread(lines.map((line) => y(Math.min(line.at, top)) + 4 - (most - 1) * 7), gap, box.top + 12, box.bottom - 4 - (most - 1) * 15);
  return lines.map((line, index) => line.rows.map((text, row) => svg`<text class=${line.tone} x=${box.right + beside} y=${places[index] + row * 15}>${text}</text>`));
}

/** The month in which the planned income leaves the picture. @param {Pace} pace @param {number} end @param {number} top */
const planReach = (pace, end, top) => Math.min(end, top / pace.perMonth);

/** Upright lines of the picture, in months, and level ones, in yuan. @param {PaybackChart} data @param {number} now @param {number} end */
const ruled = (data, now, end) => ({ months: [now, end, ...(data.since !== null && data.since < now ? [data.since] : [])], sums: [data.points[now - 1].invested, ...(data.total === null ? [] : [data.total])] });

/**
 * The name of the planned income beside its line, as near its end as it keeps clear of the upright and level lines; drawn after
 * every line, which its halo interrupts.
 * @param {Pace} pace
 * @param {import("../charts/scale.js").Scale} x
 * @param {import("../charts/scale.js").Scale} y
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {number} reach
 * @param {ReturnType<typeof ruled>} lines
 */
function planName(pace, x, y, box, reach, lines) {
  const at = (/** @type {string} */ name, /** @type {number} */ share, /** @type {1 | -1} */ side) => {
    const from = x(reach * share) + (side === 1 ? 8 : -8 - textWidth(name));
    return { name, from, to: from + textWidth(name), y: y(pace.perMonth * reach * share) + (side === 1 ? 14 : share === 1 ? 14 : 4) };
  };
  const clear = (/** @type {{from: number, to: number}} */ place) => place.from > box.left + 4 && place.to < box.right - 4 && lines.months.every((month) => x(month) < place.from - 4 || x(month) > place.to + 4);
  const free = (/** @type {{from: number, to: number, y: number}} */ place) => clear(place) && lines.sums.every((sum) => y(sum) < place.y - 13 || y(sum) > place.y + 5);
  const places = [pace.name, pace.short[0]].flatMap((name) => [1, 0.85, 0.7, 0.55, 0.4].flatMap((share) => [at(name, share, 1), at(name, share, -1)]));
  // A line so steep that nothing has room beside it has its name behind the next upright.
  for (const month of [...lines.months].sort((a, b) => a - b)) places.push({ name: pace.short[0], from: x(month) + 6, to: x(month) + 6 + textWidth(pace.short[0]), y: box.top + 14 });
  const place = places.find(free) ?? places.find(clear) ?? at(pace.short[0], 0.4, 1);
  return svg`<text class="t3 halo" x=${place.from} y=${place.y}>${place.name}</text>`;
}

/**
 * @param {PaybackChart} data
 * @param {import("../charts/scale.js").Scale} x
 * @param {{left: number, right: number, edge: number, top: number, bottom: number}} box
 * @param {number} now
 * @param {number} end
 */
function monthAxis(data, x, box, now, end) {
  const badge = textWidth(data.texts.now) + 16;
  const left = Math.min(Math.max(x(now) - badge / 2, 0), box.right + 12 - badge);
  const since = data.since !== null && data.since < now ? data.since : null;
  const endAt = box.right - textWidth(data.texts.end) / 2 + 12;
  const round = marks(0, end, 6).filter((at) => Number.isInteger(at) && at > 0 && at < end);
  const candidates = [
    { text: "", middle: left + badge / 2, size: badge },
    { text: data.texts.end, middle: endAt, size: textWidth(data.texts.end) },
    ...round.map((at) => ({ text: String(at), middle: x(at), size: textWidth(String(at)) })),
    { text: "0", middle: box.left, size: 8 },
  ];
  const kept = keepApart(candidates, (mark) => [mark.middle - mark.size / 2, mark.middle + mark.size / 2]).filter((mark) => mark.text !== "");
  return svg`<line class="grid" x1=${x(end)} x2=${x(end)} y1=${box.top} y2=${box.bottom}></line>
    ${kept.map((mark) => svg`<text class="m" x=${mark.middle} y=${box.bottom + 20}>${mark.text}</text>`)}
    ${since === null ? nothing : svg`<line class="since" x1=${x(since)} x2=${x(since)} y1="22" y2=${box.bottom}></line><text class="tb" x=${Math.min(x(since) + 6, box.edge - textWidth(data.texts.since))} y="24">${data.texts.since}</text>`}
    <line class="here" x1=${x(now)} x2=${x(now)} y1=${box.top - 6} y2=${box.bottom}></line>
    <rect class="badge" x=${left} y=${box.bottom + 6} width=${badge} height="19" rx="3"></rect>
    <text class="m badge-text" x=${left + badge / 2} y=${box.bottom + 20}>${data.texts.now}</text>`;
}
