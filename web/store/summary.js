/**
 * What came out, in one line a partner: it travels with a link or a file, so that the reader sees when other rules give
 * another answer.
 * @module
 */
import { activePartners } from "./workspace.js";

/** @typedef {{name: string, verdict: string | null, score: number | null, net: number | null, total: number | null, grade: string | null}} Line */

/**
 * @param {import("./store.js").Store} store
 * @returns {Record<string, Line>}
 */
export function summary(store) {
  return Object.fromEntries(activePartners(store.workspace).map(({ dossier, index }) => {
    const trial = store.trialOf(index);
    const { quote, months } = store.brief(index);
    const card = months?.scorecard ?? null;
    return [dossier.id, { name: dossier.name ?? "", verdict: trial?.verdict ?? null, score: trial?.shownScore ?? null, net: quote?.net ?? null, total: card?.shownTotal ?? null, grade: card?.grade ?? null }];
  }));
}
