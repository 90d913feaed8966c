/**
 * How the relationship stands: in time, overdue, or not known.
 * @module
 */
import { assessed } from "../room.js";

/** @typedef {import("../../context.js").Context} Context */

/** @param {Context} ctx @returns {import("allymark/engine").Finding[]} */
export function relationshipFindings(ctx) {
  return (assessed(ctx).result?.findings ?? []).filter((finding) => finding.path.startsWith("/dossier/relationship"));
}

/** @param {Context} ctx @returns {import("../../steps.js").Headline} */
export function relationshipHeadline(ctx) {
  const { w } = ctx;
  const { result, stale } = assessed(ctx);
  const cadence = result?.cadence;
  if (!cadence) return { tone: "neutral", icon: "none", strong: w.t("rel.none"), fact: w.t("rel.needs"), detail: "", doubt: false, stale };
  const [next] = cadence.next;
  const fact = next ? w.t("rel.next", next) : w.t("rel.year", cadence);
  const late = cadence.overdue.length;
  if (late === 0) return { tone: "ok", icon: "ok", strong: w.t("rel.onTime"), fact, detail: "", doubt: false, stale };
  return { tone: "warn", icon: "find", strong: w.t("rel.overdueN", { n: late }), fact, detail: "", doubt: false, stale };
}

/**
 * Meetings that are overdue are made up for; a calendar that is kept asks for nothing.
 * @param {Context} ctx
 * @returns {string[]}
 */
export function relationshipAsk(ctx) {
  const { w } = ctx;
  const layers = [...new Set((assessed(ctx).result?.cadence?.overdue ?? []).map((meeting) => w.labels.layer(meeting.layer)))];
  return layers.length > 0 ? [w.t("rel.ask", { layers: layers.join(w.t("punct.list")) })] : [];
}
