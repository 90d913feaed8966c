/**
 * The rules of a section as a picture, drawn while they are edited: pay over volume, the grade bands.
 * @module
 */
import { html, nothing } from "lit";
import { axisEnd } from "../../charts/axis.js";
import { bandStrip } from "../../charts/band-strip.js";
import { payCurve } from "../../charts/pay-curve.js";
import { caption, curveData } from "../agree/commission/pictures.js";
import { gradeLook } from "../shared/status.js";

/** @typedef {import("../context.js").Context} Context */

/**
 * @param {Context} ctx
 * @param {string} key
 */
export function sectionPicture(ctx, key) {
  if (key === "commission") return tiers(ctx);
  if (key === "scorecard") return bands(ctx);
  return nothing;
}

/** @param {Context} ctx */
function tiers(ctx) {
  const { w, store, results } = ctx;
  const years = w.labels.contractYears().filter((year) => !year.undecided);
  const contractYear = years.find(({ year }) => year === results.quote?.contractYear)?.year ?? years[0]?.year;
  if (contractYear === undefined) return nothing;
  const { reference } = results.policy;
  const to = axisEnd(0, w.labels.yearMarks(contractYear));
  const quote = results.quote?.contractYear === contractYear && results.quote.net !== null ? results.quote : null;
  const asked = quote ?? store.engine.quote({ policy: reference, contractYear, volume: Math.round(to / 2) });
  const curve = store.engine.curve({ policy: reference, contractYear, to: quote ? axisEnd(quote.volume, w.labels.yearMarks(contractYear)) : to });
  if (!("gross" in asked) || !curve.ok) return nothing;
  return html`<figure class="rule-picture"><figcaption class="cap">${w.t("agree.yearN", { n: contractYear })}${w.t("punct.colon")}${caption(ctx, curve).replaceAll("**", "")}</figcaption><allymark-sized .draw=${(/** @type {number} */ width) => payCurve(curveData(ctx, asked, curve), width, 220)}></allymark-sized></figure>`;
}

/** @param {Context} ctx */
function bands(ctx) {
  const { w } = ctx;
  /** @type {{grade: string, from?: number}[]} */
  const rules = ctx.results.policy.document.scorecard?.bands ?? [];
  const shown = rules.map((band, index) => {
    const below = index > 0 ? Number(rules[index - 1].from) : null;
    const from = band.from === undefined ? null : Number(band.from);
    const range = from === null ? w.t("band.below", { below }) : below === null ? w.t("band.from", { from }) : w.t("band.between", { from, last: below - 1 });
    return { name: w.t(w.known(`grade.${band.grade}`)), range, from, below, marked: false, tone: gradeLook(band.grade).tone };
  });
  if (shown.length === 0) return nothing;
  return html`<figure class="rule-picture"><allymark-sized .draw=${(/** @type {number} */ width) => bandStrip({ bands: shown.reverse(), total: null, totalText: "", nextText: "", label: w.t("score.bands") }, width)}></allymark-sized></figure>`;
}
