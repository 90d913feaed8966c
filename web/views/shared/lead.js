/**
 * The way from a remark to what it is about: a field of this card, of another step, or of the rule pack.
 * @module
 */
import { parts } from "../../store/pointer.js";
import { fieldId } from "./field.js";

/** @typedef {import("../context.js").Context} Context */
/** @typedef {{view: string, partner: number | null, section: string | null, field: string}} Way a step or the rule pack, the place of a partner other than the one in view, the rules' section, the field's id */

/** The step where a part of a dossier is typed. @type {Record<string, string>} */
export const STEP_OF = {
  keyLevel: "level", ability: "readiness", willingness: "readiness", needs: "readiness", offers: "readiness",
  sourcing: "diligence", screening: "diligence", diligence: "diligence", trial: "trial",
  agreement: "commission", contract: "commission", investment: "stop-loss", months: "scorecard",
  relationship: "relationship", events: "crisis",
};

/** What a remark on a whole partner names, as the part of a dossier that holds it. @type {Record<string, string>} */
const PART_OF = {
  diligence: "diligence", diligence_veto: "diligence", screening: "screening", screening_failed: "screening",
  willingness: "willingness", unwilling: "willingness",
};

/** The first thing that a remark on a whole partner is about. @param {import("allymark/engine").Finding["params"] | undefined} params */
const partOf = (params) => PART_OF[String(params?.parts ?? params?.reasons ?? "").split(/[ ,|]+/)[0]];

/** The page that a card stands in; a card of its own has none. @param {Context} ctx @returns {any} */
function pageOf({ host }) {
  if (host.localName === "allymark-app") return host;
  const root = /** @type {ShadowRoot} */ (host.getRootNode?.());
  return root?.host?.localName === "allymark-app" ? root.host : null;
}

/**
 * Where a path leads beyond the card in view: the view that has its field, and what the field is called there.
 * @param {Context} ctx
 * @param {string} path into the workspace, or `policy` and a pointer into the pack
 * @param {import("allymark/engine").Finding} [finding] whose path this is; of a whole partner it says which part it means
 * @returns {Way | null}
 */
export function wayTo(ctx, path, finding) {
  if (!pageOf(ctx)) return null;
  if (path.startsWith("policy/")) return { view: "policy", partner: null, section: parts(path.slice("policy".length))[0] ?? null, field: fieldId(path) };
  const [list, index, named] = parts(path);
  const part = named ?? partOf(finding?.params);
  if (list !== "dossiers" || !part) return null;
  const [view, { store }] = [STEP_OF[part], ctx];
  const other = Number(index) !== store.index;
  if (!view || !store.workspace.dossiers[Number(index)] || (!other && view === store.ui.view)) return null;
  return { view, partner: other ? Number(index) : null, section: null, field: fieldId(named ? path : `${path}/${part}`) };
}

/**
 * Goes there and puts the focus into the field, or into the first one of what the path holds together.
 * @param {Context} ctx
 * @param {Way} way
 */
export async function lead(ctx, { view, partner, section, field }) {
  const { store } = ctx;
  const page = pageOf(ctx);
  const step = view === "policy" ? {} : { step: view };
  if (partner !== null) store.pick(store.workspace.dossiers[partner].id);
  store.look({ view, ...step, open: null, pane: "edit", flags: section ? { ...store.ui.flags, [`policy/${section}`]: true } : store.ui.flags });
  // What comes behind the first verdict may still be on its way.
  for (let turn = 0; turn < 60; turn += 1) {
    await page.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const found = fieldIn(page.renderRoot, field);
    if (!found) continue;
    for (let fold = found.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
    return;
  }
}

/**
 * @param {ParentNode} root
 * @param {string} field
 * @returns {HTMLElement | null}
 */
function fieldIn(root, field) {
  const roots = [root, ...[...root.querySelectorAll("*")].map((element) => element.shadowRoot).filter((inner) => inner !== null)];
  for (const suffix of ["-value", "-events", ""]) {
    for (const one of roots) {
      const found = /** @type {HTMLElement | null} */ (one.querySelector(`#${CSS.escape(field + suffix)}`));
      if (found) return found;
    }
  }
  for (const one of roots) {
    const found = /** @type {HTMLElement | null} */ (one.querySelector(`[id^="${CSS.escape(field)}-"]:not([id$="-e"])`));
    if (found) return found;
  }
  return null;
}
