/**
 * Screening and due diligence on A4.
 * @module
 */
import { html } from "lit";
import { icon } from "../../shared/icon.js";
import { currentPartner, roomPaper } from "../shared/room.js";
import { diligenceTable } from "./grid.js";
import { diligenceFindings, diligenceStep } from "./step.js";
import { answerLook, itemLook } from "./words.js";

/** @param {import("../../context.js").Context} ctx */
export function diligencePaper(ctx) {
  const { w } = ctx;
  const result = currentPartner(ctx)?.result?.diligence;
  return roomPaper(ctx, {
    title: w.t("step.diligence"),
    headline: diligenceStep.headline(ctx),
    figures: [
      { term: w.t("diligence.completeness"), text: result ? `${w.num(result.completeness, 0, 0)}%` : w.num(null) },
      { term: w.t("diligence.screening"), text: result ? w.t(`screening.${result.screening.state}`) : w.num(null) },
      { term: w.t("diligence.nda"), text: result?.nda ?? w.num(null) },
    ],
    body: stateTable(ctx),
    findings: diligenceFindings(ctx),
    asks: result ? [w.t(result.open.length + result.doubts.length > 0 ? "diligence.askLeft" : "diligence.ask")] : [],
    room: "diligence",
    pointers: ["/diligence/screening/state", "/diligence/completeness", "/diligence/state"],
  });
}

/**
 * The comparison with the sign of each state beside its word: colour alone says nothing on paper.
 * @param {import("../../context.js").Context} ctx
 */
function stateTable(ctx) {
  const { w } = ctx;
  const table = diligenceTable(ctx);
  const looks = new Map([/** @type {const} */ ([w.t("screening.open"), answerLook("unknown")]), ...["yes", "no", "unknown"].map((answer) => /** @type {const} */ ([w.t(w.known(`signal.${answer}`, "screening.open")), answerLook(answer)])), ...["pass", "doubt", "veto", "open"].map((state) => /** @type {const} */ ([w.t(`item.${state}`), itemLook(state)]))]);
  const cell = (/** @type {string} */ text) => {
    const look = looks.get(text);
    return look ? html`<span class=${`st ${look.tone}`}>${icon(look.icon)}${text}</span>` : text;
  };
  return html`<table class="data states" part="table"><caption class="sr">${table.caption}</caption><thead><tr>${table.head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${table.rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((text, at) => html`<td data-name=${table.head[at + 1]}>${cell(text)}</td>`)}</tr>`)}</tbody></table>`;
}
